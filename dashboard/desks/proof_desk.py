"""The proof of the chain on screen: made when it is asked for, since it reads all that is kept."""

from __future__ import annotations

import streamlit as st

from dashboard.ui import desk_parts, stored
from dashboard.wording import proof_words as words


def proof() -> None:
    """A button, and under it what the proof says."""
    if st.button(words.BUTTON, key="journal_prove"):
        with desk_parts.refusals():
            found = stored.store().prove()
            first, *more = words.lines(found)
            desk_parts.note(first, more, tone="bad" if found.faults else "good")
