"""The required path between milestones, the status on it, the pace, and what is still needed a year.

Values and targets of the total are on the plan's scale, all others in points (0–100): rates are multiplied by 100 by the caller. All functions take and give arrays of one length.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import numpy as np

from dashboard.plan import KEPT, TOTAL, Milestone, Plan
from dashboard.plan.parts import Target
from dashboard.plan.scale import HUNDRED

SLACK = 1e-9


@dataclass(frozen=True)
class Goal:
    """A target of a measure for one kind of unit: the milestone's year and whether it is due; value as in `goals`."""

    milestone: str
    year: int
    value: float
    due: bool
    source: str


def is_due(milestone: Milestone, year: int, as_of: dt.date) -> bool:
    """Whether a milestone can be held against the results of a year, seen on a day."""
    return milestone.year <= year and milestone.due <= as_of


def target_of(plan: Plan, milestone: Milestone, measure: str, kind: str) -> Target | None:
    """The most specific target for a measure and a kind of unit: criterion before audience, named kinds before all."""
    audience = (
        None
        if measure == TOTAL or measure in plan.group_codes
        else plan.criterion(measure).audience
    )
    fitting = [
        one
        for one in milestone.targets
        if (not one.kinds or kind in one.kinds)
        and (
            one.measure == measure
            or (
                one.audience is not None
                and one.audience == audience
                and plan.criterion(measure).is_rate
            )
        )
    ]
    return max(fitting, key=lambda one: (one.measure is not None, bool(one.kinds)), default=None)


def goals(plan: Plan, measure: str, kind: str, year: int, as_of: dt.date) -> list[Goal]:
    """All targets of a measure for a kind, in the order of their years: the total's on its own scale, all others in points 0–100."""
    if measure == KEPT:  # no target is about the sum of what stayed
        return []
    scale = _to_points(plan, measure)
    found = [
        (one, target_of(plan, one, measure, kind))
        for one in sorted(plan.milestones, key=lambda one: one.year)
    ]
    return [
        Goal(
            one.code,
            one.year,
            round(target.value * scale, 9),
            is_due(one, year, as_of),
            target.source,
        )
        for one, target in found
        if target
    ]


def _to_points(plan: Plan, measure: str) -> float:
    """By what a target as the plan writes it becomes one of the calculation. Example: 45 of a group of 50 points is 90."""
    if measure == TOTAL:
        return 1.0
    if measure in plan.group_codes:
        return HUNDRED / plan.scale_of(measure).top
    return HUNDRED if plan.criterion(measure).how.is_share else 1.0


def next_goal(ladder: list[Goal], year: int) -> Goal | None:
    """The goal that a status is about: the first at or after the year, else the last."""
    return next((one for one in ladder if one.year >= year), ladder[-1] if ladder else None)


def last_due(ladder: list[Goal]) -> Goal | None:
    """The goal that a flag may be about: the last that is due."""
    return max((one for one in ladder if one.due), key=lambda one: one.year, default=None)


def path(
    ladder: list[Goal], baseline_year: np.ndarray, baseline: np.ndarray, year: int
) -> np.ndarray:
    """Required value in `year`: straight from the baseline (not above the first target) through every target, flat after the last.

    Without a baseline (a break behind the first milestone) the line between the targets alone; NaN before the line begins.
    Example: 70 in 2019 and a target of 76 in 2022 require 72 in 2020.
    """
    if not ladder:
        return np.full(len(baseline), np.nan)
    years, targets = [goal.year for goal in ladder], [goal.value for goal in ladder]
    if year >= years[0]:
        return np.full(len(baseline), np.interp(year, years, targets))
    start_year, start = np.asarray(baseline_year, float), np.minimum(baseline, targets[0])
    with np.errstate(divide="ignore", invalid="ignore"):
        required = start + (targets[0] - start) * (year - start_year) / (years[0] - start_year)
    return np.where(year < start_year, np.nan, required)


def baselines(
    places: np.ndarray, years: np.ndarray, values: np.ndarray, count: int, ladder: list[Goal]
) -> tuple[np.ndarray, np.ndarray]:
    """First comparable own value of each of `count` units, not later than the first target's year: its year and the value, NaN where there is none.

    In: the unit (its place), year and value of every result that compares (NaN values are passed over).
    Example: one unit with 70 in 2020 and 68 in 2019, the first target in 2022: 2019 and 68.
    """
    first, base = np.full(count, np.nan), np.full(count, np.nan)
    known = np.flatnonzero(~np.isnan(values) & (years <= (ladder[0].year if ladder else 0)))
    latest_first = known[np.argsort(-years[known], kind="stable")]
    first[places[latest_first]], base[places[latest_first]] = (
        years[latest_first],
        values[latest_first],
    )
    return first, base


def pace(
    value: np.ndarray,
    baseline: np.ndarray,
    required: np.ndarray,
    goal: Goal | None,
    min_points: float,
) -> np.ndarray:
    """(value − baseline) / (path − baseline): change made over change required so far; 1 is exactly on the path, below 0 a fall.

    NaN without a baseline, where the goal lies less than `min_points` above it, and while the path asks no more than the baseline.
    Example: from 70 to 71 where the path is at 72: 0.5.
    """
    if goal is None:
        return np.full(len(value), np.nan)
    asked = required - baseline
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = (value - baseline) / asked
    return np.where((goal.value - baseline >= min_points - SLACK) & (asked > SLACK), ratio, np.nan)


def needed_a_year(value: np.ndarray, goal: Goal | None, year: int) -> np.ndarray:
    """Points still to gain each year to the goal; 0 where reached, NaN without value, goal or years left."""
    if goal is None or goal.year <= year:
        return np.full(len(value), np.nan)
    return np.where(
        np.isnan(value),
        np.nan,
        np.maximum(goal.value - np.asarray(value, float), 0) / (goal.year - year),
    )
