"""The form in which one change of units is said; its fields follow the kind of change."""
from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pandas as pd
import streamlit as st

from dashboard.formats import is_missing
from dashboard.plan import Plan
from dashboard.views.profile import labels
from dashboard.wording import units as words
from data_access.intake.dates import parse_day
from data_access.unit_changes import DATED, NEEDS_NEW, NEEDS_UNITS, Change, NewUnit

ROWS = {"add": 1, "merge": 1, "split": 4}
TEXT_LIMIT = 300


def asked(plan: Plan, year: int, units: pd.DataFrame, blocks: Sequence[str]) -> tuple[Change | None, list[str]]:
    """The change as it was sent (None until the button is pressed), and what in it cannot be read."""
    kind = st.selectbox(words.CHANGE_KIND, list(words.KINDS), format_func=words.KINDS.__getitem__, key="units_kind", filter_mode=None)
    st.caption(words.ABOUT[kind])
    mark = f"{kind}_{st.session_state.get('_units_round', 0)}"
    mistakes: list[str] = []
    with st.form(f"units_form_{mark}", border=False, enter_to_submit=False):
        given = {"units": _units(kind, units, mark), "new": _new(plan, kind, blocks, mark, mistakes)}
        given |= _named(kind, mark) | _dated(kind, mark, mistakes) | _grouped(plan, kind, year, blocks, mark, mistakes)
        sent = st.form_submit_button(words.TRY, type="primary", key=f"units_try_{mark}")
    return (Change(kind, **given) if sent else None), mistakes


def _units(kind: str, units: pd.DataFrame, mark: str) -> tuple[str, ...]:
    names = labels(units)
    if NEEDS_UNITS.get(kind, 0) > 1:
        return tuple(st.multiselect(words.UNITS, list(names), format_func=names.__getitem__, key=f"units_old_{mark}", placeholder=words.CHOOSE, filter_mode="contains", select_all=False))
    if not NEEDS_UNITS.get(kind, 0):
        return ()
    one = st.selectbox(words.UNIT, list(names), index=None, format_func=names.__getitem__, key=f"units_old_{mark}", placeholder=words.CHOOSE, filter_mode="contains")
    return (one,) if one else ()


def _named(kind: str, mark: str) -> dict:
    if kind not in ("rename", "alias"):
        return {}
    return {"name": st.text_input(words.NEW_NAME if kind == "rename" else words.ALIAS, key=f"units_name_{mark}", max_chars=TEXT_LIMIT, autocomplete="off") or ""}


def _dated(kind: str, mark: str, mistakes: list[str]) -> dict:
    if kind not in DATED:
        return {}
    left, right = st.columns([1, 3])
    text = left.text_input(words.ON, key=f"units_on_{mark}", placeholder=words.ON_HINT, autocomplete="off") or ""
    document = right.text_input(words.DOCUMENT, key=f"units_document_{mark}", placeholder=words.DOCUMENT_HINT, max_chars=TEXT_LIMIT, autocomplete="off") or ""
    return {"on": _day(text, mistakes), "document": document}


def _day(text: str, mistakes: list[str]) -> dt.date | None:
    if not text.strip():
        return None
    day = parse_day(text).date
    if day is None:
        mistakes.append(words.DATE_WRONG.format(text=text))
    return day


def _new(plan: Plan, kind: str, blocks: Sequence[str], mark: str, mistakes: list[str]) -> tuple[NewUnit, ...]:
    """New units as rows of a small table; blank rows are none."""
    if kind not in NEEDS_NEW:
        return ()
    kinds, text, choice = {one.name: one.code for one in plan.kinds}, st.column_config.TextColumn, st.column_config.SelectboxColumn
    blank = pd.DataFrame("", index=range(ROWS[kind]), columns=list(words.NEW_COLUMNS), dtype="str").assign(kind=None, block=None).astype({"kind": "str", "block": "str"})
    settings = {name: text(label) for name, label in words.NEW_COLUMNS.items()}
    settings |= {"name": text(words.NEW_COLUMNS["name"], width="large"), "kind": choice(words.NEW_COLUMNS["kind"], options=list(kinds), width="medium"), "block": choice(words.NEW_COLUMNS["block"], options=list(blocks), width="medium")}
    st.caption(words.NEW_UNITS)
    rows = st.data_editor(blank, key=f"units_new_{mark}", hide_index=True, column_config=settings, num_rows="fixed", placeholder="", alt=words.NEW_UNITS)
    said = [{name: "" if is_missing(cell) else str(cell).strip() for name, cell in row.items()} for row in rows.to_dict("records")]
    return tuple(NewUnit(one["unit"], one["name"], kinds.get(one["kind"]), one["short_name"] or None, one["block"] or None, _whole(one["staff"], mistakes)) for one in said if any(one.values()))


def _grouped(plan: Plan, kind: str, year: int, blocks: Sequence[str], mark: str, mistakes: list[str]) -> dict:
    if kind != "regroup":
        return {}
    first, second, third = st.columns(3)
    chosen = first.selectbox(words.YEAR, plan.years, index=plan.years.index(year), key=f"units_year_{mark}", filter_mode=None)
    block = second.selectbox(words.BLOCK, list(blocks), index=None, key=f"units_block_{mark}", placeholder=words.CHOOSE, accept_new_options=True)
    return {"year": chosen, "block": block, "staff": _whole(third.text_input(words.STAFF, key=f"units_staff_{mark}", autocomplete="off") or "", mistakes)}


def _whole(text: str, mistakes: list[str]) -> int | None:
    if not text.strip():
        return None
    digits = text.strip().replace(".", "")
    if digits.isdecimal():
        return int(digits)
    mistakes.append(words.STAFF_WRONG.format(text=text))
    return None
