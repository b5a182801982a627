"""The table of a standing with what was measured beside the scores: satisfaction, and the score of a whole period."""

from __future__ import annotations

import numpy as np
import pandas as pd

from dashboard.assessment.comparability import break_years
from dashboard.plan import TOTAL, Plan

REVIEWS = ("review", "final")  # kinds of milestones that look back on a period


def with_results(
    plan: Plan,
    table: pd.DataFrame,
    scores: pd.DataFrame,
    surveys: pd.DataFrame,
    progress: dict[str, pd.DataFrame],
    inferred: dict[str, pd.DataFrame],
    year: int,
) -> pd.DataFrame:
    """The table of the year: members with score, rank, status, class, change and satisfaction."""
    this_year = scores[scores["year"] == year].drop(columns=["year", "block"])
    previous = scores[scores["year"] == year - 1][["unit", "score"]].rename(
        columns={"score": "previous"}
    )
    wide = table.merge(this_year, on="unit", how="left").merge(previous, on="unit", how="left")
    own = progress[TOTAL][
        ["unit", "target", "target_year", "distance", "path", "pace", "needed", "status"]
    ]
    wide = wide.merge(own, on="unit", how="left").merge(inferred["ranks"], on="unit", how="left")
    wide["status"] = wide["status"].where(wide["assessed"], "not_assessed")
    broken = wide["kind"].map(
        {kind: year in break_years(plan, TOTAL, kind) for kind in wide["kind"].unique()}
    )
    wide["change"] = (wide["score"] - wide["previous"]).mask(broken.astype(bool))
    wide["class_name"] = [plan.class_of(score) for score in wide["score"]]
    wide = wide.merge(period_scores(plan, scores, year), on="unit", how="left")
    return _with_satisfaction(plan, wide, surveys, progress, year)


def first_of_period(plan: Plan, year: int) -> int:
    """The first year after the last review before this year, else the plan's first."""
    return (
        max(
            (one.year for one in plan.milestones if one.kind in REVIEWS and one.year < year),
            default=plan.first_year - 1,
        )
        + 1
    )


def period_scores(plan: Plan, scores: pd.DataFrame, year: int) -> pd.DataFrame:
    """Result of the period that ends at a review in `year`: mean of the yearly scores since the last review, at least two of them.

    Columns unit, period_score, period_years; empty where no review or final stands in the year.
    """
    now = [one for one in plan.milestones if one.kind in REVIEWS and one.year == year]
    rows = (
        scores[
            (scores["year"] >= first_of_period(plan, year))
            & (scores["year"] <= year)
            & scores["score"].notna()
        ]
        if now
        else scores.iloc[:0]
    )
    means = rows.groupby("unit")["score"].agg(["mean", "size"])
    means = means[means["size"] >= 2]
    return means.reset_index().rename(columns={"mean": "period_score", "size": "period_years"})


def _with_satisfaction(
    plan: Plan,
    wide: pd.DataFrame,
    surveys: pd.DataFrame,
    progress: dict[str, pd.DataFrame],
    year: int,
) -> pd.DataFrame:
    columns = {"rate": "satisfaction", "low": "satisfaction_low", "high": "satisfaction_high"}
    if plan.survey is None:
        return wide.assign(
            satisfied=np.nan,
            respondents=np.nan,
            very=np.nan,
            **{name: np.nan for name in columns.values()},
            satisfaction_status=None,
            satisfaction_target=np.nan,
        )
    code = plan.survey.code
    of_year = surveys[(surveys["year"] == year) & (surveys["criterion"] == code)]
    wide = wide.merge(
        of_year[["unit", *columns, "satisfied", "respondents", "very"]].rename(columns=columns),
        on="unit",
        how="left",
    )
    status = progress[code][["unit", "status", "target"]].rename(
        columns={"status": "satisfaction_status", "target": "satisfaction_target"}
    )
    wide = wide.merge(
        status.assign(satisfaction_target=status["satisfaction_target"] / 100),
        on="unit",
        how="left",
    )
    words = wide["satisfaction_status"].where(wide["assessed"], "not_assessed")
    asked = {kind: plan.survey.asked_of(kind, year) for kind in wide["kind"].unique()}
    return wide.assign(satisfaction_status=words.where(wide["kind"].map(asked).astype(bool), None))
