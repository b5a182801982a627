"""What a screen and every file taken from it say of their figures: which edition they are of, or that no seal holds them."""

from __future__ import annotations

import datetime as dt

import streamlit as st

from dashboard.access import edition
from dashboard.exports.report import report_words
from dashboard.plan import clock
from dashboard.ui import frame_words as words
from dashboard.ui import page_parts, stored
from dashboard.wording import edition_words, meeting_words
from dashboard.writing import formats

OTHER = "_other_year"  # the year that a page opened at instead of the chosen one


def day() -> dt.date:
    """The day up to which the figures of the page count."""
    own = _own()
    return own.as_of if own else clock.today()


def line(year: int) -> None:
    """Which edition the page shows: number, name, day, state; figures as they are bear a mark of their own."""
    own = stored.edition_of(year)
    if own is not None:
        whole = f"{edition.in_words(own)} {_correction(own)}".strip()
        page_parts.more(words.EDITION_SHORT.format(brief=_state(own)), whole, kind="mark live")
    elif stored.sight().all:
        page_parts.more(words.EDITION_LIVE, words.EDITION_LIVE_MORE, kind="mark live")


def other_line(shown: int, chosen: int) -> None:
    """Which edition is shown where a page opens at another year than the chosen one."""
    if shown != chosen:
        st.session_state[OTHER] = shown
        if stored.edition_of(shown) != stored.edition_of(chosen):
            line(shown)


def _correction(own: edition.Edition) -> str:
    """What a correction changed of the edition published before it."""
    found = stored.correction(own)
    return edition.correction_words(*found) if found else ""


def face() -> str:
    """What a file taken from the screen says of its figures: which edition they are of, or that no seal holds them; the secretariat's may hold drafts and say so."""
    own = _own()
    if stored.sight().all:
        return f"{_figures(own)} {meeting_words.INNER}"
    return _figures(own)


def brief() -> str:
    """The same in a few words, for a column of a table that is taken away: “số 1, đã công bố ngày 15/1/2026”."""
    own = _own()
    day = formats.date(clock.today())
    figures = _state(own) if own else edition_words.LIVE_BRIEF.format(as_of=day)
    return f"{figures}; {edition_words.INNER_BRIEF}" if stored.sight().all else figures


def _state(own: edition.Edition) -> str:
    """“số 1, đã công bố ngày 15/1/2026”."""
    state = edition_words.state_of(own.published_on)
    return edition_words.BRIEF.format(number=own.number, state=state)


def in_file_names() -> str:
    """How a file taken from the screen ends its name: the edition, or that there is none."""
    own = _own()
    return f"-an-ban-{own.number}" if own else "-chua-chot"


def _own() -> edition.Edition | None:
    chosen = st.session_state.get("_choices")
    year = st.session_state.get(OTHER) or (chosen.year if chosen else None)
    return stored.edition_of(year) if year else None


def _figures(own: edition.Edition | None) -> str:
    if own is not None:
        return edition.in_words(own)
    return report_words.NOT_SEALED.format(as_of=formats.date(clock.today()))


def on_paper(title: str) -> str:
    """The line over a printed page: which page, what was chosen, which edition, the day of the figures and of the print."""
    chosen = st.session_state["_choices"]
    plan = stored.plan_of(chosen.year)
    kinds = {one.code: one.name for one in plan.kinds}
    parts = (title, plan.year_label(chosen.year), chosen.block, kinds.get(chosen.kind))
    own = stored.edition_of(chosen.year)
    return words.ON_PAPER.format(
        shown=" · ".join(one for one in parts if one),
        edition=_figures(own),
        day=formats.date(day()),
        printed=formats.date(clock.today()),
    )


def of_picture() -> str:
    """What a saved picture says beside its source: whose movement, which edition as every file (`face`), the day, the mark of sample data."""
    plan = stored.plan()
    mark = words.SAMPLE_SHORT if stored.is_illustrative() else ""
    said = words.OF_PICTURE.format(
        plan=plan.short_name, province=plan.province, edition=face(), day=formats.date(day())
    )
    return f"{said} {mark}".strip()
