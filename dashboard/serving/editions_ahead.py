"""What the pages show of published editions before anybody chooses anything else, made once after a publication: members of the council read editions, and wait for no picture either.

Everything lies under the name of what is published (`published_now.name_of`); what was made of anything published before is let go.
"""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from dashboard.access.edition import Edition
from dashboard.access.permissions import shows_editions
from dashboard.access.visible import Sight, seen, shown
from dashboard.assessment.standing import Standing
from dashboard.meeting import seals
from dashboard.plan import Plan
from dashboard.serving import kept_editions
from dashboard.serving.answers_ahead import Keeping, StoreHasMovedError, of_year
from dashboard.serving.published_now import (
    NEVER,
    Published,
    edition_place,
    name_of,
    print_of,
    published_now,
    table_place,
    tables_beside,
)
from dashboard.serving.view_keys import Rows
from dashboard.serving.years_ahead import ANSWERS, part, plan_print
from dashboard.views.first_shown import RECIPES
from dashboard.writing.nouns import speaking
from data_access import figures_folder
from data_access.store import Store

READ = [page for page in RECIPES if shows_editions(page)]
"""The pages that are made ahead and readers may open."""


class EditionRows(Rows):
    """Every table as readers have it beside an edition. Errors: `KeyError` for one that neither the edition nor `published_now.BESIDE` holds: its page is not made ahead."""

    def __init__(self, number: int, held: Mapping[str, pd.DataFrame], sight: Sight) -> None:
        self._number, self._held, self._sight = number, held, sight

    @property
    def edition(self) -> int | None:
        return self._number

    def __getitem__(self, name: str) -> pd.DataFrame:
        return seen(name, self._held[name], self._sight)


class Readers:
    """Readers of a store: what is published to them, and what lies beside it, all of one moment."""

    def __init__(self, store: Store, plan: Plan) -> None:
        self.change = store.last_change()
        self.steps, self.beside = store.entered("publications"), tables_beside(store)
        told = 0 if self.steps.empty else int(self.steps["id"].max())
        self.now: Published = published_now(store, plan, told, print_of(self.beside))
        self.store, self.name = store, name_of(store, self.now)

    def keeping(self, plan: Plan) -> Keeping:
        """Keeps what is made of an edition by its plan. It ends where anything is stored meanwhile, which may be an erasure; who comes next has it taken up again."""
        return Keeping(
            self.store,
            self.name,
            change=NEVER,
            sight=self.now.sight,
            own_print=plan_print(plan),
            is_current=lambda: self.store.last_change() == self.change,
        )


def make(store: Store, plan: Plan) -> None:
    """Make and keep every answer of every published year, the newest first. `plan`: the one in force, which says in which nouns. Errors: `OSError`, `StoreError`, `ValueError` for an edition that is not as it was sealed."""
    readers = Readers(store, plan)
    folder = figures_folder.prepared(figures_folder.folder_of(store))
    with speaking(readers.now.nouns):
        try:
            opened_at = None
            for own in readers.now.read:
                opened_at = of_edition(readers, own, opened_at)
        except StoreHasMovedError:
            return
    figures_folder.keep(folder, part(readers.name, ANSWERS), b"")
    figures_folder.let_go(store, readers.name)


def of_edition(readers: Readers, own: Edition, opened_at: str | None) -> str | None:
    """An edition as it is opened, then every page of it as its readers see it. `opened_at`: as `of_year`."""
    sealed = seals.unpacked(readers.store.load_seal(own.number).content, own.fingerprint)
    whole, sight = seals.as_edition(sealed, own.number), readers.now.sight
    _keep_opened(readers, sealed, whole)
    standing = shown(whole, seen("publications", readers.steps, sight), sight)
    rows = EditionRows(own.number, {**readers.beside, **kept_editions.tables_of(sealed)}, sight)
    return of_year(readers.keeping(sealed.plan).kept, standing, rows, READ, opened_at)


def _keep_opened(readers: Readers, sealed: seals.Sealed, whole: Standing) -> None:
    folder = figures_folder.folder_of(readers.store)
    for name, rows in kept_editions.tables_of(sealed).items():
        place = part(readers.name, table_place(whole.edition, name))
        figures_folder.keep(folder, place, kept_editions.written_table(rows))
    place = part(readers.name, edition_place(whole.edition))
    figures_folder.keep(folder, place, kept_editions.written(sealed, whole))
