"""Consequences before the press: what a plan, rows, an undo would do in every year of the plan, drawn in one way on every page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import NamedTuple

import pandas as pd
import streamlit as st

from dashboard.access.edition import Edition
from dashboard.assessment.change_tried import of_change
from dashboard.assessment.commending import Known
from dashboard.assessment.consequences import Beside, YearConsequences, consequences
from dashboard.assessment.province_renewed import renewed
from dashboard.assessment.standing import Records, of_year
from dashboard.assessment.what_if import as_if, years_touched
from dashboard.plan import Plan, clock
from dashboard.ui import desk_parts, meeting_store, stored
from dashboard.ui.own_cache import of_store
from dashboard.ui.shown_tables import show_table
from dashboard.views import foreseen as view
from dashboard.views import foreseen_words as words
from data_access.unit_lives import Fault, faults_left

KEPT, TALL = 8, 320  # trials kept; px


class Foreseen(NamedTuple):
    """What a change would do: the number of the last change it was worked out on, the plans without and with it, the years, what nobody would want (`unit_lives.faults_left`), and the editions, which stay."""

    change: int
    plans: tuple[Plan, Plan]
    years: tuple[YearConsequences, ...]
    faults: tuple[Fault, ...] = ()
    editions: tuple[Edition, ...] = ()


class Tried(NamedTuple):
    """A change (`about` tells it from every other) with what it would do."""

    about: str
    found: Foreseen


def of_rows(tables: Mapping[str, pd.DataFrame]) -> Foreseen:
    """If these rows were stored. Results alone are told from their first year on: no year reads the results of a later one."""
    years = years_touched(tables)
    with st.spinner(words.WORKING):
        if not years:
            return _compared(stored.plan(), as_if(stored.records(), tables))
        since = min(years) if set(tables) == {"results"} else stored.plan().first_year
        return _of_years(as_if(stored.records_of(years), tables), years, since)


def of_plan(new: Plan) -> Foreseen:
    """If the plan were this one."""
    stored.require("see_drafts")
    return _of_plan(stored.last_change(), stored.fingerprint(new), clock.today(), new)


def of_undo(number: int, undone: bool) -> Foreseen:
    """If this import were undone (`undone`), or counted again."""
    stored.require("see_drafts")
    return _of_undo(stored.last_change(), number, undone, clock.today())


@of_store(show_spinner=words.WORKING, max_entries=KEPT)
def _of_plan(change: int, plan_print: str, as_of: dt.date, _new: Plan) -> Foreseen:
    return _compared(_new, stored.records())


@of_store(show_spinner=words.WORKING, max_entries=KEPT)
def _of_undo(change: int, number: int, undone: bool, as_of: dt.date) -> Foreseen:
    touched = stored.store().records_if(number, undone, as_of)
    after = Records(**touched.records)
    if touched.years:
        return _of_years(after, touched.years, stored.plan().first_year)
    faults = faults_left(stored.records()._asdict(), after._asdict())
    return _compared(stored.plan(), after)._replace(faults=tuple(faults))


def _of_years(after: Records, years: Collection[int], since: int) -> Foreseen:
    """If the records of these years were those, and nothing else another: they alone are read, and no year before them is worked out. Told from `since` on."""
    plan, whole, first = stored.plan(), stored.province(), min(years)
    before = {year: stored.live(year) for year in plan.years if year >= since}
    then = renewed(whole, after, years, whole.as_of)
    new = {year: of_year(then, year) for year in before if year >= first}
    known = Known(after.lineage, meeting_store.entered().disciplines)
    beside = Beside(known, stored.table_now("inspections"))
    return _foreseen(plan, consequences(before, before | new, beside))


def _compared(new: Plan, after: Records) -> Foreseen:
    plan = stored.plan()
    years = of_change(
        (plan, stored.records()),
        (new, after),
        clock.today(),
        meeting_store.entered().disciplines,
        stored.table_now("inspections"),
        {year: stored.live(year) for year in plan.years},
    )
    return _foreseen(new, years)


def _foreseen(new: Plan, years: tuple[YearConsequences, ...]) -> Foreseen:
    editions = tuple(stored.editions())
    return Foreseen(stored.last_change(), (stored.plan(), new), years, editions=editions)


def show(found: Foreseen, title: str, *, key: str, first: Sequence[str] = ()) -> None:
    """What is changed (`first`), the years in sentences, the editions that stay, and every unit in a table."""
    desk_parts.note(title, [*first, *view.lines(found.years, found.editions)])
    rows = view.table(found.plans, found.years)
    if len(rows.frame):
        show_table(rows, key=key, height=TALL)


def before_press(
    about: str,
    work: Callable[[], Foreseen],
    title: str,
    *,
    key: str,
    pressed: bool,
    first: Callable[[Foreseen], Sequence[str]],
) -> Foreseen | None:
    """Show what a change would do, once something was `pressed`, and as long as it is the same change; a press counts only where this gives what was shown before it.

    Where others stored something since, it is worked out anew, and what was shown still counts if that says the same.
    """
    kept: Tried | None = st.session_state.get(f"_{key}")
    same = kept is not None and kept.about == about
    if not (same or pressed):
        return None
    found = kept.found if kept and same and kept.found.change == stored.last_change() else work()
    st.session_state[f"_{key}"] = Tried(about, found)
    show(found, title, key=f"{key}_effects", first=first(found))
    if not (kept and same):
        return None
    if _said(kept.found) != _said(found):
        desk_parts.note(words.LOOK_AGAIN, tone="bad")
        return None
    return found


def _said(found: Foreseen) -> tuple[tuple[str, ...], ...]:
    """Everything that the table of a trial says."""
    return view.table(found.plans, found.years).texts
