"""From bytes to recognised sheets: which sheet holds which table, and what the workbook says once for all."""
from __future__ import annotations

from typing import NamedTuple

from data_access.intake.context import Info, info_of, is_info_sheet
from data_access.intake.files import sheets_of
from data_access.intake.headers import IGNORED_SHEETS
from data_access.intake.layout import Layout, find_layout
from data_access.intake.matching import NameIndex
from data_access.intake.names import fold
from data_access.intake.problems import Problems
from data_access.intake.sheets import Sheet, text_of

_SHOWN_TEXTS = 6


class Found(NamedTuple):
    """A sheet with the table found in it."""

    sheet: Sheet
    layout: Layout


class Opened(NamedTuple):
    """A file opened and recognised, with the problems so far."""

    file: str
    found: list[Found]
    info: Info
    problems: Problems


def opened(name: str, content: bytes, criteria: NameIndex) -> Opened:
    """Open a file of any kind and find the tables in it."""
    problems = Problems(name)
    sheets = [one for one in sheets_of(name, content, problems) if _is_filled(one)]
    told = [one for one in sheets if is_info_sheet(one)]
    info = {label: said for sheet in reversed(told) for label, said in info_of(sheet, len(sheet.rows)).items()}
    found = _found([one for one in sheets if one not in told and fold(one.name or "") not in IGNORED_SHEETS], criteria, problems)
    if not found and not problems.has_errors:
        problems.add("nothing_recognised", sheets=[one.name for one in sheets if one.name])
    for sheet, layout in found:
        if not layout.fields & {"unit", "name"}:
            info = {**info_of(sheet, layout.start), **info}
    return Opened(name, found, info, problems)


def _found(sheets: list[Sheet], criteria: NameIndex, problems: Problems) -> list[Found]:
    found = [(sheet, find_layout(sheet, criteria)) for sheet in sheets]
    for sheet, layout in found:
        if layout is None:
            problems.add("sheet_unrecognised", sheet.name, None, headers=_first_texts(sheet))
    return [Found(sheet, layout) for sheet, layout in found if layout]


def _is_filled(sheet: Sheet) -> bool:
    return any(cell != "" for row in sheet.rows for cell in row)


def _first_texts(sheet: Sheet) -> list[str]:
    """The first texts of a sheet, so that a person sees which one is meant."""
    return [text_of(cell)[:60] for row in sheet.rows[:10] for cell in row if cell != ""][:_SHOWN_TEXTS]
