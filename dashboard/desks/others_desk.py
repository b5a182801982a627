"""Đọc báo cáo: figures of other bodies beside the report, accepted one by one and stored for their own units."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.desks import entered, report_files, report_units
from dashboard.desks.report_files import Report
from dashboard.desks.report_tables import ROW_HEIGHT
from dashboard.plan import Plan
from dashboard.ui import desk_parts, page_parts, stored
from dashboard.ui.edited_sheet import typed_sheet
from dashboard.views import others_words as words
from dashboard.views import profile, reports_words
from dashboard.views import reports_others as view
from dashboard.views.others_in_quotes import figures_of_others
from dashboard.views.replaced_figures import replaced_lines
from dashboard.views.report_records import Case
from dashboard.wording import intake_words
from dashboard.writing.formats import DASH

SEEN, STORED = "_report_others_seen", "_report_others_stored"
WIDTHS = {
    "accepted": 70,
    "said": 140,
    "body": 190,
    "comparator": 85,
    "value": 75,
    "quote": 265,
    "note": 240,
}
CHANGED = ("accepted", "body", "comparator", "value", "out_of", "year")
"""What a person may change; what it measures is the report's word."""


def show(report: Report, plan: Plan, reporter: str | None) -> None:
    """The table of figures that other units could be given, what they would become, and storing them; the figures nobody can be given as a note."""
    units = stored.table("units")
    names = report_units.unit_names_in_words(stored.last_change())
    named = figures_of_others(report.found, names, reporter)
    found = {**report.found, "others": [*report.found["others"], *named]}
    offered = view.offer(plan, found, units, _meant, reporter)
    if offered.held:
        desk_parts.note(words.HELD, offered.held)
    if offered.rows.empty:
        return
    title = words.TITLE.format(count=len(offered.rows))
    with st.expander(title, key=f"report_others_{report.sha256}"):
        page_parts.small(words.ABOUT)
        edited = view.with_units(_table(report, plan, offered.rows), units)
        _answer(report, plan, edited, units, reporter)


def _meant(name: str, year: int | None) -> str | None:
    meant = report_units.unit_meant(name, year)
    return None if meant.bare else meant.code


def _table(report: Report, plan: Plan, shown: pd.DataFrame) -> pd.DataFrame:
    columns, labels = st.column_config, reports_words.COLUMNS | words.COLUMNS
    choices = {
        "body": list(profile.labels(stored.table("units")).values()),
        "comparator": list(reports_words.COMPARATORS.values()),
        "year": [str(one) for one in plan.years],
    }
    settings: dict[str, Any] = {}
    for name in ("accepted", "said", "body", *view.FIELDS):
        fixed = {"label": labels[name], "width": WIDTHS.get(name), "disabled": name not in CHANGED}
        if name == "accepted":
            settings[name] = columns.CheckboxColumn(**fixed, pinned=True)
        elif name in choices:
            settings[name] = columns.SelectboxColumn(**fixed, options=choices[name])
        else:
            settings[name] = columns.TextColumn(**fixed)
    times = st.session_state.get(STORED, 0)
    every = st.checkbox(words.ALL, key=f"report_others_all_{report.sha256}_{times}")
    return typed_sheet(
        shown.assign(accepted=every & shown["sure"]),
        settings,
        key=f"report_others_table_{report.sha256}_{times}_{every}",
        placeholder=DASH,
        row_height=ROW_HEIGHT,
        alt=f"{words.TITLE.format(count=len(shown))}, {report.name}",
    )


def _answer(
    report: Report, plan: Plan, edited: pd.DataFrame, units: pd.DataFrame, reporter: str | None
) -> None:
    cases = {code: case_of(report, plan, code, units) for code in view.codes(edited)}
    results, mistakes = view.taken(cases, edited)
    if mistakes := [*view.unfit(edited, units, reporter), *mistakes]:
        desk_parts.note(words.NOT_SAVED, mistakes, tone="bad")
    elif len(results):
        _offer_saving(report, plan, results, units.set_index("unit")["name"].to_dict())


def case_of(
    report: Report, plan: Plan, unit: str, units: pd.DataFrame, year: int | None = None
) -> Case:
    """A unit and year with what a report's figures for it are held against."""
    results, kind = (
        stored.table_part("results", unit=unit),
        units.set_index("unit")["kind"].get(unit),
    )
    return Case(
        plan,
        unit,
        None if pd.isna(kind) else kind,
        year or plan.years[-1],
        report.name,
        report.document.text,
        report.document.places,
        results,
    )


def _offer_saving(report: Report, plan: Plan, results: pd.DataFrame, names: dict[str, Any]) -> None:
    counted, tables = view.counted(results), {"results": results}
    seen, st.session_state[SEEN] = (
        st.session_state.get(SEEN, stored.last_change()),
        stored.last_change(),
    )
    changed = replaced_lines(plan, stored.store().compare(tables), tables, stored.table("results"))
    desk_parts.note(words.WOULD.format(**counted), [*view.would(plan, results, names), *changed])
    who = desk_parts.who("report_others_who")
    if not st.button(words.SAVE, key=f"report_others_save_{report.sha256}"):
        return
    if not who:
        desk_parts.note(intake_words.WHO_MISSING, tone="bad")
        return
    said = ", ".join(names[one] for one in view.codes(results))
    with desk_parts.refusals():
        saved = entered.save(
            tables,
            who,
            words.NOTE.format(file=report.name, names=said),
            file=report.name,
            content=None if report_files.is_kept(report.sha256) else report.content,
            detail={"others_of": {"name": report.name, "sha256": report.sha256}},
            seen=seen,
        )
        st.session_state[STORED] = st.session_state.get(STORED, 0) + 1
        is_new = saved.outcome == "stored"
        desk_parts.told(words.SAVED.format(**counted) if is_new else reports_words.SAME)
        st.rerun()
