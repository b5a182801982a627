"""The whole calculation in order: records and a plan in, one `Standing` out. Screen, command line and paper all read it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from dashboard.assessment import block_ranks, evidence, scoring
from dashboard.assessment import rules as flags
from dashboard.assessment.all_years import AllYears, of_all_years
from dashboard.assessment.comparability import break_years
from dashboard.assessment.progress import against_milestones, series_of
from dashboard.assessment.records import Records
from dashboard.assessment.rules.case import Case
from dashboard.plan import TOTAL, Plan

REVIEWS = ("review", "final")  # kinds of milestones that look back on a period


@dataclass(frozen=True, eq=False)
class Standing:
    """Where every unit stands in `year`, seen on `as_of`; frames as in docs/architecture.md."""

    plan: Plan
    year: int
    as_of: dt.date
    table: pd.DataFrame
    members: pd.DataFrame
    scores: pd.DataFrame
    group_scores: pd.DataFrame
    attained: pd.DataFrame
    surveys: pd.DataFrame
    progress: dict[str, pd.DataFrame]
    medians: pd.DataFrame
    reports: pd.DataFrame
    flags: pd.DataFrame
    inferred: dict[str, pd.DataFrame]
    published_only: bool = False  # whether drafts were taken out (`dashboard.access.visible`): then “nobody named” says only that nobody is published

    edition: int | None = (
        None  # the number of the edition that this is (`dashboard.access.edition`); None: the figures as they are
    )

    @cached_property
    def by_unit(self) -> dict[str, dict]:
        """Rows of `table` by unit."""
        return _by_unit(self.table)

    @cached_property
    def attained_by_unit(self) -> dict[str, list[tuple[str, float]]]:
        """Criterion and share attained in the year, where it is known, by unit."""
        known = self.attained[
            (self.attained["year"] == self.year) & self.attained["attained"].notna()
        ]
        found: dict[str, list[tuple[str, float]]] = {}
        for unit, *pair in zip(known["unit"], known["criterion"], known["attained"], strict=True):
            found.setdefault(unit, []).append((pair[0], pair[1]))
        return found

    @cached_property
    def progress_by_unit(self) -> dict[str, dict[str, dict]]:
        """Rows of `progress` by measure and unit."""
        return {measure: _by_unit(rows) for measure, rows in self.progress.items()}


def _by_unit(rows: pd.DataFrame) -> dict[str, dict]:
    found: Any = rows.set_index("unit").to_dict("index")
    return found


def assess(
    plan: Plan, records: Records, year: int, as_of: dt.date, every: AllYears | None = None
) -> Standing:
    """Everything that the screens and papers say of a year. Records must already be limited to `as_of` (the store does it). `every`: of this plan and these records, where several years are asked for."""
    every = every or of_all_years(plan, records, as_of)
    members, rows, scores, group_scores, surveys, medians, reports = every
    table = members[members["year"] == year].drop(columns="year").reset_index(drop=True)
    progress = progress_of(plan, scores, rows, surveys, table, year, as_of)
    inferred = inferred_of(plan, scores, surveys, table, progress, year)
    table = with_results(plan, table, scores, surveys, progress, inferred, year)
    case = Case(
        plan,
        year,
        as_of,
        table,
        scores,
        rows,
        surveys,
        progress,
        medians,
        reports,
        records.limitations,
        inferred,
    )
    return Standing(
        plan,
        year,
        as_of,
        table,
        members,
        scores,
        group_scores,
        rows,
        surveys,
        progress,
        medians,
        reports,
        flags.found(case),
        inferred,
    )


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


def inferred_of(
    plan: Plan,
    scores: pd.DataFrame,
    surveys: pd.DataFrame,
    table: pd.DataFrame,
    progress: dict[str, pd.DataFrame],
    year: int,
) -> dict[str, pd.DataFrame]:
    """All evidence of the year (see `evidence`) and `ranks`."""
    units = table[table["assessed"]]
    found = evidence.of_scores(
        plan, scores, units, progress[TOTAL].set_index("unit")["due_target"], year
    )
    if plan.survey:
        due = progress[plan.survey.code].set_index("unit")["due_target"] / 100
        found |= evidence.of_survey(plan, plan.survey.code, surveys, units, due, year)
    this_year = scores[scores["year"] == year][["unit", "score", "score_low", "score_high"]]
    return found | {
        "ranks": block_ranks.ranks(
            table.merge(this_year, on="unit", how="left"), found["score_levels"], plan.limits
        )
    }


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
    asked = {kind: scoring.applies(plan.survey, kind, year) for kind in wide["kind"].unique()}
    return wide.assign(satisfaction_status=words.where(wide["kind"].map(asked).astype(bool), None))
