"""What the pages show of every year before anybody chooses anything else, made once after a change of data and left beside the figures: who sees all of the live figures is given it, nobody waits for a picture.

An answer lies under the name of the figures (`years_ahead.name_of`) and its own key (`view_keys.key_of`), so it is found for exactly what went into it.
"""

from __future__ import annotations

import datetime as dt
import inspect
import logging
from collections.abc import Callable
from functools import cached_property
from typing import Any

import pandas as pd

from dashboard.access.visible import Sight
from dashboard.assessment.kept_years import read_province, read_year
from dashboard.charts.drawings import drawn
from dashboard.plan import Plan
from dashboard.serving import kept_answers
from dashboard.serving.view_keys import Rows, key_of, place_of
from dashboard.serving.years_ahead import ANSWERS, SHARED, name_of, part, plan_print
from dashboard.views.choices_made import Choices
from dashboard.views.first_shown import RECIPES
from dashboard.writing.nouns import speaking
from data_access import figures_folder
from data_access.store import Store

LOG = logging.getLogger("dashboard.figures")
LARGEST, ROOM = 16 * 2**20, 384 * 2**20
"""Bytes of one answer, and of all of a store, beyond which none is kept: a page makes it when it is asked for."""


class StoreHasMovedError(Exception):
    """Somebody has stored more: what is made of these figures is shown to nobody."""


class LiveRows(Rows):
    """Every table as the store has it, for who sees all."""

    edition = None

    def __init__(self, store: Store) -> None:
        self._store = store
        self._loaded: dict[str, pd.DataFrame] = {}

    def __getitem__(self, name: str) -> pd.DataFrame:
        if name not in self._loaded:
            self._loaded[name] = self._store.load(name)
        return self._loaded[name]

    def part(self, name: str, **only: str | int) -> pd.DataFrame:
        return self._store.load(name, only={one: [value] for one, value in only.items()})


class Keeping:
    """Makes the answers of views for one state of the store and keeps them there."""

    def __init__(self, store: Store, plan: Plan, as_of: dt.date) -> None:
        self.store, self.change, self._print = store, store.last_change(), plan_print(plan)
        self.name = name_of(store, self.change, self._print, as_of)
        self.folder = figures_folder.folder_of(store)
        self.bytes = 0

    def kept(self, view: Callable[..., Any]) -> Callable[..., Any]:
        """The view, whose answer is made and kept. It raises `StoreHasMovedError`."""

        def made(*given: object) -> Any:
            call = inspect.signature(view).bind(*given)
            call.apply_defaults()
            answer = drawn(view(*given))
            key = key_of(view, call.arguments, self.change, Sight(), lambda plan: self._print)
            self._keep(place_of(key), answer)
            return answer

        return made

    def _keep(self, place: str, answer: object) -> None:
        content = kept_answers.written(answer)
        if len(content) > LARGEST or self.bytes + len(content) > ROOM:
            return
        if self.store.last_change() != self.change:
            raise StoreHasMovedError
        self.bytes += len(content)
        figures_folder.keep(self.folder, part(self.name, place), content)

    def figures(self, which: int | str) -> bytes | None:
        """A part of the figures that were worked out of this state; None where it is not there."""
        return figures_folder.kept(self.folder, part(self.name, which))

    @cached_property
    def is_done(self) -> bool:
        """Whether all answers are there already."""
        return figures_folder.is_there(self.folder, part(self.name, ANSWERS))

    def done(self) -> None:
        """Say that they are."""
        figures_folder.keep(self.folder, part(self.name, ANSWERS), b"")


def make(store: Store, plan: Plan, as_of: dt.date) -> None:
    """Make and keep every answer, the newest year first, of the figures that `years_ahead.work_out` has left; none where they are not there or the store has moved on."""
    keeping = Keeping(store, plan, as_of)
    shared = keeping.figures(SHARED)
    if shared is None or keeping.is_done:
        return
    known, tables = read_province(shared, plan, as_of), LiveRows(store)
    with speaking(plan.nouns.spoken):
        try:
            for year in reversed(known.years["year"].tolist()):
                content = keeping.figures(year)
                if content is not None:
                    _of_year(keeping, read_year(content, known, year), tables)
        except StoreHasMovedError:
            return
    keeping.done()


def _of_year(keeping: Keeping, standing: Any, tables: LiveRows) -> None:
    """One year of every page; a page that fails says so in the log, as it does to who opens it."""
    for page, recipe in RECIPES.items():
        try:
            recipe(keeping.kept, standing, tables, Choices(standing.year))
        except StoreHasMovedError:
            raise
        except Exception:
            LOG.exception("page %s of %s not made ahead", page, standing.year)
