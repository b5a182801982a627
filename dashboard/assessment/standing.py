"""The whole calculation in order: records and a plan in, one `Standing` out. Screen, command line and paper all read it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import pandas as pd

from dashboard.assessment import block_ranks, deadlines, evidence, scoring, survey_rows
from dashboard.assessment import rules as flags
from dashboard.assessment.chosen_results import chosen_rows
from dashboard.assessment.lineage import memberships
from dashboard.assessment.measured_progress import progress_of
from dashboard.assessment.records_by_unit import PairsByUnit, RecordsByUnit
from dashboard.assessment.rows_by_year import RowsByYear
from dashboard.assessment.rules.case import Case
from dashboard.assessment.seen_by_year import Province, day_seen, seen_by
from dashboard.assessment.with_results import with_results
from dashboard.plan import TOTAL, Plan


class Records(NamedTuple):
    """Live records of the store as frames; columns in docs/architecture.md."""

    results: pd.DataFrame
    units: pd.DataFrame
    unit_years: pd.DataFrame
    lineage: pd.DataFrame
    filings: pd.DataFrame
    limitations: pd.DataFrame


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
    chosen: RowsByYear
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
    def by_unit(self) -> RecordsByUnit:
        """Rows of `table` by unit."""
        return RecordsByUnit(self.table)

    @property
    def attained(self) -> pd.DataFrame:
        """The chosen rows of all years as one frame: of a large province made anew each time (`chosen.of` makes what is wanted of it)."""
        return self.chosen.of()

    @cached_property
    def attained_by_unit(self) -> PairsByUnit:
        """Criterion and share attained in the year, where it is known, by unit."""
        rows = self.chosen.of(["unit", "criterion", "attained"], years=[self.year])
        return PairsByUnit(rows[rows["attained"].notna()])

    @cached_property
    def progress_by_unit(self) -> dict[str, RecordsByUnit]:
        """Rows of `progress` by measure and unit."""
        return {measure: RecordsByUnit(rows) for measure, rows in self.progress.items()}


def assess(plan: Plan, records: Records, year: int, as_of: dt.date) -> Standing:
    """Everything that the screens and papers say of a year. Records must already be limited to `as_of` (the store does it)."""
    return of_year(province(plan, records, as_of), year)


def province(
    plan: Plan, records: Records, as_of: dt.date, of: Collection[int] | None = None
) -> Province:
    """The part of `assess` that every year shares; `of_year` gives one of them. `of`: of these years alone, of which alone the records are (None: all)."""
    members = memberships(plan, records.units, records.unit_years, of)
    alive = members[members["assessed"]]
    rows = chosen_rows(plan, records.results, alive)
    blocks = alive[["unit", "year", "block"]]
    scores = (
        scoring.composite(plan, rows, alive)
        .merge(scoring.stages(rows), on=["unit", "year"], how="left")
        .merge(blocks, on=["unit", "year"])
    )
    return Province(
        plan,
        as_of,
        records.limitations,
        members,
        RowsByYear(rows).settled(),
        scores,
        scoring.composite(plan, rows, alive, by_group=True).merge(blocks, on=["unit", "year"]),
        survey_rows.surveys(rows, plan.limits.confidence, plan.limits.small_sample),
        block_medians(scores),
        deadlines.report_states(plan, records.units, records.filings, as_of),
        pd.DataFrame({"year": sorted(records.results["year"].unique())}, dtype="int64"),
    )


def of_year(known: Province, year: int) -> Standing:
    """The standing of one year of a province, worked out of what the year sees alone (`seen_by`, `day_seen`)."""
    plan, seen, day = known.plan, seen_by(known, year), day_seen(known, year)
    scores, surveys, table = seen.scores, seen.surveys, seen.members
    progress = progress_of(plan, scores, seen.series, surveys, table, year, day)
    inferred = inferred_of(plan, scores, surveys, table, progress, year)
    table = with_results(plan, table, scores, surveys, progress, inferred, year)
    case = Case(plan, year, day, table, seen, progress, inferred)
    return as_standing(known, year, table, progress, inferred, flags.found(case))


def as_standing(
    known: Province,
    year: int,
    table: pd.DataFrame,
    progress: dict[str, pd.DataFrame],
    inferred: dict[str, pd.DataFrame],
    found: pd.DataFrame,
) -> Standing:
    """What was worked out of one year (`found`: its flags) beside what all years share."""
    series = (known.members, known.scores, known.group_scores, known.rows, known.surveys)
    about = (progress, known.medians, known.reports, found, inferred)
    return Standing(known.plan, year, known.as_of, table, *series, *about)


def block_medians(scores: pd.DataFrame) -> pd.DataFrame:
    """Median of the complete scores: block (None = the province), year, median, units."""
    known = scores[scores["score"].notna()]
    by_block = known.groupby(["block", "year"])["score"].agg(["median", "size"]).reset_index()
    province = (
        known.groupby("year")["score"].agg(["median", "size"]).reset_index().assign(block=None)
    )
    return pd.concat(
        [by_block, province.astype({"block": by_block["block"].dtype})], ignore_index=True
    ).rename(columns={"size": "units"})


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
