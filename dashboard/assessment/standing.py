"""The whole calculation in order: records and a plan in, one `Standing` out. Screen, command line and paper all read it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from dashboard.assessment import block_ranks, evidence
from dashboard.assessment import rules as flags
from dashboard.assessment.all_years import AllYears, of_all_years
from dashboard.assessment.measured_progress import progress_of
from dashboard.assessment.records import Records
from dashboard.assessment.rules.case import Case
from dashboard.assessment.with_results import with_results
from dashboard.plan import TOTAL, Plan


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
        of_year = self.attained[self.attained["year"] == self.year]
        known = of_year[of_year["attained"].notna()]
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
    measured = surveys, progress, medians, reports
    case = Case(plan, year, as_of, table, scores, rows, *measured, records.limitations, inferred)
    found = flags.found(case)
    return Standing(
        plan, year, as_of, table, members, scores, group_scores, rows, *measured, found, inferred
    )


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
