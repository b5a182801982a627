"""What a change would do before it is stored: records as they would be, and where two standings of one year differ."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from dashboard.assessment.standing import Records, Standing

KEYS = {
    "results": ["unit", "criterion", "year", "stage"],
    "units": ["unit"],
    "unit_years": ["unit", "year"],
    "lineage": ["before", "after"],
}
ADDED_TO = ("units", "unit_years")
"""Tables in which an empty cell keeps what is known; in the others the new row stands as it is (as the store does it)."""
COMPARED = ("score", "rank", "rank_of", "status", "block")


def as_if(records: Records, tables: Mapping[str, pd.DataFrame]) -> Records:
    """The records with the rows of `tables` (name → rows) stored in them; tables that no calculation reads are passed over."""
    return records._replace(
        **{
            name: _with_rows(getattr(records, name), rows, name)
            for name, rows in tables.items()
            if name in KEYS and len(rows)
        }
    )


def _with_rows(known: pd.DataFrame, rows: pd.DataFrame, name: str) -> pd.DataFrame:
    """Live rows and new ones, a new one in place of the live one of its key. Example: unit A known with kind “so”, new row A ending today: A of kind “so”, ending today."""
    key = KEYS[name]
    new = rows.reindex(columns=known.columns).reset_index(drop=True).astype(object)
    if name in ADDED_TO:
        new = new.where(new.notna(), new[key].merge(known.astype(object), on=key, how="left"))
    typed = new.assign(
        **{str(column): _typed(new[column], kind) for column, kind in known.dtypes.items()}
    )
    return (
        pd.concat([known, typed], ignore_index=True)
        .drop_duplicates(key, keep="last")
        .reset_index(drop=True)
    )


def _typed(values: pd.Series, kind: Any) -> pd.Series:
    """Values in the type of the known ones; whole numbers that are missing (a row without a revision yet) as floats."""
    missing_whole = (
        pd.api.types.is_integer_dtype(kind)
        and not pd.api.types.is_extension_array_dtype(kind)
        and values.isna().any()
    )
    return values.astype("float64" if missing_whole else kind)


def differences(before: Standing, after: Standing) -> pd.DataFrame:
    """Units of the year for which something differs, those that leave or enter first: unit, name, effect (`leaves`/`enters`/`changes`), and score, rank, rank_of, status, block with `_before` and `_after`.

    Names are those after the change, of a unit that is gone those before it.
    """
    old, new = (one.table[one.table["assessed"]].set_index("unit") for one in (before, after))
    units = old.index.union(new.index, sort=False)
    rows = pd.DataFrame(
        {
            "unit": units,
            "name": new["name"].reindex(units).fillna(old["name"].reindex(units)).to_numpy(),
        }
    )
    rows["effect"] = [
        "enters" if unit not in old.index else "leaves" if unit not in new.index else "changes"
        for unit in units
    ]
    for column in COMPARED:
        rows[f"{column}_before"], rows[f"{column}_after"] = (
            old[column].reindex(units).to_numpy(),
            new[column].reindex(units).to_numpy(),
        )
    moved = pd.concat(
        [
            _differ(rows[f"{column}_before"], rows[f"{column}_after"])
            for column in ("score", "rank", "status", "block")
        ],
        axis=1,
    ).any(axis=1)
    order = {"leaves": 0, "enters": 1, "changes": 2}
    return (
        rows[moved | (rows["effect"] != "changes")]
        .sort_values("effect", key=lambda effects: effects.map(order), kind="stable")
        .reset_index(drop=True)
    )


def _differ(one: pd.Series, other: pd.Series) -> pd.Series:
    """Whether values differ; two missing ones do not, and numbers closer than 1e-9 do not."""
    if pd.api.types.is_numeric_dtype(one) and pd.api.types.is_numeric_dtype(other):
        close = (one - other).abs() < 1e-9
    else:
        close = (one == other).fillna(False)
    return ~(close.astype(bool) | (one.isna() & other.isna()))
