"""What readers of editions are shown, in one name: the program, every published edition, the namings published, the nouns, the tables beside the figures that no edition holds. No change of the figures as they are makes another."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import NamedTuple

import pandas as pd

from dashboard.access import edition
from dashboard.access.edition import Edition
from dashboard.access.visible import Sight
from dashboard.assessment import kept_frames
from dashboard.meeting.open_figures import of_readers
from dashboard.plan import Plan
from dashboard.serving.years_ahead import PROGRAM
from dashboard.writing.nouns import Nouns
from data_access import figures_folder
from data_access.store import Store

KIND = "r"
"""Of what is kept of a store, the kind that is of its readers."""
NEVER = 0
"""In place of the store's last change in the key of an answer: what is published does not change with it."""
BESIDE = ("boundaries", "unit_heads")
"""Tables that pages show beside the figures and no edition holds."""


class Published(NamedTuple):
    """The published editions, newest first, what readers may see, in which nouns pages speak, what tells the rows of `BESIDE` from any others (SHA-256)."""

    editions: tuple[Edition, ...]
    sight: Sight
    nouns: Nouns
    beside: str

    @property
    def read(self) -> list[Edition]:
        """The edition of each year that readers have unless they ask for another, the newest year first."""
        years = reversed(self.sight.years or ())
        found = (edition.for_readers(self.editions, year) for year in years)
        return [one for one in found if one is not None]


def published_now(store: Store, plan: Plan, told: int, beside: str) -> Published:
    """What is published in this store. `plan`: the one in force; `told`: the number of the last step of publishing a naming; `beside`: `print_of`."""
    every = edition.editions_of(store.seals(), store.entered("published_years"))
    editions = tuple(one for one in every if one.state == edition.PUBLISHED)
    return Published(editions, of_readers(editions, told), plan.nouns.spoken, beside)


def tables_beside(store: Store) -> dict[str, pd.DataFrame]:
    """The tables `BESIDE` as the store has them."""
    return {name: store.load(name) for name in BESIDE}


def print_of(beside: Mapping[str, pd.DataFrame]) -> str:
    """What tells these rows from any others."""
    return hashlib.sha256(kept_frames.written(beside)).hexdigest()


def name_of(store: Store, now: Published) -> str:
    """How the names of the answers begin that are made of what is published."""
    read = [(one.number, one.year, one.fingerprint, str(one.published_on)) for one in now.editions]
    told = json.dumps([store.name, PROGRAM, read, now.sight, now.nouns, now.beside])
    return (
        f"{figures_folder.beginning(store, KIND)}-{hashlib.sha256(told.encode()).hexdigest()[:40]}"
    )


def edition_place(number: int | None) -> str:
    """Under which name an edition lies there as it is opened, without its tables."""
    return f"edition-{number}"


def table_place(number: int | None, table: str) -> str:
    """Under which name one of its tables lies there."""
    return f"table-{number}-{table}"
