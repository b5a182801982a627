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
    """A sheet with the table found in it, and what the lines above the table say of its unit and year."""

    sheet: Sheet
    layout: Layout
    info: Info


class Opened(NamedTuple):
    """A file opened and recognised, with the problems so far; `info` holds for every sheet: what a sheet “Thông tin” says goes before the lines above a table."""

    file: str
    found: list[Found]
    info: Info
    problems: Problems


def opened(name: str, content: bytes, criteria: NameIndex) -> Opened:
    """Open a file of any kind and find the tables in it."""
    problems = Problems(name)
    sheets = [one for one in sheets_of(name, content, problems) if _is_filled(one)]
    told = [one for one in sheets if is_info_sheet(one)]
    info = {
        label: said
        for sheet in reversed(told)
        for label, said in info_of(sheet, len(sheet.rows)).items()
    }
    found = _found(
        [one for one in sheets if one not in told and fold(one.name or "") not in IGNORED_SHEETS],
        criteria,
        problems,
    )
    if not found and not problems.has_errors:
        problems.add("nothing_recognised", sheets=[one.name for one in sheets if one.name])
    return Opened(
        name,
        [one._replace(info={**one.info, **info}) for one in found],
        {**_agreed(found), **info},
        problems,
    )


def _agreed(found: list[Found]) -> Info:
    """What the lines above the tables say alike wherever they say it: it holds for sheets without such lines too. Sheets of several units agree on none."""
    said = [(label, one) for sheet in found for label, one in sheet.info.items()]
    values: dict[str, set[str]] = {}
    for label, one in said:
        values.setdefault(label, set()).add(fold(text_of(one.value)))
    return {label: one for label, one in reversed(said) if len(values[label]) == 1}


def _found(sheets: list[Sheet], criteria: NameIndex, problems: Problems) -> list[Found]:
    found = [(sheet, find_layout(sheet, criteria)) for sheet in sheets]
    for sheet, layout in found:
        if layout is None:
            problems.add("sheet_unrecognised", sheet.name, None, headers=_first_texts(sheet))
    return [
        Found(
            sheet, layout, {} if layout.fields & {"unit", "name"} else info_of(sheet, layout.start)
        )
        for sheet, layout in found
        if layout
    ]


def _is_filled(sheet: Sheet) -> bool:
    return any(cell != "" for row in sheet.rows for cell in row)


def _first_texts(sheet: Sheet) -> list[str]:
    """The first texts of a sheet, so that a person sees which one is meant."""
    return [text_of(cell)[:60] for row in sheet.rows[:10] for cell in row if cell != ""][
        :_SHOWN_TEXTS
    ]
