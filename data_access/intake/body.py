"""The rows of a table without what is no row: blanks, numbering, repeated headers, totals, signatures."""
from __future__ import annotations

import re
from typing import Any, NamedTuple

from data_access.intake.layout import Layout
from data_access.intake.matching import NameIndex
from data_access.intake.names import SPELLINGS, fold
from data_access.intake.sheets import Sheet, text_of

_TOTALS = tuple(map(fold, SPELLINGS["totals"]))
_BEGIN_TOTALS = tuple(f"{one} " for one in _TOTALS if " " in one)
_BEGIN_TOTALS_OF_CRITERIA = tuple(one for one in _BEGIN_TOTALS if one != f"{fold('tổng số')} ")  # “Tổng số văn bản” may be a criterion that the plan lacks: asked, not dropped
_FOOTERS = tuple(map(fold, SPELLINGS["footers"]))
_MARK = re.compile(r"\(?([0-9]{1,2})\)?(?:\s*=.*)?|\(?[A-ZĐ]\)?")
NOTHING = frozenset(one.casefold() for one in SPELLINGS["nothing"])


class Body(NamedTuple):
    """`rows` with their `numbers` (from 0), and how many rows were left out as totals, signatures or repeated headers."""

    rows: list[list[Any]]
    numbers: list[int]
    left_out: int


def body_of(sheet: Sheet, layout: Layout, criteria: NameIndex) -> Body:
    """The data rows below the header. A row of a criterion of the plan is one, whatever its name begins with."""
    head = sheet.rows[layout.end]
    named = layout.indices("criterion", "criterion_name")
    keys = sorted({0, *layout.indices("unit", "name", "part"), *named})
    rows, numbers, left_out = [], [], 0
    for number in range(layout.end + 1, len(sheet.rows)):
        row = sheet.rows[number]
        if not any(cell != "" for cell in row):
            continue
        if (number == layout.end + 1 and _is_numbering(row)) or row == head or _is_total(row, keys, named, criteria) or _is_footer(row):
            left_out += 1
            continue
        rows.append(row)
        numbers.append(number)
    return Body(rows, numbers, left_out)


def _is_total(row: list[Any], keys: list[int], named: list[int], criteria: NameIndex) -> bool:
    adding = [index for index in keys if _adds_up(row[index], index in named)]
    return bool(adding) and not any(text_of(row[index]) in criteria for index in named)


def _adds_up(cell: Any, names_criteria: bool) -> bool:
    if not isinstance(cell, str) or not cell or cell[0] not in "tTcCbB":
        return False
    words = fold(cell)
    return words in _TOTALS or words.startswith(_BEGIN_TOTALS_OF_CRITERIA if names_criteria else _BEGIN_TOTALS)


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
