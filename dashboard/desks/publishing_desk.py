"""Publishing years on screen: what members of the council may see; each step kept with its day, ground and who took it."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboard.desks import publishing_words as words
from dashboard.plan import Plan, clock
from dashboard.ui import desk_parts, meeting_store, page_parts, stored
from dashboard.ui.shown_tables import show_table
from dashboard.writing.columns import Column
from dashboard.writing.table_model import Table


def years(plan: Plan) -> None:
    """Every year with results and how far it is published, and the form for the next step."""
    page_parts.small(words.SAID)
    known = stored.years_with_results()
    if not known:
        return page_parts.small(words.NO_YEARS)
    rows = states(known, stored.store().entered("published_years"))
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
    with st.form("publishing_form", border=False, enter_to_submit=False):
        with st.container(horizontal=True, gap="small"):
            year = st.selectbox(
                words.YEAR, list(reversed(known)), key="publish_year", filter_mode=None
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
        _step(rows, year, step, meeting, who)
    return None


def states(known: list[int], steps: pd.DataFrame) -> pd.DataFrame:
    """One row a year, newest first: year, state (in words), on, meeting, who of its last step."""
    newest = steps.sort_values("id").drop_duplicates("year", keep="last").set_index("year")
    rows = (
        newest.reindex(list(reversed(known)))[["step", "on", "meeting", "who"]]
        .rename_axis("year")
        .reset_index()
    )
    return rows.assign(
        state=[words.STATES[None if pd.isna(step) else step] for step in rows["step"]],
        year=rows["year"].astype(str),
    )


def _step(rows: pd.DataFrame, year: int, step: str, meeting: str, who: str) -> None:
    if not who:
        return desk_parts.note(words.WHO_MISSING, tone="bad")
    now = rows.set_index("year").at[str(year), "state"]
    if now == words.STATES[step] or (step == "withdrawn" and now == words.STATES[None]):
        return desk_parts.note(words.SAME.format(year=year, state=now))
    with desk_parts.refusals():
        meeting_store.enter(
            "published_years",
            who=who,
            year=int(year),
            step=step,
            on=clock.today(),
            meeting=meeting or None,
        )
        meeting_store.begin_afresh()
        desk_parts.told(words.DONE.format(year=year, state=words.STATES[step]))
        st.rerun()
    return None
