"""Targets, paths, statuses, pace (statistics 7 with decisions 2, 3, 25–31)."""

from __future__ import annotations

from tests.oracle.facts import EPS, Facts
from tests.oracle.scores import composite, score_series


def target_of(facts: Facts, milestone, measure: str, unit: str) -> float | None:
    """What the milestone asks of this measure of this unit; the most specific target wins."""
    best = None
    for target in milestone.targets:
        if target.kinds and facts.units[unit]["kind"] not in target.kinds:
            continue
        if target.measure is not None:
            if target.measure != measure:
                continue
            rank = 2
        else:
            if measure == "total" or not _of_audience(facts, measure, target.audience):
                continue
            rank = 0
        rank += 1 if target.kinds else 0
        if best is None or rank > best[0]:
            best = rank, target.value
    return None if best is None else best[1]


def _of_audience(facts: Facts, code: str, audience: str | None) -> bool:
    criterion = facts.criteria[code]
    group = next(group for group in facts.plan.groups if group.code == criterion.group)
    return criterion.kind in ("share", "survey") and audience == (
        criterion.audience or group.audience
    )


def targets(facts: Facts, measure: str, unit: str) -> list[tuple[int, float]]:
    """(year, target) of every milestone that has one for this unit, by year."""
    found = []
    for milestone in facts.plan.milestones:
        value = target_of(facts, milestone, measure, unit)
        if value is not None:
            found.append((milestone.year, value))
    return sorted(found)


def next_target(facts: Facts, measure: str, unit: str, year: int) -> tuple[int, float] | None:
    """The next milestone that has a target; behind the last one, the last."""
    all_targets = targets(facts, measure, unit)
    ahead = [pair for pair in all_targets if pair[0] >= year]
    return ahead[0] if ahead else all_targets[-1] if all_targets else None


def due_target(facts: Facts, measure: str, unit: str, year: int) -> float | None:
    """The last due target: what flags are about. None before the first."""
    due = [
        value
        for when, value in targets(facts, measure, unit)
        if when <= year and facts.milestone_due(when)
    ]
    return due[-1] if due else None


def baseline(series: dict[int, float], all_targets: list) -> tuple[int, float] | None:
    """First comparable own value not later than the first milestone."""
    early = [when for when in series if all_targets and when <= all_targets[0][0]]
    return (min(early), series[min(early)]) if early else None


def path_at(base: tuple[int, float] | None, all_targets: list, year: int) -> float | None:
    """Straight lines through the baseline and the targets; without a baseline, between the targets alone (27)."""
    points = dict(all_targets)
    if base is not None and base[0] < all_targets[0][0]:
        points[base[0]] = min(base[1], all_targets[0][1])
    years = sorted(points)
    if not years or year < years[0]:
        return None
    if year >= years[-1]:
        return points[years[-1]]
    left = max(when for when in years if when <= year)
    right = min(when for when in years if when > year)
    return points[left] + (points[right] - points[left]) * (year - left) / (right - left)


def status(value: float, wanted: float, due: bool, path: float | None, limits) -> str:
    """7.4, first match."""
    if value >= wanted + limits.ahead_points - EPS:
        return "ahead"
    if value >= wanted - EPS:
        return "met"
    if due:
        return "slow" if wanted - value < limits.big_gap_points - EPS else "very_slow"
    if path is None:
        return "no_data"
    if value >= path - limits.tolerance_points - EPS:
        return "on_track"
    return "slow" if path - value < limits.big_gap_points - EPS else "very_slow"


def total_progress(facts: Facts, unit: str, year: int) -> dict:
    """status, target, distance, path, pace, needed of the total score."""
    empty = dict.fromkeys(("target", "distance", "path", "pace", "needed"))
    if not facts.assessed(unit, year):
        return {"status": "not_assessed", **empty}
    goal = next_target(facts, "total", unit, year)
    if goal is None:
        return {"status": None, **empty}
    all_targets = targets(facts, "total", unit)
    found = composite(facts, unit, year)
    base = baseline(score_series(facts, unit, year), all_targets)
    path = path_at(base, all_targets, year)
    value = found.score
    distance = None if value is None else value - goal[1]
    left = goal[0] - year
    due = left <= 0 and facts.milestone_due(goal[0])
    return {
        "status": _status_within(found, goal[1], due, path, facts.plan.limits),
        "target": goal[1],
        "distance": distance,
        "path": path,
        "pace": pace(value, base, goal[1], path, facts.plan.limits.pace_min_points),
        "needed": None if value is None or left <= 0 else max(0.0, (goal[1] - value) / left),
    }


def _status_within(found, wanted: float, due: bool, path, limits) -> str:
    if found.low is None:
        return "no_data"
    worst = status(found.low, wanted, due, path, limits)
    best = status(found.high, wanted, due, path, limits)
    if found.score is not None:
        return status(found.score, wanted, due, path, limits)
    return worst if worst == best else "no_data"


def pace(value, base, wanted: float, path, least: float) -> float | None:
    """7.2 to the letter: (v − v0) / (required change so far)."""
    if value is None or base is None or path is None or wanted - base[1] < least - EPS:
        return None
    required = path - base[1]
    return None if required <= EPS else (value - base[1]) / required


def class_of(facts: Facts, score: float | None) -> str | None:
    """Name of the highest class whose minimum the score reaches."""
    held = [] if score is None else [c for c in facts.plan.classes if score >= c.min - EPS]
    return max(held, key=lambda c: c.min).name if held else None
