"""What all years share after a change of some years, or on a later day: those worked out anew in their places, all others as they were."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

import numpy as np
import pandas as pd

from dashboard.assessment.deadlines import on_a_later_day
from dashboard.assessment.matched_rows import in_order
from dashboard.assessment.scoring import KEY
from dashboard.assessment.seen_by_year import STORED, Province
from dashboard.assessment.standing import Records, block_medians, province

ORDERS = {
    "limitations": ["year"],
    "members": ["year"],
    "scores": KEY,
    "group_scores": [*KEY, "group"],
    "surveys": ["year"],
    "years": ["year"],
}
"""By what the rows of a frame are sorted; rows alike in it keep their order."""


def renewed(before: Province, records: Records, years: Collection[int], as_of: dt.date) -> Province:
    """What `province` gives of all records on the day `as_of`, by the same plan. In: what it gave `before` a change, on an earlier day or the same; the records of `years`, outside of which nothing is another, no unit either.

    Errors: `ValueError` where that is not so.
    """
    plan, reports = before.plan, on_a_later_day(before.reports, as_of)
    if not years:
        return before._replace(as_of=as_of, reports=reports)
    new = province(plan, records, as_of, years)
    frames = {
        name: _in_place(getattr(before, name), getattr(new, name), years, key)
        for name, key in ORDERS.items()
    }
    return Province(
        plan,
        as_of,
        rows=before.rows.without(years).joined(new.rows).settled(),
        medians=block_medians(frames["scores"]),
        reports=_reports(reports, new.reports, years),
        **frames,
    )


def _in_place(
    before: pd.DataFrame, new: pd.DataFrame, years: Collection[int], key: list[str]
) -> pd.DataFrame:
    stays = before[~before["year"].isin(list(years))]
    rows = pd.concat([stays, _typed_as(before, new)]) if len(new) else stays
    return rows.iloc[in_order(rows, key)].reset_index(drop=True)


def _typed_as(before: pd.DataFrame, new: pd.DataFrame) -> pd.DataFrame:
    """New rows in the types of those before; a number that only the store gives is missing where a change is tried."""
    untold = [name for name in STORED if name in new and new[name].isna().any()]
    return new.astype(before.dtypes.drop(untold))


def _reports(before: pd.DataFrame, new: pd.DataFrame, years: Collection[int]) -> pd.DataFrame:
    """Every unit and deadline has its row whether or not it filed, so both have the same rows."""
    if len(before) != len(new) or not np.array_equal(before["due"], new["due"]):
        raise ValueError("units or deadlines are others than before")
    anew = new["year"].isin(list(years)).to_numpy(bool)
    rows = pd.concat([before[~anew], new[anew].astype(before.dtypes)])
    return rows.sort_index().reset_index(drop=True)
