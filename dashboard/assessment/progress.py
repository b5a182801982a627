"""Where each unit stands on one measure: value, target, path, status, pace; kinds of units with targets of their own apart."""

from __future__ import annotations

import datetime as dt
from typing import Any

import numpy as np
import pandas as pd

from dashboard.assessment import milestones, statuses
from dashboard.assessment.comparability import comparable
from dashboard.plan import TOTAL, Plan

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
    """A measure over the years: unit, year, value in points 0–100 (rates × 100), for any criterion, group or the total.

    `scores` has unit, year, score (and group for group scores); `rows` the chosen rows with `attained`.
    """
    if measure == TOTAL:
        return scores[scores["group"].isna()][["unit", "year", "score"]].rename(
            columns={"score": "value"}
        )
    if measure in {one.code for one in plan.groups}:
        return scores[scores["group"] == measure][["unit", "year", "score"]].rename(
            columns={"score": "value"}
        )
    found = rows[rows["criterion"] == measure]
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
    """One row a unit of `units` (unit, kind) with the columns of `COLUMNS`; values in points.

    `extra` (indexed by unit) holds low and high: bounds of an incomplete score, or with rate and respondents a survey's interval (0–1).
    """
    is_survey = measure != TOTAL and measure in {one.code for one in plan.criteria if one.is_survey}
    run = comparable(plan, measure, series, units.set_index("unit")["kind"], year)
    places, kinds = pd.factorize(units["kind"], use_na_sentinel=False)
    ladders = [tuple(milestones.goals(plan, measure, kind, year, as_of)) for kind in kinds]
    alike = (
        pd.Series([ladders.index(ladder) for ladder in ladders], dtype=int)
        .reindex(places)
        .to_numpy()
    )
    groups: Any = units.groupby(alike)
    parts = [
        _of_ladder(plan, run, part, list(ladders[place]), year, extra, is_survey)
        for place, part in groups
    ]
    return pd.concat(parts, ignore_index=True)[COLUMNS] if parts else pd.DataFrame(columns=COLUMNS)


def _of_ladder(
    plan: Plan,
    run: pd.DataFrame,
    units: pd.DataFrame,
    ladder: list[milestones.Goal],
    year: int,
    extra: pd.DataFrame | None,
    is_survey: bool,
) -> pd.DataFrame:
    """Units of kinds with the same targets."""
    goal, due = milestones.next_goal(ladder, year), milestones.last_due(ladder)
    found = units[["unit"]].merge(
        run[run["year"] == year][["unit", "value"]], on="unit", how="left"
    )
    found = found.merge(milestones.baselines(run, ladder).reset_index(), on="unit", how="left")
    value = found["value"].to_numpy(float)
    required = milestones.path(
        ladder, found["baseline_year"].to_numpy(float), found["baseline"].to_numpy(float), year
    )
    found["target"], found["target_year"], found["target_source"] = (
        (goal.value, goal.year, goal.source) if goal else (np.nan, np.nan, None)
    )
    found["due_target"], found["due_year"] = (due.value, due.year) if due else (np.nan, np.nan)
    found["distance"] = value - found["target"].to_numpy(float)
    found["path"] = required
    found["pace"] = milestones.pace(
        value, found["baseline"].to_numpy(float), required, goal, plan.limits.pace_min_points
    )
    found["needed"] = milestones.needed_a_year(value, goal, year)
    found["status"] = _status(plan, found, required, goal, extra, is_survey)
    return found


def _status(
    plan: Plan,
    found: pd.DataFrame,
    required: np.ndarray,
    goal: milestones.Goal | None,
    extra: pd.DataFrame | None,
    is_survey: bool,
) -> np.ndarray:
    if is_survey:
        if extra is None:
            raise ValueError("a survey has a status only with its intervals")
        return statuses.survey_status(extra.reindex(found["unit"]), required, goal, plan.limits)
    status = statuses.score_status(found["value"].to_numpy(float), required, goal, plan.limits)
    if extra is None:
        return status
    bounds = extra.reindex(found["unit"])
    agreed = statuses.bounded_status(
        bounds["low"].to_numpy(float), bounds["high"].to_numpy(float), required, goal, plan.limits
    )
    return np.where(
        found["value"].isna() & bounds["low"].notna().to_numpy(), agreed, status
    ).astype(object)
