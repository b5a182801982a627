"""Step 1 on screen: what must be there before figures are sealed, the way to where it is mended, waivers with their reason."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard.meeting import meeting_steps
from dashboard.meeting import step_words as words
from dashboard.meeting.readiness import OPEN, WAIVED, Item
from dashboard.plan import Milestone, clock
from dashboard.ui import desk_fields, desk_parts, drafts, frame, meeting_store, page_parts, stored
from dashboard.ui.memo import kept
from dashboard.ui.shown_tables import show_table
from dashboard.views import agreed_rows, profile
from dashboard.wording import meeting_words
from dashboard.writing import formats
from dashboard.writing.columns import Column
from dashboard.writing.nouns import worded
from dashboard.writing.table_model import Table

CARRIED = {
    "name": Column("Đơn vị"),
    "what": Column("Nội dung kết luận", width="large"),
    "said": "Tình trạng",
    "due": Column("Hạn", "date"),
    "responsible": meeting_words.RESPONSIBLE,
    "meeting": "Kỳ họp",
}
HERE = "meeting"


def ready(milestone: Milestone, items: Sequence[Item]) -> None:
    """The checks, the waivers' form, and the conclusions with which this meeting begins."""
    page_parts.heading(words.READY_TITLE)
    page_parts.small(words.READY_SAID)
    titles = {name: title for pages in worded(frame.MENU).values() for name, title, _ in pages}
    for one in items:
        _check(one, titles)
    _waive(milestone, [one for one in items if one.state == OPEN])
    _take_back(milestone, [one for one in items if one.state == WAIVED])
    _carried()


def _check(one: Item, titles: dict[str, str]) -> None:
    with st.container(
        horizontal=True, gap="small", vertical_alignment="top", key=f"check_{one.check.code}"
    ):
        st.html(meeting_steps.item_html(one), width="stretch")
        if one.names and one.check.page != HERE:
            st.page_link(
                f"../pages/{one.check.page}.py",
                label=words.MEND.format(page=titles[one.check.page]),
                width="content",
            )


def _waive(milestone: Milestone, left: Sequence[Item]) -> None:
    if not left:
        return
    titles = {one.check.title: one.check.code for one in left}
    page_parts.heading(words.WAIVE_TITLE)
    typed = meeting_store.fresh_ones("waive_reason")
    with drafts.form(f"waive_form_{milestone.code}", typed):
        chosen = st.multiselect(
            words.WAIVE_ITEMS,
            list(titles),
            key=meeting_store.fresh("waive_items"),
            placeholder=words.WAIVE_CHOOSE,
        )
        reason = desk_fields.line(words.WAIVE_REASON, typed["waive_reason"], words.WAIVE_HINT)
        who = desk_parts.who()
        pressed = st.form_submit_button(words.WAIVE_BUTTON, key="waive_save")
    if pressed:
        _given(milestone, [titles[one] for one in chosen], chosen, reason, who)


def _given(
    milestone: Milestone, codes: Sequence[str], titles: Sequence[str], reason: str, who: str
) -> None:
    mistakes = [
        *([] if codes and reason else [words.WAIVE_MISSING]),
        *([] if who else [meeting_words.WHO_MISSING]),
    ]
    if mistakes:
        return desk_parts.note("Chưa ghi:", mistakes, tone="bad")
    with desk_parts.refusals():
        meeting_store.waive(milestone, codes, "given", reason, who)
        meeting_store.begin_afresh(f"waive_form_{milestone.code}")
        desk_parts.told(words.WAIVE_DONE.format(titles=", ".join(titles).lower()))
        st.rerun()
    return None


def _take_back(milestone: Milestone, waived: Sequence[Item]) -> None:
    if not waived:
        return
    titles = {one.check.title: one.check.code for one in waived}
    with st.form("waive_back_form", border=False, enter_to_submit=False):
        title = st.selectbox(
            words.WAIVE_BACK_ITEM, list(titles), key="waive_back", filter_mode=None, width=320
        )
        who = desk_parts.who("waive_back_who")
        pressed = st.form_submit_button(words.WAIVE_BACK, key="waive_back_save")
    if not pressed:
        return
    if not who:
        return desk_parts.note(meeting_words.WHO_MISSING, tone="bad")
    with desk_parts.refusals():
        codes = [titles[title]]
        meeting_store.waive(milestone, codes, "withdrawn", words.TAKEN_BACK_REASON, who)
        desk_parts.told(words.WAIVE_TAKEN_BACK.format(titles=title.lower()))
        st.rerun()


def _carried() -> None:
    """The open conclusions of earlier meetings: this one begins with them."""
    every = meeting_store.entered().conclusions
    still = every[every["state"] == "open"]
    if still.empty:
        return
    names = kept(profile.names)(stored.tables())
    rows = agreed_rows.conclusion_rows(still, names, clock.today(), stored.plan().whole_name)
    title = words.BEGINS_WITH.format(items=formats.count(len(rows), "kết luận"))
    page_parts.heading(title)
    show_table(Table(title, worded(CARRIED), rows), key="hop_carried", downloads=False)
