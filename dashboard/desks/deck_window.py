"""The deck in a window of its own: a real link to a file that the browser makes, so nothing lies on a server where others could fetch it."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from dashboard.deck import deck_words as words

MARKUP = '<div class="deck-window"><a class="deck-open" target="_blank" rel="opener"></a><a class="deck-file"></a><p></p><iframe loading="lazy"></iframe></div>'
STYLE = """.deck-window a { display: inline-flex; align-items: center; min-height: 44px; padding: 0 1.25rem; margin: 0 .75rem .5rem 0; border: 1px solid var(--st-primary-color); border-radius: .5rem; font-weight: 600; text-decoration: none; }
.deck-window .deck-open { background: var(--st-primary-color); color: var(--st-background-color); }
.deck-window .deck-file { color: var(--st-primary-color); }
.deck-window a:focus-visible { outline: 3px solid var(--st-text-color); outline-offset: 2px; }
.deck-window p { margin: .5rem 0 .25rem; font-size: .875rem; opacity: .85; }
.deck-window iframe { display: block; width: 100%; max-width: 720px; aspect-ratio: 16 / 9; border: 1px solid var(--st-border-color); }"""
_WINDOW = st.components.v2.component(
    "deck_window",
    html=MARKUP,
    css=STYLE,
    js=(Path(__file__).parent / "deck_window.js").read_text(encoding="utf-8"),
    isolate_styles=False,
)


def window(html: str, file_name: str, *, key: str) -> None:
    """The links that open the deck and save it as a file, and a small picture of it to look through. An opened deck that asks for fresh figures gets this deck."""
    answering = st.session_state.get(f"{key}_asked", 0)
    asked = _WINDOW(
        key=key,
        data={
            "html": html,
            "file": file_name,
            "answering": answering,
            "words": {"open": words.OPEN, "save": words.DOWNLOAD, "preview": words.PREVIEW},
        },
        on_asked_change=_noted,
    ).asked
    if asked:
        st.session_state[f"{key}_asked"] = asked
        st.rerun()


def _noted() -> None:
    """Being asked needs no work of its own: the run that it starts makes the deck anew."""
