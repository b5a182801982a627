"""What the plan asks of a measure over the years: milestones with their targets, the required path, the years that break the series."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from dashboard.assessment import milestones
from dashboard.assessment.comparability import breaks, comparable
from dashboard.assessment.standing import Standing
from dashboard.charts.trend_measure import Asked
from dashboard.plan import Plan
from dashboard.views.series import Subject
from dashboard.writing import formats

ALL_KINDS = ""
REGROUPED = "sắp xếp đơn vị"
NEW_RUBRIC, NEW_METHOD = "đổi bộ tiêu chí", "đổi cách đo"


def asked_of(
    standing: Standing,
    about: Subject,
    line: pd.DataFrame,
    kind: str = ALL_KINDS,
    regrouped: Mapping[int, str] | None = None,
) -> Asked:
    """The plan's demands as the charts draw them, for the line (year, value) that is spoken of and the targets of a kind of unit.

    Values are in the scale of the subject. The path starts at the line's own first comparable value; `regrouped` are further cuts.
    """
    stones = [
        (
            one.year,
            one.name if one.kind != "annual" else "",
            goal_value(standing, about, kind, one.code),
        )
        for one in standing.plan.milestones
    ]
    stones = [
        stone
        for stone, one in zip(stones, standing.plan.milestones, strict=True)
        if one.kind != "annual" or not np.isnan(stone[2])
    ]
    frame = pd.DataFrame(stones, columns=["year", "name", "target"]).sort_values(
        "year", kind="stable"
    )
    return Asked(
        frame,
        required_path(standing, about, line, kind),
        method_breaks(standing.plan, about.code, kind) | dict(regrouped or {}),
    )


def goal_value(standing: Standing, about: Subject, kind: str, milestone: str) -> float:
    """Target of one milestone in the subject's scale; NaN where it has none."""
    ladder = milestones.goals(standing.plan, about.code, kind, standing.year, standing.as_of)
    found = [goal.value for goal in ladder if goal.milestone == milestone]
    return found[0] / about.points if found else float("nan")


def next_goal(standing: Standing, about: Subject, kind: str = ALL_KINDS) -> milestones.Goal | None:
    """The goal that the year is looked at against; its value in the subject's scale."""
    ladder = milestones.goals(standing.plan, about.code, kind, standing.year, standing.as_of)
    goal = milestones.next_goal(ladder, standing.year)
    return (
        None
        if goal is None
        else milestones.Goal(
            goal.milestone, goal.year, goal.value / about.points, goal.due, goal.source
        )
    )


def goal_words(standing: Standing, about: Subject, goal: milestones.Goal) -> str:
    """“mốc 80 điểm (Tổng kết 2025)”."""
    milestone = standing.plan.milestone(goal.milestone)
    return f"mốc {formats.percent(goal.value, None) if about.share else formats.points(goal.value, None)} ({milestone.label})"


def required_path(
    standing: Standing, about: Subject, line: pd.DataFrame, kind: str = ALL_KINDS
) -> pd.DataFrame:
    """Required value of every year of the plan: year, value in the subject's scale; empty without targets or a baseline."""
    ladder = milestones.goals(standing.plan, about.code, kind, standing.year, standing.as_of)
    own = line[["year", "value"]].assign(unit="", value=line["value"] * about.points)
    if not ladder:
        return pd.DataFrame({"year": [], "value": []})
    kinds = pd.Series({"": kind or None}, dtype=object)
    run = comparable(standing.plan, about.code, own, kinds, standing.year)
    known = np.zeros(len(run), dtype=int), run["year"].to_numpy(int), run["value"].to_numpy(float)
    start, value = milestones.baselines(*known, 1, ladder)
    found = [
        milestones.path(ladder, start, value, year)[0] / about.points
        for year in standing.plan.years
    ]
    return pd.DataFrame({"year": standing.plan.years, "value": found})


def method_breaks(plan: Plan, code: str, kind: str = ALL_KINDS) -> dict[int, str]:
    """Years that cannot be compared with the year before for units of a kind, and why in three words."""
    found: dict[int, str] = {}
    for one in breaks(plan, code, kind or None):
        word = NEW_METHOD if one.why == "method" else NEW_RUBRIC
        found[one.year] = word if found.get(one.year, word) == word else NEW_RUBRIC
    return found
