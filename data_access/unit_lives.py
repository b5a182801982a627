"""What no change of units may make: a unit with two successions, lives that overlap, a living unit in a dead block or among units of another kind.

All of it is told from the data, never from names: the store as it would be with the rows in it, as far as the rows touch it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from data_access.block_faults import Blocks, block_faults, moved
from data_access.lives_after import NOWHERE, After, Fault, after_of, blocks_living, has

CODES: Mapping[str, tuple[str, ...]] = {
    "succeeded_twice": ("unit", "first", "second"),
    "life_backwards": ("unit", "first", "last"),
    "lives_overlap": ("before", "after", "last", "first"),
    "unit_gone": ("unit",),
    "block_dead": ("unit", "block", "year", "blocks"),
    "block_of_other_kind": ("unit", "block", "year", "others", "blocks"),
}


def faults(
    tables: Mapping[str, pd.DataFrame],
    units: pd.DataFrame,
    lineage: pd.DataFrame,
    unit_years: pd.DataFrame,
) -> list[Fault]:
    """Every fault of `CODES` that these rows would make, with its fields. In: the rows to store; the live tables."""
    rows = moved(tables.get("unit_years", unit_years.iloc[:0]), unit_years)
    if rows.empty and not tables.keys() & {"units", "lineage"}:
        return []  # a form that says again where its unit is, as most do, touches nothing
    after = after_of(tables, units, lineage, unit_years)
    grouped = list(rows[["unit", "year", "block"]].itertuples(index=False, name=None))
    return [
        *_twice(after),
        *_backwards(after),
        *_overlapping(after),
        *block_faults(Blocks(after), grouped, set(rows["unit"])),
    ]


def faults_left(
    before: Mapping[str, pd.DataFrame], after: Mapping[str, pd.DataFrame]
) -> list[Fault]:
    """What taking something back would leave that was not so before: two successions, overlapping lives, a succession to or from a unit that is no more. In: `units`, `lineage`, `unit_years` of both."""
    was, now = (_whole(one) for one in (before, after))
    known = {repr(one) for one in was}
    return [one for one in now if repr(one) not in known]


def _whole(tables: Mapping[str, pd.DataFrame]) -> list[Fault]:
    units, lineage = tables["units"], tables["lineage"]
    after = after_of({"units": units, "lineage": lineage}, units, lineage, tables["unit_years"])
    return [*_twice(after), *_backwards(after), *_overlapping(after), *_gone(after)]


def _gone(after: After) -> Iterator[Fault]:
    for unit in sorted({one for pair in after.lineage for one in pair if one is not None}):
        if unit not in after.lives:
            yield Fault("unit_gone", {"unit": unit}, (unit,))


def living_blocks(units: pd.DataFrame, unit_years: pd.DataFrame, year: int) -> list[str]:
    """The blocks that have a living unit at the end of a year, or, of a year without any, in the last one before it."""
    after = after_of({}, units, pd.DataFrame(columns=["before", "after"]), unit_years)
    return blocks_living(after, year)


def _twice(after: After) -> Iterator[Fault]:
    """A unit goes once: on one day, in one way, and whole into one unit unless it is split."""
    own: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for (before, _), one in after.lineage.items():
        own[before].append(one)
    for before in sorted(after.touched & own.keys()):
        rows = own[before]
        deeds = {(pd.Timestamp(one["on"]), one["kind"]) for one in rows}
        if len(deeds) > 1 or (len(rows) > 1 and rows[0]["kind"] != "split"):
            said = [_into(after, one) for one in (rows[0], rows[-1])]
            unit = _name(after, before)
            fields = {"unit": unit, "first": said[0], "second": said[1]}
            yield Fault("succeeded_twice", fields, (before,))


def _into(after: After, one: Mapping[str, Any]) -> str:
    return _name(after, one["after"]) if has(one, "after") else NOWHERE


def _name(after: After, unit: str) -> str:
    return after.lives[unit].name if unit in after.lives else unit


def _backwards(after: After) -> Iterator[Fault]:
    for unit in sorted(after.touched & after.lives.keys()):
        one = after.lives[unit]
        if not pd.isna(one.first) and not pd.isna(one.last) and one.last < one.first:
            fields = {"unit": one.name, "first": one.first, "last": one.last}
            yield Fault("life_backwards", fields, (unit,))


def _overlapping(after: After) -> Iterator[Fault]:
    """A successor begins after the one before it has ended: else the same years, and the same ballots, would count for both."""
    for before, successor in after.lineage:
        if successor is None or not {before, successor} & after.touched:
            continue
        old, new = after.lives.get(before), after.lives.get(successor)
        if old is None or new is None or before == successor:
            continue
        if pd.isna(old.last) or pd.isna(new.first) or new.first <= old.last:
            days = {"last": old.last, "first": new.first}
            fields = {"before": old.name, "after": new.name, **days}
            yield Fault("lives_overlap", fields, (before, successor))
