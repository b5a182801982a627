"""Sealing on screen: a form, the list of seals, what changed since one of them, two of them side by side."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboard import clock, formats, seals
from dashboard.answers import flag_rows, standing_rows
from dashboard.meetings import MeetingError
from dashboard.plan import Plan
from dashboard.ui import choices, desk, meeting_store, parts, stored
from dashboard.ui.tables import Column, show_table
from dashboard.views import meeting as view
from dashboard.wording import meetings as words
from data_access.intake.dates import parse_day

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


def sealing(plan: Plan, milestone: str, own: pd.DataFrame) -> None:
    """Everything about the seals of a milestone. In: its seals, newest first."""
    _form(milestone)
    parts.heading(words.SEALS)
    if own.empty:
        parts.small(words.NO_SEALS)
        return
    show_table(
        view.seal_rows(own, plan),
        columns=SEALS,
        key="hop_seals",
        title=words.SEALS,
        downloads=False,
    )
    _compare(plan, milestone, own)


def _form(milestone: str) -> None:
    parts.heading(words.SEAL_TITLE)
    parts.small(words.SEAL_SAID)
    with st.form(f"seal_form_{milestone}", border=False, enter_to_submit=False):
        name = st.text_input(
            words.SEAL_NAME,
            key=meeting_store.fresh(f"seal_name_{milestone}"),
            max_chars=desk.REASON_LIMIT,
            placeholder=words.SEAL_NAME_HINT,
            autocomplete="off",
        ).strip()
        as_of = st.text_input(
            words.AS_OF,
            formats.date(clock.today()),
            key=f"seal_as_of_{milestone}",
            max_chars=20,
            autocomplete="off",
        )
        note = st.text_input(
            words.NOTE,
            key=meeting_store.fresh(f"seal_note_{milestone}"),
            max_chars=desk.REASON_LIMIT,
            autocomplete="off",
        ).strip()
        who = desk.who()
        pressed = st.form_submit_button(words.SEAL_BUTTON, type="primary", key=f"seal_{milestone}")
    if pressed:
        _seal(milestone, name, as_of, note, who)


def _seal(milestone: str, name: str, as_of: str, note: str, who: str) -> None:
    day = parse_day(as_of).date
    mistakes = [
        *([] if name else [words.NAME_MISSING]),
        *([] if day else [words.DAY_WRONG.format(text=as_of)]),
        *([] if who else [words.WHO_MISSING]),
    ]
    if mistakes:
        return desk.note("Chưa chốt:", mistakes, tone="bad")
    with desk.refusals():
        try:
            with st.spinner("Đang chốt số liệu …"):
                made = meeting_store.seal(milestone, day, name, who, note or None)
        except MeetingError as error:
            return desk.note(str(error), tone="bad")
        meeting_store.begin_afresh()
        desk.told(words.SEALED.format(name=name, fingerprint=made.fingerprint[:16]))
        st.rerun()
    return None


def _compare(plan: Plan, milestone: str, own: pd.DataFrame) -> None:
    """Two seals, or a seal and the live figures, unit by unit."""
    labels = view.seal_labels(own)
    parts.heading(words.COMPARE_TITLE)
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
    changes = seals.compared(before, after)
    if labels[second] is None:
        parts.small(view.change_sentence(changes, words.CHANGED, words.CHANGED_NONE, name=first))
    else:
        parts.small(
            view.change_sentence(changes, words.COMPARED, words.SAME, one=first, other=second)
        )
    if len(changes):
        show_table(
            view.change_rows(changes, plan),
            columns=CHANGES,
            key="hop_changes",
            title=words.COMPARE,
            source=f"{first} – {second}",
            opens="unit_code",
            on_click=choices.open_unit,
        )


def _answers(
    plan: Plan, milestone: str, number: int | None, own: pd.DataFrame
) -> dict[str, pd.DataFrame]:
    """What came out of a seal, or comes out of the live figures."""
    if number is None:
        live = stored.standing(plan.milestone(milestone).year)
        return {"standing": standing_rows(live), "flags": flag_rows(live)}
    return meeting_store.sealed(number, own.set_index("id").at[number, "fingerprint"]).answers
