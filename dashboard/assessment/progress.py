"""Where each unit stands on one measure: value, target, path, status, pace; kinds of units with targets of their own apart."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

import numpy as np
import pandas as pd

from dashboard.assessment import milestones, statuses
from dashboard.assessment.comparability import comparable
from dashboard.plan import TOTAL, Limits, Plan

COLUMNS = [
    "unit",
    "value",
    "target",
    "target_year",
    "target_source",
    "due_target",
    "due_year",
    "distance",
    "path",
    "pace",
    "needed",
    "status",
    "baseline_year",
    "baseline",
]


def series_of(plan: Plan, measure: str, scores: pd.DataFrame, rows: pd.DataFrame) -> pd.DataFrame:
    """A measure over the years: unit, year, value: the total on its own scale, a group or criterion in points 0–100 (rates × 100).

    `scores` has unit, year, score (and group for group scores); `rows` the chosen rows with `attained`.
    """
    if measure == TOTAL:
        return scores[scores["group"].isna()][["unit", "year", "score"]].rename(
            columns={"score": "value"}
        )
    if measure in plan.group_codes:
        return scores[scores["group"] == measure][["unit", "year", "score"]].rename(
            columns={"score": "value"}
        )
    found = rows.loc[rows["criterion"] == measure, ["unit", "year", "attained"]]
    return found[["unit", "year"]].assign(value=100 * found["attained"])


def against_milestones(
    plan: Plan,
    measure: str,
    series: pd.DataFrame,
    units: pd.DataFrame,
    year: int,
    as_of: dt.date,
    extra: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """One row a unit of `units` (unit, kind) with the columns of `COLUMNS`; values as in `series_of`.

    `extra` (indexed by unit) holds low and high: bounds of an incomplete score, or with rate and respondents a survey's interval (0–1).
    """
    is_survey = measure != TOTAL and measure in {one.code for one in plan.criteria if one.is_survey}
    run = comparable(plan, measure, series, units.set_index("unit")["kind"], year)
    places, kinds = pd.factorize(units["kind"], use_na_sentinel=False)
    ladders = [tuple(milestones.goals(plan, measure, kind, year, as_of)) for kind in kinds]
    alike = np.array([ladders.index(ladder) for ladder in ladders], dtype=int)[places]
    known = Known(
        year,
        pd.Index(units["unit"]).get_indexer(run["unit"]),
        run["year"].to_numpy(int),
        run["value"].to_numpy(float),
        None if extra is None else extra.reindex(units["unit"]),
    )
    limits = plan.score_limits if measure == TOTAL else plan.limits
    parts = [
        _of_ladder(limits, known, units["unit"], alike == place, list(ladders[place]), is_survey)
        for place in np.unique(alike)
    ]
    return pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=COLUMNS)


class Known(NamedTuple):
    """Results that compare with `year`, each by its unit (place), its year and value; what is known beside the values, unit by unit (`extra`)."""

    year: int
    places: np.ndarray
    years: np.ndarray
    values: np.ndarray
    extra: pd.DataFrame | None


def _of_ladder(
    limits: Limits,
    known: Known,
    units: pd.Series,
    own: np.ndarray,
    ladder: list[milestones.Goal],
    is_survey: bool,
) -> pd.DataFrame:
    """Units (`own` of them) of kinds with the same targets."""
    year = known.year
    goal, due = milestones.next_goal(ladder, year), milestones.last_due(ladder)
    reached, now = np.full(len(units), np.nan), known.years == year
    reached[known.places[now]] = known.values[now]
    series = known.places, known.years, known.values
    value = reached[own]
    since, baseline = (one[own] for one in milestones.baselines(*series, len(units), ladder))
    required = milestones.path(ladder, since, baseline, year)
    extra = None if known.extra is None else known.extra[own]
    found = {
        "unit": units.to_numpy()[own],
        "value": value,
        "target": goal.value if goal else np.nan,
        "target_year": goal.year if goal else np.nan,
        "target_source": goal.source if goal else None,
        "due_target": due.value if due else np.nan,
        "due_year": due.year if due else np.nan,
        "distance": value - (goal.value if goal else np.nan),
        "path": required,
        "pace": milestones.pace(value, baseline, required, goal, limits.pace_min_points),
        "needed": milestones.needed_a_year(value, goal, year),
        "status": _status(limits, value, required, goal, extra, is_survey),
        "baseline_year": since if np.isnan(since).any() else since.astype(int),
        "baseline": baseline,
    }
    return pd.DataFrame(found)


def _status(
    limits: Limits,
    value: np.ndarray,
    required: np.ndarray,
    goal: milestones.Goal | None,
    extra: pd.DataFrame | None,
    is_survey: bool,
) -> np.ndarray:
    if is_survey:
        if extra is None:
            raise ValueError("a survey has a status only with its intervals")
        return statuses.survey_status(extra, required, goal, limits)
    status = statuses.score_status(value, required, goal, limits)
    if extra is None:
        return status
    low, high = extra["low"].to_numpy(float), extra["high"].to_numpy(float)
    agreed = statuses.bounded_status(low, high, required, goal, limits)
    return np.where(np.isnan(value) & ~np.isnan(low), agreed, status).astype(object)
