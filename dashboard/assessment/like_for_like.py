"""The result that counts at a milestone, unit by unit; where a merger broke the period, what those who went into the unit reached, never averaged over them."""

from __future__ import annotations

import pandas as pd

from dashboard.assessment.lineage import whole_predecessors
from dashboard.assessment.standing import Standing
from dashboard.assessment.with_results import first_of_period
from dashboard.plan import Milestone

COLUMNS = ["unit", "result", "basis", "parents", "why_not"]
OWN, MERGED = "own", "merged"
NO_PAIRS = pd.DataFrame(columns=["before", "after", "on", "whole"])
ENOUGH_YEARS = 2  # as `with_results.period_scores`: a period has at least two yearly scores


def period_results(standing: Standing, milestone: Milestone, lineage: pd.DataFrame) -> pd.DataFrame:
    """The result of every unit of the table: `COLUMNS`.

    `basis` `own`: the year's score, or the unit's own mean of the period, as the milestone says. `merged`: a unit that has too few yearly scores
    of its own in the period stands at the *lowest* of its own and of each predecessor's mean in the period (`parents`: how many), so nobody
    gains by a merger and nothing is averaged over units. `why_not` (no_years, split, other_kind, no_scores) where there is no result.

    Example: communes with 84 and 91 on average become one that reaches 88 in its first year: it stands at 84.
    """
    table = standing.table
    if milestone.result != "period_mean":
        return _own(table, table["score"])
    own = _own(table, table["period_score"])
    broken = own["result"].isna() & table["score"].notna().to_numpy()
    if not broken.any():
        return own
    found = _of_broken(standing, lineage, own.loc[broken, "unit"])
    rows = [
        found.get(one["unit"], {name: one[name] for name in COLUMNS})
        for one in own.to_dict("records")
    ]
    return pd.DataFrame(rows, columns=COLUMNS).astype({"result": float})


def _own(table: pd.DataFrame, result: pd.Series) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "unit": table["unit"].to_numpy(object),
            "result": result.to_numpy(float),
            "basis": OWN,
            "parents": 0,
            "why_not": "",
        }
    )


def _of_broken(
    standing: Standing, lineage: pd.DataFrame, units: pd.Series
) -> dict[str, dict[str, object]]:
    """The result of every unit whose own years are too few, by its code; who came whole out of whom is told once for all of them."""
    pairs = whole_predecessors(lineage) if len(lineage) else NO_PAIRS
    own = pairs[pairs["after"].isin(units)]
    kinds = standing.members.drop_duplicates("unit", keep="last").set_index("unit")["kind"]
    means = _means(standing, {*units, *own["before"]})
    parents = dict(tuple(own.groupby("after")))
    return {unit: _of_merged(unit, parents.get(unit, NO_PAIRS), kinds, means) for unit in units}


def _of_merged(
    unit: str, parents: pd.DataFrame, kinds: pd.Series, means: pd.DataFrame
) -> dict[str, object]:
    refused = {"unit": unit, "result": float("nan"), "basis": OWN, "parents": len(parents)}
    if parents.empty:
        return {**refused, "why_not": "no_years"}
    if not parents["whole"].all():
        return {**refused, "why_not": "split"}
    if set(kinds.reindex(parents["before"])) != {kinds.get(unit)}:
        return {**refused, "why_not": "other_kind"}
    own = means.reindex([unit, *parents["before"]])
    counted = own["years"].fillna(0)
    if own["mean"].isna().any() or counted.iloc[0] + counted.iloc[1:].min() < ENOUGH_YEARS:
        return {**refused, "why_not": "no_scores"}
    return {**refused, "result": float(own["mean"].min()), "basis": MERGED, "why_not": ""}


def _means(standing: Standing, units: set[str]) -> pd.DataFrame:
    """Mean of the yearly scores in the period (years, mean), one row a unit that has any."""
    scores = standing.scores
    first = first_of_period(standing.plan, standing.year)
    rows = scores[
        scores["unit"].isin(units)
        & scores["year"].between(first, standing.year)
        & scores["score"].notna()
    ]
    return pd.DataFrame(rows.groupby("unit")["score"].agg(years="size", mean="mean"))
