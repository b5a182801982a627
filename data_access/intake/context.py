"""What a workbook says once for all its rows as pairs of label and value: in a sheet “Thông tin”, in lines above a table."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from data_access.intake.headers import INFO_LABELS, INFO_SHEETS
from data_access.intake.matching import header_form
from data_access.intake.names import SPELLINGS, fold
from data_access.intake.sheets import Sheet, a1, text_of

_SEARCHED_ROWS = 60
_YEAR_BEHIND = re.compile(r"\s*[-–—,;(]?\s*năm\s+(?:19|20)[0-9]{2}\s*\)?$", re.IGNORECASE)
_MEASURES = frozenset(fold(one) or one for words in SPELLINGS["figures"].values() for one in words)


class Said(NamedTuple):
    """A value that a workbook gives for everything in it, and where it stands."""

    value: Any
    sheet: str | None
    cell: str


Info = dict[str, Said]


def is_info_sheet(sheet: Sheet) -> bool:
    """Whether the sheet is a “Thông tin” of label and value pairs, by its name or by what stands in it."""
    labels = info_of(sheet, len(sheet.rows))
    if fold(sheet.name or "") in INFO_SHEETS:
        return bool(labels)
    rows = {said.cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") for said in labels.values()}
    return (
        len(rows) >= 3
        and bool(labels.keys() & {"unit", "name"})
        and bool(labels.keys() & {"year", "submitted_on"})
    )


def info_of(sheet: Sheet, until: int, first: int = 0) -> Info:
    """label → value for the pairs in the rows from `first` to before `until`: in two cells of a row, or “Tên đơn vị: Sở A” in one."""
    found: Info = {}
    for number, row in enumerate(sheet.rows[first : min(until, first + _SEARCHED_ROWS)], first):
        cells = [(index, cell) for index, cell in enumerate(row) if cell != ""]
        for (index, cell), following in zip(cells, [*cells[1:], None]):
            _note_pair(found, sheet.name, number, (index, cell), following)
    return found


def _note_pair(
    found: Info,
    sheet: str | None,
    row: int,
    cell: tuple[int, Any],
    following: tuple[int, Any] | None,
) -> None:
    index, text = cell
    if not isinstance(text, str):
        return
    label = INFO_LABELS.get(fold(text)) or INFO_LABELS.get(header_form(text))
    if label and following and not _is_label(following[1]):
        index, text = following
    elif (
        ":" in text
        and (label := INFO_LABELS.get(fold(text.split(":", 1)[0])))
        and text.split(":", 1)[1].strip()
    ):
        text = text.split(":", 1)[1].strip()
    else:
        return
    if label == "name" and isinstance(text, str):
        text = _YEAR_BEHIND.sub("", text)
    if fold(text_of(text)) not in _MEASURES:
        found.setdefault(label, Said(text, sheet, a1(row, index)))


def _is_label(cell: Any) -> bool:
    return isinstance(cell, str) and fold(cell) in INFO_LABELS
