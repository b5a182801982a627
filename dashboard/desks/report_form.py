"""The form beside a report: of which unit and year it is, one table of findings a kind, the filing."""

from __future__ import annotations

import hashlib
from typing import NamedTuple

import pandas as pd
import streamlit as st

from dashboard.desks import report_files
from dashboard.desks.finding_columns import settings_of
from dashboard.desks.report_files import Meant, Report
from dashboard.plan import Plan
from dashboard.ui import drafts, page_parts, stored
from dashboard.ui.edited_sheet import typed_sheet
from dashboard.views import reports_words as words
from dashboard.views.profile import labels
from dashboard.views.report_whose import unit_said
from dashboard.writing.formats import DASH

FORMS, DRAFT = "_report_forms", "_report_draft"
SHOWN_ROWS, ROW_HEIGHT = 7, 66  # px: rows high enough for text on several lines


class Form(NamedTuple):
    """One kind's table: as it was laid out, as it is now, how many times laid out anew."""

    laid: pd.DataFrame
    edited: pd.DataFrame
    times: int


def about(report: Report, plan: Plan) -> tuple[str | None, int | None]:
    """Unit and year: proposed from the report, chosen by a person."""
    years, period = report.found["years"], report.found["period"]
    proposed = years[1] if years and years[1] in plan.years else None
    said = report.found["unit"]
    code, bare, near = report_files.unit_meant(said, proposed) if said else Meant(None, False, [])
    names = labels(stored.table("units"))
    ordered = [*near, *(one for one in names if one not in near)]
    left, right = st.columns([3, 1])
    unit = left.selectbox(
        words.UNIT,
        ordered,
        index=ordered.index(code) if code else None,
        format_func=names.__getitem__,
        key=f"report_unit_{report.sha256}",
        placeholder=words.UNIT_HINT,
        filter_mode="contains",
        persist_state="session",
    )
    year = right.selectbox(
        words.YEAR,
        list(plan.years),
        index=plan.years.index(proposed) if proposed else None,
        key=f"report_year_{report.sha256}",
        placeholder=words.YEAR_HINT,
        filter_mode=None,
        persist_state="session",
    )
    page_parts.small(
        f"{unit_said(said, code is not None, bare, [names[one] for one in near])}"
        f" {_period_words(period, proposed)}"
    )
    return unit, year


def _period_words(period: str | None, proposed: int | None) -> str:
    if not period:
        return words.PERIOD_NOT_SAID
    return (words.PERIOD_SAID if proposed else words.PERIOD_OUTSIDE).format(period=period)


def tables(report: Report, plan: Plan, shown: dict[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """The findings by kind as the person has them now."""
    opened = st.session_state.get("_report_opened") != report.sha256
    st.session_state["_report_opened"] = report.sha256
    titles = {
        kind: f"{words.MARKS[kind][0]} {title} ({len(shown[kind])})"
        for kind, title in words.KINDS.items()
    }
    st.session_state[DRAFT] = own = _draft_of(report, shown)
    edited = {}
    for tab, kind in zip(
        st.tabs(list(titles.values()), key=f"report_tabs_{report.sha256}"), titles, strict=True
    ):
        with tab:
            edited[kind] = _table(report, plan, kind, shown[kind], opened=opened)
    both = {kind: (shown[kind], edited[kind]) for kind in edited}
    drafts.keep_tables(own, both, by="number")
    return edited


def _draft_of(report: Report, shown: dict[str, pd.DataFrame]) -> str:
    """The key of what is decided about a report's findings, of exactly these: found otherwise, they are decided anew."""
    quotes = {kind: list(frame["quote"]) for kind, frame in shown.items()}
    mark = hashlib.sha256(f"{report.sha256} {quotes}".encode()).hexdigest()
    return f"report_{mark[:24]}"


def accept_all(report: Report, shown: dict[str, pd.DataFrame]) -> None:
    """Mark every finding that can be stored, of all kinds."""
    forms = st.session_state.setdefault(FORMS, {})
    for kind, frame in shown.items():
        mark = f"{kind}_{report.sha256}"
        form = forms.get(mark, Form(frame, frame, 0))
        marked = form.edited.assign(accepted=form.edited["accepted"] | form.edited["sure"])
        forms[mark] = Form(marked, marked, form.times + 1)


def _table(
    report: Report, plan: Plan, kind: str, shown: pd.DataFrame, *, opened: bool
) -> pd.DataFrame:
    mark = f"{kind}_{report.sha256}"
    forms = st.session_state.setdefault(FORMS, {})
    if mark not in forms:
        left = drafts.table(st.session_state[DRAFT], kind, shown, by="number")
        forms[mark] = Form(left, left, 0)
    form = forms[mark]
    if opened:  # coming back to a report: the table is laid out as it was left
        form = Form(form.edited, form.edited, form.times + 1)
    # the table stands over its button: the first rows are in sight on a small screen
    above = st.container()
    if shown.empty:
        page_parts.small(words.NONE_OF_KIND)
    elif st.button(words.ALL, key=f"report_all_{mark}"):
        both = form.edited["accepted"] | form.edited["sure"]
        form = Form(form.edited.assign(accepted=both), form.edited, form.times + 1)
    laid = report_files.with_pictures(report, form.laid)
    settings = settings_of(kind, plan, pictured="picture" in laid)
    edited = typed_sheet(
        laid,
        settings,
        key=f"report_{mark}_{form.times}",
        place=above,
        may_add=True,
        placeholder=DASH,
        height="content" if len(form.laid) <= SHOWN_ROWS else (SHOWN_ROWS + 1) * ROW_HEIGHT,
        row_height=ROW_HEIGHT,
        alt=f"{words.KINDS[kind]}, {report.name}",
    )
    edited = (
        edited.fillna({"accepted": False, "sure": False})
        .astype({"accepted": bool, "sure": bool})
        .reset_index(drop=True)
    )
    forms[mark] = form._replace(edited=edited)
    return edited


def lay_out_anew() -> None:
    """After another page: the tables are laid out as they were left."""
    st.session_state.pop("_report_opened", None)


def close(report: Report) -> None:
    """Forget what was edited of a report that has been stored."""
    forms = st.session_state.get(FORMS, {})
    for mark in [one for one in forms if one.endswith(report.sha256)]:
        del forms[mark]
    drafts.forget(st.session_state.pop(DRAFT, ""))
    lay_out_anew()
