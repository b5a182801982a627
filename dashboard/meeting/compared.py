"""Where two standings of a year differ, unit by unit."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

FLAG_KEY = ["unit_code", "indicator", "rule"]
COMPARED = ("score", "rank", "rank_of", "status", "satisfaction", "block")


def compared(before: Mapping[str, pd.DataFrame], after: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """One row a difference: unit_code, unit, what (a column of `COMPARED`, `present` or `flag`), detail, before, after; in the order of the units.

    In: `standing` and `flags` as `answers` gives them. Numbers closer than 1e-9 are equal; a unit that only one side has differs by being
    `present`; flags are told apart by indicator and rule and differ by their level, never by the wording of their sentence.
    """
    old, new = (one["standing"].set_index("unit_code") for one in (before, after))
    units = old.index.union(new.index, sort=False)
    names = new["unit"].reindex(units).fillna(old["unit"].reindex(units))
    parts = (
        [_presence(old, new, units)]
        + [_moved(old, new, column) for column in COMPARED]
        + [_flags(before["flags"], after["flags"])]
    )
    rows = pd.concat([part for part in parts if len(part)] or parts[:1], ignore_index=True)
    place = {unit: number for number, unit in enumerate(units)}
    order = rows["unit_code"].map(place)
    rows = rows.assign(unit=rows["unit_code"].map(names)).loc[
        order.sort_values(kind="stable").index
    ]
    return rows[["unit_code", "unit", "what", "detail", "before", "after"]].reset_index(drop=True)


def _presence(old: pd.DataFrame, new: pd.DataFrame, units: pd.Index) -> pd.DataFrame:
    only = [unit for unit in units if (unit in old.index) != (unit in new.index)]
    return pd.DataFrame(
        {
            "unit_code": only,
            "what": "present",
            "detail": None,
            "before": [unit in old.index for unit in only],
            "after": [unit in new.index for unit in only],
        },
        dtype=object,
    )


def _moved(old: pd.DataFrame, new: pd.DataFrame, column: str) -> pd.DataFrame:
    both = old.index.intersection(new.index, sort=False)
    one, other = old.loc[both, column], new.loc[both, column]
    if pd.api.types.is_numeric_dtype(one) and pd.api.types.is_numeric_dtype(other):
        equal = ((one - other).abs() < 1e-9).fillna(False)
    else:
        equal = (one == other).fillna(False)
    moved = both[~(equal.to_numpy(bool) | (one.isna() & other.isna()).to_numpy(bool))]
    return pd.DataFrame(
        {
            "unit_code": moved,
            "what": column,
            "detail": None,
            "before": one.loc[moved].astype(object).to_numpy(),
            "after": other.loc[moved].astype(object).to_numpy(),
        },
        dtype=object,
    )


def _flags(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """Flags that came, went or changed their level; what units say of themselves is left out."""
    old, new = (
        one[one["level"] != "info"].drop_duplicates(FLAG_KEY).set_index(FLAG_KEY)["level"]
        for one in (before, after)
    )
    keys = old.index.union(new.index, sort=False)
    both = (
        pd.DataFrame({"before": old.reindex(keys), "after": new.reindex(keys)}, index=keys)
        .astype(object)
        .reset_index()
    )
    both = both[both["before"].fillna("") != both["after"].fillna("")]
    return pd.DataFrame(
        {
            "unit_code": both["unit_code"],
            "what": "flag",
            "detail": both["indicator"] + ":" + both["rule"],
            "before": both["before"],
            "after": both["after"],
        },
        dtype=object,
    )
