"""How one measure changed between two years, unit by unit."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

import pandas as pd


def changes(
    rows: pd.DataFrame,
    by: str,
    breaks: Sequence[int],
    value: str = "value",
    own_breaks: Mapping[str, Sequence[int]] | None = None,
) -> pd.DataFrame:
    """The change over the latest run of at least two comparable years of each line: columns `by`, first, last (years), change.

    `own_breaks` are further cuts of single lines. Example: 70 in 2019, 74 in 2021, a break in 2022, 90 in 2023 → 2019, 2021, 4.
    """
    known = rows[rows[value].notna() & rows[by].notna()].sort_values("year", kind="stable")
    cuts = {
        line: sorted({*breaks, *(own_breaks or {}).get(line, ())}) for line in known[by].unique()
    }
    place = [
        bisect_right(cuts[line], year) for line, year in zip(known[by], known["year"], strict=True)
    ]
    found = known.assign(place=place).groupby([by, "place"], sort=False)
    ends = found.agg(
        first=("year", "first"), last=("year", "last"), start=(value, "first"), end=(value, "last")
    ).reset_index()
    ends = (
        ends[ends["first"] < ends["last"]]
        .sort_values("place", kind="stable")
        .groupby(by, sort=False)
        .tail(1)
    )
    return ends.assign(change=ends["end"] - ends["start"])[
        [by, "first", "last", "start", "end", "change"]
    ].reset_index(drop=True)
