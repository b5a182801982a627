"""Composite scores, their bounds, the stage of a year, and from which year a measure of a unit is comparable."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from tests.oracle.facts import EPS, Facts


@dataclass(frozen=True)
class Composite:
    score: float | None
    low: float | None
    high: float | None
    coverage: float | None
    stage: str | None
    appraised_share: float | None


def weighted(facts: Facts, unit: str, year: int, group: str | None = None) -> list:
    """The criteria with a weight that this unit is asked in that year."""
    return [
        criterion
        for criterion in facts.plan.criteria
        if criterion.points_weight > 0
        and (group is None or criterion.group == group)
        and facts.asked(criterion, unit, year)
    ]


@lru_cache(maxsize=20_000)
def composite(facts: Facts, unit: str, year: int, group: str | None = None) -> Composite:
    """Statistics 5.1 with decisions 4, 25 and 30 (nothing present: no bounds)."""
    all_weight = present = points = 0.0
    spoken: list[tuple[float, bool]] = []
    for criterion in weighted(facts, unit, year, group):
        cell = facts.cell(unit, criterion.code, year)
        weight = criterion.points_weight
        if cell.kind == "na":
            if cell.provisional:
                spoken.append((weight, False))
            continue
        all_weight += weight
        share = facts.attained(criterion.code, cell)
        if share is not None:
            present += weight
            points += weight * share
            spoken.append((weight, cell.stage == "appraised"))
    stage, appraised_share = _stage(spoken)
    if present == 0:
        coverage = 0.0 if all_weight else None
        return Composite(None, None, None, coverage, stage, appraised_share)
    low = 100 * points / all_weight
    high = 100 * (points + all_weight - present) / all_weight
    whole = abs(all_weight - present) < EPS
    return Composite(
        low if whole else None, low, high, present / all_weight, stage, appraised_share
    )


def _stage(spoken: list[tuple[float, bool]]) -> tuple[str | None, float | None]:
    """Decision 25: appraised when all is, self when none is, else partly with the appraised share of the weight."""
    if not spoken:
        return None, None
    total = sum(weight for weight, _ in spoken)
    done = sum(weight for weight, appraised in spoken if appraised)
    if all(appraised for _, appraised in spoken):
        return "appraised", 1.0
    if not any(appraised for _, appraised in spoken):
        return "self", 0.0
    return "partly", done / total


def cuts(criterion) -> set[int]:
    """Years whose value of this criterion cannot be compared with the year before, inside its life."""
    first, last = criterion.valid_from, criterion.valid_to
    return {
        year
        for year in criterion.break_years
        if (first is None or year > first) and (last is None or year <= last)
    }


def comparable_from(facts: Facts, measure: str, unit: str, year: int) -> int | None:
    """First year from which the measure of this unit is comparable with `year` (decision 26); None: from the beginning."""
    if measure != "total":
        criterion = facts.criteria[measure]
        marks = cuts(criterion) | ({criterion.valid_from} if criterion.valid_from else set())
        return max((mark for mark in marks if mark <= year), default=None)
    marks = set()
    kind = facts.units[unit]["kind"]
    for criterion in facts.plan.criteria:
        if criterion.points_weight > 0 and (
            not criterion.unit_kinds or kind in criterion.unit_kinds
        ):
            marks |= cuts(criterion)
            if criterion.valid_from:
                marks.add(criterion.valid_from)
            if criterion.valid_to:
                marks.add(criterion.valid_to + 1)
    marks = {mark for mark in marks if mark > facts.plan.first_year}
    return max((mark for mark in marks if mark <= year), default=None)


@lru_cache(maxsize=20_000)
def score_series(facts: Facts, unit: str, year: int) -> dict[int, float]:
    """Scores of the unit's assessed years that are comparable with `year`."""
    first = comparable_from(facts, "total", unit, year) or facts.plan.first_year
    series = {}
    for past in range(max(first, facts.plan.first_year), year + 1):
        if facts.assessed(unit, past):
            score = composite(facts, unit, past).score
            if score is not None:
                series[past] = score
    return series


@lru_cache(maxsize=20_000)
def rate_series(facts: Facts, code: str, unit: str, year: int) -> dict[int, tuple[float, float]]:
    """Counts (x, n) of a survey or share in the comparable years up to `year`."""
    first = comparable_from(facts, code, unit, year) or facts.plan.first_year
    series = {}
    for past in range(max(first, facts.plan.first_year), year + 1):
        criterion = facts.criteria[code]
        if facts.assessed(unit, past) and facts.asked(criterion, unit, past):
            cell = facts.cell(unit, code, past)
            counts = facts.counts(code, cell)
            if counts:
                series[past] = counts
    return series
