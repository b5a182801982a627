"""A figure that a unit disputes: beside the figures of whoever has them in hand, with the unit's file, and the decision with its reason."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.ui import desk_parts, intake_store, page_parts, sent_store, stored
from dashboard.views import sent as view
from dashboard.views import sent_words as words
from dashboard.writing import formats


def beside(unit: str, year: int, name: str) -> None:
    """What the unit whose figures are in hand disputes of this year: the file it sent, and the answer where the person may give it."""
    open_ones = view.open_of(sent_store.disputes(), unit, year)
    if open_ones.empty:
        return
    desk_parts.note(words.BESIDE, view.beside(open_ones))
    for one in open_ones.itertuples():
        if stored.may("import"):
            with st.expander(words.ANSWER_IT.format(name=one.name)):
                decide(one, name)
        else:
            file_of(one, f"dispute_file_{one.id}")


def file_of(one: Any, key: str) -> None:
    """The file that came with what a unit sent, to take away."""
    if formats.is_missing(one.sha256):
        return
    st.download_button(
        words.DOWNLOAD,
        lambda: intake_store.kept_file(one.sha256).content,
        one.file,
        "application/octet-stream",
        key=key,
        on_click="ignore",
        type="tertiary",
    )


def decide(one: Any, name: str) -> None:
    """A disputed figure: what it is now, what the unit asks, the decision with its reason."""
    now = view.figure_now(stored.part_now("results", unit=one.unit), _key(one))
    page_parts.small(
        words.DISPUTE_SAID.format(
            name=one.name, now=now, was=one.was, wanted=one.wanted, text=one.text
        )
    )
    file_of(one, f"dispute_file_{one.id}")
    reason = desk_parts.why(f"dispute_reason_{one.id}", words.WHY_HINT)
    due = desk_parts.day(words.DUE, f"dispute_due_{one.id}")
    who = desk_parts.who("sent_by")
    with st.container(horizontal=True):
        pressed = {
            state: st.button(label, key=f"dispute_{state}_{one.id}")
            for state, label in (
                ("accepted", words.ACCEPT),
                ("refused", words.DECLINE),
                ("received", words.RECEIVE),
            )
        }
    state = next((one for one, press in pressed.items() if press), None)
    if state is None:
        return
    if wrong := _wrong(state, who, reason, due, one, now):
        desk_parts.note(words.DISPUTE, wrong, tone="bad")
        return
    decided = {
        "due": due if state == "received" else None,
        "reason": reason or None,
        "now": None if state == "received" else now,
    }
    with desk_parts.refusals():
        about = {"dispute": int(one.id), "unit": one.unit, "year": int(one.year)}
        sent_store.step("dispute_steps", who, **about, state=state, **decided)
        desk_parts.told(words.DECIDED.format(unit=name))
        st.rerun()


def _wrong(state: str, who: str, reason: str, due: dt.date | None, one: Any, now: str) -> list[str]:
    """What keeps a decision from being written down; nothing is accepted whose figure still stands as it was."""
    corrected = now != one.was
    return [
        sentence
        for is_wrong, sentence in (
            (not who, words.NAME_MISSING),
            (state == "refused" and not reason, words.REASON_MISSING),
            (state == "accepted" and not corrected, words.NOT_CORRECTED.format(now=now)),
            (state == "received" and due is None, words.DUE_MISSING),
        )
        if is_wrong
    ]


def _key(one: Any) -> pd.Series:
    return pd.Series({name: getattr(one, name) for name in view.KEY})
