"""One page of an OpenDocument spreadsheet, and what a cell of it holds."""

from __future__ import annotations

import datetime as dt
from typing import Any

from data_access.intake.cell_marks import Marks


class Page:
    """One sheet as it grows."""

    def __init__(self, name: str, is_hidden: bool) -> None:
        self.name, self.is_hidden = name, is_hidden
        self.rows: list[list[Any]] = []
        self.blank_rows = 0
        self.marks = Marks({}, {}, [], frozenset(), frozenset(), {})
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()
        self.column = 0


def value_of(own: dict[str, str], text: str) -> Any:
    """A cell's value by its type: numbers and dates as such, all else the text that is seen."""
    kind = own.get("value-type", "")
    if kind in ("float", "percentage", "currency"):
        return float(own.get("value", "nan"))
    if kind == "date" and len(own.get("date-value", "")) >= 10:
        return dt.date.fromisoformat(own["date-value"][:10])
    if kind == "boolean":
        return own.get("boolean-value") == "true"
    return text


def times(own: dict[str, str], name: str) -> int:
    """How often a cell or row is repeated."""
    return max(1, int(own.get(name, "1")))


def local_name(tag: str) -> str:
    """The name of a tag or attribute without its namespace."""
    return tag.rpartition("}")[2].rpartition(":")[2]
