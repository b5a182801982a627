"""What meetings keep, for the screens: seals, conclusions, replies, publications. Entries are few: read anew after each deed, what is made of them kept (papers and decks: `meeting_papers.py`)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.access import beside_flags, publication
from dashboard.access.visible import Sight
from dashboard.assessment.standing import Standing
from dashboard.exports.report.beside_figures import Entered
from dashboard.meeting import entered_until, ready_to_seal
from dashboard.meeting.readiness import Item
from dashboard.plan import Milestone, clock
from dashboard.ui import drafts, stored
from dashboard.ui.memo import kept
from dashboard.ui.opened import last_deed
from dashboard.ui.own_cache import of_store
from dashboard.ui.this_run import asked_once
from dashboard.views import counted_flags
from dashboard.views.dues import next_dues
from dashboard.views.result_doubts import doubts

ROUND = "_meeting_round"


def all_seals() -> pd.DataFrame:
    """Every seal, newest first, without content."""
    return stored.store().seals()


def seal_row(rows: pd.DataFrame, number: int) -> Any:
    """One of the seals of `all_seals` by its number, with its columns as attributes."""
    return next(rows[rows["id"] == number].itertuples(index=False))


def template_content() -> bytes | None:
    """The office's own Word document whose look the papers take; None without one."""
    used = stored.store().word_template()
    return used.content if used else None


@asked_once
def entered() -> Entered:
    """Conclusions with their state, replies, publications, as far as the person may see them; shared, so never changed."""
    stored.require("read")
    return _entered(last_deed(), stored.sight())


@of_store(show_spinner=False, max_entries=8)
def _entered(deed: str, to_see: Sight) -> Entered:
    """Kept by the head of the journal, in which every entry stands."""
    return entered_until.entered(stored.store())


@asked_once
def entered_up_to() -> tuple[int, ...]:
    """What tells two states of what people entered apart: the number of the last row of each table."""
    store = stored.store()
    return tuple(
        store.newest(table)
        for table in (
            "conclusions",
            "conclusion_steps",
            "replies",
            "publications",
            "published_years",
            "disciplines",
            "waivers",
            "nominees",
            "vote_counts",
            "votes",
        )
    )


def stated(standing: Standing) -> pd.DataFrame:
    """The named flags of a standing with how far their naming is (`publication.with_states`)."""
    said = entered()
    return publication.with_states(
        kept(counted_flags.named)(standing),
        said.publications,
        said.replies,
        standing.plan.reply_days,
        clock.today(),
    )


def beside(standing: Standing) -> dict[tuple, beside_flags.Beside]:
    """What stands beside the flags of a standing: “dự thảo” or “đã công bố ngày …”, and units' replies (`beside_flags.beside`); made once for the same entries."""
    return kept(_beside)(standing, entered_up_to(), clock.today())


def _beside(
    standing: Standing, _up_to: tuple[int, ...], today: dt.date
) -> dict[tuple, beside_flags.Beside]:
    said = entered()
    return beside_flags.beside(
        kept(counted_flags.named)(standing),
        said.publications,
        said.replies,
        standing.plan.reply_days,
        today,
    )


def dues() -> dict[str, str]:
    """Unit → what it owes a meeting next, and until when (`views.dues.next_dues`)."""
    return next_dues(entered().conclusions)


def said_of(unit: str) -> list[str]:
    """What meetings keep of a unit beside its flags: the difficulties that it reported, the conclusions about it still open."""
    said = entered()
    return [
        *beside_flags.difficulties(said.replies, unit),
        *beside_flags.open_items(said.conclusions, unit),
    ]


def readiness(standing: Standing, milestone: Milestone) -> tuple[Item, ...]:
    """What is there and what is missing for a milestone, with the waivers; made once for the same figures and entries. In: the live standing of its year."""
    return kept(_readiness)(standing, milestone.code, entered_up_to(), clock.today())


def _readiness(
    standing: Standing, milestone: str, _up_to: tuple[int, ...], _today: dt.date
) -> tuple[Item, ...]:
    found = kept(doubts)(standing, stored.tables(standing.year))
    return ready_to_seal.readiness_of(stored.store(), standing, milestone, found)


def waive(milestone: Milestone, codes: Sequence[str], step: str, reason: str, who: str) -> None:
    """Enter for each of these checks why the meeting does without it, or that it no longer does: all of them or none. Raises `StoreError`."""
    shared = {"milestone": milestone.code, "year": milestone.year, "step": step, "reason": reason}
    enter_many([("waivers", {**shared, "code": code}) for code in codes], who)


def take_step(
    flags: Sequence[Mapping[Hashable, Any]], step: str, on: dt.date, meeting: str, who: str
) -> None:
    """Enter a step of naming for flags (rows of `publication.with_states`), each with its sentence as it stands: all of them or none. Raises `StoreError`."""
    shared = {"step": step, "on": on, "meeting": meeting or None}
    rows = [
        {
            **shared,
            "unit": one["unit"],
            "year": int(one["year"]),
            "indicator": one["indicator"],
            "rule": one["rule"],
            "reason": one["reason"],
        }
        for one in flags
    ]
    enter_many([("publications", row) for row in rows], who)


def enter(table: str, **row: object) -> None:
    """Add what somebody entered. Raises `StoreError`."""
    stored.store().enter(table, **row)


def enter_many(entries: Sequence[tuple[str, Mapping[str, object]]], who: str) -> None:
    """Add what somebody entered with one press, each row with its table: all of it or nothing. Raises `StoreError`."""
    stored.store().enter_many(entries, who=who)


def fresh_ones(*keys: str) -> dict[str, str]:
    """Lasting names of such fields → their keys now (`drafts.form`)."""
    return {key: fresh(key) for key in keys}


def fresh(key: str) -> str:
    """The key of a field that is empty again after something was stored, so that nothing is stored twice by mistake."""
    return f"{key}_{st.session_state.get(ROUND, 0)}"


def begin_afresh(form: str = "") -> None:
    """Let the fields of `fresh` keys be empty in the next run; the draft of the form that was sent goes."""
    drafts.forget(form)
    st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1
