"""The total like for like: over the criteria that stayed the same, where a change of criteria cuts the total's own series.

It is another sum than the plan's total, so it enters no rank, status or target: it is shown, and tested for falling (`rules.kept_falling_rule`).
"""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from dashboard.assessment import scoring
from dashboard.assessment.comparability import Break, breaks
from dashboard.assessment.rows_by_year import RowsByYear
from dashboard.plan import TOTAL, Criterion, Plan
from dashboard.plan.scale import Total

COUNTED = ["unit", "year", "weight", "attained", "not_applicable"]
SLACK = 1e-9


class Kept(NamedTuple):
    """The weighted criteria (codes) that units of a kind were asked alike in all years from `first` to `last`, of how many at most in a year, and what cuts their total."""

    first: int
    last: int
    criteria: tuple[str, ...]
    asked: int
    cuts: tuple[Break, ...]


def kept(plan: Plan, kind: str, year: int) -> Kept | None:
    """What can be compared over the cuts of the total up to `year`, back to the earliest year of which enough stayed; None without a cut, or where too little stayed.

    Enough is `limits.kept_weight` of the weight of both years. Example: of eight criteria of ten points three were replaced in 2022:
    five of eight, 62,5 %, compare from 2019 on.
    """
    cuts = tuple(one for one in breaks(plan, TOTAL, kind) if one.year <= year)
    if not cuts:
        return None
    now = asked(plan, kind, year)
    for first in range(plan.first_year, cuts[-1].year):
        then = asked(plan, kind, first)
        stayed = [one for one in now if one in then and not _broken(plan, one, first, year)]
        least = plan.limits.kept_weight * max(_weight(now), _weight(then))
        if stayed and _weight(stayed) >= least - SLACK:
            codes = tuple(one.code for one in stayed)
            known = tuple(one for one in cuts if one.year > first)
            return Kept(first, year, codes, max(len(now), len(then)), known)
    return None


def is_offered(plan: Plan, year: int) -> bool:
    """Whether in the year some kind's total is cut with enough left to compare."""
    return any(kept(plan, kind, year) for kind in [one.code for one in plan.kinds] or [""])


def asked(plan: Plan, kind: str, year: int) -> list[Criterion]:
    """The weighted criteria that units of a kind are asked in a year."""
    return [one for one in plan.criteria if one.points_weight > 0 and one.asked_of(kind, year)]


def _broken(plan: Plan, criterion: Criterion, first: int, year: int) -> bool:
    return any(first < one.year <= year for one in breaks(plan, criterion.code))


def _weight(criteria: list[Criterion]) -> float:
    return sum(one.points_weight for one in criteria)


def kept_scores(
    plan: Plan, rows: RowsByYear, scores: pd.DataFrame, kinds: pd.Series, year: int
) -> pd.DataFrame:
    """The total of the criteria that stayed, in per cent of what they can give: unit, year, score; complete ones alone.

    In: the chosen rows; `scores` (unit, year) of the assessed unit-years; `kinds` by unit. Empty where no kind's total is cut.
    Example: 4, 5 and 9 of ten points each are 60.
    """
    parts = []
    for kind in kinds.dropna().unique():
        found = kept(plan, str(kind), year)
        if found is None:
            continue
        own = scores["unit"].isin(kinds.index[kinds == kind])
        members = scores.loc[own & scores["year"].between(found.first, year), ["unit", "year"]]
        counted = rows.of(COUNTED, criterion=found.criteria)
        parts.append(scoring.composite(_only(plan, found), counted, members.assign(kind=kind)))
    columns = ["unit", "year", "score"]
    made = pd.concat(parts)[columns] if parts else pd.DataFrame(columns=columns)
    return made[made["score"].notna()].astype({"year": int, "score": float}).reset_index(drop=True)


def _only(plan: Plan, found: Kept) -> Plan:
    """The plan with these criteria alone, of 100."""
    criteria = tuple(one for one in plan.criteria if one.code in found.criteria)
    return plan.model_copy(update={"criteria": criteria, "total": Total()})
