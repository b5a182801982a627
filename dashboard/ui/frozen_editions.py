"""What editions hold, opened once for everybody who reads them: shared, so never changed, and cut to what somebody may see elsewhere (`stored`)."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from dashboard.access.edition import Edition
from dashboard.assessment.standing import Standing
from dashboard.meeting import compared, seals
from dashboard.plan import Plan
from dashboard.ui import frame_words as words
from dashboard.ui.own_cache import of_store
from data_access.store import Store

KEPT_EDITIONS = 8


@of_store(show_spinner=words.OPENING_EDITION, max_entries=KEPT_EDITIONS)
def sealed(number: int, fingerprint: str, _opened: Store) -> seals.Sealed:
    """Everything that a seal holds."""
    return seals.unpacked(_opened.load_seal(number).content, fingerprint)


@of_store(show_spinner=words.OPENING_EDITION, max_entries=KEPT_EDITIONS)
def standing(number: int, fingerprint: str, _opened: Store) -> Standing:
    """The standing of an edition, bearing its number."""
    return seals.as_edition(sealed(number, fingerprint, _opened), number)


def plan(number: int, fingerprint: str, opened: Store) -> Plan:
    """The plan by which an edition was worked out."""
    return sealed(number, fingerprint, opened).plan


def tables(number: int, fingerprint: str, opened: Store) -> Mapping[str, pd.DataFrame]:
    """The store's tables as they were sealed: those of the assessment and the lists."""
    own = sealed(number, fingerprint, opened)
    return {**own.records._asdict(), **own.lists}


def changed(before: Edition, after: Edition, opened: Store) -> pd.DataFrame:
    """What a later edition changed of an earlier one, unit by unit (`compared.compared`). Flags are left out: which of them are drafts is not an edition's to say."""
    rows = _changed(before.number, before.fingerprint, after.number, after.fingerprint, opened)
    return rows[rows["what"] != "flag"]


@of_store(show_spinner=False, max_entries=KEPT_EDITIONS)
def _changed(one: int, one_mark: str, other: int, other_mark: str, _opened: Store) -> pd.DataFrame:
    old, new = sealed(one, one_mark, _opened), sealed(other, other_mark, _opened)
    return compared.compared(old.answers, new.answers)
