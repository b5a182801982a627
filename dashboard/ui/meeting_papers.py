"""What meetings print and show, for the screens: seals opened, packs, decks, each made once for the same figures and entries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

import pandas as pd

from dashboard.access import edition
from dashboard.deck import making
from dashboard.deck.agenda import Agenda
from dashboard.deck.assemble import Deck
from dashboard.exports.report.beside_figures import READINESS
from dashboard.exports.report.pack import Pack
from dashboard.meeting import packs, sealing
from dashboard.plan import Plan, clock
from dashboard.ui import frozen_editions, meeting_store, stored
from dashboard.ui.frozen_editions import Opened
from dashboard.ui.memo import kept
from dashboard.ui.own_cache import of_store

KEPT_PACKS = 4


def sealed(number: int, fingerprint: str) -> Opened:
    """An edition as it was sealed; shared between sessions, so never changed."""
    stored.require("see_drafts")
    return frozen_editions.opened(number, fingerprint, stored.store())


def sealed_readiness(own: pd.DataFrame, number: int) -> pd.DataFrame | None:
    """What was ready when an edition was sealed (`readiness.COLUMNS`); None for one of an earlier program. In: the seals, its number."""
    return sealed(number, meeting_store.seal_row(own, number).fingerprint).tables.get(READINESS)


def pack(asked: int, milestone: str, until: dt.date | None = None, inner: bool = False) -> Pack:
    """The pack of an edition (with what was entered up to the end of a day), or of the figures as they are (`AS_THEY_ARE`); made once for the same figures and entries.

    `inner`: a copy for the secretariat alone, with the namings that are drafts.
    """
    stored.require("print")
    return _pack(
        asked,
        milestone,
        until,
        inner,
        stored.last_change(),
        stored.fingerprint(stored.plan()),
        meeting_store.entered_up_to(),
        clock.today(),
    )


@of_store(show_spinner=False, max_entries=KEPT_PACKS)
def _pack(
    asked: int,
    milestone: str,
    until: dt.date | None,
    inner: bool,
    change: int,
    plan_print: str,
    said: tuple,
    today: dt.date,
) -> Pack:
    if until is None:
        return packs.pack_from(figures(asked, milestone, inner))
    return packs.pack(stored.store(), stored.plan(), milestone, today, asked, until, inner)


def figures(asked: int | None, milestone: str, inner: bool = False) -> sealing.Figures:
    """The figures of a milestone as papers and decks read them (`sealing.figures`), with what was entered; made once for the same figures and entries, shared, so never changed."""
    stored.require("see_drafts")
    return _figures(
        edition.for_papers(stored.editions(), milestone, asked) or edition.AS_THEY_ARE,
        milestone,
        inner,
        stored.last_change(),
        stored.fingerprint(stored.plan()),
        meeting_store.entered_up_to(),
        clock.today(),
    )


@of_store(show_spinner="Đang tính số liệu …", max_entries=KEPT_PACKS)
def _figures(
    asked: int,
    milestone: str,
    inner: bool,
    change: int,
    plan_print: str,
    said: tuple,
    today: dt.date,
) -> sealing.Figures:
    if asked != edition.AS_THEY_ARE:
        return sealing.figures_of_seal(stored.store(), asked, inner=inner)
    standing = stored.live(sealing.year_of_paper(stored.plan(), milestone))
    return sealing.figures_of(stored.store(), standing, milestone, inner)


def deck(agenda: Agenda, inner: bool = False) -> Deck:
    """The deck of an agenda from the figures that it asks for; made once for the same figures, entries and agenda. `inner`: for the secretariat alone, with draft namings."""
    own = edition.for_papers(stored.editions(), agenda.milestone, agenda.seal)
    return kept(_deck)(
        agenda.model_dump_json(),
        own,
        inner,
        stored.plan(),
        meeting_store.entered_up_to(),
        clock.today(),
    )


def _deck(
    agenda_text: str,
    asked: int | None,
    inner: bool,
    plan: Plan,
    said: tuple[int, ...],
    today: dt.date,
) -> Deck:
    agenda = Agenda.model_validate_json(agenda_text)
    own = figures(asked or edition.AS_THEY_ARE, agenda.milestone, inner)
    return making.deck_from(agenda, own)


def seal(milestone: str, as_of: dt.date, waived: Sequence[str], **about: Any) -> sealing.Made:
    """Seal the figures and waive what they lack, all of it or nothing. `about`: name, who, note, and the ground of what is waived. Raises `MeetingError`, `StoreError`."""
    return sealing.seal(stored.store(), stored.plan(), milestone, as_of, waived=waived, **about)


def seal_and_publish(
    milestone: str, as_of: dt.date, name: str, who: str, ground: str, waived: Sequence[str]
) -> sealing.Made:
    """Seal the figures, waive for the ground what they lack, publish them: all of it or nothing. Raises `MeetingError`, `StoreError`."""
    about = {"name": name, "who": who, "ground": ground, "waived": waived, "publish": True}
    return sealing.seal(stored.store(), stored.plan(), milestone, as_of, **about)
