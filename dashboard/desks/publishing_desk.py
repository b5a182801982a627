"""Publishing editions on screen: what members of the council and units read; each step kept with its day, ground and who took it."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboard.access.edition import Edition
from dashboard.desks import publishing_words as words
from dashboard.meeting.sealing import MeetingError
from dashboard.plan import Plan, clock
from dashboard.ui import desk_parts, drafts, meeting_store, page_parts, stored
from dashboard.ui.shown_tables import show_table
from dashboard.writing.columns import Column
from dashboard.writing.table_model import Table


def years(plan: Plan) -> None:
    """Every year with results, its editions and how far they are published, and the form for the next step."""
    page_parts.small(words.SAID)
    known = stored.years_with_results()
    if not known:
        return page_parts.small(words.NO_YEARS)
    rows = states(known, stored.editions(), stored.store().entered("published_years"))
    show_table(
        Table(
            words.TITLE,
            {
                name: Column(label, "date") if name == "on" else label
                for name, label in words.COLUMNS.items()
            },
            rows,
        ),
        key="published_years",
        downloads=False,
    )
    year = st.selectbox(words.YEAR, list(reversed(known)), key="publish_year", filter_mode=None)
    own = [one for one in stored.editions() if one.year == year]
    labels = {words.EDITION_LABEL.format(number=one.number, name=one.name): one for one in own}
    with drafts.form(f"publishing_form_{year}", meeting_store.fresh_ones("publish_meeting")):
        with st.container(horizontal=True, gap="small"):
            label = st.selectbox(
                words.EDITION, [*labels, words.NEW], key=f"publish_edition_{year}", filter_mode=None
            )
            step = st.selectbox(
                words.STEP,
                list(words.STEPS),
                format_func=words.STEPS.__getitem__,
                key="publish_step",
                filter_mode=None,
            )
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
    published = own is not None and own.published_on is not None
    if published == (step == "published") and (own is not None or step != "published"):
        return desk_parts.note(words.SAME.format(year=year))
    with desk_parts.refusals():
        try:
            number = own.number if own else _sealed(plan, year, meeting, who)
        except MeetingError as error:
            return desk_parts.note(str(error), tone="bad")
        meeting_store.enter(
            "published_years",
            who=who,
            year=int(year),
            step=step,
            on=clock.today(),
            meeting=meeting or None,
            seal=number,
        )
        meeting_store.begin_afresh(f"publishing_form_{year}")
        desk_parts.told(words.DONE.format(year=year, number=number, state=words.STATES[step]))
        st.rerun()
    return None


def _sealed(plan: Plan, year: int, meeting: str, who: str) -> int:
    """The figures of a year as they are, sealed to be published; the number of the edition."""
    milestones = [one.code for one in plan.milestones if one.year == year]
    name = words.SEAL_NAME.format(year=year, ground=f", {meeting}" if meeting else "")
    with st.spinner(words.SEALING):
        return meeting_store.seal(
            (milestones or [str(year)])[-1], clock.today(), name, who, None
        ).number
