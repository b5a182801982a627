"""What a unit's own report says: rules as data in the ``*.toml`` beside, the same text always read the same way."""

from dashboard.reading.limitations import category_names
from dashboard.reading.report import Findings, read_report

__all__ = ["Findings", "category_names", "read_report"]
