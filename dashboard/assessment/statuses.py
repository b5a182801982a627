"""Where a value stands on the required path: met, near, ahead, slow; with bounds, and of a survey."""

from __future__ import annotations

import numpy as np
import pandas as pd

from dashboard.assessment.milestones import SLACK, Goal
from dashboard.plan import Limits

STATUSES = ("ahead", "met", "near", "on_track", "slow", "very_slow", "no_data", "not_assessed")


def score_status(
    value: np.ndarray, required: np.ndarray, goal: Goal | None, limits: Limits
) -> np.ndarray:
    """Status of a score against its goal (first match): ahead, met; due: slow or very slow by the gap; not due: by the path."""
    value, required = np.asarray(value, float), np.asarray(required, float)
    if goal is None:
        return np.full(len(value), None, dtype=object)
    gap = goal.value - value if goal.due else required - value
    choices = [
        (np.isnan(value), "no_data"),
        (value >= goal.value + limits.ahead_points - SLACK, "ahead"),
        (value >= goal.value - SLACK, "met"),
    ]
    if not goal.due:
        choices += [
            (np.isnan(required), "no_data"),
            (gap <= limits.tolerance_points + SLACK, "on_track"),
        ]
    choices += [(gap < limits.big_gap_points - SLACK, "slow")]
    return np.select(
        [test for test, _ in choices], [word for _, word in choices], "very_slow"
    ).astype(object)


def bounded_status(
    low: np.ndarray, high: np.ndarray, required: np.ndarray, goal: Goal | None, limits: Limits
) -> np.ndarray:
    """Status of a score known by its bounds: given only when both bounds give the same one."""
    worst, best = (
        score_status(low, required, goal, limits),
        score_status(high, required, goal, limits),
    )
    return worst if goal is None else np.where(worst == best, worst, "no_data").astype(object)


def survey_status(
    surveyed: pd.DataFrame, required: np.ndarray, goal: Goal | None, limits: Limits
) -> np.ndarray:
    """Status of a survey rate by its plain Wilson interval. In: rate, low, high (0–1), respondents; required in points.

    Before the milestone is due the path takes the place of the target in the lower verdicts.
    """
    if goal is None:
        return np.full(len(surveyed), None, dtype=object)
    rate, low, high = (100 * surveyed[name].to_numpy(float) for name in ("rate", "low", "high"))
    bar = np.full(len(rate), goal.value) if goal.due else np.asarray(required, float)
    precise = (high - low) / 2 <= limits.precise_points + SLACK
    inside = (low <= bar) & (bar <= high)
    choices = [
        (
            np.isnan(rate) | (surveyed["respondents"].to_numpy(float) < limits.min_respondents),
            "no_data",
        ),
        (low > goal.value, "ahead"),
        (rate >= goal.value - SLACK, "met"),
        ((low <= goal.value) & (goal.value <= high) & precise, "near"),
        (np.isnan(bar), "no_data"),
        ((not goal.due) & (rate >= bar - limits.tolerance_points - SLACK), "on_track"),
        (inside & precise, "on_track"),
        (inside, "no_data"),
        (high < bar - limits.big_gap_points, "very_slow"),
    ]
    return np.select([test for test, _ in choices], [word for _, word in choices], "slow").astype(
        object
    )
