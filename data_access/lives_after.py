"""The units as they would be with rows that are not stored yet: their lives, successions and blocks, told from the data, never from names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any, NamedTuple

import pandas as pd

NOWHERE = "–"


class Fault(NamedTuple):
    """One of `CODES` with its fields; `units`: the codes of the units that it is about, which its names do not tell."""

    code: str
    fields: dict[str, Any]
    units: tuple[str, ...] = ()


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


def after_of(
    tables: Mapping[str, pd.DataFrame],
    units: pd.DataFrame,
    lineage: pd.DataFrame,
    unit_years: pd.DataFrame,
) -> After:
    """The live tables with the rows of `tables` in them: what is said anew stands, what it leaves out stays."""
    lives: dict[str, dict[str, Any]] = {}
    for one in (*_rows(units), *rows_in(tables, "units")):
        known = lives.setdefault(one["unit"], {})
        known.update({name: value for name, value in one.items() if not pd.isna(value)})
    pairs = {
        (one["before"], one["after"] if has(one, "after") else None): one
        for one in (*_rows(lineage), *rows_in(tables, "lineage"))
    }
    blocks: dict[int, dict[str, str]] = defaultdict(dict)
    for one in (*_rows(unit_years), *rows_in(tables, "unit_years")):
        if has(one, "block"):
            blocks[int(one["year"])][one["unit"]] = one["block"]
    new = rows_in(tables, "lineage")
    touched = {one["unit"] for one in rows_in(tables, "units")}
    touched |= {one[side] for one in new for side in ("before", "after") if has(one, side)}
    return After({unit: _life(unit, one) for unit, one in lives.items()}, pairs, blocks, touched)


def _life(unit: str, one: dict[str, Any]) -> Life:
    first, last = (_day(one.get(name)) for name in ("valid_from", "valid_to"))
    return Life(one.get("name") or unit, one.get("kind"), first, last)


def _day(value: Any) -> Any:
    return pd.NaT if value is None else pd.Timestamp(value)


def rows_in(tables: Mapping[str, pd.DataFrame], name: str) -> list[dict[str, Any]]:
    """The rows of a table as dicts; none where it is not there."""
    return _rows(tables[name]) if name in tables else []


def _rows(frame: pd.DataFrame) -> list[dict[str, Any]]:
    names = [str(name) for name in frame.columns]
    columns = [values.tolist() for _, values in frame.items()]
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]


def has(one: Mapping[str, Any], name: str) -> bool:
    """Whether a row says something under a name."""
    return one.get(name) is not None and not pd.isna(one[name])


def blocks_living(after: After, year: int) -> list[str]:
    """The blocks that have a living unit at the end of a year, or, of a year without any, in the last one before it."""
    years = [one for one in sorted(after.blocks, reverse=True) if one <= year]
    for one in years:
        found = {
            block
            for unit, block in after.blocks[one].items()
            if unit in after.lives and after.lives[unit].in_year(year)
        }
        if found:
            return sorted(found)
    return []
