"""Progress of every measure that has targets: each criterion and the score, unit by unit."""

from __future__ import annotations

import datetime as dt

import pandas as pd

from dashboard.assessment.progress import against_milestones, series_of
from dashboard.plan import TOTAL, Plan


def measures_with_targets(plan: Plan) -> list[str]:
    """The measures that a milestone says something about: the total, then criteria in the plan's order."""
    named = {target.measure for milestone in plan.milestones for target in milestone.targets}
    audiences = {target.audience for milestone in plan.milestones for target in milestone.targets}
    return [TOTAL] + [
        one.code
        for one in plan.criteria
        if one.code in named or (one.audience in audiences and one.is_rate) or one.is_survey
    ]


def progress_of(
    plan: Plan,
    scores: pd.DataFrame,
    rows: pd.DataFrame,
    surveys: pd.DataFrame,
    table: pd.DataFrame,
    year: int,
    as_of: dt.date,
) -> dict[str, pd.DataFrame]:
    """Each measure with a target against its milestones (columns of `progress.COLUMNS`, in points), for the units assessed in the year."""
    units = table[table["assessed"]][["unit", "kind"]]
    every = scores.assign(group=None)
    answers = {}
    for measure in measures_with_targets(plan):
        extra = None
        if measure == TOTAL:
            extra = (
                scores[scores["year"] == year]
                .set_index("unit")[["score_low", "score_high"]]
                .set_axis(["low", "high"], axis=1)
            )
        elif plan.criterion(measure).is_survey:
            extra = surveys[
                (surveys["criterion"] == measure) & (surveys["year"] == year)
            ].set_index("unit")[["rate", "low", "high", "respondents"]]
        answers[measure] = against_milestones(
            plan, measure, series_of(plan, measure, every, rows), units, year, as_of, extra
        )
    return answers
