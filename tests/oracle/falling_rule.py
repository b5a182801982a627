"""Falling: scores and surveys (statistics 4, decisions 1, 24, 29)."""

from __future__ import annotations

import math
from itertools import permutations

import numpy as np
from scipy.stats import norm
from scipy.stats import t as student

from tests.oracle.facts import Facts
from tests.oracle.levels import line_of, moderated, score_noise
from tests.oracle.scores import rate_series
from tests.oracle.surveys import design, survey_noise
from tests.oracle.target_rule import _adjust, all_series


def mann_kendall(values: list[float]) -> float | None:
    """Exact one-sided p of a fall: share of orderings with S not larger than the one seen."""
    if len(values) < 3:
        return None
    seen = _s(values)
    orders = [_s(order) for order in permutations(values)]
    return sum(1 for s in orders if s <= seen) / len(orders)


def _s(values) -> int:
    return sum(
        int(np.sign(values[j] - values[i]))
        for i in range(len(values))
        for j in range(i + 1, len(values))
    )


def theil_sen(series: dict[int, float]) -> float:
    """Median slope of all pairs of years."""
    years = sorted(series)
    slopes = [(series[b] - series[a]) / (b - a) for a in years for b in years if a < b]
    return float(np.median(slopes))


def falling_scores(facts: Facts, year: int) -> dict[str, float]:
    """Units whose score fell, with the fall in points (Theil–Sen over the run)."""
    return fallen(all_series(facts, year), facts.plan.limits, year)


def fallen(series: dict[str, dict[int, float]], limits, year: int) -> dict[str, float]:
    """Of series of scores in per cent those that fell, with the fall."""
    noise = score_noise(series, limits.trend_min_years, limits.shrink_min_units, limits.score_step)
    if noise is None:
        return {}
    ps = {}
    for unit, values in series.items():
        if year not in values or len(values) < limits.trend_min_years:
            continue
        variance, degrees = moderated(values, noise, limits.trend_min_years, limits.score_step)
        years = np.array(sorted(values), float)
        sxx = ((years - years.mean()) ** 2).sum()
        slope = line_of(values)[2]
        ps[unit] = float(student.cdf(slope / math.sqrt(variance / sxx), degrees))
    adjusted = _adjust(ps)
    found = {}
    for unit in ps:
        values = series[unit]
        fall = -theil_sen(values) * (max(values) - min(values))
        kendall = mann_kendall([values[when] for when in sorted(values)])
        if (
            adjusted[unit] <= limits.false_discovery
            and kendall <= limits.mann_kendall_p
            and fall >= limits.fall_min_points - 1e-9
        ):
            found[unit] = fall
    return found


def cochran_armitage(series: dict[int, tuple[float, float]], rho: float | None):
    """(p of a fall, fall as a share over the run) on Rao–Scott counts; None where all or nobody is satisfied."""
    years = np.array(sorted(series), float)
    x = np.array([series[int(t)][0] for t in years], float)
    n = np.array([series[int(t)][1] for t in years], float)
    d = np.array([design(one, rho) for one in n])
    x, n = x / d, n / d
    p = x.sum() / n.sum()
    if p <= 0 or p >= 1:
        return None
    trend = (years * (x - n * p)).sum()
    variance = p * (1 - p) * ((n * years**2).sum() - (n * years).sum() ** 2 / n.sum())
    centre = (n * years).sum() / n.sum()
    slope = trend / (n * (years - centre) ** 2).sum()
    return float(norm.cdf(trend / math.sqrt(variance))), float(-slope * (years[-1] - years[0]))


def falling_surveys(facts: Facts, code: str, year: int) -> dict[str, float]:
    """Units whose satisfaction fell, with the fall as a share."""
    limits = facts.plan.limits
    rho = survey_noise(facts, code, year)
    found = {}
    for unit in facts.units:
        if not facts.assessed(unit, year):
            continue
        series = rate_series(facts, code, unit, year)
        if year not in series or len(series) < limits.trend_min_years:
            continue
        tested = cochran_armitage(series, rho)
        if tested:
            found[unit] = tested
    adjusted = _adjust({unit: p for unit, (p, _) in found.items()})
    return {
        unit: fall
        for unit, (_, fall) in found.items()
        if adjusted[unit] <= limits.false_discovery and fall >= limits.fall_min_points / 100 - 1e-9
    }
