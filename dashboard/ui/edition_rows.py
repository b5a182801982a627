"""Rows of the store's tables as the edition has them that a screen reads, and as they are now; cut to what the person may see, shared, so never changed."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import streamlit as st

from dashboard.access import edition
from dashboard.access.edition import Edition
from dashboard.access.visible import Sight, seen
from dashboard.assessment.rows_by_year import LARGE, RowsByYear
from dashboard.plan import clock
from dashboard.serving.view_keys import Rows
from dashboard.ui import frozen_editions
from dashboard.ui.opened import edition_of, editions, last_change, opened, sight
from dashboard.ui.own_cache import of_store
from dashboard.writing.alphabet import alphabet_key

Only = tuple[tuple[str, str | int], ...]
"""Columns with the value that rows bear there."""


def edition_in_view() -> Edition | None:
    """The edition of the year that the frame has chosen; before it has, for readers the newest that is published."""
    chosen = st.session_state.get("_choices")
    if chosen is not None:
        return edition_of(chosen.year)
    return None if sight().all else next(iter(_published()), None)


def _published() -> list[Edition]:
    return [one for one in editions() if one.state == edition.PUBLISHED]


@of_store(show_spinner=False, max_entries=80)
def _sealed_table(own: Edition, change: int, name: str, to_see: Sight) -> pd.DataFrame:
    kept = frozen_editions.of(own, opened()).tables
    return seen(name, kept[name], to_see) if name in kept else _table(change, name, to_see)


def _table(change: int, name: str, to_see: Sight) -> pd.DataFrame:
    return _held(change, name, to_see)()


@of_store(show_spinner=False, max_entries=80)
def _held(change: int, name: str, to_see: Sight) -> Callable[[], pd.DataFrame]:
    return held(seen(name, opened().load(name), to_see))


def held(rows: pd.DataFrame) -> Callable[[], pd.DataFrame]:
    """What gives the rows of a table: of years and very many they are held packed meanwhile."""
    if "year" in rows and len(rows) > LARGE:
        return RowsByYear(rows).settled().of
    return lambda: rows


@of_store(show_spinner=False, max_entries=80)
def _of_unit(change: int, name: str, only: Only, to_see: Sight) -> pd.DataFrame:
    return _part(name, only, to_see)


def _part(name: str, only: Only, to_see: Sight) -> pd.DataFrame:
    return seen(name, opened().load(name, only={part: [value] for part, value in only}), to_see)


class Tables(Rows):
    """Rows of every table by its name, as the person at this screen may see them: what a view asks for that shows such rows. Of the edition of `year`, None: of the chosen year."""

    def __init__(self, year: int | None = None) -> None:
        self.year = year

    def __getitem__(self, name: str) -> pd.DataFrame:
        return table(name, self.year)

    def part(self, name: str, **only: str | int) -> pd.DataFrame:
        return table_part(name, self.year, **only)

    def counted(self, name: str, years: tuple[int, ...]) -> pd.DataFrame:
        if self.edition is not None:
            return super().counted(name, years)
        return seen(name, opened().load(name, clock.today(), {"year": list(years)}), sight())

    @property
    def edition(self) -> int | None:
        """The number of the edition that the rows are of; None: as they are."""
        own = edition_in_view() if self.year is None else edition_of(self.year)
        return own.number if own else None


def tables(year: int | None = None) -> Tables:
    """The tables beside the figures of a year (None: of the chosen year), as one thing to give to a view."""
    return Tables(year)


def table(name: str, year: int | None = None) -> pd.DataFrame:
    """Rows of a table as they were when the figures beside them were sealed: those of the edition that the screen reads of the year (None: of the chosen year),
    where it holds the table, else the live ones."""
    own = edition_in_view() if year is None else edition_of(year)
    if own is None:
        return table_now(name)
    return _sealed_table(own, last_change(), name, sight())


def table_part(name: str, of_year: int | None = None, **only: str | int) -> pd.DataFrame:
    """The rows of `table(name, of_year)` that bear these values, as unit="U1" or year=2025; of a live table nothing else is read."""
    own = edition_in_view() if of_year is None else edition_of(of_year)
    if own is None:
        return part_now(name, **only)
    rows = _sealed_table(own, last_change(), name, sight())
    for part, value in only.items():
        rows = rows[rows[part] == value]
    return rows.reset_index(drop=True)


def part_now(name: str, **only: str | int) -> pd.DataFrame:
    """The rows of `table_now` that bear these values; those of a unit are kept."""
    asked = tuple(sorted(only.items()))
    if "unit" in only:
        return _of_unit(last_change(), name, asked, sight())
    return _part(name, asked, sight())


def table_now(name: str) -> pd.DataFrame:
    """Rows of a table as the store has them now, whatever edition the screen reads: for what is done next (forms, entries), never beside an edition's figures."""
    return _table(last_change(), name, sight())


def blocks(year: int) -> list[str]:
    """Blocks of any year as the edition read of this year has them, by the alphabet."""
    named = table("unit_years", year)["block"].dropna().unique()
    return sorted(named, key=alphabet_key)
