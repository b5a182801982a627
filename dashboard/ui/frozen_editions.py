"""What editions hold, opened once for everybody who reads them: shared, so never changed, and cut to what somebody may see elsewhere (`stored`)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import pandas as pd

from dashboard.access.edition import Edition
from dashboard.assessment.standing import Standing
from dashboard.meeting import compared, seals
from dashboard.plan import Plan
from dashboard.ui import frame_words as words
from dashboard.ui.own_cache import of_store
from data_access.store import Store

KEPT_EDITIONS = 8


class Opened(NamedTuple):
    """An edition as it is read: its plan, the store's tables as they were sealed (those of the assessment and the lists), the answers that people compare, the standing with its number."""

    plan: Plan
    tables: Mapping[str, pd.DataFrame]
    answers: Mapping[str, pd.DataFrame]
    standing: Standing


def of(own: Edition, store: Store) -> Opened:
    """An edition, opened."""
    return opened(own.number, own.fingerprint, store)


@of_store(show_spinner=words.OPENING_EDITION, max_entries=KEPT_EDITIONS)
def opened(number: int, fingerprint: str, _store: Store) -> Opened:
    """The edition, read once and its bytes let go."""
    own = seals.unpacked(_store.load_seal(number).content, fingerprint)
    tables = {**own.records._asdict(), **own.lists}
    return Opened(own.plan, tables, own.answers, seals.as_edition(own, number))


def changed(before: Edition, after: Edition, store: Store) -> pd.DataFrame:
    """What a later edition changed of an earlier one, unit by unit (`compared.compared`). Flags are left out: which of them are drafts is not an edition's to say."""
    rows = _changed(before.number, before.fingerprint, after.number, after.fingerprint, store)
    return rows[rows["what"] != "flag"]


@of_store(show_spinner=False, max_entries=KEPT_EDITIONS)
def _changed(one: int, one_mark: str, other: int, other_mark: str, _store: Store) -> pd.DataFrame:
    old, new = opened(one, one_mark, _store), opened(other, other_mark, _store)
    return compared.compared(old.answers, new.answers)
