"""What editions hold, opened once for everybody who reads them: shared, so never changed, and cut to what somebody may see elsewhere (`stored`).

An edition that a process of its own has opened before (`serving.editions_ahead`) is read from there, any other from its seal.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

import pandas as pd

from dashboard.access.edition import Edition
from dashboard.assessment.standing import Standing
from dashboard.meeting import compared, seals
from dashboard.plan import Plan
from dashboard.serving.kept_editions import Kept, tables_of
from dashboard.ui import figures_ahead, published_ahead
from dashboard.ui import frame_words as words
from dashboard.ui.opened import opened as stored_whole
from dashboard.ui.own_cache import of_store
from data_access.store import Store

KEPT_EDITIONS = 8


class Opened(NamedTuple):
    """An edition as it is read: its plan, the store's tables as they were sealed (those of the assessment and the lists), the answers that people compare, the standing with its number."""

    plan: Plan
    tables: Mapping[str, pd.DataFrame]
    answers: Mapping[str, pd.DataFrame]
    standing: Standing


class TablesAsked(Mapping[str, pd.DataFrame]):
    """The tables of an edition, each read when it is asked for and let go again; from the seal where what was kept of them is gone."""

    def __init__(self, store: Store, name: str, fingerprint: str, kept: Kept) -> None:
        self._store, self._name, self._fingerprint = store, name, fingerprint
        self._number, self._tables = kept.standing.edition, kept.tables

    def __getitem__(self, table: str) -> pd.DataFrame:
        if table not in self:
            raise KeyError(table)
        found = figures_ahead.table_kept(self._store, self._name, self._number, table)
        return self._of_the_seal[table] if found is None else found

    def __contains__(self, table: object) -> bool:
        return table in self._tables

    def __iter__(self) -> Iterator[str]:
        return iter(self._tables)

    def __len__(self) -> int:
        return len(self._tables)

    @cached_property
    def _of_the_seal(self) -> dict[str, pd.DataFrame]:
        content = self._store.load_seal(self._number).content
        return tables_of(seals.unpacked(content, self._fingerprint))


def of(own: Edition, store: Store) -> Opened:
    """An edition, opened."""
    return opened(own.number, own.fingerprint, store)


@of_store(show_spinner=words.OPENING_EDITION, max_entries=KEPT_EDITIONS)
def opened(number: int, fingerprint: str, _store: Store) -> Opened:
    """The edition, read once and its bytes let go."""
    name, whole_store = published_ahead.name(), stored_whole()
    kept = figures_ahead.edition_kept(whole_store, name, number)
    if kept is not None:
        asked = TablesAsked(whole_store, name, fingerprint, kept)
        return Opened(kept.plan, asked, kept.answers, kept.standing)
    own = seals.unpacked(_store.load_seal(number).content, fingerprint)
    return Opened(own.plan, tables_of(own), own.answers, seals.as_edition(own, number))


def changed(before: Edition, after: Edition, store: Store) -> pd.DataFrame:
    """What a later edition changed of an earlier one, unit by unit (`compared.compared`). Flags are left out: which of them are drafts is not an edition's to say."""
    rows = _changed(before.number, before.fingerprint, after.number, after.fingerprint, store)
    return rows[rows["what"] != "flag"]


@of_store(show_spinner=False, max_entries=KEPT_EDITIONS)
def _changed(one: int, one_mark: str, other: int, other_mark: str, _store: Store) -> pd.DataFrame:
    old, new = opened(one, one_mark, _store), opened(other, other_mark, _store)
    return compared.compared(old.answers, new.answers)
