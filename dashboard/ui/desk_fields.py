"""The fields that forms of the secretariat share: a line, a day that begins with today, a unit by its name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

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
    return chosen(words.UNIT, names, key, words.CHOOSE_UNIT, width=WIDTH)


def chosen(
    label: str, names: Mapping[str, str], key: str, hint: str, *, width: int | Literal["stretch"]
) -> str | None:
    """One of many by its name, found by any part of it; None until chosen. In: code → name."""
    return st.selectbox(
        label,
        list(names),
        index=None,
        format_func=names.__getitem__,
        key=key,
        placeholder=hint,
        filter_mode="contains",
        width=width,
    )


def typed(place: Any, label: str, key: str, most: int, hint: str) -> str:
    """A short text at a place of a form, without what stands around it; '' until given."""
    told = place.text_input(label, key=key, max_chars=most, placeholder=hint, autocomplete="off")
    return (told or "").strip()
