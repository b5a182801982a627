"""The form beside a report: of which unit and year it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import streamlit as st

from dashboard.desks import report_draft, report_units
from dashboard.desks.report_files import Report
from dashboard.desks.report_units import Meant
from dashboard.plan import Plan
from dashboard.ui import page_parts, stored
from dashboard.views import reports_words as words
from dashboard.views.profile import labels
from dashboard.views.report_whose import unit_said, year_said


class About(NamedTuple):
    """Unit (code) and year; `by_hand`: what of them a person chose against or without the report, as text."""

    unit: str | None
    year: int | None
    by_hand: dict[str, str]


def about(report: Report, plan: Plan) -> About:
    """Unit and year: proposed from the report, chosen by a person."""
    years, period, kept = report.found["years"], report.found["period"], report_draft.left(report)
    proposed = years[1] if years and years[1] in plan.years else None
    said, (code, bare, near) = report.found["unit"], _meant(report, proposed)
    names = labels(stored.table("units"))
    ordered = [*near, *(one for one in names if one not in near)]
    left, right = st.columns([3, 1])
    unit = left.selectbox(
        words.UNIT,
        ordered,
        index=_place(ordered, kept.get("unit"), code),
        format_func=names.__getitem__,
        key=f"report_unit_{report.sha256}",
        placeholder=words.UNIT_HINT,
        filter_mode="contains",
        persist_state="session",
    )
    year = right.selectbox(
        words.YEAR,
        list(plan.years),
        index=_place(list(plan.years), int(kept.get("year", 0)), proposed),
        key=f"report_year_{report.sha256}",
        placeholder=words.YEAR_HINT,
        filter_mode=None,
        persist_state="session",
    )
    whose = (
        words.UNIT_BY_HAND.format(said=said, name=names[code])
        if code and unit not in (None, code)
        else unit_said(said, code is not None, bare, [names[one] for one in near])
    )
    told = (whose, _period_words(period, proposed), year_said(proposed, year))
    page_parts.small(" ".join(filter(None, told)))
    if unit is None:
        _offer_near(report, near, names)
    chosen = {"unit": unit if unit != code else "", "year": year if year != proposed else ""}
    return About(unit, year, {name: str(one) for name, one in chosen.items() if one})


def _meant(report: Report, year: int | None) -> Meant:
    """Whom the report means by what it calls itself."""
    said, dated = report.found["unit"], report.found["report"]["date"]
    on = dt.date.fromisoformat(dated) if dated else None
    return report_units.unit_meant(said, year, on) if said else Meant(None, False, [])


def _place(choices: Sequence[Any], *wanted: object) -> int | None:
    """Where the first that can be chosen stands."""
    return next((choices.index(one) for one in wanted if one in choices), None)


def _offer_near(report: Report, near: Sequence[str], names: Mapping[str, str]) -> None:
    """The units that the report may mean, each to be chosen with one press."""
    field = f"report_unit_{report.sha256}"
    with st.container(horizontal=True):
        for code in near:
            st.button(
                page_parts.literal(names[code]),
                key=f"report_near_{report.sha256}_{code}",
                on_click=st.session_state.__setitem__,
                args=(field, code),
            )


def _period_words(period: str | None, proposed: int | None) -> str:
    if not period:
        return words.PERIOD_NOT_SAID
    return (words.PERIOD_SAID if proposed else words.PERIOD_OUTSIDE).format(period=period)
