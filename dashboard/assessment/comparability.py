"""From which year a measure of a unit can be compared with a year, and why: the one answer that every series, path, change and test uses.

A series is the unit's own: only criteria that its kind is asked break it, and only inside their lives. A start, an end and a new way of
measuring break sums (the total, a group); a criterion by itself is broken by a new way of measuring alone.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

import numpy as np
import pandas as pd

from dashboard.plan import KEPT, TOTAL, Criterion, Plan

Why = Literal["starts", "ends", "method"]


class Break(NamedTuple):
    """`year` cannot be compared with the year before, because of a criterion (its code)."""

    year: int
    why: Why
    criterion: str


def breaks(plan: Plan, measure: str, kind: str | None = None) -> tuple[Break, ...]:
    """All breaks of a measure for units of a kind (None: of any kind), by year.

    Example: a criterion asked of communes only from 2021 breaks their total in 2021, and no department's.
    """
    if measure == KEPT:  # the sum of what stayed: nothing cuts it (`kept_criteria`)
        return ()
    is_sum = measure == TOTAL or measure in plan.group_codes
    found = [
        one
        for criterion in _parts(plan, measure)
        if kind is None or not criterion.unit_kinds or kind in criterion.unit_kinds
        for one in _of_criterion(criterion, is_sum)
    ]
    return tuple(sorted(one for one in found if plan.first_year < one.year <= plan.last_year))


def _parts(plan: Plan, measure: str) -> list[Criterion]:
    if measure == TOTAL:
        return [one for one in plan.criteria if one.points_weight > 0]
    if measure in plan.group_codes:
        return [one for one in plan.criteria if one.group == measure and one.points_weight > 0]
    return [plan.criterion(measure)]


def _of_criterion(criterion: Criterion, is_sum: bool) -> list[Break]:
    found = [
        Break(year, "method", criterion.code)
        for year in criterion.break_years
        if criterion.holds_in(year) and criterion.holds_in(year - 1)
    ]
    if is_sum and criterion.valid_from:
        found.append(Break(criterion.valid_from, "starts", criterion.code))
    if is_sum and criterion.valid_to:
        found.append(Break(criterion.valid_to + 1, "ends", criterion.code))
    return found


def break_years(plan: Plan, measure: str, kind: str | None = None) -> list[int]:
    """The years of `breaks`, each once."""
    return sorted({one.year for one in breaks(plan, measure, kind)})


def comparable_since(plan: Plan, measure: str, kind: str | None, year: int) -> tuple[Break, ...]:
    """What makes the first comparable year: the breaks of the newest broken year not after `year`; empty where all years compare."""
    past = [one for one in breaks(plan, measure, kind) if one.year <= year]
    return tuple(one for one in past if one.year == past[-1].year)


def comparable(
    plan: Plan, measure: str, series: pd.DataFrame, kinds: pd.Series, year: int
) -> pd.DataFrame:
    """The part of a series (unit, year …) up to `year` that can be compared with it, unit by unit.

    `kinds` by unit; a kind of None stands for units of any kind (a median of them).
    """
    until = series[series["year"] <= year]
    which, every = pd.factorize(kinds, use_na_sentinel=False)
    since = [
        comparable_since(plan, measure, kind if isinstance(kind, str) else None, year)
        for kind in every
    ]
    starts = np.array([one[0].year if one else plan.first_year for one in since], dtype=int)
    places = kinds.index.get_indexer(pd.Index(until["unit"]))
    first = np.where(places < 0, year + 1, np.append(starts[which], 0)[places])
    return until[until["year"].to_numpy() >= first]
