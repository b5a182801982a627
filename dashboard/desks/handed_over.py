"""A first password, shown once to whom it is handed over, and kept nowhere."""

from __future__ import annotations

import streamlit as st

from dashboard.ui import desk_parts
from dashboard.wording import account_words as words

WIDTH = 620
HANDED = "_first_password"  # from the run that made it to the next one, which forgets it


def handed_over() -> None:
    """Show the first password that the last run made, once."""
    if told := st.session_state.pop(HANDED, None):
        show(*told)


def hand_over(said: str, first: str | None, more: list[str]) -> None:
    """Keep what is to be shown for the next run, which shows it once."""
    st.session_state[HANDED] = said, first, more
    st.rerun()


def show(said: str, first: str | None, more: list[str]) -> None:
    """What was done, and the first password if there is one."""
    desk_parts.note(said, [*([words.HAND_OVER] if first else []), *more], tone="good")
    if first:
        st.code(first, language=None, width=WIDTH)
