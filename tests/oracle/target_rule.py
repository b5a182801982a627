"""Below the target: fact, watch, named, and how certain (statistics 6.2, decisions 1, 2, 9, 21, 25, 29)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

from scipy.stats import false_discovery_control, norm
from scipy.stats import t as student

from tests.oracle.facts import EPS, Facts
from tests.oracle.levels import Level, levels, moderated, score_noise, shrunk
from tests.oracle.paths import due_target
from tests.oracle.scores import composite, rate_series, score_series
from tests.oracle.surveys import arcsine, design, survey_noise


@dataclass(frozen=True)
class Verdict:
    """What is known of one unit that misses its target."""

    value: float
    target: float
    p: float | None
    adjusted: float | None
    guard: float | None
    watch: float | None
    appraised: bool
    noise_known: bool

    def inferred(self, limits) -> bool:
        """Whether the inference of 6.2 holds, whoever scored."""
        return (
            self.noise_known
            and self.adjusted is not None
            and self.adjusted <= limits.false_discovery
            and self.guard <= limits.guard_p
        )

    def level(self, limits) -> str:
        """named, watch or fact."""
        if self.inferred(limits):
            return "named" if self.appraised else "watch"
        return (
            "watch" if self.watch is not None and self.watch >= limits.watch_probability else "fact"
        )

    def certainty(self, limits) -> str:
        """Decision 21."""
        if self.inferred(limits):
            return "certain" if self.appraised else "certain_not_appraised"
        return "probable" if self.level(limits) == "watch" else "not_distinguishable"


def all_series(facts: Facts, year: int) -> dict[str, dict[int, float]]:
    """Comparable scores of every unit assessed in the year."""
    return {
        unit: score_series(facts, unit, year) for unit in facts.units if facts.assessed(unit, year)
    }


def _adjust(ps: dict[str, float]) -> dict[str, float]:
    if not ps:
        return {}
    units = list(ps)
    return dict(zip(units, false_discovery_control([ps[u] for u in units]), strict=True))


@lru_cache(maxsize=200)
def score_verdicts(facts: Facts, year: int) -> dict[str, Verdict]:
    """Units whose total misses the last due target."""
    limits = facts.plan.limits
    series = all_series(facts, year)
    noise = score_noise(series, limits.trend_min_years, limits.shrink_min_units, limits.score_step)
    own = {
        unit: moderated(values, noise, limits.trend_min_years, limits.score_step)
        for unit, values in series.items()
        if noise and values
    }
    points = {
        unit: [(when, value, own[unit][0]) for when, value in series[unit].items()] for unit in own
    }
    found = levels(points, year, limits.shrink_min_units)
    groups = {unit: facts.blocks.get((unit, year)) for unit in found}
    pulled = shrunk(found, groups, limits.shrink_min_units, lambda mean: limits.tau_floor_points)
    goals = {unit: due_target(facts, "total", unit, year) for unit in series}
    ps = {
        unit: student.cdf((found[unit].mean - goals[unit]) / found[unit].sd, own[unit][1])
        for unit in found
        if goals[unit] is not None and len(series[unit]) >= 2
    }
    adjusted = _adjust(ps)
    verdicts = {}
    for unit, values in series.items():
        goal = goals[unit]
        if goal is None or year not in values or values[year] >= goal - EPS:
            continue
        tested = unit in ps
        guard = (
            student.cdf((values[year] - goal) / math.sqrt(own[unit][0]), own[unit][1])
            if tested
            else None
        )
        verdicts[unit] = Verdict(
            values[year],
            goal,
            ps.get(unit),
            adjusted.get(unit),
            guard,
            _watch(pulled[unit], goal) if tested else None,
            composite(facts, unit, year).stage == "appraised",
            noise is not None,
        )
    return verdicts


def _watch(level: Level, goal: float) -> float:
    return float(norm.cdf((goal - level.mean) / level.sd))


@lru_cache(maxsize=200)
def survey_verdicts(facts: Facts, code: str, year: int) -> dict[str, Verdict]:
    """Units whose survey misses the last due target."""
    limits = facts.plan.limits
    rho = survey_noise(facts, code, year)
    series, points = {}, {}
    for unit in facts.units:
        if not facts.assessed(unit, year):
            continue
        rates = rate_series(facts, code, unit, year)
        if rates:
            points[unit] = [
                (when, arcsine(x, n), design(n, rho) / (4 * (n + 0.5)))
                for when, (x, n) in rates.items()
            ]
        if year in rates:
            series[unit] = rates
    found = levels(points, year, limits.shrink_min_units)
    groups = {unit: facts.blocks.get((unit, year)) for unit in found}
    pulled = shrunk(found, groups, limits.shrink_min_units, _floor_of(limits.tau_floor_points))
    goals = {unit: due_target(facts, code, unit, year) for unit in series}
    scaled = {unit: math.asin(math.sqrt(goal)) for unit, goal in goals.items() if goal is not None}
    ps = {
        unit: float(norm.cdf((found[unit].mean - scaled[unit]) / found[unit].sd))
        for unit in found
        if unit in scaled
        and len(series[unit]) >= 2
        and series[unit][year][1] >= limits.min_respondents
    }
    adjusted = _adjust(ps)
    verdicts = {}
    for unit, rates in series.items():
        x, n = rates[year]
        if unit not in scaled or x / n >= goals[unit] - EPS:
            continue
        tested = unit in ps
        deviation = math.sqrt(design(n, rho) / (4 * (n + 0.5)))
        verdicts[unit] = Verdict(
            x / n,
            goals[unit],
            ps.get(unit),
            adjusted.get(unit),
            float(norm.cdf((arcsine(x, n) - scaled[unit]) / deviation)) if tested else None,
            _watch(pulled[unit], scaled[unit]) if tested else None,
            survey_appraised(facts, code, unit, year),
            rho is not None,
        )
    return verdicts


def _floor_of(points: float):
    """A floor of so many points of percent, carried to the arcsine scale at the mean."""

    def floor(mean: float) -> float:
        rate = math.sin(mean) ** 2
        return points / 100 / (2 * math.sqrt(max(rate * (1 - rate), 1e-12)))

    return floor


def plain_verdicts(facts: Facts, code: str, year: int) -> dict[str, tuple[float, float]]:
    """Units whose value of any other criterion misses its target: (attained share, target), facts only."""
    found = {}
    criterion = facts.criteria[code]
    for unit in facts.units:
        if not facts.assessed(unit, year) or not facts.asked(criterion, unit, year):
            continue
        share = facts.attained(code, facts.cell(unit, code, year))
        goal = due_target(facts, code, unit, year)
        if share is None or goal is None:
            continue
        goal = goal / 100 if criterion.kind in ("points", "number") else goal
        if share < goal - EPS:
            found[unit] = share, goal
    return found


def survey_appraised(facts: Facts, code: str, unit: str, year: int) -> bool:
    """Whether the survey itself and the whole year are appraised (25: nothing is named from a partly appraised year)."""
    stage = composite(facts, unit, year).stage
    return facts.cell(unit, code, year).stage == "appraised" and stage in ("appraised", None)
