"""The form in which one change of units is said; its fields follow the kind of change."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pandas as pd
import streamlit as st

from dashboard.desks.new_unit_fields import ROWS, TEXT_LIMIT, TYPED, grouped_fields, new_fields
from dashboard.plan import Plan
from dashboard.ui import drafts
from dashboard.views import units_words as words
from dashboard.views.profile import labels
from data_access.intake.cell_dates import parse_day
from data_access.unit_change import DATED, NEEDS_NEW, NEEDS_UNITS, Change

KIND = "units_kind"


def asked(
    plan: Plan, year: int, units: pd.DataFrame, blocks: Sequence[str]
) -> tuple[Change | None, list[str]]:
    """The change as it was sent (None until the button is pressed), and what in it cannot be read."""
    kind = _kind()
    st.caption(words.ABOUT[kind])
    mark = f"{kind}_{st.session_state.get('_units_round', 0)}"
    mistakes: list[str] = []
    with drafts.form(draft_of(kind), _typed(kind, mark)):
        given = {
            "units": _units(kind, units, mark),
            "new": new_fields(plan, kind, blocks, mark, mistakes),
        }
        given |= (
            _named(kind, mark)
            | _dated(kind, mark, mistakes)
            | _headed(kind, mark, mistakes)
            | grouped_fields(plan, kind, year, blocks, mark, mistakes)
        )
        sent = st.form_submit_button(words.TRY, type="primary", key=f"units_try_{mark}")
    return (Change(kind, **given) if sent else None), mistakes


def _kind() -> str:
    """The kind of change; the one of the form that was left."""
    drafts.take_up(KIND, {"kind": KIND})
    if st.session_state.get(KIND) not in words.KINDS:
        st.session_state.pop(KIND, None)
    return st.selectbox(
        words.CHANGE_KIND,
        list(words.KINDS),
        format_func=words.KINDS.__getitem__,
        key=KIND,
        filter_mode=None,
        on_change=lambda: drafts.keep(KIND, {"kind": st.session_state[KIND]}),
    )


def draft_of(kind: str) -> str:
    """The key of what is typed into the form of a kind of change."""
    return f"units_form_{kind}"


def _typed(kind: str, mark: str) -> dict[str, str]:
    """The fields of a kind of change into which is typed: a lasting name → its key now."""
    names = [
        *(["name"] if kind in ("rename", "alias") else []),
        *(["on", "document"] if kind in DATED else []),
        *(["head", "post", "since"] if kind == "head" else []),
        *(["staff"] if kind == "regroup" else []),
    ]
    new = {
        f"new_{name}_{row}": f"units_new_{name}_{mark}_{row}"
        for name in TYPED
        for row in range(ROWS[kind] if kind in NEEDS_NEW else 0)
    }
    return {name: f"units_{name}_{mark}" for name in names} | new


def _units(kind: str, units: pd.DataFrame, mark: str) -> tuple[str, ...]:
    names = labels(units)
    if NEEDS_UNITS.get(kind, 0) > 1:
        return tuple(
            st.multiselect(
                words.UNITS,
                list(names),
                format_func=names.__getitem__,
                key=f"units_old_{mark}",
                placeholder=words.CHOOSE,
                filter_mode="contains",
                select_all=False,
            )
        )
    if not NEEDS_UNITS.get(kind, 0):
        return ()
    one = st.selectbox(
        words.UNIT,
        list(names),
        index=None,
        format_func=names.__getitem__,
        key=f"units_old_{mark}",
        placeholder=words.CHOOSE,
        filter_mode="contains",
    )
    return (one,) if one else ()


def _named(kind: str, mark: str) -> dict:
    if kind not in ("rename", "alias"):
        return {}
    return {
        "name": st.text_input(
            words.NEW_NAME if kind == "rename" else words.ALIAS,
            key=f"units_name_{mark}",
            max_chars=TEXT_LIMIT,
            autocomplete="off",
        )
        or ""
    }


def _dated(kind: str, mark: str, mistakes: list[str]) -> dict:
    if kind not in DATED:
        return {}
    left, right = st.columns([1, 3])
    text = (
        left.text_input(
            words.ON, key=f"units_on_{mark}", placeholder=words.ON_HINT, autocomplete="off"
        )
        or ""
    )
    document = (
        right.text_input(
            words.DOCUMENT,
            key=f"units_document_{mark}",
            placeholder=words.DOCUMENT_HINT,
            max_chars=TEXT_LIMIT,
            autocomplete="off",
        )
        or ""
    )
    return {"on": _day(text, mistakes), "document": document}


def _headed(kind: str, mark: str, mistakes: list[str]) -> dict:
    """Who answers for a unit, in which post, since when."""
    if kind != "head":
        return {}
    first, second, third = st.columns(3)

    def said(place, label: str, name: str, **more) -> str:
        key = f"units_{name}_{mark}"
        return place.text_input(label, key=key, autocomplete="off", **more) or ""

    person = said(first, words.HEAD, "head", max_chars=TEXT_LIMIT)
    post = said(second, words.POST, "post", max_chars=TEXT_LIMIT, placeholder=words.POST_HINT)
    since = said(third, words.SINCE, "since", placeholder=words.ON_HINT)
    return {"name": person, "post": post, "on": _day(since, mistakes)}


def _day(text: str, mistakes: list[str]) -> dt.date | None:
    if not text.strip():
        return None
    day = parse_day(text).date
    if day is None:
        mistakes.append(words.DATE_WRONG.format(text=text))
    return day
