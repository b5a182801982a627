"""What all years share, and what of it a year is worked out of, and nothing else: where all of this is as it was, the year is as it was."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

import pandas as pd

from dashboard.assessment.rows_by_year import RowsByYear
from dashboard.plan import Plan

OVER_YEARS = ["unit", "year", "criterion", "weight", "attained", "not_applicable"]
"""What of the chosen rows of all years a year looks at."""
OF_THE_YEAR = ["unit", "criterion", "weight", "value", "satisfied", "out_of", "stage"]
WHERE = ["file", "sheet", "cell"]
STORED = ["import_id", "revision"]
"""What of a survey only the store knows: no figure hangs on it."""


class Province(NamedTuple):
    """What is the same in whichever year one looks: worked out once for all years of `plan` as seen on `as_of`. `years`: those with any result (column year)."""

    plan: Plan
    as_of: dt.date
    limitations: pd.DataFrame
    members: pd.DataFrame
    rows: RowsByYear
    scores: pd.DataFrame
    group_scores: pd.DataFrame
    surveys: pd.DataFrame
    medians: pd.DataFrame
    reports: pd.DataFrame
    years: pd.DataFrame


class Seen(NamedTuple):
    """Frames as in docs/architecture.md: `members`, chosen rows (`results`), `reports` and `limitations` of the year alone; `series` of chosen rows, `scores`, `surveys` and `medians` up to it."""

    members: pd.DataFrame
    scores: pd.DataFrame
    series: pd.DataFrame
    results: pd.DataFrame
    surveys: pd.DataFrame
    medians: pd.DataFrame
    reports: pd.DataFrame
    limitations: pd.DataFrame


def seen_by(known: Province, year: int) -> Seen:
    """The part of a province that a year sees: the calculation is given this and the plan, the year and the day."""
    asked = rows_seen(known, year).items()
    rows = {name: known.rows.of(columns, years=years) for name, (columns, years) in asked}
    return Seen(**frames_seen(known, year), **rows)


def rows_seen(known: Province, year: int) -> dict[str, tuple[list[str], list[int]]]:
    """Which columns of the chosen rows of which years it sees: name in `Seen` → both."""
    until = [one for one in known.rows.years if one <= year]
    return {"series": (OVER_YEARS, until), "results": (OF_THE_YEAR + WHERE, [year])}


def frames_seen(known: Province, year: int) -> dict[str, pd.DataFrame]:
    """Everything else that it sees, by the names in `Seen`."""
    return {
        "members": _only(known.members, known.members["year"] == year).drop(columns="year"),
        "scores": _only(known.scores, known.scores["year"] <= year),
        "surveys": _only(known.surveys.drop(columns=STORED), known.surveys["year"] <= year),
        "medians": _only(known.medians, known.medians["year"] <= year),
        "reports": _only(known.reports, known.reports["year"] == year),
        "limitations": _only(known.limitations, known.limitations["year"] == year),
    }


def day_seen(known: Province, year: int) -> dt.date:
    """On which day a year is worked out: the last one on which a milestone fell due, so that it stays what it is until the next. Where a report of it is missing, the province's own: the flag says until when none had come."""
    own = known.reports[known.reports["year"] == year]
    if (own["report_state"] == "missing").any():
        return known.as_of
    passed = [one.due for one in known.plan.milestones if one.due <= known.as_of]
    return max(passed, default=dt.date.min)


def _only(frame: pd.DataFrame, wanted: pd.Series) -> pd.DataFrame:
    return frame[wanted.to_numpy(bool)].reset_index(drop=True)
