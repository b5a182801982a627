"""Consequences before the press: what a plan, rows, an undo would do in every year of the plan, drawn in one way on every page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import NamedTuple

import pandas as pd
import streamlit as st

from dashboard.assessment.consequences import YearConsequences, consequences
from dashboard.assessment.standing import Records, of_year, province
from dashboard.assessment.what_if import as_if
from dashboard.plan import Plan, clock
from dashboard.ui import desk_parts, stored
from dashboard.ui.shown_tables import show_table
from dashboard.views import foreseen as view
from dashboard.views import foreseen_words as words
from data_access.unit_lives import Fault, faults_left

KEPT, TALL = 8, 320  # trials kept; px


class Foreseen(NamedTuple):
    """What a change would do: the number of the last change it was worked out on, the plans without and with it, the years, and what nobody would want (`unit_lives.faults_left`)."""

    change: int
    plans: tuple[Plan, Plan]
    years: tuple[YearConsequences, ...]
    faults: tuple[Fault, ...] = ()


def of_rows(tables: Mapping[str, pd.DataFrame]) -> Foreseen:
    """If these rows were stored."""
    with st.spinner(words.WORKING):
        return _compared(stored.plan(), as_if(stored.records(), tables))


def of_plan(new: Plan) -> Foreseen:
    """If the plan were this one."""
    stored.require("see_drafts")
    return _of_plan(stored.last_change(), stored.fingerprint(new), clock.today(), new)


def of_undo(number: int, undone: bool) -> Foreseen:
    """If this import were undone (`undone`), or counted again."""
    stored.require("see_drafts")
    return _of_undo(stored.last_change(), number, undone, clock.today())


@st.cache_resource(show_spinner=words.WORKING, max_entries=KEPT)
def _of_plan(change: int, plan_print: str, as_of: dt.date, _new: Plan) -> Foreseen:
    return _compared(_new, stored.records())


@st.cache_resource(show_spinner=words.WORKING, max_entries=KEPT)
def _of_undo(change: int, number: int, undone: bool, as_of: dt.date) -> Foreseen:
    after = Records(**stored.store().records_if(number, undone, as_of))
    faults = faults_left(stored.records()._asdict(), after._asdict())
    return _compared(stored.plan(), after)._replace(faults=tuple(faults))


def _compared(new: Plan, after: Records) -> Foreseen:
    plan, then = stored.plan(), province(new, after, clock.today())
    years = consequences(
        {year: stored.live(year) for year in plan.years},
        {year: of_year(then, year) for year in new.years},
        stored.table_now("inspections"),
    )
    return Foreseen(stored.last_change(), (plan, new), years)


def show(found: Foreseen, title: str, *, key: str) -> None:
    """The years in sentences, the editions that stay, and every unit in a table."""
    desk_parts.note(title, view.lines(found.years, stored.editions()))
    rows = view.table(found.plans, found.years)
    if len(rows.frame):
        show_table(rows, key=key, height=TALL)
