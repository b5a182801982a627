"""Which result counts of each unit, year and criterion, and what it comes to."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd

from dashboard.assessment.matched_rows import places_in
from dashboard.assessment.scoring import KEY, attained, criteria_frame, satisfied
from dashboard.plan import Plan

COUNTED = ["value", "out_of", "very", "very_included", "state", "comparator"]
MEASURED = ["criterion_kind", "max", "floor", "goal", "bonus", "very_default"]
"""What of a result, and of its criterion, tells the share attained."""


def chosen_rows(plan: Plan, results: pd.DataFrame, members: pd.DataFrame) -> pd.DataFrame:
    """The rows that count: one per unit, year and criterion, in its best stage, with satisfied, attained, not_applicable and the plan's columns; year by year, of a year as they came.

    In: live `results`; `members` (unit, year, kind, block …) the unit-years to look at. A value stands before “không áp dụng”, which never
    removes one, appraised before self; a bound from a report (comparator) is kept, and is no value.
    """
    criteria = criteria_frame(plan)
    which, member = places_in(criteria, results, ["criterion"]), places_in(members, results, KEY)
    asked = (results["state"] != "withdrawn").to_numpy() & (which >= 0) & (member >= 0)
    asked[asked] = _asked(plan, members)(which[asked], member[asked])
    which, member = which[asked], member[asked]
    made = _valued(results.loc[asked, COUNTED], criteria[MEASURED].iloc[which])
    best = _best(results["stage"][asked], made, member * len(criteria) + which)
    best = best[np.argsort(results["year"].to_numpy()[asked][best], kind="stable")]
    rows = results.iloc[np.flatnonzero(asked)[best]].reset_index(drop=True)
    known = criteria.drop(columns="criterion").iloc[which[best]].reset_index(drop=True)
    kinds = members["kind"].iloc[member[best]].reset_index(drop=True)
    return pd.concat([rows, known, kinds, made.iloc[best].reset_index(drop=True)], axis=1)


def _valued(results: pd.DataFrame, criteria: pd.DataFrame) -> pd.DataFrame:
    """What results come to, each beside its criterion: satisfied, attained, not_applicable."""
    rows = pd.concat([one.reset_index(drop=True) for one in (results, criteria)], axis=1)
    rows["satisfied"] = satisfied(rows)
    exact = (rows["state"] == "ok") & rows["comparator"].fillna("=").eq("=")
    rows["attained"] = np.where(exact, attained(rows), np.nan)
    rows["not_applicable"] = rows["state"] == "not_applicable"
    return rows[["satisfied", "attained", "not_applicable"]]


def _best(stage: pd.Series, made: pd.DataFrame, keys: np.ndarray) -> np.ndarray:
    """The places of the rows that count, one a key, in the order in which they came."""
    is_none, appraised = made["not_applicable"].to_numpy(), (stage == "appraised").to_numpy()
    has_value = made["attained"].notna().to_numpy()
    place = np.select([has_value, is_none & appraised], [0, 1], np.where(is_none, 3, 2))
    order = np.lexsort((pd.factorize(stage, sort=True)[0], place))
    return np.sort(order[~pd.Series(keys[order]).duplicated().to_numpy()])


def _asked(plan: Plan, members: pd.DataFrame) -> Callable[[np.ndarray, np.ndarray], np.ndarray]:
    """Whether criteria (their places in the plan) are asked of unit-years (their places in `members`)."""
    (kind, kinds), (year, years) = (
        pd.factorize(members[one], use_na_sentinel=False) for one in ("kind", "year")
    )
    asked = np.array(
        [[[one.asked_of(k, y) for y in years] for k in kinds] for one in plan.criteria], dtype=bool
    ).reshape(len(plan.criteria), len(kinds), len(years))
    return lambda which, member: asked[which, kind[member], year[member]]
