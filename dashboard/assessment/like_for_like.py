"""The result that counts at a milestone, unit by unit; where a merger broke the period, what those who went into the unit reached, never averaged over them."""

from __future__ import annotations

import pandas as pd

from dashboard.assessment.lineage import whole_predecessors
from dashboard.assessment.standing import Standing
from dashboard.assessment.with_results import first_of_period
from dashboard.plan import Milestone

COLUMNS = ["unit", "result", "basis", "parents", "why_not"]
OWN, MERGED = "own", "merged"
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
    found = {
        unit: _of_merged(standing, unit, _parents(lineage, unit))
        for unit in own.loc[broken, "unit"]
    }
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


def _parents(lineage: pd.DataFrame, unit: str) -> pd.DataFrame:
    """The unit's predecessors with whether they all went whole into it; empty for a unit that came out of none."""
    if lineage.empty:
        return pd.DataFrame(columns=["before", "after", "on", "whole"])
    pairs = whole_predecessors(lineage)
    return pairs[pairs["after"] == unit]


def _of_merged(standing: Standing, unit: str, parents: pd.DataFrame) -> dict[str, object]:
    refused = {"unit": unit, "result": float("nan"), "basis": OWN, "parents": len(parents)}
    if parents.empty:
        return {**refused, "why_not": "no_years"}
    if not parents["whole"].all():
        return {**refused, "why_not": "split"}
    kinds = standing.members.drop_duplicates("unit", keep="last").set_index("unit")["kind"]
    if set(kinds.reindex(parents["before"])) != {kinds.get(unit)}:
        return {**refused, "why_not": "other_kind"}
    means = _means(standing, [unit, *parents["before"]])
    years = means["years"].iloc[0] + means["years"].iloc[1:].min()
    if means["mean"].isna().any() or years < ENOUGH_YEARS:
        return {**refused, "why_not": "no_scores"}
    return {**refused, "result": float(means["mean"].min()), "basis": MERGED, "why_not": ""}


def _means(standing: Standing, units: list[str]) -> pd.DataFrame:
    """Mean of the yearly scores in the period (years, mean), one row a unit in the order asked."""
    scores = standing.scores
    first = first_of_period(standing.plan, standing.year)
    rows = scores[
        scores["unit"].isin(units)
        & scores["year"].between(first, standing.year)
        & scores["score"].notna()
    ]
    found = rows.groupby("unit")["score"].agg(years="size", mean="mean").reindex(units)
    return found.assign(years=found["years"].fillna(0))
