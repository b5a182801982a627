"""What a unit's own report says: rules as data in the ``*.toml`` beside, the same text always read the same way."""

from dashboard.reading.fault_categories import category_names
from dashboard.reading.whole_report import Findings, read_report

__all__ = ["Findings", "category_names", "read_report"]
