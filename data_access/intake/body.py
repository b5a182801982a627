"""The rows of a table without what is no row: blanks, numbering, repeated headers, totals, signatures."""
from __future__ import annotations

import re
from typing import Any, NamedTuple

from data_access.intake.layout import Layout
from data_access.intake.names import SPELLINGS, fold
from data_access.intake.sheets import Sheet, text_of

_TOTALS = tuple(map(fold, SPELLINGS["totals"]))
_LONG_TOTALS = tuple(f"{one} " for one in _TOTALS if " " in one)
_FOOTERS = tuple(map(fold, SPELLINGS["footers"]))
_MARK = re.compile(r"\(?([0-9]{1,2})\)?(?:\s*=.*)?|\(?[A-ZĐ]\)?")
NOTHING = frozenset(one.casefold() for one in SPELLINGS["nothing"])


class Body(NamedTuple):
    """`rows` with their `numbers` (from 0), and how many rows were left out as totals, signatures or repeated headers."""

    rows: list[list[Any]]
    numbers: list[int]
    left_out: int


def body_of(sheet: Sheet, layout: Layout) -> Body:
    """The data rows below the header."""
    head = sheet.rows[layout.end]
    keys = sorted({0, *layout.indices("unit", "name", "criterion", "criterion_name")})
    rows, numbers, left_out = [], [], 0
    for number in range(layout.end + 1, len(sheet.rows)):
        row = sheet.rows[number]
        if not any(cell != "" for cell in row):
            continue
        if (number == layout.end + 1 and _is_numbering(row)) or row == head or _is_total(row, keys) or _is_footer(row):
            left_out += 1
            continue
        rows.append(row)
        numbers.append(number)
    return Body(rows, numbers, left_out)


def _is_total(row: list[Any], keys: list[int]) -> bool:
    for index in keys:
        cell = row[index]
        if isinstance(cell, str) and cell and cell[0] in "tTcCbB":
            words = fold(cell)
            if words in _TOTALS or words.startswith(_LONG_TOTALS):
                return True
    return False


def _is_footer(row: list[Any]) -> bool:
    filled = [cell for cell in row if cell != ""]
    return len(filled) <= 2 and all(isinstance(cell, str) for cell in filled) and any(fold(cell).startswith(_FOOTERS) for cell in filled)


def _is_numbering(row: list[Any]) -> bool:
    """Whether the row under a header only numbers the columns: A, B, 1, 2, 3=1/2."""
    marks = [_MARK.fullmatch(text_of(cell)) for cell in row if cell != ""]
    counted = [int(mark[1]) for mark in marks if mark and mark[1]]
    return len(marks) >= 3 and all(marks) and len(counted) >= 2 and counted == list(range(counted[0], counted[0] + len(counted)))


def has_nothing(cell: Any) -> bool:
    """Whether a cell is blank or says “-”, “x”, “chưa có số liệu”."""
    return isinstance(cell, str) and (not cell or cell.casefold() in NOTHING)
