"""Naming in one batch: every unit that was not told is told, everything that may be published is published; what the press does is said before it."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboard.access.publication import DRAFT, READY
from dashboard.assessment.standing import Standing
from dashboard.desks import naming_letter_desk
from dashboard.meeting import meeting_steps
from dashboard.meeting import step_words as words
from dashboard.plan import clock
from dashboard.ui import desk_fields, desk_parts, drafts, meeting_store, page_parts
from dashboard.wording import meeting_words
from dashboard.writing import formats

STATES = {"notified": DRAFT, "published": READY}
"""Step → the state of the flags that it can be taken for."""


def batch(standing: Standing, stated: pd.DataFrame) -> None:
    """The steps that can be taken for several flags at once, each with a form of its own. In: `publication.with_states`."""
    able = {step: stated[stated["state"] == state] for step, state in STATES.items()}
    page_parts.heading(words.BATCH_TITLE)
    if all(rows.empty for rows in able.values()):
        page_parts.small(words.BATCH_NONE)
    for step, rows in able.items():
        if len(rows):
            _form(standing, step, rows)
    naming_letter_desk.letters_of(standing, stated)


def _form(standing: Standing, step: str, rows: pd.DataFrame) -> None:
    names = standing.table.set_index("unit")["name"]
    said = meeting_steps.naming_said(
        [names.get(unit, unit) for unit in rows["unit"]],
        step,
        standing.plan.reply_days,
        clock.today(),
    )
    key, kept = f"batch_{step}_{standing.year}", f"batch_meeting_{step}"
    with drafts.form(key, {kept: kept} if step == "published" else {}):
        page_parts.small(said)
        meeting = (
            desk_fields.line(meeting_words.MEETING, kept, words.MEETING_HINT)
            if step == "published"
            else ""
        )
        who = desk_parts.who(f"batch_who_{step}")
        pressed = st.form_submit_button(words.BATCH_BUTTONS[step], key=f"batch_save_{step}")
    if pressed:
        _take(key, rows, step, meeting, who)


def _take(key: str, rows: pd.DataFrame, step: str, meeting: str, who: str) -> None:
    mistakes = [
        *([] if who else [meeting_words.WHO_MISSING]),
        *([meeting_words.MEETING_MISSING] if step == "published" and not meeting else []),
    ]
    if mistakes:
        return desk_parts.note("Chưa ghi:", mistakes, tone="bad")
    with desk_parts.refusals():
        meeting_store.take_step(rows.to_dict("records"), step, clock.today(), meeting, who)
        meeting_store.begin_afresh(key)
        units = formats.count(rows["unit"].nunique(), "đơn vị")
        desk_parts.told(words.BATCH_DONE[step].format(units=units))
        st.rerun()
    return None
