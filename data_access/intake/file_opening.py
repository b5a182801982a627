"""From bytes to recognised tables: which sheet holds which of them, and what the workbook says once for all."""

from __future__ import annotations

from typing import NamedTuple

from data_access.intake.bands import bands_of
from data_access.intake.boundaries import is_boundaries
from data_access.intake.claims import Claim, claims_above, of_kind
from data_access.intake.context import Info, info_of, is_info_sheet
from data_access.intake.covers import claims_around, is_cover
from data_access.intake.files import sheets_of
from data_access.intake.head_lines import Names
from data_access.intake.headers import IGNORED_SHEETS
from data_access.intake.layout import Layout
from data_access.intake.names import fold
from data_access.intake.problems import Problems
from data_access.intake.sheets import Sheet, a1, text_of
from data_access.intake.table_blocks import layouts_of

_SHOWN_TEXTS = 6
_KEYS_TO_CODES = ("units", "unit_years", "aliases", "lineage")


class Found(NamedTuple):
    """A table found in a sheet, and what the lines above it say of its unit and year. `head` is the row of the first header of the sheet,
    `other_years` are those of the other tables of the sheet; `around` are the claims of the workbook's cover, and of “Thông tin” on the period."""

    sheet: Sheet
    layout: Layout
    info: Info
    head: int
    other_years: frozenset[int]
    around: tuple[Claim, ...] = ()


class Opened(NamedTuple):
    """A file opened, with the problems so far. `told` are its sheets “Thông tin”, `covers` those that only bear a title, `sheets` all others that
    hold anything. `drawn`: the content of a file of boundaries, which has no sheets."""

    file: str
    sheets: list[Sheet]
    told: list[Sheet]
    covers: list[Sheet]
    problems: Problems
    drawn: bytes = b""


class Recognised(NamedTuple):
    """The tables of a file; `info` holds for every sheet: what a sheet “Thông tin” says goes before the lines above a table. `said` is the
    info of “Thông tin” alone."""

    found: list[Found]
    info: Info
    said: Info


def opened(name: str, content: bytes, problems: Problems) -> Opened:
    """Open a file of any kind."""
    if is_boundaries(content):
        return Opened(name, [], [], [], problems, content)
    sheets = [one for one in sheets_of(name, content, problems) if _is_filled(one)]
    told = [one for one in sheets if is_info_sheet(one)]
    covers = [one for one in sheets if one not in told and is_cover(one)]
    others = [
        one
        for one in sheets
        if one not in told and one not in covers and fold(one.name or "") not in IGNORED_SHEETS
    ]
    return Opened(name, others, told, covers, problems)


def recognised(one: Opened, names: Names, problems: Problems) -> Recognised:
    """Find the tables in an opened file."""
    said = {
        label: value
        for sheet in reversed(one.told)
        for label, value in info_of(sheet, len(sheet.rows)).items()
    }
    bands = [band for sheet in one.sheets for band in enumerate(bands_of(sheet, names))]
    found = [table for place, band in bands for table in _tables(band, names, place, problems)]
    if not found and not one.drawn and not one.problems.has_errors:
        problems.add("nothing_recognised", sheets=[each.name for each in one.sheets if each.name])
    around = tuple(claims_around(one.covers, one.told))
    return Recognised(
        [each._replace(info={**each.info, **said}, around=around) for each in found],
        {**_agreed(found), **said},
        said,
    )


class Look(NamedTuple):
    """What was recognised in a file before any was read, by which names, and the problems of it."""

    names: Names
    recognition: Recognised
    problems: Problems

    def again(self, one: Opened, names: Names) -> Recognised:
        """The same, noted with the file, unless what was read since has brought names that a head may hold."""
        if all(now is then for now, then in zip(names, self.names, strict=True)):
            one.problems.repeat(self.problems)
            return self.recognition
        return recognised(one, names, one.problems)


def looked_at(one: Opened, names: Names) -> Look:
    """A first look into an opened file, which notes nothing with it."""
    problems = Problems(one.file)
    return Look(names, recognised(one, names, problems), problems)


def _agreed(found: list[Found]) -> Info:
    """What the lines above the tables say alike wherever they say it: it holds for sheets without such lines too. Sheets of several units agree on none."""
    said = [(label, one) for sheet in found for label, one in sheet.info.items()]
    values: dict[str, set[str]] = {}
    for label, one in said:
        values.setdefault(label, set()).add(fold(text_of(one.value)))
    return {label: one for label, one in reversed(said) if len(values[label]) == 1}


def _tables(sheet: Sheet, names: Names, place: int, problems: Problems) -> list[Found]:
    """The tables of a sheet, or of the cells of one of several tables side by side (`place` from 0)."""
    layouts, unknown = layouts_of(sheet, names)
    if place:  # a key to codes beside a table makes nobody a unit
        layouts = [one for one in layouts if one.table not in _KEYS_TO_CODES]
    if not layouts:
        if place:
            row, column = _first_cell(sheet)
            problems.add(
                "table_unrecognised", sheet.name, a1(row, column), headers=_first_texts(sheet, row)
            )
        else:
            problems.add("sheet_unrecognised", sheet.name, None, headers=_first_texts(sheet, 0))
        return []
    for row in unknown:
        problems.add("table_unrecognised", sheet.name, a1(row, 0), headers=_first_texts(sheet, row))
    years = [
        {one.value for one in of_kind(claims_above(sheet, each.top, each.start), "year")}
        for each in layouts
    ]
    head = layouts[0].start
    found: list[Found] = []
    for place, layout in enumerate(layouts):
        info = {} if layout.has_units else info_of(sheet, layout.start, layout.top)
        if place and not layout.has_units:
            info = {**found[0].info, **info}
        others = frozenset(
            one for near in (*years[:place], *years[place + 1 :]) for one in near if one
        )
        found.append(Found(sheet, layout, info, head, others))
    return found


def _first_cell(sheet: Sheet) -> tuple[int, int]:
    """Where the head of a table beside another one begins: the first row with more than one text."""
    rows = [[index for index, cell in enumerate(row) if cell != ""] for row in sheet.rows]
    row = next((number for number, row in enumerate(rows) if len(row) > 1), 0)
    return row, rows[row][0] if rows[row] else 0


def _is_filled(sheet: Sheet) -> bool:
    return any(cell != "" for row in sheet.rows for cell in row)


def _first_texts(sheet: Sheet, first: int) -> list[str]:
    """The first texts of a sheet from a row on, so that a person sees which one is meant."""
    return [
        text_of(cell)[:60] for row in sheet.rows[first : first + 10] for cell in row if cell != ""
    ][:_SHOWN_TEXTS]
