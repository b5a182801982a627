"""Yearly reports of the units against the plan's deadlines: facts, judged to the day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import numpy as np
import pandas as pd

from dashboard.plan import Plan

COLUMNS = [
    "unit",
    "year",
    "kind",
    "due",
    "submitted_on",
    "report_state",
    "days_late",
    "number",
    "dated",
    "file",
    "sheet",
    "cell",
]


@dataclass(frozen=True)
class Urged:
    """A unit that surely has not filed (`submitted_on` None) or filed late; `days` after the deadline."""

    unit: str
    name: str
    block: str
    days: int
    submitted_on: dt.date | None = None


def report_states(
    plan: Plan, units: pd.DataFrame, filings: pd.DataFrame, as_of: dt.date
) -> pd.DataFrame:
    """One row a unit and deadline: unit, year, kind, due, submitted_on, report_state, days_late and the filing's source.

    Lateness is judged on the first submission (`first_submitted_on`), not on a later correction. States: not_due (the unit ended before
    or began after the due date, whatever it sent later), on_time (the due date itself counts), late, missing, pending.
    Example: due 15/12/2024, submitted 18/12/2024: late, 3 days.
    """
    deadlines = pd.DataFrame(
        [
            {
                "year": one.year,
                "kind": one.kind,
                "due": pd.Timestamp(one.due),
                "for_kinds": one.kinds,
            }
            for one in plan.reports
        ]
    )
    if deadlines.empty or units.empty:
        return pd.DataFrame(columns=COLUMNS)
    expected = (
        units[["unit", "kind", "valid_from", "valid_to"]]
        .rename(columns={"kind": "unit_kind"})
        .merge(deadlines, how="cross")
    )
    asked = [
        not wanted or kind in wanted
        for wanted, kind in zip(expected["for_kinds"], expected["unit_kind"])
    ]
    expected = expected[asked]
    filed = filings[
        ["unit", "year", "kind", "first_submitted_on", "number", "dated", "file", "sheet", "cell"]
    ].rename(columns={"first_submitted_on": "submitted_on"})
    found = expected.merge(filed, on=["unit", "year", "kind"], how="left")
    due, submitted, today = found["due"], found["submitted_on"], pd.Timestamp(as_of)
    absent = (found["valid_to"] < due) | (found["valid_from"] > due)
    found["report_state"] = np.select(
        [submitted.notna() & (submitted <= due), absent, submitted.notna(), today <= due],
        ["on_time", "not_due", "late", "pending"],
        "missing",
    )
    found["days_late"] = (submitted - due).dt.days.where(found["report_state"] == "late")
    return found[COLUMNS]


def on_a_later_day(reports: pd.DataFrame, as_of: dt.date) -> pd.DataFrame:
    """What `report_states` gives of the same filings on a later day: of what was pending the deadline may have passed."""
    passed = (reports["report_state"] == "pending") & (reports["due"] < pd.Timestamp(as_of))
    return reports.assign(report_state=reports["report_state"].mask(passed, "missing"))
