"""Sealing on screen: a form, the list of seals, what changed since one of them, two of them side by side."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from dashboard.access.edition import AS_THEY_ARE
from dashboard.assessment.as_tables import flag_rows, standing_rows
from dashboard.assessment.standing import Standing
from dashboard.meeting import compared, meeting_steps, step_words
from dashboard.meeting.readiness import Item, open_items
from dashboard.meeting.sealing import MeetingError
from dashboard.plan import Milestone, Plan
from dashboard.ui import (
    choices,
    desk_fields,
    desk_parts,
    drafts,
    meeting_papers,
    meeting_store,
    page_parts,
    stored,
)
from dashboard.ui.shown_tables import show_table
from dashboard.views import meeting as view
from dashboard.wording import meeting_words as words
from dashboard.writing.columns import Column
from dashboard.writing.nouns import worded
from dashboard.writing.table_model import Table
from data_access.intake.cell_dates import parse_day

SEALS = {
    "name": Column("Tên"),
    "milestone": "Mốc",
    "as_of": Column("Số liệu đến ngày", "date"),
    "moment": "Chốt lúc",
    "who": "Người chốt",
    "note": "Ghi chú",
    "fingerprint": "Vân tay (phần đầu)",
}
CHANGES = {
    "unit": Column("Đơn vị"),
    "what": Column("Nội dung", width="medium"),
    "before": "Trước",
    "after": "Sau",
}


def sealing(
    plan: Plan, standing: Standing, held: Milestone, own: pd.DataFrame, items: Sequence[Item]
) -> None:
    """Everything about the seals of a milestone. In: the live standing of its year, its seals, newest first, its readiness."""
    milestone = held.code
    _form(standing, held, items)
    page_parts.heading(words.SEALS)
    if own.empty:
        page_parts.small(words.NO_SEALS)
        return
    show_table(
        Table(words.SEALS, SEALS, view.seal_rows(own, plan)), key="hop_seals", downloads=False
    )
    _compare(plan, milestone, own)


def _form(standing: Standing, held: Milestone, items: Sequence[Item]) -> None:
    milestone, left = held.code, open_items(items)
    page_parts.heading(words.SEAL_TITLE)
    desk_parts.note(*meeting_steps.sealing_said(standing, items))
    page_parts.small(words.SEAL_SAID)
    names = ("seal_name", "seal_note", *(["seal_reason"] if left else []))
    typed = meeting_store.fresh_ones(*(f"{name}_{milestone}" for name in names))
    with drafts.form(f"seal_form_{milestone}", typed):
        name = desk_fields.line(
            words.SEAL_NAME, typed[f"seal_name_{milestone}"], words.SEAL_NAME_HINT
        )
        as_of = desk_fields.today(words.AS_OF, f"seal_as_of_{milestone}")
        note = desk_fields.line(words.NOTE, typed[f"seal_note_{milestone}"])
        reason = (
            desk_fields.line(step_words.SEAL_REASON, typed[f"seal_reason_{milestone}"])
            if left
            else ""
        )
        who = desk_parts.who()
        pressed = st.form_submit_button(words.SEAL_BUTTON, type="primary", key=f"seal_{milestone}")
    if pressed:
        _seal(held, left, name, as_of, note, reason, who)


def _seal(
    held: Milestone,
    left: Sequence[Item],
    name: str,
    as_of: str,
    note: str,
    reason: str,
    who: str,
) -> None:
    day = parse_day(as_of).date
    mistakes = [
        *([] if name else [words.NAME_MISSING]),
        *([] if day else [words.DAY_WRONG.format(text=as_of)]),
        *([] if who else [words.WHO_MISSING]),
        *([] if reason or not left else [_reason_missing(left)]),
    ]
    if mistakes:
        return desk_parts.note("Chưa chốt:", mistakes, tone="bad")
    with desk_parts.refusals():
        try:
            with st.spinner("Đang chốt số liệu …"):
                about = {"name": name, "who": who, "note": note or None, "ground": reason or None}
                made = meeting_papers.seal(
                    held.code, day, [one.check.code for one in left], **about
                )
        except MeetingError as error:
            return desk_parts.note(str(error), tone="bad")
        meeting_store.begin_afresh(f"seal_form_{held.code}")
        desk_parts.told(words.SEALED.format(name=name, fingerprint=made.fingerprint[:16]))
        st.rerun()
    return None


def _reason_missing(left: Sequence[Item]) -> str:
    titles = ", ".join(one.check.title.lower() for one in left)
    return step_words.SEAL_REASON_MISSING.format(number=len(left), titles=titles)


def _compare(plan: Plan, milestone: str, own: pd.DataFrame) -> None:
    """Two seals, or a seal and the live figures, unit by unit."""
    labels = view.seal_labels(own)
    page_parts.heading(words.COMPARE_TITLE)
    with st.container(horizontal=True, gap="small", key="hop_compare"):
        first = st.selectbox(
            words.COMPARE_ONE,
            list(labels)[:-1],
            key=f"hop_one_{milestone}",
            filter_mode=None,
            width="stretch",
        )
        others = [one for one in reversed(labels) if one != first]
        second = st.selectbox(
            words.COMPARE, others, key=f"hop_two_{milestone}", filter_mode=None, width="stretch"
        )
    before, after = (_answers(plan, milestone, labels[one], own) for one in (first, second))
    changes = compared.compared(before, after)
    if labels[second] == AS_THEY_ARE:
        page_parts.small(
            view.change_sentence(changes, words.CHANGED, words.CHANGED_NONE, name=first)
        )
    else:
        page_parts.small(
            view.change_sentence(changes, words.COMPARED, words.SAME, one=first, other=second)
        )
    if len(changes):
        show_table(
            Table(
                words.COMPARE,
                worded(CHANGES),
                view.change_rows(changes, plan),
                f"{first} – {second}",
                opens="unit_code",
            ),
            key="hop_changes",
            on_click=choices.open_unit,
        )


def _answers(plan: Plan, milestone: str, number: int, own: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """What came out of a seal, or comes out of the live figures."""
    if number == AS_THEY_ARE:
        live = stored.standing(plan.milestone(milestone).year)
        return {"standing": standing_rows(live), "flags": flag_rows(live)}
    return meeting_papers.sealed(number, own.set_index("id").at[number, "fingerprint"]).answers
