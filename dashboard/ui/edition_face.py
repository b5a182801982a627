"""What a screen and every file taken from it say of their figures: which edition they are of, or that no seal holds them."""

from __future__ import annotations

import datetime as dt

import streamlit as st

from dashboard.access import edition
from dashboard.exports.report import report_words
from dashboard.plan import clock
from dashboard.ui import frame_words as words
from dashboard.ui import page_parts, stored
from dashboard.wording import meeting_words
from dashboard.writing import formats


def day() -> dt.date:
    """The day up to which the figures of the page count."""
    chosen = st.session_state.get("_choices")
    own = stored.edition_of(chosen.year) if chosen else None
    return own.as_of if own else clock.today()


def line(year: int) -> None:
    """Which edition the page shows: number, name, day, state; figures as they are bear a mark of their own."""
    own = stored.edition_of(year)
    if own is not None:
        page_parts.small(f"{edition.in_words(own)} {_correction(own)}".strip())
    elif stored.sight().all:
        st.html(f"<div class='mark live' role='note'>{words.EDITION_LIVE}</div>")


def _correction(own: edition.Edition) -> str:
    """What a correction changed of the edition published before it."""
    found = stored.correction(own)
    return edition.correction_words(*found) if found else ""


def face() -> str:
    """What a file taken from the screen says of its figures: which edition they are of, or that no seal holds them; the secretariat's may hold drafts and say so."""
    chosen = st.session_state.get("_choices")
    own = stored.edition_of(chosen.year) if chosen else None
    if stored.sight().all:
        return f"{_figures(own)} {meeting_words.INNER}"
    return _figures(own)


def _figures(own: edition.Edition | None) -> str:
    if own is not None:
        return edition.in_words(own)
    return report_words.NOT_SEALED.format(as_of=formats.date(clock.today()))
