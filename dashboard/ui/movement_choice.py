"""The one choice of the movement in the frame: kept in the link and for the tab. Another movement is another load of the page, so a tab never holds anything of two."""

from __future__ import annotations

import html
from collections.abc import Mapping
from urllib.parse import quote

import streamlit as st

from dashboard.serving import sign_in_provider
from dashboard.serving.movement_in_view import HELD
from dashboard.ui import page_parts
from dashboard.ui.opened import (
    home,
    is_anybody,
    is_somebody_at_first,
    movement,
    movements_in_sight,
)
from dashboard.wording import movement_words as words

CHOSEN = words.PARAMETER


def refusal() -> tuple[str, Mapping[str, str]] | None:
    """Settles at the first run of a tab which movement it shows, and asks at every later one whether it still may; else why not, and the movements (code → name) that may be opened.

    Nothing of a movement is opened before: what somebody may not see, what is closed and what never was get the same answer.
    """
    if not is_anybody():
        return None
    asked, held = st.query_params.get(CHOSEN, ""), st.session_state.get(HELD)
    if not movements_in_sight() and not held and asked in ("", words.FIRST):
        return None
    known = in_sight()
    shown = _shown(asked, held, known)
    if shown not in known:
        return words.NOT_HERE.format(code=shown), known
    if asked and asked != shown:
        return words.OTHER_TAB.format(held=known[shown]), known
    st.session_state[HELD] = "" if shown == words.FIRST else shown
    return None


def _shown(asked: str, held: str | None, known: Mapping[str, str]) -> str:
    """The code that this run is about: what the tab holds, else what the link asks for, else the first one that may be seen."""
    if held is not None:
        return held or words.FIRST
    return asked or (words.FIRST if words.FIRST in known else next(iter(known), words.FIRST))


def in_sight() -> dict[str, str]:
    """Code → name of every open movement in which the person at this screen is somebody, the first one before the others."""
    first = {words.FIRST: sign_in_provider.first_name(home())} if is_somebody_at_first() else {}
    return {**first, **dict(movements_in_sight())}


def in_the_link() -> None:
    """The movement in view stands in the link wherever there is more than one to see, so that a link sent on means the same."""
    if not movement() and not movements_in_sight():
        return
    st.session_state[CHOSEN] = movement() or words.FIRST
    with st.container(key=f"in_link_{CHOSEN}"):
        st.text_input(words.CHANGE, key=CHOSEN, bind="query-params", label_visibility="collapsed")


def draw() -> None:
    """The choice itself, where there is one."""
    known = in_sight() if movements_in_sight() else {}
    if len(known) > 1:
        here = movement() or words.FIRST
        st.html(
            f"<details class='more movements'><summary>{words.CHANGE}</summary>{links(known, here)}</details>",
            width="content",
        )


def links(known: Mapping[str, str], here: str = "") -> str:
    """The movements as a list of links, each of which loads the page anew. `here`: the code of the one in view."""
    listed = "".join(
        f"<li><a href='/?{CHOSEN}={quote(code)}' target='_self'{_CURRENT if code == here else ''}>{html.escape(name)}</a></li>"
        for code, name in known.items()
    )
    return f"<ul>{listed}</ul>"


_CURRENT = " aria-current='true'"


def refuse(said: str, known: Mapping[str, str]) -> None:
    """The sentence and the way to what may be seen, in place of the page."""
    page_parts.answer(said)
    page_parts.small(words.NOT_HERE_NEXT if known else words.NOTHING_HERE_NEXT)
    st.html(f"<nav class='movements'>{links(known)}</nav>")
