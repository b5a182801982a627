"""The fields that forms of the secretariat share: a line, a day that begins with today, a unit by its name."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from dashboard.plan import clock
from dashboard.ui import desk_parts
from dashboard.wording import meeting_words as words
from dashboard.writing import formats

WIDTH = 520  # px


def line(label: str, key: str, hint: str = "") -> str:
    """A line of text; '' until given."""
    return st.text_input(
        label,
        key=key,
        max_chars=desk_parts.REASON_LIMIT,
        placeholder=hint or None,
        autocomplete="off",
    ).strip()


def today(label: str, key: str) -> str:
    """A day as text, which begins with today."""
    day = formats.date(clock.today())
    return st.text_input(label, day, key=key, max_chars=20, autocomplete="off")


def unit(key: str, names: Mapping[str, str]) -> str | None:
    """A unit by its name; None until chosen. In: code → name."""
    return st.selectbox(
        words.UNIT,
        list(names),
        index=None,
        format_func=names.__getitem__,
        key=key,
        placeholder=words.CHOOSE_UNIT,
        filter_mode="contains",
        width=WIDTH,
    )
