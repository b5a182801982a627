"""The one door from the screens to the store: everything read here is worked out once after each change of data."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import threading
from pathlib import Path

import pandas as pd
import streamlit as st

import sample_data
from dashboard.access import permissions
from dashboard.access.permissions import Person
from dashboard.access.visible import Sight, limited, seen, shown, sight_of
from dashboard.assessment.standing import Records, Standing, assess
from dashboard.plan import Plan, clock, load_plan
from dashboard.serving import persons
from dashboard.ui.door import Door
from dashboard.ui.this_run import asked_once
from dashboard.writing.alphabet import alphabet_key
from data_access import safekeeping
from data_access.store import Store, connect

KEPT_STANDINGS = 24


@st.cache_resource(show_spinner=False)
def _opened() -> Store:
    """The store of this server: DATABASE_URL, else the SQLite file beside the program. Whole: what goes to a screen passes `store()` or is keyed by a sight."""
    return connect(os.environ.get("DATABASE_URL"))


def store_name() -> str:
    """Which store the screens show, for who may see imports; '' for others, who need not know the machine's folders."""
    return _opened().name if may("see_imports") else ""


def keep_before(deed: str) -> None:
    """A backup of the store before something that cannot be undone on a screen. Raises `BackupError`; then the deed must not be done."""
    safekeeping.keep_before(_opened().acting(None, "program"), deed)


@asked_once
def person() -> Person | None:
    """Who is at this screen; None if nobody is signed in where somebody must be."""
    return persons.current(_opened())


@asked_once
def sight() -> Sight:
    """What they may see of the figures; part of the key of everything kept for a screen."""
    who = person()
    if permissions.may(who, "see_drafts"):
        return Sight()
    opened = _opened()
    return sight_of(
        who,
        _published_years(last_change(), opened.newest("published_years")),
        opened.newest("publications"),
    )


@st.cache_resource(show_spinner=False, max_entries=2)
def _published_years(change: int, newest: int) -> pd.DataFrame:
    return _opened().entered("published_years")


def store() -> Door:
    """The store as the person at this screen has it."""
    return Door(_opened(), person(), sight(), persons.origin())


def may(action: str, unit: str | None = None) -> bool:
    """Whether the person at this screen may do this: for showing what can be used. The door asks again."""
    return permissions.may(person(), action, unit)


def require(action: str, unit: str | None = None) -> None:
    """Raises `NotAllowedError` unless the person at this screen may do this."""
    permissions.require(person(), action, unit)


@asked_once
def last_change() -> int:
    """Number of the last change; part of every cache key here."""
    return _opened().last_change()


def plan() -> Plan:
    """The plan in force: DASHBOARD_PLAN, else the store's current version, else the one shipped."""
    path = os.environ.get("DASHBOARD_PLAN")
    if path:
        return _plan_file(path, Path(path).stat().st_mtime_ns)
    return _kept_plan(last_change())


@st.cache_resource(show_spinner=False, max_entries=4)
def _plan_file(path: str, changed: int) -> Plan:
    return load_plan(Path(path))


@st.cache_resource(show_spinner=False, max_entries=4)
def _kept_plan(change: int) -> Plan:
    kept = _opened().current_plan()
    return load_plan(kept.body) if kept else load_plan(sample_data.PLAN)


def fingerprint(a_plan: Plan) -> str:
    """What tells two plans apart in a cache key."""
    return hashlib.sha256(a_plan.model_dump_json().encode()).hexdigest()


def standing(year: int, as_of: dt.date | None = None) -> Standing:
    """The calculation for a year, as far as the person may see; shared between sessions, so never changed by a page."""
    now = sight()
    key = last_change(), fingerprint(plan()), year, as_of or clock.today()
    if now.all:
        return _standing(*key, now.years)
    require("read")
    return _shown(*key, now)


@st.cache_resource(show_spinner=False, max_entries=KEPT_STANDINGS)
def _shown(change: int, plan_print: str, year: int, as_of: dt.date, to_see: Sight) -> Standing:
    publications = seen("publications", _opened().entered("publications"), to_see)
    return shown(_standing(change, plan_print, year, as_of, to_see.years), publications, to_see)


@st.cache_resource(show_spinner="Đang tính lại số liệu …", max_entries=KEPT_STANDINGS)
def _standing(
    change: int, plan_print: str, year: int, as_of: dt.date, years: tuple[int, ...] | None
) -> Standing:
    return assess(plan(), _records(change, as_of, years), year, as_of)


def work_ahead() -> None:
    """After a change of data, work out the other years in the background, so that no later choice waits for them."""
    if st.runtime.exists():
        _work_ahead(last_change(), fingerprint(plan()), clock.today(), sight().years)


@st.cache_resource(show_spinner=False, max_entries=2)
def _work_ahead(
    change: int, plan_print: str, as_of: dt.date, seen_years: tuple[int, ...] | None
) -> threading.Thread:
    years = reversed(_years(change, seen_years))
    ahead = threading.Thread(
        target=lambda: [_standing(change, plan_print, year, as_of, seen_years) for year in years],
        name="work ahead",
        daemon=True,
    )
    ahead.start()
    return ahead


@st.cache_resource(show_spinner="Đang đọc kho số liệu …", max_entries=4)
def _records(change: int, as_of: dt.date, years: tuple[int, ...] | None) -> Records:
    return limited(
        Records(**_opened().load_records(as_of))
        if years is None
        else _records(change, as_of, None),
        Sight(years),
    )


def records() -> Records:
    """The live records of today, shared: for working out what a change would do (`dashboard.assessment.what_if`)."""
    require("see_drafts")
    return _records(last_change(), clock.today(), None)


def table(name: str) -> pd.DataFrame:
    """Live rows of a table that is not part of the calculation: documents, awards, inspections, examples, indices, lineage …"""
    return _table(last_change(), name, sight())


@st.cache_resource(show_spinner=False, max_entries=80)
def _table(change: int, name: str, to_see: Sight) -> pd.DataFrame:
    return seen(name, _opened().load(name), to_see)


class Tables:
    """Live rows of every table by its name, as the person at this screen may see them: what a view asks for that shows such rows."""

    def __getitem__(self, name: str) -> pd.DataFrame:
        return table(name)


def tables() -> Tables:
    """The tables that are not part of the calculation, as one thing to give to a view."""
    return Tables()


def history(name: str, **key: object) -> pd.DataFrame:
    """Every revision of one value, newest first, with its import."""
    return store().history(name, key)


def is_illustrative() -> bool:
    """Whether any figure on the screens is sample data."""
    return _illustrative(last_change())


@st.cache_resource(show_spinner=False, max_entries=2)
def _illustrative(change: int) -> bool:
    return _opened().illustrative()


def years_with_results() -> list[int]:
    """Years of the plan that have any result and may be seen, oldest first."""
    return _years(last_change(), sight().years)


@st.cache_resource(show_spinner=False, max_entries=4)
def _years(change: int, years: tuple[int, ...] | None) -> list[int]:
    found = set(_records(change, clock.today(), years).results["year"].unique())
    return [year for year in plan().years if year in found]


def blocks() -> list[str]:
    """Blocks of any year, by the alphabet."""
    return _blocks(last_change(), sight())


@st.cache_resource(show_spinner=False, max_entries=8)
def _blocks(change: int, to_see: Sight) -> list[str]:
    return sorted(_table(change, "unit_years", to_see)["block"].dropna().unique(), key=alphabet_key)


def nothing_published() -> bool:
    """Whether somebody who sees published years only has none to see; a unit still has its own page."""
    now = sight()
    return not now.all and now.unit is None and not _years(last_change(), now.years)


def plan_file() -> str | None:
    """The file that the plan comes from, if the server names one: such a plan is not changed on screen."""
    path = os.environ.get("DASHBOARD_PLAN")
    return Path(path).name if path else None


def shipped_plan() -> Plan:
    """The plan that comes with the program."""
    return load_plan(sample_data.PLAN)


def plan_versions() -> pd.DataFrame:
    """Every version of the plan, newest first: version, at (UTC), who, why, body."""
    return _plan_versions(last_change())


@st.cache_resource(show_spinner=False, max_entries=2)
def _plan_versions(change: int) -> pd.DataFrame:
    return _opened().plan_versions()


def save_plan(text: str, who: str, why: str) -> int:
    """Store a checked plan as a new version, and give its number; every screen follows."""
    return store().save_plan(text, who=who, why=why)
