"""The box in which the reader chooses a unit; its code stands in the link as `don_vi`."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from dashboard.ui import frame_words as words
from dashboard.ui.linked_choice import by_code, linked_choices, missing

PARAMETER, KEY = "don_vi", "unit_choice"


def unit_choice(names: Mapping[str, str], *, label: str, hint: str) -> str | None:
    """The chosen unit's code, None before a choice. `names` is code → text, no text twice.

    The link is the truth: a code in it chooses, a choice is written into it. An unknown code chooses nothing and is said.
    """
    asked = st.query_params.get(PARAMETER)
    st.session_state[KEY] = asked if asked in names else None
    if asked and asked not in names:
        missing(label, asked, words.EVERY_UNIT)
    return st.selectbox(
        label,
        list(names),
        index=None,
        format_func=names.__getitem__,
        key=KEY,
        placeholder=hint,
        on_change=_to_link,
        filter_mode="contains",
    )


def _to_link() -> None:
    code = st.session_state[KEY]
    if code is None:
        st.query_params.pop(PARAMETER, None)
    else:
        st.query_params[PARAMETER] = code


def added(units: Mapping[str, str], most: int, *, label: str, hint: str) -> tuple[str, ...]:
    """The units that the reader adds to a picture (what people read → code), at most so many; they stand in the link."""
    return linked_choices(
        "xem_don_vi",
        by_code(units),
        label=label,
        max_selections=most,
        select_all=False,
        placeholder=hint,
        label_visibility="collapsed",
    )
