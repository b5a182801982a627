"""Taking files in: workbooks and text files → plain tables and problems, checked against the plan. See docs/architecture.md, “Reading a file”."""

from data_access.intake.codes import CODES, QUESTIONS, WARNINGS
from data_access.intake.names import fold, plain, unit_form
from data_access.intake.shapes import Shape, shape_from
from data_access.intake.sheet_reading import Reading, read, read_all
from data_access.intake.unit_facts import Facts

__all__ = [
    "CODES",
    "QUESTIONS",
    "WARNINGS",
    "Facts",
    "Reading",
    "Shape",
    "fold",
    "plain",
    "read",
    "read_all",
    "shape_from",
    "unit_form",
]
