"""What units said, on screen: replies to flags and difficulties, and the form that enters one."""

from __future__ import annotations

import streamlit as st

from dashboard.assessment.standing import Standing
from dashboard.ui import desk_fields, desk_parts, drafts, meeting_store, page_parts, stored
from dashboard.ui.memo import kept
from dashboard.ui.shown_tables import show_table
from dashboard.views import agreed_rows, profile, unit_summary
from dashboard.views import meeting as view
from dashboard.wording import meeting_words as words
from dashboard.writing.columns import Column
from dashboard.writing.nouns import worded
from dashboard.writing.table_model import Table
from data_access.intake.cell_dates import parse_day

REPLIES = {
    "name": Column("Đơn vị"),
    "year": "Năm",
    "kind": "Loại",
    "about": Column("Về cờ", width="medium"),
    "text": Column("Nội dung", width="large"),
    "dated": Column("Ngày", "date"),
    "who": "Người ghi",
}
TEXT_LIMIT = 4000


def replies(standing: Standing) -> None:
    """The form, and everything that units said, newest first. In: the figures that units are named from."""
    _form(standing)
    every = meeting_store.entered().replies
    if len(every):
        page_parts.heading(words.REPLIES)
        names = stored.table("units").set_index("unit")["name"].to_dict()
        rows = agreed_rows.reply_rows(every, names, standing.plan)
        show_table(Table(words.REPLIES, worded(REPLIES), rows), key="hop_replies")


def _form(standing: Standing) -> None:
    page_parts.heading(words.REPLY_TITLE)
    names = kept(profile.names)(stored.tables())
    unit = desk_fields.unit("reply_unit", names)
    if unit is None:
        return
    labels = view.flag_labels(standing, unit_summary.flags_of(standing, unit))
    with drafts.form(f"reply_form_{unit}", meeting_store.fresh_ones(f"reply_text_{unit}")):
        with st.container(horizontal=True, gap="small"):
            kind = _kind(unit, bool(labels))
            about = _about(unit, list(labels)) if labels else None
            dated = desk_fields.today(words.STEP_DAY, "reply_dated")
        text = st.text_area(
            words.REPLY_TEXT,
            key=meeting_store.fresh(f"reply_text_{unit}"),
            max_chars=TEXT_LIMIT,
            placeholder=words.REPLY_TEXT_HINT,
        ).strip()
        who = desk_parts.who("reply_who")
        pressed = st.form_submit_button(words.REPLY_BUTTON, key="reply_save")
    if not labels:
        page_parts.small(words.NO_FLAG_OF_UNIT.format(year=standing.year))
    if pressed:
        flag = labels.get(about) if kind == "reply" else None
        _reply(standing.year, unit, names[unit], kind, flag, dated, text, who)


def _kind(unit: str, flagged: bool) -> str:
    return st.selectbox(
        words.REPLY_KIND,
        list(words.REPLY_KINDS) if flagged else ["difficulty"],
        format_func=words.REPLY_KINDS.__getitem__,
        key=f"reply_kind_{unit}",
        filter_mode=None,
    )


def _about(unit: str, labels: list[str]) -> str:
    return st.selectbox(
        words.FLAG_OF_UNIT,
        labels,
        key=f"reply_flag_{unit}",
        filter_mode=None,
        width=desk_fields.WIDTH,
    )


def _reply(
    year: int, unit: str, name: str, kind: str, flag: tuple | None, dated: str, text: str, who: str
) -> None:
    day = parse_day(dated).date
    mistakes = [
        *([] if text else [words.TEXT_MISSING]),
        *([] if day else [words.DAY_WRONG.format(text=dated)]),
        *([] if who else [words.WHO_MISSING]),
    ]
    if mistakes:
        return desk_parts.note("Chưa lưu:", mistakes, tone="bad")
    indicator, rule = (flag[2], flag[3]) if flag else (None, None)
    with desk_parts.refusals():
        meeting_store.enter(
            "replies",
            who=who,
            unit=unit,
            year=year,
            kind=kind,
            indicator=indicator,
            rule=rule,
            dated=day,
            text=text,
        )
        meeting_store.begin_afresh(f"reply_form_{unit}")
        desk_parts.told(words.REPLIED.format(unit=name))
        st.rerun()
    return None
