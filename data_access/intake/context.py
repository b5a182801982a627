"""What a workbook says once for all its rows: the sheet “Thông tin”, lines above a table, titles, names of sheets and files."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePath
from typing import Any, NamedTuple

from data_access.intake.headers import INFO_LABELS, INFO_SHEETS, stage_in
from data_access.intake.matching import header_form
from data_access.intake.names import SPELLINGS, fold
from data_access.intake.sheets import Sheet, a1, text_of

_SEARCHED_ROWS = 60
_DATE = re.compile(
    r"[0-9]{1,2}\s*[/.\-]\s*[0-9]{1,2}\s*[/.\-]\s*[0-9]{2,4}|tháng [0-9]{1,2},? năm [0-9]{4}",
    re.IGNORECASE,
)
_PERIOD = re.compile(r"(19|20)[0-9]{2}\s*[-–—đến ]+\s*(19|20)[0-9]{2}")
_SAID_YEAR = re.compile(
    r"năm(?: báo cáo| đánh giá| học)?:?\s*((?:19|20)[0-9]{2})(?![0-9])", re.IGNORECASE
)
_BARE_YEAR = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})(?![0-9])")
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


def info_of(sheet: Sheet, until: int) -> Info:
    """label → value for the pairs in the rows before `until`: in two cells of a row, or “Tên đơn vị: Sở A” in one."""
    found: Info = {}
    for number, row in enumerate(sheet.rows[: min(until, _SEARCHED_ROWS)]):
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
    if fold(text_of(text)) not in _MEASURES:
        found.setdefault(label, Said(text, sheet, a1(row, index)))


def _is_label(cell: Any) -> bool:
    return isinstance(cell, str) and fold(cell) in INFO_LABELS


def years_in(texts: Iterable[str]) -> set[int]:
    """The years that titles or names speak of: those after “năm” if there are any; never those of dates and periods.

    `years_in(["Giai đoạn 2019 - 2025", "Kết quả năm 2022"]) == {2022}`
    """
    bare = [_PERIOD.sub(" ", _DATE.sub(" ", text)) for text in texts]
    said = {int(year) for text in bare for year in _SAID_YEAR.findall(text)}
    return said or {int(year) for text in bare for year in _BARE_YEAR.findall(text)}


def titles(sheet: Sheet, until: int) -> list[str]:
    """The lines of text above row `until`, the cells of a row joined: “Năm báo cáo 2022”."""
    lines = [" ".join(text_of(cell) for cell in row if cell != "") for row in sheet.rows[:until]]
    return [one for one in lines if one]


def told_years(sheet: Sheet, until: int) -> dict[str, int]:
    """place (`title`, `sheet`, `file`) → the one year that it tells, surest place first."""
    said = [text for text in titles(sheet, until) if _SAID_YEAR.search(text)]
    places = {
        "title": said,
        "sheet": [sheet.name or ""],
        "file": [PurePath(sheet.file).stem.replace("_", " ")],
    }
    return {
        place: years.pop() for place, texts in places.items() if len(years := years_in(texts)) == 1
    }


def told_stage(sheet: Sheet, until: int) -> str | None:
    """The stage that the sheet's name tells, else a title."""
    found = (stage_in(text) for text in [sheet.name or "", *titles(sheet, until)])
    return next((one for one in found if one), None)
