"""Ranks with their intervals, bands, projections, medians, results of a period (statistics 6.3, 6.4, 7.6; decisions 11–14)."""

from __future__ import annotations

import math

import numpy as np
from scipy.stats import norm, rankdata

from tests.oracle.cluster_rules import block_scores
from tests.oracle.facts import EPS, Facts
from tests.oracle.levels import Level, line_of, moderated, random_effects, score_noise, shrunk
from tests.oracle.scores import composite
from tests.oracle.target_rule import all_series


def ranks(facts: Facts, year: int) -> dict[str, tuple[int, int]]:
    """(rank, units ranked) inside the block; nobody where only one has a score."""
    found = {}
    for values in block_scores(facts, year).values():
        if len(values) < 2:
            continue
        for unit, score in values.items():
            better = sum(1 for other in values.values() if other > score + EPS)
            found[unit] = better + 1, len(values)
    return found


def rank_bounds(facts: Facts, unit: str, year: int) -> tuple[int, int] | None:
    """Best and worst rank that the bounds of an incomplete unit allow among the block's others."""
    own = composite(facts, unit, year)
    if own.low is None or own.score is not None:
        return None
    block = facts.blocks.get((unit, year))
    best = worst = 1
    for other in facts.units:
        same = other != unit and facts.blocks.get((other, year)) == block
        if not same or not facts.assessed(other, year):
            continue
        mate = composite(facts, other, year)
        if mate.low is not None:
            best += mate.low > own.high + EPS
            worst += mate.high > own.low + EPS
    return best, worst


def this_year_levels(facts: Facts, year: int) -> dict[str, Level]:
    """Posterior of this year's scores, pulled to the block's mean."""
    limits = facts.plan.limits
    series = all_series(facts, year)
    noise = score_noise(series, limits.trend_min_years, limits.shrink_min_units, limits.score_step)
    if noise is None:
        return {}
    raw = {}
    for unit, values in series.items():
        if year in values:
            variance, _ = moderated(values, noise, limits.trend_min_years, limits.score_step)
            raw[unit] = Level(values[year], math.sqrt(variance))
    groups = {unit: facts.blocks.get((unit, year)) for unit in raw}
    return shrunk(raw, groups, limits.shrink_min_units, lambda mean: limits.tau_floor_points)


def rank_draws(found: dict[str, Level], units: list[str], seed: int, draws: int = 4000):
    """Ranks per draw (draws × units); its own random numbers, so compare with tolerance."""
    rng = np.random.default_rng(seed)
    means = np.array([found[unit].mean for unit in units])
    sds = np.array([found[unit].sd for unit in units])
    scores = means + sds * rng.standard_normal((draws, len(units)))
    return rankdata(-scores, "min", axis=1)


def interval_and_bands(drawn: np.ndarray, limits) -> list[tuple[int, int, float, float]]:
    """(low, high, P(bottom), P(top)) of each unit."""
    n = drawn.shape[1]
    size = math.ceil(limits.bottom_share * n - EPS)
    low = np.quantile(drawn, 0.025, axis=0, method="inverted_cdf")
    high = np.quantile(drawn, 0.975, axis=0, method="inverted_cdf")
    bottom = (drawn > n - size).mean(axis=0)
    top = (drawn <= size).mean(axis=0)
    return [(int(low[i]), int(high[i]), float(bottom[i]), float(top[i])) for i in range(n)]


def projections(facts: Facts, year: int, goal_year: int) -> dict[str, tuple[float, float]]:
    """(mean, sd) of the score expected in `goal_year`, for units with enough own points (7.6)."""
    limits = facts.plan.limits
    series = {
        unit: values
        for unit, values in all_series(facts, year).items()
        if len(values) >= limits.projection_min_years
    }
    if len(series) < limits.projection_min_units:
        return {}
    lines = {unit: line_of(values) for unit, values in series.items()}
    degrees = sum(len(values) - 2 for values in series.values())
    s2 = sum(line[3] for line in lines.values()) / degrees
    s2 = max(s2, limits.score_step**2 / 12)
    spread = {
        unit: sum((when - lines[unit][0]) ** 2 for when in values)
        for unit, values in series.items()
    }
    tau2, mean_slope, mean_var = random_effects(
        [lines[unit][2] for unit in lines], [s2 / spread[unit] for unit in lines]
    )
    found = {}
    for unit, (centre, mean, slope, _) in lines.items():
        h = goal_year - centre
        pull = tau2 / (tau2 + s2 / spread[unit])
        var = s2 / len(series[unit]) + h**2 * (tau2 * (1 - pull) + (1 - pull) ** 2 * mean_var) + s2
        found[unit] = (
            mean + h * (mean_slope + pull * (slope - mean_slope)),
            math.sqrt(var),
        )
    return found


def projected(mean: float, sd: float, goal: float, confidence: float):
    """(low, high, chance) of a projection, clipped to 0–100."""
    z = norm.ppf(0.5 + confidence / 2)
    low, high = (min(max(mean + sign * z * sd, 0.0), 100.0) for sign in (-1, 1))
    return low, high, float(norm.sf((goal - mean) / sd))


def median_of(values: list[float]) -> float | None:
    """Plain median."""
    return float(np.median(values)) if values else None


def period_result(facts: Facts, unit: str, year: int) -> float | None:
    """Decision 14: mean of the yearly scores since the last review, at least two, in review years only."""
    reviews = [m.year for m in facts.plan.milestones if m.kind in ("review", "final")]
    if year not in reviews:
        return None
    start = max((when for when in reviews if when < year), default=facts.plan.first_year - 1) + 1
    scores = [
        composite(facts, unit, past).score
        for past in range(start, year + 1)
        if facts.assessed(unit, past)
    ]
    scores = [score for score in scores if score is not None]
    return sum(scores) / len(scores) if len(scores) >= 2 else None
