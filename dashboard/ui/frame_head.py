"""The line on top of every page: whose movement it is, and beside it what marks the figures: a sample, which edition."""

from __future__ import annotations

import html

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.serving import backups
from dashboard.ui import edition_face, movement_choice, page_parts, stored
from dashboard.ui import frame_words as words


def head() -> DeltaGenerator:
    """Province and movement; answers the place of the marks beside them."""
    plan = stored.plan()
    with st.container(horizontal=True, key="head", gap="small", vertical_alignment="center"):
        st.html(
            f"<header class='head'><span class='head-province'>{html.escape(plan.province)}</span><span class='head-plan'>{html.escape(plan.short_name)}</span></header>",
            width="content",
        )
        movement_choice.draw()
        place = st.container(horizontal=True, key="marks", gap="xsmall")
    if stored.may("manage_accounts") and (trouble := backups.trouble()):
        st.warning(page_parts.literal(trouble))
    return place


def marks(place: DeltaGenerator, *, of_edition: bool) -> None:
    """Whether the figures are a sample, and which edition a page with figures shows."""
    with place:
        if stored.is_illustrative():
            page_parts.more(words.SAMPLE_MARK, words.SAMPLE_MORE, kind="mark")
        if of_edition:
            edition_face.line(st.session_state["_choices"].year)
