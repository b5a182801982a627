"""What a unit does on its page: reads what it was told, answers, takes its form."""

from __future__ import annotations

import streamlit as st

from dashboard.plan import Plan, clock
from dashboard.ui import desk_parts, drafts, meeting_store, page_parts, stored
from dashboard.ui.shown_tables import show_table
from dashboard.views import own as view
from dashboard.views import own_words as words
from dashboard.writing import formats
from dashboard.writing.columns import Column
from dashboard.writing.table_model import Table

TEXT_LIMIT = 4000
TODAY = "own_today"  # the part of the page that is of today, whatever edition stands above it


def notices(plan: Plan, unit: str, year: int) -> None:
    """The naming notices of the unit, the form for its answer, what it sent before."""
    told = view.notices(plan, stored.store().entered("publications"))
    page_parts.heading(words.NOTICES)
    if told.empty:
        page_parts.small(words.NO_NOTICES)
    else:
        show_table(
            Table(
                words.NOTICES,
                {
                    name: Column(label, "date")
                    if name == "on"
                    else Column(label, width="large" if name == "reason" else None)
                    for name, label in words.NOTICE.items()
                },
                told.assign(year=told["year"].astype(str)),
            ),
            key="own_notices",
            downloads=False,
        )
    _reply(view.subjects(told, year), unit)
    sent = stored.store().entered("replies")
    if len(sent):
        page_parts.heading(words.REPLIES)
        show_table(
            Table(
                words.REPLIES,
                {
                    name: Column(label, "date") if name == "dated" else label
                    for name, label in words.REPLY_COLUMNS.items()
                },
                view.replies(plan, sent),
            ),
            key="own_replies",
            downloads=False,
        )


def _reply(subjects: dict, unit: str) -> None:
    page_parts.heading(words.REPLY)
    with drafts.form("own_reply", meeting_store.fresh_ones("own_text")):
        about = st.selectbox(words.REPLY_ABOUT, list(subjects), key="own_about", filter_mode=None)
        text = st.text_area(
            words.REPLY_TEXT,
            key=meeting_store.fresh("own_text"),
            max_chars=TEXT_LIMIT,
            placeholder=words.REPLY_HINT,
        ).strip()
        who = desk_parts.who("own_who")
        pressed = st.form_submit_button(words.REPLY_BUTTON, key="own_send", type="primary")
    if not pressed:
        return
    if not text:
        return desk_parts.note(words.TEXT_MISSING, tone="bad")
    year, indicator, rule = subjects[about]
    with desk_parts.refusals():
        meeting_store.enter(
            "replies",
            who=who,
            unit=unit,
            year=year,
            kind="reply" if rule else "difficulty",
            indicator=indicator,
            rule=rule,
            dated=clock.today(),
            text=text,
        )
        meeting_store.begin_afresh("own_reply")
        desk_parts.told(words.SENT)
        st.rerun()
    return None


def kept(plan: Plan, unit: str) -> None:
    """The unit's results of every year as the store has them."""
    page_parts.heading(words.KEPT)
    rows = view.kept(plan, stored.part_now("results", unit=unit))
    page_parts.small(words.NONE_KEPT if rows.empty else words.KEPT_SAID)
    if len(rows):
        show_table(
            Table(
                words.KEPT_TITLE.format(as_of=formats.date(clock.today())),
                words.KEPT_COLUMNS,
                rows,
            ),
            key="own_results",
            height=380,
        )
