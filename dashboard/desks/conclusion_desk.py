"""What meetings concluded, on screen: the list, a form for a new one, a form for what became of one."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboard.plan import clock
from dashboard.ui import desk_parts, drafts, meeting_store, page_parts, stored
from dashboard.ui.memo import kept
from dashboard.ui.shown_tables import show_table
from dashboard.views import agreed_rows, profile
from dashboard.wording import meeting_words as words
from dashboard.writing import formats
from dashboard.writing.columns import Column
from dashboard.writing.nouns import worded
from dashboard.writing.table_model import Table
from data_access.intake.cell_dates import parse_day

COLUMNS = {
    "name": Column("Đơn vị"),
    "what": Column(words.WHAT_DECIDED, width="large"),
    "said": "Tình trạng",
    "due": Column("Hạn", "date"),
    "responsible": words.RESPONSIBLE,
    "evidence": Column("Căn cứ", width="medium"),
    "meeting": words.MEETING,
    "agreed_on": Column(words.AGREED_ON, "date"),
}
WIDTH, TEXT_LIMIT = 520, 2000


def conclusions() -> None:
    """The way to the speaker's desk; every conclusion, open ones first; forms below."""
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="center", key="hop_deck"):
        st.html(f"<p class='small'>{words.DECK_SAID}</p>", width="content")
        st.page_link("../pages/deck.py", label=words.DECK)
    names = kept(profile.names)(stored.tables())
    rows = agreed_rows.conclusion_rows(
        meeting_store.entered().conclusions, names, clock.today(), stored.plan().whole_name
    )
    page_parts.small(words.CONCLUSIONS_SAID if len(rows) else words.NO_CONCLUSIONS)
    if len(rows):
        show_table(Table("Kết luận", worded(COLUMNS), rows), key="hop_conclusions")
        _step_form(rows)
    _new_form(names)


def _new_form(names: dict[str, str]) -> None:
    page_parts.heading(words.NEW_TITLE)
    typed = meeting_store.fresh_ones("conclusion_due", "conclusion_what", "conclusion_responsible")
    with drafts.form("conclusion_form", {"conclusion_meeting": "conclusion_meeting", **typed}):
        with st.container(horizontal=True, gap="small"):
            meeting, agreed, due = _meeting_and_days()
        unit = st.selectbox(
            words.UNIT,
            list(names),
            index=None,
            format_func=names.__getitem__,
            key=meeting_store.fresh("conclusion_unit"),
            placeholder=stored.plan().whole_name,
            filter_mode="contains",
            width=WIDTH,
        )
        what = st.text_area(
            words.WHAT_DECIDED, key=meeting_store.fresh("conclusion_what"), max_chars=TEXT_LIMIT
        ).strip()
        responsible = st.text_input(
            words.RESPONSIBLE,
            key=meeting_store.fresh("conclusion_responsible"),
            max_chars=desk_parts.REASON_LIMIT,
            autocomplete="off",
        ).strip()
        who = desk_parts.who()
        pressed = st.form_submit_button(words.NEW_BUTTON, type="primary", key="conclusion_save")
    if pressed:
        _add(meeting, agreed, due, unit, what, responsible, who)


def _meeting_and_days() -> tuple[str, str, str]:
    """As typed: the meeting, the day on which it was agreed, the day until which it is due."""
    meeting = st.text_input(
        words.MEETING,
        key="conclusion_meeting",
        max_chars=desk_parts.REASON_LIMIT,
        placeholder="Ví dụ: Họp tổng kết",
        autocomplete="off",
    ).strip()
    agreed = st.text_input(
        words.AGREED_ON,
        formats.date(clock.today()),
        key="conclusion_on",
        max_chars=20,
        autocomplete="off",
    )
    due = st.text_input(
        words.DUE,
        key=meeting_store.fresh("conclusion_due"),
        max_chars=20,
        placeholder="Ví dụ: 31/3/2026",
        autocomplete="off",
    ).strip()
    return meeting, agreed, due


def _add(
    meeting: str, agreed: str, due: str, unit: str | None, what: str, responsible: str, who: str
) -> None:
    days = {text: parse_day(text).date for text in (agreed, due) if text}
    mistakes = [
        *([] if meeting and what and responsible else [words.WHAT_MISSING]),
        *(words.DAY_WRONG.format(text=text) for text, day in days.items() if day is None),
        *([] if who else [words.WHO_MISSING]),
    ]
    if mistakes or agreed not in days:
        return desk_parts.note(
            "Chưa lưu:", mistakes or [words.DAY_WRONG.format(text=agreed)], tone="bad"
        )
    with desk_parts.refusals():
        meeting_store.enter(
            "conclusions",
            who=who,
            meeting=meeting,
            agreed_on=days[agreed],
            unit=unit,
            what=what,
            responsible=responsible,
            due=days.get(due),
        )
        meeting_store.begin_afresh("conclusion_form")
        desk_parts.told(words.ADDED)
        st.rerun()
    return None


def _step_form(rows: pd.DataFrame) -> None:
    labels = agreed_rows.conclusion_labels(rows)
    if not labels:
        return
    page_parts.heading(words.CLOSE_TITLE)
    with drafts.form("step_form", meeting_store.fresh_ones("step_evidence")):
        label = st.selectbox(words.WHICH, list(labels), key="step_which", filter_mode="contains")
        with st.container(horizontal=True, gap="small"):
            state = st.selectbox(
                words.NEW_STATE,
                list(words.STATES),
                index=1,
                format_func=words.STATES.__getitem__,
                key="step_state",
                filter_mode=None,
            )
            evidence = st.text_input(
                words.EVIDENCE,
                key=meeting_store.fresh("step_evidence"),
                max_chars=desk_parts.REASON_LIMIT,
                autocomplete="off",
            ).strip()
        who = desk_parts.who("step_who")
        pressed = st.form_submit_button(words.CLOSE_BUTTON, key="step_save")
    if pressed:
        _step(labels[label], state, evidence, who)


def _step(number: int, state: str, evidence: str, who: str) -> None:
    mistakes = [
        *([] if evidence else [words.EVIDENCE_MISSING]),
        *([] if who else [words.WHO_MISSING]),
    ]
    if mistakes:
        return desk_parts.note("Chưa cập nhật:", mistakes, tone="bad")
    with desk_parts.refusals():
        meeting_store.enter(
            "conclusion_steps",
            who=who,
            conclusion_id=number,
            on=clock.today(),
            state=state,
            evidence=evidence,
        )
        meeting_store.begin_afresh("step_form")
        desk_parts.told(words.CLOSED)
        st.rerun()
    return None
