"""Cells of dates: what is no date is quoted, never repaired."""

from __future__ import annotations

import datetime as dt

from data_access.intake.body import has_nothing
from data_access.intake.cell_dates import parse_day
from data_access.intake.problems import Problems
from data_access.intake.rows import Row
from data_access.intake.sheets import text_of

_REPORTED_FROM = 10  # the month from which a year is reported


def day(row: Row, column: str, problems: Problems, essential: bool = False) -> dt.date | None:
    """The date in a cell, None = nothing or no date. A bad date of an essential column is an error; elsewhere a warning: it is left out."""
    cell = row.cells[column]
    if has_nothing(cell):
        return None
    read = parse_day(cell)
    if read.doubt:
        problems.add(
            read.doubt if essential else "date_dropped",
            row.sheet,
            row.at(column),
            text=text_of(cell),
            column=column,
        )
    return read.date


def note_filed_early(row: Row, filed: dt.date | None, year: int, problems: Problems) -> None:
    """A report of a year cannot have been filed before that year began."""
    if filed is not None and filed.year < year:
        problems.add("filed_before_year", row.sheet, row.at("submitted_on"), date=filed, year=year)


def note_filed_within_year(row: Row, filed: dt.date | None, year: int, problems: Problems) -> bool:
    """Figures that were filed in the first nine months of their year are hardly of the whole of it: asked. Answers whether it was."""
    is_within = filed is not None and filed.year == year and filed.month < _REPORTED_FROM
    if is_within:
        problems.add("filed_within_year", row.sheet, row.at("submitted_on"), date=filed, year=year)
    return is_within
