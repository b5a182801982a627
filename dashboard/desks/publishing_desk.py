"""Publishing editions on screen: what members of the council and units read; each step kept with its day, ground and who took it."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboard.access.edition import PUBLISHED, Edition
from dashboard.desks import publishing_words as words
from dashboard.meeting import publishing
from dashboard.meeting.sealing import MeetingError
from dashboard.plan import Plan, clock
from dashboard.ui import desk_parts, drafts, meeting_papers, meeting_store, page_parts, stored
from dashboard.ui.shown_tables import show_table
from dashboard.wording import meeting_words
from dashboard.writing import formats
from dashboard.writing.columns import Column
from dashboard.writing.table_model import Table


def years(plan: Plan) -> None:
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
    own = [one for one in stored.editions() if one.year == year]
    labels = {words.EDITION_LABEL.format(number=one.number, name=one.name): one for one in own}
    with drafts.form(f"publishing_form_{year}", meeting_store.fresh_ones("publish_meeting")):
        with st.container(horizontal=True, gap="small"):
            label, step = _edition_and_step(year, [*labels, words.NEW])
        meeting = st.text_input(
            words.MEETING,
            key=meeting_store.fresh("publish_meeting"),
            max_chars=desk_parts.REASON_LIMIT,
            placeholder=words.MEETING_HINT,
            autocomplete="off",
        ).strip()
        who = desk_parts.who("publish_who")
        pressed = st.form_submit_button(words.BUTTON, key="publish_save", type="primary")
    if pressed:
        _step(plan, year, labels.get(label), step, meeting, who)
    return None


def _edition_and_step(year: int, labels: list[str]) -> tuple[str, str]:
    label = st.selectbox(words.EDITION, labels, key=f"publish_edition_{year}", filter_mode=None)
    step = st.selectbox(
        words.STEP,
        list(words.STEPS),
        format_func=words.STEPS.__getitem__,
        key="publish_step",
        filter_mode=None,
    )
    return label, step


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


def _step(plan: Plan, year: int, own: Edition | None, step: str, meeting: str, who: str) -> None:
    """Take the step; `own` None: the figures as they are become an edition first."""
    if not who:
        return desk_parts.note(words.WHO_MISSING, tone="bad")
    if own is None and step != PUBLISHED:
        return desk_parts.note(words.NOTHING_TO_WITHDRAW.format(year=year))
    with desk_parts.refusals():
        try:
            number = own.number if own else _sealed(plan, year, meeting, who)
            if own:
                publishing.take(
                    meeting_store.enter, own, step, clock.today(), who=who, meeting=meeting
                )
            else:
                _publish_new(year, number, meeting, who)
        except MeetingError as error:
            return desk_parts.note(str(error), tone="bad")
        except publishing.AlreadySoError as error:
            return desk_parts.note(str(error))
        _told(year, number, step, own)
    return None


def _told(year: int, number: int, step: str, own: Edition | None) -> None:
    """What was done; also that readers have a newer one, where they do."""
    newer = publishing.read_instead(stored.editions(), own) if own else None
    more = [] if newer is None or step != PUBLISHED else [_instead(newer)]
    meeting_store.begin_afresh(f"publishing_form_{year}")
    desk_parts.told(words.DONE.format(year=year, number=number, state=words.STATES[step]), more)
    st.rerun()


def _instead(newer: Edition) -> str:
    day = formats.date(newer.published_on)
    return meeting_words.READ_INSTEAD.format(number=newer.number, day=day)


def _sealed(plan: Plan, year: int, meeting: str | None, who: str) -> int:
    """The figures of a year as they are, sealed to be published; the number of the edition."""
    with st.spinner(words.SEALING):
        return meeting_papers.seal(
            publishing.milestone_of(plan, year),
            clock.today(),
            publishing.seal_name(year, meeting),
            who,
            None,
        ).number


def _publish_new(year: int, number: int, meeting: str | None, who: str) -> None:
    publishing.enter_step(
        meeting_store.enter, year, number, PUBLISHED, clock.today(), who=who, meeting=meeting
    )


def _published_before() -> None:
    """Years that were published before there were editions: nobody reads them until their figures are sealed and published again, which is one press."""
    steps = stored.store().entered("published_years")
    lost = publishing.unread(stored.editions(), steps)
    if not lost:
        return
    years = formats.listed([str(one.year) for one in lost])
    desk_parts.note(meeting_words.YEARS_UNREAD.format(years=years), tone="bad")
    who = desk_parts.who("again_who")
    if st.button(words.AGAIN, key="publish_again", type="primary"):
        _again(lost, who)


def _again(lost: list[publishing.Unread], who: str) -> None:
    if not who:
        return desk_parts.note(words.WHO_MISSING, tone="bad")
    with desk_parts.refusals():
        plan, numbers = stored.plan(), []
        for one in lost:
            numbers.append(_sealed(plan, one.year, one.meeting, who))
            _publish_new(one.year, numbers[-1], one.meeting, who)
        said = formats.listed([str(number) for number in numbers])
        desk_parts.told(words.AGAIN_DONE.format(numbers=said))
        st.rerun()
    return None
