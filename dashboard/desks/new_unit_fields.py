"""The fields of units that a change founds, and of those put in other blocks."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard.plan import Plan
from dashboard.views import units_words as words
from data_access.unit_change import NEEDS_NEW, NewUnit

TYPED = ("unit", "name", "short_name", "staff")
ROWS = {"add": 1, "merge": 1, "split": 4}
WIDTHS = (2, 5, 2, 3, 3, 1.5)  # of the fields of a new unit, in the order of `words.NEW_COLUMNS`
TEXT_LIMIT = 300


def new_fields(
    plan: Plan, kind: str, blocks: Sequence[str], mark: str, mistakes: list[str]
) -> tuple[NewUnit, ...]:
    """New units, each a row of fields; blank rows are none."""
    if kind not in NEEDS_NEW:
        return ()
    st.caption(words.NEW_UNITS)
    said = [_one(plan, blocks, f"{mark}_{row}", first=row == 0) for row in range(ROWS[kind])]
    return tuple(
        NewUnit(
            one["unit"],
            one["name"],
            one["kind"],
            one["short_name"] or None,
            one["block"],
            _whole(one["staff"], mistakes),
        )
        for one in said
        if any(one.values())
    )


def _one(plan: Plan, blocks: Sequence[str], mark: str, *, first: bool) -> dict:
    """The fields of one new unit; below the first row the labels are there for screen readers alone."""
    kinds = {one.code: one.name for one in plan.kinds}
    places, seen = (
        dict(zip(words.NEW_COLUMNS, st.columns(WIDTHS), strict=True)),
        "visible" if first else "collapsed",
    )

    def said(name: str) -> str:
        field = places[name].text_input(
            words.NEW_COLUMNS[name],
            key=f"units_new_{name}_{mark}",
            max_chars=TEXT_LIMIT,
            autocomplete="off",
            label_visibility=seen,
        )
        return (field or "").strip()

    def chosen(name: str, options: Sequence[str], **more) -> str | None:
        return places[name].selectbox(
            words.NEW_COLUMNS[name],
            options,
            index=None,
            key=f"units_new_{name}_{mark}",
            placeholder=words.CHOOSE,
            label_visibility=seen,
            **more,
        )

    fields = {name: said(name) for name in TYPED}
    return fields | {
        "kind": chosen("kind", list(kinds), format_func=kinds.__getitem__, filter_mode=None),
        "block": chosen("block", blocks, accept_new_options=True),
    }


def grouped_fields(
    plan: Plan, kind: str, year: int, blocks: Sequence[str], mark: str, mistakes: list[str]
) -> dict:
    """The block into which a unit is put, and from which year."""
    if kind != "regroup":
        return {}
    first, second, third = st.columns(3)
    chosen = first.selectbox(
        words.YEAR,
        plan.years,
        index=plan.years.index(year),
        key=f"units_year_{mark}",
        filter_mode=None,
    )
    block = second.selectbox(
        words.BLOCK,
        list(blocks),
        index=None,
        key=f"units_block_{mark}",
        placeholder=words.CHOOSE,
        accept_new_options=True,
    )
    return {
        "year": chosen,
        "block": block,
        "staff": _whole(
            third.text_input(words.STAFF, key=f"units_staff_{mark}", autocomplete="off") or "",
            mistakes,
        ),
    }


def _whole(text: str, mistakes: list[str]) -> int | None:
    if not text.strip():
        return None
    digits = text.strip().replace(".", "")
    if digits.isdecimal():
        return int(digits)
    mistakes.append(words.STAFF_WRONG.format(text=text))
    return None
