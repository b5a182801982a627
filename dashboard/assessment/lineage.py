"""Units over time: who is assessed in a year, who came from whom, and like-for-like series over mergers.

Nothing is averaged over a merger: only counts are added, and only where every predecessor has them.
"""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from dashboard.plan import Plan
from dashboard.writing.nouns import worded

NO_BLOCK = "Chưa xếp khối"
COUNTS = ["satisfied", "respondents", "very"]


def lived_in(units: pd.DataFrame, year: int) -> pd.Series:
    """Whether each unit lived at least one day of the year."""
    start, end = pd.Timestamp(year, 1, 1), pd.Timestamp(year, 12, 31)
    return (units["valid_from"].isna() | (units["valid_from"] <= end)) & (
        units["valid_to"].isna() | (units["valid_to"] >= start)
    )


def assessed_in(units: pd.DataFrame, year: int, min_months: int) -> pd.Series:
    """Whether each unit is assessed in the year: alive on 31 December and through at least `min_months` calendar months of it.

    With 6 months a commune founded on 1 July counts, a district dissolved on 30 June does not.
    """
    end = pd.Timestamp(year, 12, 31)
    latest_start = (
        pd.Timestamp(year, 12, 31) if min_months == 0 else pd.Timestamp(year, 13 - min_months, 1)
    )
    return (units["valid_from"].isna() | (units["valid_from"] <= latest_start)) & (
        units["valid_to"].isna() | (units["valid_to"] >= end)
    )


def memberships(
    plan: Plan, units: pd.DataFrame, unit_years: pd.DataFrame, of: Collection[int] | None = None
) -> pd.DataFrame:
    """Units by year in which they lived: unit, year, name, short_name, kind, block, staff, position, assessed.

    `of`: these years alone (None: all of the plan). A unit without a block in the records stands in the block of its kind.
    """
    years = []
    for year in plan.years if of is None else [one for one in plan.years if one in of]:
        lived = units[lived_in(units, year)]
        years.append(
            lived.assign(
                year=year,
                assessed=assessed_in(lived, year, plan.limits.min_existence_months),
            )
        )
    if not years:  # of no year of the plan
        years.append(units.iloc[:0].assign(year=plan.first_year, assessed=False))
    members = pd.concat(years, ignore_index=True).merge(
        unit_years[["unit", "year", "block", "staff"]], on=["unit", "year"], how="left"
    )
    kinds = {one.code: one.name for one in plan.kinds}
    members["block"] = members["block"].fillna(members["kind"].map(kinds)).fillna(worded(NO_BLOCK))
    return members[
        ["unit", "year", "name", "short_name", "kind", "block", "staff", "position", "assessed"]
    ]


def predecessors(lineage: pd.DataFrame, unit: str) -> list[str]:
    """Codes of the units that a unit was made of, in the order of the records."""
    return list(lineage.loc[lineage["after"] == unit, "before"])


def whole_predecessors(lineage: pd.DataFrame) -> pd.DataFrame:
    """Pairs before → after in which each predecessor went whole into one successor (merge or rename), with `whole`
    telling whether *every* predecessor of `after` did: a split part can be counted to nobody.
    """
    pairs = lineage.dropna(subset=["after"])[["before", "after", "on"]].drop_duplicates(
        ["before", "after"]
    )
    goes_to = pairs.groupby("before")["after"].transform("nunique")
    pairs = pairs.assign(alone=goes_to == 1)
    return pairs.assign(whole=pairs.groupby("after")["alone"].transform("all")).drop(
        columns="alone"
    )


def on_todays_boundaries(surveys: pd.DataFrame, lineage: pd.DataFrame) -> pd.DataFrame:
    """Survey counts of successors before their birth, from predecessors' counts.

    In: `surveys` (unit, year, criterion, satisfied, respondents, very). Out: the same columns for successors, only for
    years in which every predecessor has counts and none was split; `very` is NaN unless every predecessor has it.
    Example: two communes with 80/100 and 45/50 in 2022 give their successor 125/150.
    """
    pairs = whole_predecessors(lineage)
    pairs = pairs[pairs["whole"]]
    expected = pairs.groupby("after")["before"].nunique()
    rows = surveys.merge(pairs[["before", "after", "on"]], left_on="unit", right_on="before")
    rows = rows[rows["year"] < rows["on"].dt.year]
    keys = ["after", "year", "criterion"]
    sums = rows.groupby(keys)[COUNTS].sum(min_count=1)
    have = rows.groupby(keys)[COUNTS].count()
    complete = (
        have["satisfied"] == expected.reindex(have.index.get_level_values("after")).to_numpy()
    )
    sums["very"] = sums["very"].where(have["very"] == have["satisfied"])
    return sums[complete].reset_index().rename(columns={"after": "unit"})
