"""Peers, funnel, staff shares, reports (statistics 3, 5.3, 8, 9; decisions 1, 7, 11, 30)."""

from __future__ import annotations

import datetime as dt
import math

import numpy as np
from scipy.stats import norm

from tests.oracle.facts import EPS, Facts
from tests.oracle.paths import due_target
from tests.oracle.scores import composite, score_series
from tests.oracle.target_rule import _adjust

SMALL = {5: 1.206, 6: 1.200, 7: 1.140, 8: 1.129, 9: 1.107}


def block_scores(facts: Facts, year: int) -> dict[object, dict[str, float]]:
    """Complete scores of the year by block."""
    blocks: dict[object, dict[str, float]] = {}
    for unit in facts.units:
        if facts.assessed(unit, year):
            score = composite(facts, unit, year).score
            if score is not None:
                blocks.setdefault(facts.blocks.get((unit, year)), {})[unit] = score
    return blocks


def peers(facts: Facts, year: int) -> dict[str, float]:
    """z of the units far below the middle of their block."""
    limits = facts.plan.limits
    blocks = {
        block: values
        for block, values in block_scores(facts, year).items()
        if len(values) >= limits.peers_min_units
    }
    scales = {}
    for block, values in blocks.items():
        numbers = np.array(list(values.values()))
        n = len(numbers)
        mad = np.median(np.abs(numbers - np.median(numbers)))
        scales[block] = SMALL.get(n, n / (n - 0.8)) * mad / 0.6744897501960817
    size = sum(len(values) for values in blocks.values())
    pooled = sum(len(blocks[block]) * scales[block] for block in blocks) / size if size else 0.0
    found = {}
    for block, values in blocks.items():
        middle = float(np.median(list(values.values())))
        scale = max(scales[block], pooled, limits.peers_floor_points)
        for unit, value in values.items():
            z = (value - middle) / scale
            if len(score_series(facts, unit, year)) < 2:
                continue
            if z <= limits.peers_z_watch + EPS and middle - value >= limits.peers_gap_points - EPS:
                found[unit] = z
    return found


def funnel_ps(facts: Facts, counts: dict[str, tuple[float, float]]) -> dict[str, float]:
    """One-sided p below the funnel of one block (3.2), none where the block has fewer than 10."""
    limits = facts.plan.limits
    counts = {unit: pair for unit, pair in counts.items() if pair[1] > 0}
    if len(counts) < limits.funnel_min_units:
        return {}
    units = list(counts)
    x = np.array([counts[u][0] for u in units], float)
    n = np.array([counts[u][1] for u in units], float)
    theta = x.sum() / n.sum()
    s = 1 / (2 * np.sqrt(n))
    gap = np.arcsin(np.sqrt(x / n)) - math.asin(math.sqrt(theta))
    z = gap / s
    low, high = np.quantile(z, [limits.winsor, 1 - limits.winsor])
    phi = (np.clip(z, low, high) ** 2).sum() / len(z) / 0.6786545589528744
    w = 1 / s**2
    tau2 = max(0.0, (len(z) * phi - (len(z) - 1)) / (w.sum() - (w**2).sum() / w.sum()))
    ps = norm.cdf(gap / np.sqrt(s**2 + tau2))
    return {
        unit: float(p) for unit, p, forms in zip(units, ps, n) if forms >= limits.min_respondents
    }


def staff_need(facts: Facts, code: str, unit: str, year: int) -> tuple[int, float] | None:
    """(people still needed, gap in points) of a share below its due target."""
    criterion = facts.criteria[code]
    if not facts.assessed(unit, year) or not facts.asked(criterion, unit, year):
        return None
    counts = facts.counts(code, facts.cell(unit, code, year))
    goal = due_target(facts, code, unit, year)
    if counts is None or goal is None:
        return None
    need = max(0, math.ceil(goal * counts[1] - 1e-9) - int(counts[0]))
    return need, 100 * (goal - counts[0] / counts[1])


def report_states(facts: Facts) -> dict[tuple[str, int, str], tuple[str, int | None]]:
    """(unit, year, kind) → (state, days late) of every deadline of the plan."""
    filed = {}
    for row in facts.filings:
        day = row["first_submitted_on"]
        if day == day and day is not None:
            filed[row["unit"], int(row["year"]), row["kind"]] = day.date()
    found = {}
    for deadline in facts.plan.reports:
        for unit, life in facts.units.items():
            if not deadline.kinds or life["kind"] in deadline.kinds:
                key = unit, deadline.year, deadline.kind
                found[key] = _report(life, deadline.due, filed.get(key), facts.as_of)
    return found


def _report(life: dict, due: dt.date, day: dt.date | None, as_of: dt.date):
    ceased = life["to"] is not None and life["to"] < due
    unborn = life["from"] is not None and life["from"] > due
    filed = day is not None and day <= as_of
    if filed and day <= due:
        return "on_time", 0  # a fact, even of a unit that ended before the day
    if ceased or unborn:
        return "not_due", None
    if filed:
        return "late", (day - due).days
    return ("missing", None) if as_of > due else ("pending", None)


def below_funnels(facts: Facts, blocks: dict) -> set[str]:
    """Units below the funnel of their block; one BH family over the year (10 in statistics: indicator, year, rule)."""
    ps: dict[str, float] = {}
    for counts in blocks.values():
        ps |= funnel_ps(facts, counts)
    adjusted = _adjust(ps)
    return {unit for unit in ps if adjusted[unit] <= facts.plan.limits.false_discovery}
