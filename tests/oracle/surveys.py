"""Surveys: Wilson intervals, the extra noise between years, statuses (statistics 2 and 7.5, decisions 3, 12, 29, 31)."""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np
from scipy.stats import norm

from tests.oracle.facts import EPS, Facts
from tests.oracle.paths import baseline, next_target, path_at, targets
from tests.oracle.scores import rate_series


def wilson(x: float, n: float, confidence: float) -> tuple[float, float]:
    """Score interval; the ends are exactly 0 and 1 where nobody or everybody is satisfied."""
    z = norm.ppf(0.5 + confidence / 2)
    p = x / n
    centre = (p + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    return (0.0 if x == 0 else centre - half), (1.0 if x == n else centre + half)


def arcsine(x: float, n: float) -> float:
    """Anscombe's arcsine of a rate."""
    return math.asin(math.sqrt((x + 3 / 8) / (n + 3 / 4)))


def noise(series_of_units: list[dict[int, tuple[float, float]]], min_df: int) -> float | None:
    """rho: intra-unit correlation from the spread about each unit's own line; None below `min_df` degrees."""
    excess = scale = 0.0
    degrees = 0
    for series in series_of_units:
        if len(series) < 3:
            continue
        years = sorted(series)
        y = np.array([arcsine(*series[year]) for year in years])
        w = np.array([4 * (series[year][1] + 0.5) for year in years])
        X = np.column_stack([np.ones(len(years)), np.array(years) - years[0]])
        W = np.diag(w)
        inverse = np.linalg.inv(X.T @ W @ X)
        residuals = y - X @ (inverse @ X.T @ W @ y)
        excess += float((w * residuals**2).sum()) - (len(years) - 2)
        scale += float(np.trace(W) - np.trace(inverse @ X.T @ W @ W @ X))
        degrees += len(years) - 2
    if degrees < min_df:
        return None
    return 4 * max(0.0, excess / scale)


@lru_cache(maxsize=200)
def survey_noise(facts: Facts, code: str, year: int) -> float | None:
    """rho of one survey over all units assessed in the year."""
    series = [
        rate_series(facts, code, unit, year) for unit in facts.units if facts.assessed(unit, year)
    ]
    return noise(series, facts.plan.limits.rho_min_df)


def design(n: float, rho: float | None) -> float:
    """Design effect of a survey of n forms."""
    return 1 + (n - 1) * (rho or 0.0)


def this_year(facts: Facts, code: str, unit: str, year: int) -> tuple[float, float] | None:
    """(x, n) of the year."""
    return rate_series(facts, code, unit, year).get(year)


def survey_status(facts: Facts, code: str, unit: str, year: int) -> str | None:
    """7.5; before the target is due through the path (31); None for a unit that is never asked."""
    criterion = facts.criteria[code]
    if not facts.assessed(unit, year) or not facts.asked(criterion, unit, year):
        return None
    goal = next_target(facts, code, unit, year)
    counts = this_year(facts, code, unit, year)
    limits = facts.plan.limits
    if goal is None:
        return None
    if counts is None or counts[1] < limits.min_respondents:
        return "no_data"
    return _judged(facts, code, unit, year, counts, goal)


def _judged(facts: Facts, code: str, unit: str, year: int, counts, goal) -> str:
    limits = facts.plan.limits
    low, high = wilson(*counts, limits.confidence)
    rate = counts[0] / counts[1]
    if low > goal[1] + EPS:
        return "ahead"
    if rate >= goal[1] - EPS:
        return "met"
    due = goal[0] <= year and facts.milestone_due(goal[0])
    bar = goal[1] if due else _path(facts, code, unit, year)
    if low <= goal[1] <= high and (high - low) / 2 <= limits.precise_points / 100 + EPS:
        return "near"
    if bar is None:
        return "no_data"
    if not due and rate >= bar - limits.tolerance_points / 100 - EPS:
        return "on_track"
    return _against(low, high, bar, limits)


def _against(low: float, high: float, bar: float, limits) -> str:
    """7.5 below the bar: the target, or before it is due the path (31): what the interval still contains is no verdict."""
    if low <= bar <= high:
        precise = (high - low) / 2 <= limits.precise_points / 100 + EPS
        return "on_track" if precise else "no_data"
    return "very_slow" if high < bar - limits.big_gap_points / 100 - EPS else "slow"


def _path(facts: Facts, code: str, unit: str, year: int) -> float | None:
    rates = {when: x / n for when, (x, n) in rate_series(facts, code, unit, year).items()}
    all_targets = targets(facts, code, unit)
    return path_at(baseline(rates, all_targets), all_targets, year)
