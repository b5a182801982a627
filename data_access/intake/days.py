"""Columns of dates: what is no date is quoted, never repaired."""
from __future__ import annotations

import pandas as pd

from data_access.intake.body import has_nothing
from data_access.intake.dates import Day, parse_day
from data_access.intake.problems import Problems
from data_access.intake.sheets import text_of

_NONE = Day(None)


def days(rows: pd.DataFrame, column: str, problems: Problems, essential: bool = False) -> pd.Series:
    """The column as datetime64 (NaT = none). A bad date of an essential column is an error; elsewhere a warning, and the date is left out."""
    read = [_NONE if has_nothing(cell) else parse_day(cell) for cell in rows[column]]
    doubts = pd.Series([day.doubt for day in read], index=rows.index, dtype=object)
    for doubt in ("date_unreadable", "date_impossible"):
        wrong = rows[doubts.eq(doubt)]
        problems.add_each(doubt if essential else "date_dropped", wrong, text=wrong[column].map(text_of), column=column)
    return pd.to_datetime(pd.Series([day.date for day in read], index=rows.index, dtype=object))


def note_filed_early(rows: pd.DataFrame, problems: Problems) -> None:
    """A report of a year cannot have been filed before that year began."""
    early = rows[rows["submitted_on"].dt.year.lt(rows["year"]).fillna(False)]
    for (day, year), group in early.groupby(["submitted_on", "year"], sort=False):
        first = group.iloc[0]
        problems.add("filed_before_year", first["sheet"], first["cell"], date=day, year=year)
