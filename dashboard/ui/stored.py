"""The one door from the screens to the store: everything read here is worked out once after each change of data."""
from __future__ import annotations

import datetime as dt
import hashlib
import os
import threading
from collections.abc import Sequence
from pathlib import Path

import pandas as pd
import streamlit as st

import sample_data
from dashboard import clock
from dashboard.alphabet import alphabet_key
from dashboard.plan import Plan, load_plan
from dashboard.standing import Records, Standing, assess
from data_access import loading
from data_access.intake.names import plain
from data_access.store import KeptFile, Store, connect

KEPT_STANDINGS = 24


@st.cache_resource(show_spinner=False)
def store() -> Store:
    """The store of this server: DATABASE_URL, else the SQLite file beside the program."""
    return connect(os.environ.get("DATABASE_URL"))


def last_change() -> int:
    """Number of the last change; part of every cache key here."""
    return store().last_change()


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
    kept = store().current_plan()
    return load_plan(kept.body) if kept else load_plan(sample_data.PLAN)


def fingerprint(a_plan: Plan) -> str:
    """What tells two plans apart in a cache key."""
    return hashlib.sha256(a_plan.model_dump_json().encode()).hexdigest()


def standing(year: int, as_of: dt.date | None = None) -> Standing:
    """The calculation for a year; shared between sessions, so never changed by a page."""
    return _standing(last_change(), fingerprint(plan()), year, as_of or clock.today())


@st.cache_resource(show_spinner="Đang tính lại số liệu …", max_entries=KEPT_STANDINGS)
def _standing(change: int, plan_print: str, year: int, as_of: dt.date) -> Standing:
    return assess(plan(), _records(change, as_of), year, as_of)


def work_ahead() -> None:
    """After a change of data, work out the other years in the background, so that no later choice waits for them."""
    if st.runtime.exists():
        _work_ahead(last_change(), fingerprint(plan()), clock.today())


@st.cache_resource(show_spinner=False, max_entries=1)
def _work_ahead(change: int, plan_print: str, as_of: dt.date) -> threading.Thread:
    years = reversed(years_with_results())
    ahead = threading.Thread(target=lambda: [_standing(change, plan_print, year, as_of) for year in years], name="work ahead", daemon=True)
    ahead.start()
    return ahead


@st.cache_resource(show_spinner="Đang đọc kho số liệu …", max_entries=2)
def _records(change: int, as_of: dt.date) -> Records:
    return Records(**store().load_records(as_of))


def records() -> Records:
    """The live records of today, shared: for working out what a change would do (`dashboard.foreseen`)."""
    return _records(last_change(), clock.today())


def table(name: str) -> pd.DataFrame:
    """Live rows of a table that is not part of the calculation: documents, awards, inspections, examples, indices, lineage …"""
    return _table(last_change(), name)


@st.cache_resource(show_spinner=False, max_entries=40)
def _table(change: int, name: str) -> pd.DataFrame:
    return store().load(name)


def history(name: str, **key: object) -> pd.DataFrame:
    """Every revision of one value, newest first, with its import."""
    return store().history(name, key)


def is_illustrative() -> bool:
    """Whether any figure on the screens is sample data."""
    return _illustrative(last_change())


@st.cache_resource(show_spinner=False, max_entries=2)
def _illustrative(change: int) -> bool:
    return store().illustrative()


def years_with_results() -> list[int]:
    """Years of the plan that have any result, oldest first."""
    return _years(last_change())


@st.cache_resource(show_spinner=False, max_entries=2)
def _years(change: int) -> list[int]:
    found = set(_records(change, clock.today()).results["year"].unique())
    return [year for year in plan().years if year in found]


def blocks() -> list[str]:
    """Blocks of any year, by the alphabet."""
    return _blocks(last_change())


@st.cache_resource(show_spinner=False, max_entries=2)
def _blocks(change: int) -> list[str]:
    return sorted(table("unit_years")["block"].dropna().unique(), key=alphabet_key)


def units_like(text: str, limit: int = 8) -> pd.DataFrame:
    """Units whose code, name, short name or alias holds every word of the text, with or without diacritics; best first."""
    names = _searchable(last_change())
    words = plain(text).split()
    hits = names[[all(word in name for word in words) for name in names["search"]]] if words else names.iloc[:0]
    hits = hits.assign(length=hits["search"].str.len()).sort_values(["current", "length"], ascending=[False, True], kind="stable")
    return hits.drop_duplicates("unit").head(limit)


@st.cache_resource(show_spinner=False, max_entries=2)
def _searchable(change: int) -> pd.DataFrame:
    units, aliases = table("units"), table("aliases")
    names = [units[["unit"]].assign(text=units[column]) for column in ("name", "short_name", "unit")] + [aliases.rename(columns={"alias": "text"})[["unit", "text"]]]
    every = pd.concat(names, ignore_index=True).dropna(subset=["text"])
    every = every.merge(units[["unit", "name", "valid_to"]], on="unit")
    return every.assign(search=[plain(text) for text in every["text"]], current=every["valid_to"].isna())


def load_sample(progress: loading.Progress) -> None:
    """First start on a store that never held anything: the sample, by the ordinary import."""
    loading.load_files(store(), plan().model_dump(), loading.on_disk(sample_data.files()), who="số liệu minh họa", progress=progress)


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
    return store().plan_versions()


def save_plan(text: str, who: str, why: str) -> int:
    """Store a checked plan as a new version, and give its number; every screen follows."""
    return store().save_plan(text, who=who, why=why)


def imports() -> pd.DataFrame:
    """Every import, newest first: id, at (UTC), who, file, sha256, illustrative, note, rows, undone."""
    return _imports(last_change())


@st.cache_resource(show_spinner=False, max_entries=2)
def _imports(change: int) -> pd.DataFrame:
    return store().imports()


def changes() -> pd.DataFrame:
    """Everything that was done to the store, newest first: id, at (UTC), who, kind, note, detail (dict)."""
    return _changes(last_change())


@st.cache_resource(show_spinner=False, max_entries=2)
def _changes(change: int) -> pd.DataFrame:
    return store().changes()


def checked(files: Sequence[loading.Given], progress: loading.Progress) -> list[loading.Loaded]:
    """What files say and would change, in the order given; nothing is stored."""
    return loading.check_files(store(), plan().model_dump(), files, progress)


def save_files(files: Sequence[loading.Given], who: str, seen: int, progress: loading.Progress) -> list[loading.Loaded]:
    """Read files once more and store them, all or nothing for each, if the store has not moved since the change `seen`."""
    return loading.load_files(store(), plan().model_dump(), files, who=who, seen=seen, progress=progress)


def undo(import_id: int, who: str, why: str) -> None:
    """Let an import count no longer."""
    store().undo(import_id, who, why)


def redo(import_id: int, who: str, why: str) -> None:
    """Let an undone import count again."""
    store().redo(import_id, who, why)


def kept_file(sha256: str) -> KeptFile:
    """A file as it was imported."""
    return store().file(sha256)


def empty(who: str, why: str) -> None:
    """Delete every figure, import and kept file for real use; the plan's versions stay."""
    store().empty(keep_plan=True, who=who, why=why)
