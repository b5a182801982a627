"""What an assessment says alike in every year: who was there, what was attained, scores, surveys, reports. Worked out once however many years are asked for."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

import pandas as pd

from dashboard.assessment import deadlines, lineage, scoring, survey_rows
from dashboard.assessment.records import Records
from dashboard.plan import Plan

NO_BLOCK = "Chưa xếp khối"


class AllYears(NamedTuple):
    """Frames of all years, as in `Standing` (there `attained` for `rows`); shared between the standings of the years, so never changed."""

    members: pd.DataFrame
    rows: pd.DataFrame
    scores: pd.DataFrame
    group_scores: pd.DataFrame
    surveys: pd.DataFrame
    medians: pd.DataFrame
    reports: pd.DataFrame


def of_all_years(plan: Plan, records: Records, as_of: dt.date) -> AllYears:
    """From records that are limited to `as_of` already."""
    members = memberships(plan, records.units, records.unit_years)
    alive = members[members["assessed"]]
    blocks = alive[["unit", "year", "block"]]
    rows = scoring.chosen_rows(plan, records.results, alive)
    scores = (
        scoring.composite(plan, rows, alive)
        .merge(scoring.stages(rows), on=["unit", "year"], how="left")
        .merge(blocks, on=["unit", "year"])
    )
    return AllYears(
        members,
        rows,
        scores,
        scoring.composite(plan, rows, alive, by_group=True).merge(blocks, on=["unit", "year"]),
        survey_rows.surveys(rows, plan.limits.confidence, plan.limits.small_sample),
        block_medians(scores),
        deadlines.report_states(plan, records.units, records.filings, as_of),
    )


def memberships(plan: Plan, units: pd.DataFrame, unit_years: pd.DataFrame) -> pd.DataFrame:
    """Units by year in which they lived: unit, year, name, short_name, kind, block, staff, position, assessed.

    A unit without a block in the records stands in the block of its kind.
    """
    years = []
    for year in plan.years:
        lived = units[lineage.lived_in(units, year)]
        years.append(
            lived.assign(
                year=year,
                assessed=lineage.assessed_in(lived, year, plan.limits.min_existence_months),
            )
        )
    members = pd.concat(years, ignore_index=True).merge(
        unit_years[["unit", "year", "block", "staff"]], on=["unit", "year"], how="left"
    )
    kinds = {one.code: one.name for one in plan.kinds}
    members["block"] = members["block"].fillna(members["kind"].map(kinds)).fillna(NO_BLOCK)
    return members[
        ["unit", "year", "name", "short_name", "kind", "block", "staff", "position", "assessed"]
    ]


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
