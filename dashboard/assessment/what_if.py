"""What a change would do before it is stored: the records as they would be (what differs then: `consequences`)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import pandas as pd

from dashboard.assessment.standing import Records

KEYS = {
    "results": ["unit", "criterion", "year", "stage"],
    "units": ["unit"],
    "unit_years": ["unit", "year"],
    "lineage": ["before", "after"],
    "filings": ["unit", "year", "kind"],
}
WHOLE_LISTS = {"limitations": ["unit", "year", "origin"]}
"""Lists of which new rows take the place of all rows of their unit, year and origin."""
ADDED_TO = ("units", "unit_years")
"""Tables in which an empty cell keeps what is known; in the others the new row stands as it is (as the store does it)."""


def as_if(records: Records, tables: Mapping[str, pd.DataFrame]) -> Records:
    """The records with the rows of `tables` (name → rows) stored in them; tables that no calculation reads are passed over."""
    return records._replace(
        **{
            name: (_with_rows if name in KEYS else _with_list)(getattr(records, name), rows, name)
            for name, rows in tables.items()
            if name in (*KEYS, *WHOLE_LISTS) and len(rows)
        }
    )


def years_touched(tables: Mapping[str, pd.DataFrame]) -> Collection[int] | None:
    """The years of the rows of `tables` that are assessed; None where a unit or a succession is among them, which may touch any."""
    assessed = [tables[name] for name in (*KEYS, *WHOLE_LISTS) if len(tables.get(name, ()))]
    if any("year" not in rows for rows in assessed):
        return None
    return {int(year) for rows in assessed for year in rows["year"]}


def _with_list(known: pd.DataFrame, rows: pd.DataFrame, name: str) -> pd.DataFrame:
    key = WHOLE_LISTS[name]
    said = set(map(tuple, rows[key].to_numpy()))
    stays = [tuple(one) not in said for one in known[key].to_numpy()]
    new = rows.reindex(columns=known.columns).reset_index(drop=True)
    typed = new.assign(**{str(one): _typed(new[one], kind) for one, kind in known.dtypes.items()})
    return pd.concat([known[stays], typed], ignore_index=True)


def _with_rows(known: pd.DataFrame, rows: pd.DataFrame, name: str) -> pd.DataFrame:
    """Live rows and new ones, a new one in place of the live one of its key. Example: unit A known with kind “so”, new row A ending today: A of kind “so”, ending today."""
    key = KEYS[name]
    new = rows.reindex(columns=known.columns).reset_index(drop=True).astype(object)
    if name == "filings":
        new = new.assign(first_submitted_on=_first_day(known, new))
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


def _first_day(known: pd.DataFrame, new: pd.DataFrame) -> list[Any]:
    """When each report first came in: a corrected one that comes later is not late."""
    key = KEYS["filings"]
    first = dict(zip(map(tuple, known[key].to_numpy()), known["first_submitted_on"]))
    days = [
        [pd.Timestamp(day) for day in (first.get(tuple(one)), own) if not pd.isna(day)]
        for one, own in zip(new[key].to_numpy(), new["submitted_on"], strict=True)
    ]
    return [min(some) if some else pd.NaT for some in days]


def _typed(values: pd.Series, kind: Any) -> pd.Series:
    """Values in the type of the known ones; whole numbers that are missing (a row without a revision yet) as floats."""
    missing_whole = (
        pd.api.types.is_integer_dtype(kind)
        and not pd.api.types.is_extension_array_dtype(kind)
        and values.isna().any()
    )
    return values.astype("float64" if missing_whole else kind)
