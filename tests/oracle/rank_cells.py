"""Intervals of ranks, bands and projections beside the product's: drawn ranks are compared with the tolerance of their own draws."""

from __future__ import annotations

import numpy as np

from tests.oracle import ranking
from tests.oracle.facts import Facts

TOLERANCE = 0.03  # of a chance, beside 4,000 draws: more than four standard errors
WITHIN = 1  # ranks: a quantile of draws may fall on either side of a step


def projection_cells(facts: Facts, standing, year: int) -> tuple[dict, dict]:
    """expected, sd, low, high, chance at the next milestone of all kinds; no cells where none lies ahead."""
    goal = _next_for_all(facts, year)
    if goal is None:
        return {}, {}
    frame = standing.inferred["projection"]
    product = {
        unit: row
        for unit, row in frame.to_dict("index").items()
        if row["expected"] == row["expected"]
    }
    oracle = {}
    for unit, (mean, sd) in ranking.projections(facts, year, goal[0]).items():
        low, high, chance = ranking.projected(
            mean, sd, goal[1], facts.plan.limits.projection_confidence
        )
        oracle[unit] = {"expected": mean, "sd": sd, "low": low, "high": high, "chance": chance}
    return product, oracle


def _next_for_all(facts: Facts, year: int) -> tuple[int, float] | None:
    ahead = [
        (one.year, target.value)
        for one in facts.plan.milestones
        for target in one.targets
        if target.measure == "total" and not target.kinds and one.year > year
    ]
    return min(ahead, default=None)


def rank_differences(facts: Facts, standing, year: int) -> list[tuple]:
    """(what, unit, product, oracle) where an interval, a band or the bounds of an incomplete unit differ."""
    rows = {row["unit"]: row for row in standing.table.to_dict("records")}
    found = []
    for unit in rows:
        bounds = ranking.rank_bounds(facts, unit, year) if facts.assessed(unit, year) else None
        if bounds and (rows[unit]["rank_low"], rows[unit]["rank_high"]) != bounds:
            found.append(
                ("rank bounds", unit, (rows[unit]["rank_low"], rows[unit]["rank_high"]), bounds)
            )
    levels = ranking.this_year_levels(facts, year)
    ranked = ranking.ranks(facts, year)
    for block in {facts.blocks[unit, year] for unit in ranked}:
        units = sorted(u for u in ranked if facts.blocks[u, year] == block and u in levels)
        if len(units) > 1:
            found += _block(facts, rows, units, levels, ranked)
    return found


def _block(facts: Facts, rows: dict, units: list[str], levels: dict, ranked: dict) -> list[tuple]:
    limits = facts.plan.limits
    drawn = ranking.rank_draws(levels, units, limits.seed)
    found = []
    spans = ranking.interval_and_bands(drawn, limits)
    size = int(np.ceil(limits.bottom_share * len(units) - 1e-9))
    for unit, (low, high, bottom, top) in zip(units, spans, strict=True):
        seen = rows[unit]["rank_low"], rows[unit]["rank_high"]
        wanted = min(low, ranked[unit][0]), max(high, ranked[unit][0])
        if not all(abs(a - b) <= WITHIN for a, b in zip(seen, wanted, strict=True)):
            found.append(("rank interval", unit, seen, wanted))
        least = limits.bottom_probability
        clear = all(abs(chance - least) > TOLERANCE for chance in (bottom, top))
        band = "bottom" if bottom >= least else "top" if top >= least else None
        product = rows[unit]["band"] if rows[unit]["band"] in ("bottom", "top") else None
        if clear and product != band:
            found.append(("band", unit, rows[unit]["band"], (band, bottom, top, size)))
    return found
