"""Falling on the criteria that stayed, where the total is cut: a second way to `falling_kept`, from docs/architecture.md “Like for like”."""

from __future__ import annotations

from tests.oracle.facts import Facts
from tests.oracle.falling_rule import fallen
from tests.oracle.scores import comparable_from, cuts, weighted


def falling_kept(facts: Facts, year: int) -> dict[str, float]:
    """Units of kinds with a cut total whose sum of what stayed fell, with the fall in per cent of it."""
    series = {}
    for unit in facts.units:
        if facts.assessed(unit, year) and comparable_from(facts, "total", unit, year):
            values = kept_series(facts, unit, year)
            if values:
                series[unit] = values
    return fallen(series, facts.plan.limits, year)


def kept_series(facts: Facts, unit: str, year: int) -> dict[int, float]:
    """The sum of what stayed over the years that it compares, whole years alone."""
    first, codes = stayed(facts, unit, year)
    found = {}
    for past in range(first, year + 1):
        value = _sum(facts, unit, past, codes) if facts.assessed(unit, past) else None
        if value is not None:
            found[past] = value
    return found


def stayed(facts: Facts, unit: str, year: int) -> tuple[int, set[str]]:
    """The earliest first year of which enough weight stayed until `year`, and what stayed; (year + 1, nothing) where too little did."""
    last_cut = comparable_from(facts, "total", unit, year)
    now = {one.code: one for one in weighted(facts, unit, year)}
    for first in range(facts.plan.first_year, last_cut):
        then = {one.code: one for one in weighted(facts, unit, first)}
        same = {
            code
            for code in now
            if code in then and not any(first < cut <= year for cut in cuts(now[code]))
        }
        whole = max(sum(one.points_weight for one in some.values()) for some in (now, then))
        part = sum(now[code].points_weight for code in same)
        if same and part >= facts.plan.limits.kept_weight * whole - 1e-9:
            return first, same
    return year + 1, set()


def _sum(facts: Facts, unit: str, year: int, codes: set[str]) -> float | None:
    got = asked = 0.0
    for code in codes:
        cell = facts.cell(unit, code, year)
        if cell.kind == "na":
            continue
        share = facts.attained(code, cell)
        if share is None:
            return None
        weight = facts.criteria[code].points_weight
        asked, got = asked + weight, got + weight * share
    return 100 * got / asked if asked else None
