"""In which order a table on screen comes when it is sorted by a column: told by its texts where they can tell it, else by places."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from dashboard.writing.columns import ORDERS, Column
from dashboard.writing.formats import is_missing

WRITTEN = re.compile(r"[+−]?\d[\d.]*(,\d+)?%?")
"""A number as people read it; `dashboard/static/parts/tables.js` reads it alike."""


def order(
    values: Sequence[object], texts: Sequence[str], column: Column
) -> list[int | None] | None:
    """Place of each value among the different ones of its column, the least first; None where the texts tell it: by the alphabet, or as numbers.

    >>> order(["met", None, "ahead"], ["đạt", "–", "vượt"], Column("Nhịp", "status")), order([1234.5, None], ["1.234,5", "–"], Column("Điểm", "score"))
    ([1, None, 0], None)
    """
    numbers = [_number(value, column) for value in values]
    if column.kind == "text" or _tell(numbers, texts):
        return None
    known = {
        one: place for place, one in enumerate(sorted({one for one in numbers if one is not None}))
    }
    return [None if one is None else known[one] for one in numbers]


def _number(value: Any, column: Column) -> float | None:
    """The number by which a cell sorts: figures as they are, days by their number, codes by their place in the theme."""
    if value is None or column.kind == "text":
        return None
    if column.is_coded:
        order = ORDERS[column.kind]
        return order.index(value) if value in order else None
    return value.toordinal() if isinstance(value, dt.date) else float(value)


def read(text: str) -> float | None:
    """The number that a text is.

    >>> read("−1.234,5"), read("95,3%"), read("3/101")
    (-1234.5, 95.3, None)
    """
    if WRITTEN.fullmatch(text) is None:
        return None
    return float(
        text.rstrip("%").replace(".", "").replace(",", ".").replace("−", "-").replace("+", "")
    )


def _tell(numbers: Sequence[float | None], texts: Sequence[str]) -> bool:
    """Whether the texts, read as numbers, come in the order of the numbers, and are none where there is none."""
    found = [read(text) for text in texts]
    if any((one is None) != is_missing(number) for one, number in zip(found, numbers, strict=True)):
        return False
    pairs = sorted(
        (number, one) for one, number in zip(found, numbers, strict=True) if one is not None
    )
    return all(one <= other for (_, one), (_, other) in pairwise(pairs))
