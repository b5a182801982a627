"""Units as they would live after rows were stored: their lives, blocks and successions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any, NamedTuple

import pandas as pd

NOWHERE = "–"


class Life(NamedTuple):
    """A unit as it would be."""

    name: str
    kind: str | None
    first: Any
    last: Any

    def in_year(self, year: int) -> bool:
        """Whether it is there on the last day of the year."""
        end = pd.Timestamp(year, 12, 31)
        return (pd.isna(self.first) or self.first <= end) and (
            pd.isna(self.last) or self.last >= end
        )


class After(NamedTuple):
    """The store with the rows in it: unit → life, (before, after) → lineage row, year → unit → block; and which units the rows speak of."""

    lives: dict[str, Life]
    lineage: dict[tuple[str, Any], dict[str, Any]]
    blocks: dict[int, dict[str, str]]
    touched: set[str]


def stored_after(
    tables: Mapping[str, pd.DataFrame],
    units: pd.DataFrame,
    lineage: pd.DataFrame,
    unit_years: pd.DataFrame,
) -> After:
    """Units, their blocks and successions as they would be with these rows stored."""
    lives: dict[str, dict[str, Any]] = {}
    for one in (*rows_of(units), *records_of(tables, "units")):
        known = lives.setdefault(one["unit"], {})
        known.update({name: value for name, value in one.items() if not pd.isna(value)})
    pairs = {
        (one["before"], one["after"] if has(one, "after") else None): one
        for one in (*rows_of(lineage), *records_of(tables, "lineage"))
    }
    blocks: dict[int, dict[str, str]] = defaultdict(dict)
    for one in (*rows_of(unit_years), *records_of(tables, "unit_years")):
        if has(one, "block"):
            blocks[int(one["year"])][one["unit"]] = one["block"]
    new = records_of(tables, "lineage")
    touched = {one["unit"] for one in records_of(tables, "units")}
    touched |= {one[side] for one in new for side in ("before", "after") if has(one, side)}
    return After({unit: _life(unit, one) for unit, one in lives.items()}, pairs, blocks, touched)


def _life(unit: str, one: dict[str, Any]) -> Life:
    first, last = (_day(one.get(name)) for name in ("valid_from", "valid_to"))
    return Life(one.get("name") or unit, one.get("kind"), first, last)


def _day(value: Any) -> Any:
    return pd.NaT if value is None else pd.Timestamp(value)


def records_of(tables: Mapping[str, pd.DataFrame], name: str) -> list[dict[str, Any]]:
    """The rows of a table, as dicts."""
    return rows_of(tables[name]) if name in tables else []


def rows_of(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of a frame, as dicts."""
    return [{str(name): value for name, value in row.items()} for row in frame.to_dict("records")]


def has(one: Mapping[str, Any], name: str) -> bool:
    """Whether a row says this."""
    return one.get(name) is not None and not pd.isna(one[name])
