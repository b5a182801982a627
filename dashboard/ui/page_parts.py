"""Pieces that pages are put together from."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Sequence
from contextlib import nullcontext

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.ui import choices_used, stored
from dashboard.ui.glossed import glossed
from dashboard.wording.screen_words import INTAKE, NEXT_IMPORT, NEXT_STEP
from dashboard.writing.nouns import worded

PLACE = "_answer_place"
SIGNS = re.compile(r"([\\`*_\[\]<>~$&|]|^[#+-])")
LEADS = re.compile(r"(?i)[:@](?=\S)|www(?=\.)|^\d+(?=[.)])")
"""What begins an icon, an address, a colour or a list even where its sign is escaped."""


def literal(text: str) -> str:
    """A text as it stands, for the places where Streamlit reads Markdown: labels of links and buttons, bars, errors.

    >>> literal("![a](b) $x$")
    '!\\\\[a\\\\](b) \\\\$x\\\\$'
    """
    return LEADS.sub(lambda found: f"{found[0]}\u2060", SIGNS.sub(r"\\\1", " ".join(text.split())))


def place_answer() -> None:
    """Keep the place of the answer, above the choices: the frame draws those before the page runs, and the answer comes first."""
    st.session_state[PLACE] = st.container(key="answer_place")


def no_place() -> None:
    """A new run: the answer stands where it is said until the frame has kept a place for it."""
    st.session_state.pop(PLACE, None)


def answer(sentence: str, *, explained: bool = False, whole: tuple[str, str] = ("", "")) -> None:
    """The first thing on a page: a sentence with the answer, its heading for screen readers too; `explained` lets its terms explain themselves.

    `whole`: a short text that unfolds what the sentence leaves out (`more`).
    """
    said = glossed(sentence) if explained else html.escape(sentence)
    with st.session_state.get(PLACE) or nullcontext():
        st.html(f"<h1 class='answer'>{said}</h1>{more_html(*whole) if all(whole) else ''}")


def tiles(rows: Sequence[tuple[str, str, str]]) -> None:
    """A quiet row of figures: what, how much, a small line below."""
    cells = "".join(
        f"<div class='tile'><dt>{html.escape(label)}</dt><dd>{html.escape(value)}</dd><dd class='tile-note'>{html.escape(note)}</dd></div>"
        for label, value, note in rows
    )
    st.html(f"<dl class='tiles'>{cells}</dl>")


def heading(text: str) -> None:
    """A heading inside a page."""
    st.html(f"<h2 class='heading'>{html.escape(text)}</h2>")


def small(text: str) -> None:
    """Small print: source, method, what the figures cannot say; nothing where there is nothing to say."""
    if text:
        st.html(f"<p class='small'>{glossed(text)}</p>")


def more(said: str, rest: str, *, kind: str = "") -> None:
    """A short text with the rest of it folded: a press unfolds it, paper shows it whole. `kind` is a class of its own look."""
    if said and rest:
        st.html(more_html(said, rest, kind))


def more_html(said: str, rest: str, kind: str = "") -> str:
    """The same as HTML, its terms explained."""
    return f"<details class='more {kind}'><summary>{glossed(said, reached=False)}</summary><p>{glossed(rest)}</p></details>"


def room(key: str, height: int, narrow_height: int) -> None:
    """Keeps the room that the part of this key will take (px, and px on a phone), so that nothing below it jumps when it comes."""
    of = f".st-key-{key}"
    st.html(
        f"<style>{of} {{ min-height: {height}px; }} @media (max-width: 640px) {{ {of} {{ min-height: {narrow_height}px; }} }}"
        f" @media print {{ {of} {{ min-height: 0; }} }}</style>"
    )


def sentences(said: Sequence[str]) -> None:
    """Small print, each sentence on a line of its own."""
    for sentence in said:
        small(sentence)


def folded(draw: Callable[[], object], *, key: str, label: str) -> None:
    """A part that waits folded; it is made when it is opened, and opening it runs nothing else of the page."""

    @st.fragment(key=f"{key}_part")
    def part() -> None:
        fold = st.expander(label, key=f"{key}_fold", type="compact", on_change="rerun")
        if fold.open:
            with fold:
                draw()

    part()


def method(text: str, label: str, section: str | None = None) -> None:
    """Small print that ends in a link to the page of methods, at one of its sections (a key of `wording.methods.METHODS`)."""
    with st.container(
        horizontal=True, gap="xsmall", vertical_alignment="center", key=f"method_{label}"
    ):
        st.html(f"<p class='small'>{html.escape(text)}</p>", width="content")
        st.page_link(
            "../pages/method.py", label=label, query_params={"muc": section} if section else None
        )


def in_words(key: str) -> DeltaGenerator:
    """The place of a page's own choices, which read as words in a line and unfold."""
    return st.container(horizontal=True, key=f"words_{key}", gap="small")


def one_of(label: str, options: Sequence[str], first: int = 0, **settings: object) -> str:
    """The reader's choice; where there is only one thing to choose, that one without asking."""
    if len(options) == 1:
        return options[0]
    return st.selectbox(label, options, index=first, **settings)


def nothing(sentence: str) -> None:
    """A page without anything to show: why, what to do next, and the way there. Ends the page."""
    answer(sentence)
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="center", key="nothing"):
        is_elsewhere = choices_used.any_used() and stored.years_with_results()
        step = worded(NEXT_STEP) if is_elsewhere else NEXT_IMPORT
        st.html(f"<p class='small'>{html.escape(step)}</p>", width="content")
        st.page_link("../pages/intake.py", label=INTAKE)
    st.stop()
