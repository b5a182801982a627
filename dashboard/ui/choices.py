"""The shared choices in the frame: year or milestone, block, kind, boundaries. Kept in the link, so that it can be sent."""

from __future__ import annotations

import streamlit as st

from dashboard.ui import frame_words as words
from dashboard.ui import opened, stored
from dashboard.views.choices_made import Choices
from dashboard.wording import edition_words

ALL_BLOCKS, ALL_KINDS = "Tất cả khối", "Tất cả loại"
NOW, THEN = "Ranh giới hiện nay", "Ranh giới cũ"
PROFILE, RANKING = "../pages/profile.py", "../pages/ranking.py"
EDITION = edition_words.EDITION_CHOICE
WANTED = "_wanted_block"  # chosen by a press on a picture: a widget takes a value only before it is drawn, so it waits for the next run


def row(*, of_editions: bool = False) -> Choices:
    """The choices as words in one quiet line under the answer, each of which unfolds, drawn by the frame; the newest year with results is the default.

    `of_editions`: the page shows figures of an edition, which can be chosen.
    """
    plan, years = stored.plan(), stored.years_with_results() or stored.plan().years
    if WANTED in st.session_state:
        st.session_state["khoi"] = st.session_state.pop(WANTED)
    with st.container(horizontal=True, key="choices", gap="small"):
        labels = {plan.year_label(year): year for year in reversed(years)}
        year = st.selectbox(
            "Năm, mốc", list(labels), key="nam", bind="query-params", filter_mode=None
        )
        asked = _edition(labels[year]) if of_editions else None
        st.session_state[opened.ASKED] = asked
        if stored.sight().unit is not None:  # a unit looks at itself
            return Choices(labels[year], None, None, False, asked)
        blocks = stored.blocks(labels[year])
        kinds = {one.name: one.code for one in stored.plan_of(labels[year]).kinds}
        block = st.selectbox(
            "Khối, cụm thi đua", [ALL_BLOCKS, *blocks], key="khoi", bind="query-params"
        )
        kind = st.selectbox("Loại đơn vị", [ALL_KINDS, *kinds], key="loai", bind="query-params")
        boundaries = st.selectbox(
            "Ranh giới",
            [THEN, NOW],
            key="ranh_gioi",
            bind="query-params",
            filter_mode=None,
            help="Ranh giới hiện nay: chuỗi năm của đơn vị mới sau sáp nhập được cộng từ số phiếu của các đơn vị cũ, nếu đơn vị nào cũng có. Chỉ đổi hình xu hướng, không đổi hạng và cờ.",
        )
    return Choices(
        labels[year],
        None if block == ALL_BLOCKS else block,
        kinds.get(kind),
        boundaries == NOW,
        asked,
    )


def _edition(year: int) -> int | None:
    """The number of the edition that the reader asks for, where there is a choice; the rule's own stands first. It stands in the link."""
    found = stored.choosable(year)
    numbers = {edition_words.EDITION_NUMBER.format(number=one.number): one.number for one in found}
    if stored.sight().all:
        numbers = {words.EDITION_NONE: None, **numbers}
    if len(numbers) < 2:
        return None
    if st.session_state.get(EDITION) not in numbers:
        st.session_state.pop(EDITION, None)
    return numbers[
        st.selectbox(
            words.EDITION, list(numbers), key=EDITION, bind="query-params", filter_mode=None
        )
    ]


def current() -> Choices:
    """The choices of this run, made by the frame."""
    return st.session_state["_choices"]


def open_unit(code: str) -> None:
    """Go to the profile of a unit; its code stands in the link."""
    st.switch_page(PROFILE, query_params={"don_vi": code})


def open_block(block: str) -> None:
    """Go to the ranking of a block, which becomes the chosen one."""
    st.session_state[WANTED] = block
    st.switch_page(
        RANKING, query_params={}
    )  # without any it would try to clear those of the row of choices, which may not be


def stay_with_block(block: str) -> None:
    """The same page again, of one block."""
    st.session_state[WANTED] = block
    st.rerun()
