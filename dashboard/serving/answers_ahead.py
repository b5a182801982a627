"""What the pages show of every year before anybody chooses anything else, made once after a change of data and left beside the figures: who sees all of the live figures is given it, nobody waits for a picture.

An answer lies under the name of the figures (`years_ahead.name_of`) and its own key (`view_keys.key_of`), so it is found for exactly what went into it. What readers of editions are given is made so in `editions_ahead`.
"""

from __future__ import annotations

import datetime as dt
import inspect
import logging
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from itertools import product
from typing import Any, TypeVar

import pandas as pd

from dashboard.access.visible import Sight
from dashboard.assessment.kept_years import read_province, read_year
from dashboard.assessment.standing import Standing
from dashboard.charts.drawings import drawn
from dashboard.plan import Plan
from dashboard.serving import kept_answers
from dashboard.serving.view_keys import Rows, key_of, place_of
from dashboard.serving.weights import Weighed, written_out
from dashboard.serving.years_ahead import ANSWERS, SHARED, name_of, part, plan_print
from dashboard.views.choices_made import Choices
from dashboard.views.first_shown import (
    MOST_OPENED,
    RECIPES,
    Kept,
    field_that_stays,
    first_field,
)
from dashboard.writing.nouns import speaking
from data_access import figures_folder
from data_access.store import Store

LOG = logging.getLogger("dashboard.figures")
Year = TypeVar("Year")
LARGEST, ROOM = 16 * 2**20, 384 * 2**20
"""Bytes of one answer, and of all of a store, beyond which none is kept: a page makes it when it is asked for."""


class StoreHasMovedError(Exception):
    """Somebody has stored more: what is made of these figures is shown to nobody."""


class LiveRows(Rows):
    """Every table as the store has it, for who sees all."""

    edition = None

    def __init__(self, store: Store, as_of: dt.date) -> None:
        self._store, self._as_of = store, as_of
        self._loaded: dict[str, pd.DataFrame] = {}

    def __getitem__(self, name: str) -> pd.DataFrame:
        if name not in self._loaded:
            self._loaded[name] = self._store.load(name)
        return self._loaded[name]

    def part(self, name: str, **only: str | int) -> pd.DataFrame:
        return self._store.load(name, only={one: [value] for one, value in only.items()})

    def counted(self, name: str, years: tuple[int, ...]) -> pd.DataFrame:
        return self._store.load(name, self._as_of, {"year": list(years)})


class Keeping:
    """Makes the answers of views and keeps them under a name, for whom `sight` says, by the plan of this print. `change`: that of the store which goes in; `is_current` is asked before each is kept."""

    def __init__(
        self,
        store: Store,
        name: str,
        *,
        change: int,
        sight: Sight,
        own_print: str,
        is_current: Callable[[], bool] = lambda: True,
    ) -> None:
        self.name, self.folder, self.is_current = name, figures_folder.folder_of(store), is_current
        self._change, self._sight, self._print = change, sight, own_print
        self.bytes = 0

    def kept(self, view: Callable[..., Any]) -> Callable[..., Any]:
        """The view, whose answer is taken from there, else made and kept. It raises `StoreHasMovedError`."""

        def made(*given: object) -> Any:
            call = inspect.signature(view).bind(*given)
            call.apply_defaults()
            key = key_of(view, call.arguments, self._change, self._sight, lambda _: self._print)
            known = figures_folder.kept(self.folder, part(self.name, place_of(key)))
            if known is not None:
                return kept_answers.read(known).answer
            made = written_out(drawn(view(*given)))
            self._keep(place_of(key), made)
            return made.answer

        return made

    def _keep(self, place: str, made: Weighed) -> None:
        content = kept_answers.written(made)
        if len(content) > LARGEST or self.bytes + len(content) > ROOM:
            return
        if not self.is_current():
            raise StoreHasMovedError
        self.bytes += len(content)
        figures_folder.keep(self.folder, part(self.name, place), content)


def live(store: Store, plan: Plan, as_of: dt.date) -> Keeping:
    """Keeps what is made of the figures as they are, for who sees all of them."""
    change, own_print = store.last_change(), plan_print(plan)
    return Keeping(
        store,
        name_of(store, change, own_print, as_of),
        change=change,
        sight=Sight(),
        own_print=own_print,
        is_current=lambda: store.last_change() == change,
    )


def make(store: Store, plan: Plan, as_of: dt.date, *, newest: bool = False) -> None:
    """Make and keep every answer, the pages opened most first and of each the newest year, of the figures that `years_ahead.work_out` has left; none where they are not there or the store has moved on. `newest`: only of the newest year, of the pages opened most."""
    keeping = live(store, plan, as_of)
    shared = _figures(keeping, SHARED)
    if shared is None or figures_folder.is_there(keeping.folder, part(keeping.name, ANSWERS)):
        return
    known, tables = read_province(shared, plan, as_of), LiveRows(store, as_of)
    turns = [*in_turn(reversed(known.years["year"].tolist()))]
    with speaking(plan.nouns.spoken):
        try:
            opened_at = None
            for pages, year in turns[:1] if newest else turns:
                content = _figures(keeping, year)
                if content is not None:
                    standing = read_year(content, known, year)
                    opened_at = of_year(keeping.kept, standing, tables, pages, opened_at)
        except StoreHasMovedError:
            return
    if not newest:
        figures_folder.keep(keeping.folder, part(keeping.name, ANSWERS), b"")


def in_turn(years: Iterable[Year]) -> Iterator[tuple[Collection[str], Year]]:
    """Which pages of which year are made one after the other: first of every year the pages opened most."""
    return product((MOST_OPENED, RECIPES.keys() - MOST_OPENED), years)


def _figures(keeping: Keeping, which: int | str) -> bytes | None:
    """A part of the figures that were worked out of this state; None where it is not there."""
    return figures_folder.kept(keeping.folder, part(keeping.name, which))


def of_year(
    kept: Kept,
    standing: Standing,
    tables: Rows,
    pages: Collection[str],
    opened_at: str | None = None,
) -> str | None:
    """One year of these pages, in the order in which they are opened; a page that fails says so in the log, as it does to who opens it. `opened_at`: the block with which pages were opened at the newest year, given on for the next; None: this is it."""
    for page in [one for one in RECIPES if one in pages]:
        with _page(page, standing):
            RECIPES[page](kept, standing, tables, Choices(standing.year))
    with _page("trends", standing):
        if opened_at is None:
            return first_field(kept, standing)
        field_that_stays(kept, standing, opened_at)
    return opened_at


@contextmanager
def _page(page: str, standing: Standing) -> Iterator[None]:
    try:
        yield
    except StoreHasMovedError:
        raise
    except Exception:
        LOG.exception("page %s of %s not made ahead", page, standing.year)
