"""Publishing editions on screen: what members of the council and units read; each step kept with its day, ground and who took it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pandas as pd
import streamlit as st

from dashboard.access.edition import PUBLISHED, Edition
from dashboard.desks import publishing_step
from dashboard.desks import publishing_words as words
from dashboard.meeting import publishing, read_by_words
from dashboard.meeting.sealing import MeetingError
from dashboard.ui import desk_fields, desk_parts, drafts, meeting_store, page_parts, stored
from dashboard.ui.shown_tables import show_table
from dashboard.wording import meeting_words
from dashboard.writing import formats
from dashboard.writing.columns import Column
from dashboard.writing.table_model import Table


def years() -> None:
    """Every year with results, its editions and how far they are published, and the form for the next step."""
    page_parts.small(words.SAID)
    known = stored.years_with_results()
    if not known:
        return page_parts.small(words.NO_YEARS)
    _published_before()
    rows = states(known, stored.editions(), stored.store().entered("published_years"))
    columns = {
        name: Column(label, "date") if name == "on" else label
        for name, label in words.COLUMNS.items()
    }
    show_table(Table(words.TITLE, columns, rows), key="published_years", downloads=False)
    year = st.selectbox(words.YEAR, list(reversed(known)), key="publish_year", filter_mode=None)
    return _next_step(year)


def _next_step(year: int) -> None:
    """The form: which edition, what with it, on which ground; the first press shows what that does, the second does it."""
    own = [one for one in stored.editions() if one.year == year]
    labels = {words.EDITION_LABEL.format(number=one.number, name=one.name): one for one in own}
    steps = list(words.STEPS)
    fields = meeting_store.fresh_ones("publish_meeting")
    with drafts.form(f"publishing_form_{year}", fields):
        with st.container(horizontal=True, gap="small"):
            label = _choice(words.EDITION, [*labels, words.NEW], f"publish_edition_{year}")
            step = _choice(words.STEP, steps, "publish_step", words.STEPS.__getitem__)
        meeting = desk_fields.line(words.MEETING, fields["publish_meeting"], words.MEETING_HINT)
        who = desk_parts.who("publish_who")
        pressed = st.form_submit_button(words.BUTTON, key="publish_save", type="primary")
    asked = publishing_step.Step(year, labels.get(label), step, meeting)
    if asked.own is None and step != PUBLISHED:
        return desk_parts.note(words.NOTHING_TO_WITHDRAW.format(year=year)) if pressed else None
    if asked.own and (asked.own.published_on is not None) == (step == PUBLISHED):
        said = meeting_words.ALREADY_SO.format(number=asked.own.number)
        return desk_parts.note(said) if pressed else None
    with _sentences():
        shown = publishing_step.may_be_taken([asked], key=f"publish_{year}", pressed=pressed)
        missing = _missing(meeting, who) if pressed else []
        if missing:
            return desk_parts.note(words.NOT_DONE, missing, tone="bad")
        if pressed and shown:
            _told(asked, publishing_step.take(asked, who))
    return None


def _choice(label: str, options: list[str], key: str, said: Callable[[str], str] = str) -> str:
    return st.selectbox(label, options, key=key, format_func=said, filter_mode=None)


def _missing(ground: str, who: str) -> list[str]:
    said = ((ground, read_by_words.GROUND_MISSING), (who, words.WHO_MISSING))
    return [sentence for given, sentence in said if not given]


@contextmanager
def _sentences() -> Iterator[None]:
    """Why a step cannot be taken, as a sentence on the page."""
    with desk_parts.refusals():
        try:
            yield
        except MeetingError as error:
            desk_parts.note(str(error), tone="bad")
        except publishing.AlreadySoError as error:
            desk_parts.note(str(error))


def states(known: list[int], editions: list[Edition], steps: pd.DataFrame) -> pd.DataFrame:
    """One row an edition of a year, newest first, and one for a year without: year, edition, state (in words), on, meeting, who of its last step."""
    newest = steps.sort_values("id").drop_duplicates("seal", keep="last").set_index("seal")
    rows = []
    for year in reversed(known):
        own = [one for one in editions if one.year == year]
        rows += [_row(year, one, newest) for one in own] or [_row(year, None, newest)]
    return pd.DataFrame(rows)


def _row(year: int, one: Edition | None, newest: pd.DataFrame) -> dict[str, object]:
    said = newest.loc[one.number] if one and one.number in newest.index else None
    return {
        "year": str(year),
        "edition": words.EDITION_LABEL.format(number=one.number, name=one.name) if one else "",
        "state": words.STATES[None if said is None else said["step"]] if one else words.NO_EDITION,
        "on": None if said is None else said["on"],
        "meeting": None if said is None else said["meeting"],
        "who": None if said is None else said["who"],
    }


def _told(asked: publishing_step.Step, number: int) -> None:
    meeting_store.begin_afresh(f"publishing_form_{asked.year}")
    state = words.STATES[asked.step]
    desk_parts.told(words.DONE.format(year=asked.year, number=number, state=state))
    st.rerun()


def _published_before() -> None:
    """Years that were published before there were editions: nobody reads them until their figures are sealed and published again, which is one press."""
    steps = stored.store().entered("published_years")
    lost = publishing.unread(stored.editions(), steps)
    if not lost:
        return
    years = formats.listed([str(one.year) for one in lost])
    desk_parts.note(meeting_words.YEARS_UNREAD.format(years=years), tone="bad")
    who = desk_parts.who("again_who")
    pressed = st.button(words.AGAIN, key="publish_again", type="primary")
    asked = [
        publishing_step.Step(one.year, None, PUBLISHED, one.meeting or words.AGAIN_GROUND)
        for one in lost
    ]
    with _sentences():
        shown = publishing_step.may_be_taken(asked, key="publishing_again", pressed=pressed)
        if pressed and not who:
            return desk_parts.note(words.WHO_MISSING, tone="bad")
        if pressed and shown:
            numbers = [str(publishing_step.take(one, who)) for one in asked]
            desk_parts.told(words.AGAIN_DONE.format(numbers=formats.listed(numbers)))
            st.rerun()
    return None
