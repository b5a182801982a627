"""What no change of units may make: a unit with two successions, lives that overlap, a living unit in a dead block or among units of another kind.

All of it is told from the data, never from names: the store as it would be with the rows in it, as far as the rows touch it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd

CODES: Mapping[str, tuple[str, ...]] = {
    "succeeded_twice": ("unit", "first", "second"),
    "life_backwards": ("unit", "first", "last"),
    "lives_overlap": ("before", "after", "last", "first"),
    "unit_gone": ("unit",),
    "block_dead": ("unit", "block", "year", "blocks"),
    "block_of_other_kind": ("unit", "block", "year", "others", "blocks"),
}
Fault = tuple[str, dict[str, Any]]
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


def faults(
    tables: Mapping[str, pd.DataFrame],
    units: pd.DataFrame,
    lineage: pd.DataFrame,
    unit_years: pd.DataFrame,
) -> list[Fault]:
    """Every fault of `CODES` that these rows would make, with its fields. In: the rows to store; the live tables."""
    after = _after(tables, units, lineage, unit_years)
    rows = _records(tables, "unit_years")
    grouped = [(one["unit"], int(one["year"]), one["block"]) for one in rows if _has(one, "block")]
    return [
        *_twice(after),
        *_backwards(after),
        *_overlapping(after),
        *_blocks(after, grouped, {one["unit"] for one in rows}),
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
    after = _after({"units": units, "lineage": lineage}, units, lineage, tables["unit_years"])
    return [*_twice(after), *_backwards(after), *_overlapping(after), *_gone(after)]


def _gone(after: After) -> Iterator[Fault]:
    for unit in sorted({one for pair in after.lineage for one in pair if one is not None}):
        if unit not in after.lives:
            yield "unit_gone", {"unit": unit}


def living_blocks(units: pd.DataFrame, unit_years: pd.DataFrame, year: int) -> list[str]:
    """The blocks that have a living unit at the end of a year, or, of a year without any, in the last one before it."""
    after = _after({}, units, pd.DataFrame(columns=["before", "after"]), unit_years)
    return _living_blocks(after, year)


def _after(
    tables: Mapping[str, pd.DataFrame],
    units: pd.DataFrame,
    lineage: pd.DataFrame,
    unit_years: pd.DataFrame,
) -> After:
    lives: dict[str, dict[str, Any]] = {}
    for one in (*_rows(units), *_records(tables, "units")):
        known = lives.setdefault(one["unit"], {})
        known.update({name: value for name, value in one.items() if not pd.isna(value)})
    pairs = {
        (one["before"], one["after"] if _has(one, "after") else None): one
        for one in (*_rows(lineage), *_records(tables, "lineage"))
    }
    blocks: dict[int, dict[str, str]] = defaultdict(dict)
    for one in (*_rows(unit_years), *_records(tables, "unit_years")):
        if _has(one, "block"):
            blocks[int(one["year"])][one["unit"]] = one["block"]
    new = _records(tables, "lineage")
    touched = {one["unit"] for one in _records(tables, "units")}
    touched |= {one[side] for one in new for side in ("before", "after") if _has(one, side)}
    return After({unit: _life(unit, one) for unit, one in lives.items()}, pairs, blocks, touched)


def _life(unit: str, one: dict[str, Any]) -> Life:
    first, last = (_day(one.get(name)) for name in ("valid_from", "valid_to"))
    return Life(one.get("name") or unit, one.get("kind"), first, last)


def _day(value: Any) -> Any:
    return pd.NaT if value is None else pd.Timestamp(value)


def _records(tables: Mapping[str, pd.DataFrame], name: str) -> list[dict[str, Any]]:
    return _rows(tables[name]) if name in tables else []


def _rows(frame: pd.DataFrame) -> list[dict[str, Any]]:
    return [{str(name): value for name, value in row.items()} for row in frame.to_dict("records")]


def _has(one: Mapping[str, Any], name: str) -> bool:
    return one.get(name) is not None and not pd.isna(one[name])


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
            yield "succeeded_twice", {"unit": unit, "first": said[0], "second": said[1]}


def _into(after: After, one: Mapping[str, Any]) -> str:
    return _name(after, one["after"]) if _has(one, "after") else NOWHERE


def _name(after: After, unit: str) -> str:
    return after.lives[unit].name if unit in after.lives else unit


def _backwards(after: After) -> Iterator[Fault]:
    for unit in sorted(after.touched & after.lives.keys()):
        one = after.lives[unit]
        if not pd.isna(one.first) and not pd.isna(one.last) and one.last < one.first:
            yield "life_backwards", {"unit": one.name, "first": one.first, "last": one.last}


def _overlapping(after: After) -> Iterator[Fault]:
    """A successor begins after the one before it has ended: else the same years, and the same ballots, would count for both."""
    for before, successor in after.lineage:
        if successor is None or not {before, successor} & after.touched:
            continue
        old, new = after.lives.get(before), after.lives.get(successor)
        if old is None or new is None or before == successor:
            continue
        if pd.isna(old.last) or pd.isna(new.first) or new.first <= old.last:
            yield (
                "lives_overlap",
                {"before": old.name, "after": new.name, "last": old.last, "first": new.first},
            )


def _blocks(
    after: After, grouped: Sequence[tuple[str, int, str]], own: set[str]
) -> Iterator[Fault]:
    """The block of a living unit lives itself, and holds units like it; a block that nobody was in before is new, and free."""
    told: set[tuple[str, str]] = set()
    for unit, year, block in grouped:
        life = after.lives.get(unit)
        if life is None or not life.in_year(year) or (unit, block) in told:
            continue
        members = {
            one for years in after.blocks.values() for one, name in years.items() if name == block
        }
        if not members - own:  # nobody but units of this change was ever in it
            continue
        fault = _block_fault(after, unit, year, block, members - {unit})
        if fault:
            told.add((unit, block))
            yield fault


def _block_fault(after: After, unit: str, year: int, block: str, members: set[str]) -> Fault | None:
    life = after.lives[unit]
    living = {one for one in members if one in after.lives and after.lives[one].in_year(year)}
    said = {"unit": life.name, "block": block, "year": year}
    others = [one for one in _living_blocks(after, year) if one != block]
    ending = {before for before, _ in after.lineage} & after.touched
    if not living and not members & ending:  # a block that ends in this very change may go on
        return "block_dead", {**said, "blocks": "; ".join(others) or NOWHERE}
    kinds = {after.lives[one].kind for one in living or members if one in after.lives}
    alike = _blocks_of_kind(after, life.kind, year, unit) - {block}
    if life.kind not in kinds and alike:
        example = min(after.lives[one].name for one in living or members if one in after.lives)
        return (
            "block_of_other_kind",
            {**said, "others": example, "blocks": "; ".join(sorted(alike))},
        )
    return None


def _blocks_of_kind(after: After, kind: str | None, year: int, but: str) -> set[str]:
    """The blocks in which units of a kind live in a year."""
    return {
        block
        for unit, block in after.blocks.get(year, {}).items()
        if unit != but and (one := after.lives.get(unit)) and one.kind == kind and one.in_year(year)
    }


def _living_blocks(after: After, year: int) -> list[str]:
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
