"""What a unit's own report says: rules as data in the ``*.toml`` beside, the same text always read the same way. `whole_report.read_report` reads one."""
