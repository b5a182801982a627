"""What a suspicion is as a row, and the sums of points that suspicions are found in."""

from __future__ import annotations

import pandas as pd

from dashboard.plan import TOTAL

STAGE = ["unit", "year", "stage"]
COLUMNS = ["unit", "year", "criterion", "code", "numbers", "severity", "file", "sheet", "cell"]
ENOUGH = 5
"""Criteria that must be there before “everywhere” and “all the same” mean anything."""
SLACK = 1e-9
SEVERITY = {"all_moved": 9.0, "same_as_last_year": 3.0, "all_full": 2.0}
"""Where no limit is exceeded by a number: what concerns all units stands first, then a file sent twice, then full marks."""


def totals_of(pairs: pd.DataFrame) -> pd.DataFrame:
    """Points of both sides over the weighted criteria that both have, one row a unit, year and stage, with the place of its first row.

    Example: 30 of 60 and 40 of 40 give 70.
    """
    weighed = pairs[(pairs["weight"] > 0) & ~pairs["rate"]]
    shares = weighed["weight"] / weighed.groupby(STAGE)["weight"].transform("sum")
    sums = (
        weighed.assign(
            points=shares * weighed["points"], points_other=shares * weighed["points_other"]
        )
        .sort_values("fresh", ascending=False, kind="stable")
        .groupby(STAGE, sort=False)
    )
    totals = sums.agg(
        points=("points", "sum"),
        points_other=("points_other", "sum"),
        fresh=("fresh", "any"),
        any_fresh=("any_fresh", "any"),
        file=("file", "first"),
        sheet=("sheet", "first"),
        cell=("cell", "first"),
    )
    return totals.reset_index().assign(
        criterion=TOTAL, moved=totals["points"].to_numpy() - totals["points_other"].to_numpy()
    )


def told(code: str, rows: pd.DataFrame, **numbers: str) -> pd.DataFrame:
    """Rows as findings; `numbers`: name in the finding → column."""
    said = [
        {**{name: getattr(one, column) for name, column in numbers.items()}, "stage": one.stage}
        for one in rows.itertuples()
    ]
    severity = rows["severity"] if "severity" in rows else SEVERITY[code]
    return rows.reindex(columns=[one for one in COLUMNS if one not in ("code", "numbers")]).assign(
        code=code, numbers=pd.Series(said, index=rows.index, dtype=object), severity=severity
    )
