"""Heads that people explained before: shown, and forgotten when they ask for it."""

from __future__ import annotations

import streamlit as st

from dashboard.ui import desk_parts, intake_store, page_parts
from dashboard.ui.shown_tables import show_table
from dashboard.views import intake_pointing as view
from dashboard.views import intake_pointing_words as words
from dashboard.wording import intake_words
from dashboard.writing.columns import Column
from dashboard.writing.table_model import Table
from data_access.intake.sheets import LETTERS


def remembered() -> None:
    """The ways of reading that are remembered, and one of them to put away."""
    kept = view.remembered(intake_store.shapes(), LETTERS)
    page_parts.heading(words.KEPT_TITLE)
    if kept.empty:
        page_parts.small(words.KEPT_NONE)
        return
    page_parts.small(words.KEPT_ABOUT)
    columns = {
        name: Column(label, width="large" if name in ("head", "columns") else "small")
        for name, label in words.KEPT.items()
    }
    show_table(Table(words.KEPT_TITLE, columns, kept), key="intake_shapes", downloads=False)
    labels = [f"{one.id}: {one.head[:80]}" for one in kept.itertuples()]
    place = st.selectbox(
        words.KEPT_CHOOSE, range(len(labels)), format_func=labels.__getitem__, key="intake_shape"
    )
    who = desk_parts.who("who_shape")
    if st.button(words.FORGET, key="intake_forget"):
        if not who:
            desk_parts.note(intake_words.WHO_MISSING, tone="bad")
            return
        with desk_parts.refusals():
            intake_store.forget_shape(kept.iloc[place], who)
            desk_parts.told(words.FORGOTTEN)
            st.rerun()
