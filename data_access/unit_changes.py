"""Changes of units as rows to store: founded, renamed, ended, merged, split, put in another block, called by another name.

A renamed unit keeps its code and its old name becomes an alias; only a change of identity (merge, split) makes a new unit. Nothing is stored here.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import pandas as pd

from data_access import unit_lives
from data_access.intake.names import fold

KINDS = ("add", "rename", "end", "merge", "split", "regroup", "head", "alias")
DATED = ("add", "rename", "end", "merge", "split")
NEEDS_UNITS = {"rename": 1, "end": 1, "merge": 2, "split": 1, "regroup": 1, "head": 1, "alias": 1}
NEEDS_NEW = {"add": 1, "merge": 1, "split": 2}
CODES: Mapping[str, tuple[str, ...]] = {
    "date_missing": (), "document_missing": (), "units_too_few": ("needed",), "units_too_many": (), "new_too_few": ("needed",), "unit_unknown": ("unit",), "unit_code_missing": (), "unit_code_invalid": ("unit",),
    "unit_code_taken": ("unit", "name"), "unit_code_twice": ("unit",), "name_missing": ("unit",), "name_unchanged": ("name",), "name_taken": ("name", "unit"), "kind_missing": ("unit",), "not_alive": ("unit", "on"),
    "year_missing": (), "nothing_given": (), "staff_invalid": (), "alias_missing": (), "alias_taken": ("alias", "unit"),
    "head_missing": (), "since_missing": (), "since_outside": ("on", "first", "last"),
    **unit_lives.CODES,
}  # fmt: skip
_CODE = re.compile(r"[\w.\-]{1,40}")
DAY = dt.timedelta(days=1)


class NewUnit(NamedTuple):
    """A unit that a change makes."""

    unit: str
    name: str
    kind: str | None = None
    short_name: str | None = None
    block: str | None = None
    staff: int | None = None


@dataclass(frozen=True)
class Change:
    """One decided change. `on`: first day of the new state. `units`: codes it befalls. `name`: the new name (rename), the other name (alias) or the person (head). `year`, `block`, `staff`: for `regroup`; `post`: for `head`."""

    kind: str
    on: dt.date | None = None
    document: str = ""
    units: tuple[str, ...] = ()
    new: tuple[NewUnit, ...] = ()
    name: str = ""
    year: int | None = None
    block: str | None = None
    staff: int | None = None
    post: str = ""


class Problem(NamedTuple):
    """Why a change cannot be stored: one of `CODES` with its fields."""

    code: str
    fields: dict[str, Any]


class Known(NamedTuple):
    """The live tables that a change is checked against, and the years of the plan."""

    units: pd.DataFrame
    aliases: pd.DataFrame
    years: Sequence[int]
    lineage: pd.DataFrame = pd.DataFrame(columns=["before", "after", "on", "kind"])
    unit_years: pd.DataFrame = pd.DataFrame(columns=["unit", "year", "block"])


def rows_of(change: Change, known: Known) -> tuple[dict[str, pd.DataFrame], list[Problem]]:
    """Tables to store (table → rows with the columns of docs/architecture.md), or no table and what is wrong."""
    problems = problems_of(change, known)
    if problems:
        return {}, problems
    named = {"alias": _alias, "regroup": _regroup, "rename": _rename}.get(change.kind)
    whole = _head if change.kind == "head" else _lives
    tables = named(change) if named else whole(change, known)
    made = completed({name: pd.DataFrame(rows) for name, rows in tables.items() if rows}, known)
    faults = faults_of(made, known)
    return ({}, faults) if faults else (made, [])


def faults_of(tables: Mapping[str, pd.DataFrame], known: Known) -> list[Problem]:
    """What completed rows would make that nobody wants (`unit_lives.CODES`): of one change, or of a whole file of them."""
    found = unit_lives.faults(tables, known.units, known.lineage, known.unit_years)
    return [Problem(one.code, one.fields) for one in found]


def _alias(change: Change) -> dict[str, list[dict]]:
    return {"aliases": [{"alias": change.name.strip(), "unit": change.units[0]}]}


def _regroup(change: Change) -> dict[str, list[dict]]:
    return {
        "unit_years": [
            {
                "unit": change.units[0],
                "year": change.year,
                "block": change.block,
                "staff": change.staff,
            }
        ]
    }


def _head(change: Change, known: Known) -> dict[str, list[dict]]:
    """The person answers for the unit from the year of the day on; years before keep whom they had."""
    on = change.on
    return {
        "unit_heads": [
            {
                "unit": change.units[0],
                "year": year,
                "person": change.name.strip(),
                "post": change.post.strip() or None,
                "since": on,
            }
            for year in known.years
            if on is not None and year >= on.year
        ]
    }


def _rename(change: Change) -> dict[str, list[dict]]:
    return {"units": [{"unit": change.units[0], "name": change.name.strip()}]}


def _lives(change: Change, known: Known) -> dict[str, list[dict]]:
    """New units from the day on, in their block for every year of the plan they live in; who they came from."""
    units = [
        {
            "unit": one.unit,
            "name": one.name.strip(),
            "short_name": one.short_name,
            "kind": one.kind,
            "valid_from": change.on,
        }
        for one in change.new
    ]
    years = [
        {"unit": one.unit, "year": year, "block": one.block, "staff": one.staff}
        for one in change.new
        if one.block or one.staff is not None
        for year in known.years
        if change.on is not None and year >= change.on.year
    ]
    kind = {"end": "dissolve"}.get(change.kind, change.kind)
    afters: list[str | None] = [one.unit for one in change.new] or [None]
    lineage = [
        {
            "before": before,
            "after": after,
            "on": change.on,
            "kind": kind,
            "document": change.document.strip(),
        }
        for before in change.units
        for after in afters
    ]
    return {"units": units, "unit_years": years, "lineage": lineage}


def completed(tables: Mapping[str, pd.DataFrame], known: Known) -> dict[str, pd.DataFrame]:
    """The tables with what follows from them: a merged, split or dissolved unit ends the day before, the old name of a renamed unit becomes an alias.

    For changes read from a file too. What the tables say themselves (an end of their own) stands.
    """
    units, lineage, aliases = (
        tables.get(name, pd.DataFrame()) for name in ("units", "lineage", "aliases")
    )
    names, ends = (
        known.units.set_index("unit")["name"].to_dict(),
        known.units.set_index("unit")["valid_to"],
    )
    said = set(units.loc[units["valid_to"].notna(), "unit"]) if "valid_to" in units else set()
    gone = [
        one
        for one in lineage.to_dict("records")
        if one["kind"] != "rename"
        and one["before"] not in said
        and pd.isna(ends.get(one["before"]))
    ]
    known_rows = {one["unit"]: one for one in units.to_dict("records")}
    for one in gone:
        row = known_rows.setdefault(
            one["before"],
            {
                "unit": one["before"],
                "name": names.get(one["before"]),
                **{place: one.get(place) for place in ("file", "sheet", "cell")},
            },
        )
        row["valid_to"] = pd.Timestamp(one["on"]) - DAY
    taken = set(known.aliases["alias"]) | (set(aliases["alias"]) if len(aliases) else set())
    old = [
        {"alias": names[unit], "unit": unit}
        for unit, row in known_rows.items()
        if unit in names and not _same(row.get("name"), names[unit]) and names[unit] not in taken
    ]
    found = dict(tables)
    if known_rows:
        found["units"] = pd.DataFrame(list(known_rows.values()))
    if old:
        found["aliases"] = pd.concat([aliases, pd.DataFrame(old)], ignore_index=True)
    return found


def _same(name: Any, known: str) -> bool:
    return name is None or pd.isna(name) or name == known


def undocumented(tables: Mapping[str, pd.DataFrame]) -> list[Problem]:
    """What a file of changes leaves out: a merger, split or end without its day or its document, named once each."""
    lineage = tables.get("lineage", pd.DataFrame(columns=["on", "document"]))
    return [
        Problem(code, {})
        for code, column in (("date_missing", "on"), ("document_missing", "document"))
        if lineage[column].isna().any()
    ]


def problems_of(change: Change, known: Known) -> list[Problem]:
    """Everything that keeps a change from being stored, in the order of the form."""
    checks = (_said, _befallen, _made, _named, _grouped, _headed)
    return [Problem(code, fields) for check in checks for code, fields in check(change, known)]


def _said(change: Change, known: Known):
    if change.kind in DATED and change.on is None:
        yield "date_missing", {}
    if change.kind in DATED and not change.document.strip():
        yield "document_missing", {}


def _befallen(change: Change, known: Known):
    """The units that the change befalls are enough, known, and alive on the day before."""
    needed = NEEDS_UNITS.get(change.kind, 0)
    if len(set(change.units)) < needed:
        yield "units_too_few", {"needed": needed}
    if needed == 1 and len(change.units) > 1:
        yield "units_too_many", {}
    lives = known.units.set_index("unit")
    for unit in change.units:
        if unit not in lives.index:
            yield "unit_unknown", {"unit": unit}
        elif change.on and change.kind in DATED and not _alive(lives, unit, change.on - DAY):
            yield "not_alive", {"unit": lives.at[unit, "name"], "on": change.on - DAY}


def _alive(lives: pd.DataFrame, unit: str, day: dt.date) -> bool:
    when = pd.Timestamp(day)
    first: Any = lives.at[unit, "valid_from"]
    last: Any = lives.at[unit, "valid_to"]
    return (pd.isna(first) or first <= when) and (pd.isna(last) or last >= when)


def _made(change: Change, known: Known):
    """New units are enough, each with a code of its own, a name and a kind."""
    if len(change.new) < NEEDS_NEW.get(change.kind, 0):
        yield "new_too_few", {"needed": NEEDS_NEW[change.kind]}
    names = {
        str(unit).casefold(): name for unit, name in known.units.set_index("unit")["name"].items()
    }
    seen: set[str] = set()
    for one in change.new:
        yield from _coded(one.unit, names, seen)
        seen.add(one.unit.casefold())
        if not one.name.strip():
            yield "name_missing", {"unit": one.unit}
        if not one.kind:
            yield "kind_missing", {"unit": one.unit}


def _coded(unit: str, names: Mapping[str, str], seen: set[str]):
    """The code is there, well formed, and nobody else's: neither a known unit's (`names`: code in small letters → name) nor one of this change's own."""
    if not unit:
        yield "unit_code_missing", {}
    elif not _CODE.fullmatch(unit):
        yield "unit_code_invalid", {"unit": unit}
    elif unit.casefold() in names:
        yield "unit_code_taken", {"unit": unit, "name": names[unit.casefold()]}
    elif unit.casefold() in seen:
        yield "unit_code_twice", {"unit": unit}


def _named(change: Change, known: Known):
    """A new name is given, differs from the one it has, and is no living unit's; another name is nobody else's."""
    if change.kind not in ("rename", "alias"):
        return
    name, own = change.name.strip(), change.units[0] if change.units else None
    if not name:
        yield (
            ("name_missing" if change.kind == "rename" else "alias_missing"),
            ({"unit": own} if change.kind == "rename" else {}),
        )
        return
    others = known.units[(known.units["unit"] != own) & known.units["valid_to"].isna()]
    bearer = next((one.unit for one in others.itertuples() if fold(one.name) == fold(name)), None)
    if bearer:
        yield "name_taken", {"name": name, "unit": bearer}
    mine = known.units[known.units["unit"] == own]
    if change.kind == "rename" and len(mine) and mine["name"].iloc[0] == name:
        yield "name_unchanged", {"name": name}
    taken = known.aliases[
        (known.aliases["alias"].map(fold) == fold(name)) & (known.aliases["unit"] != own)
    ]
    if change.kind == "alias" and len(taken):
        yield "alias_taken", {"alias": name, "unit": taken["unit"].iloc[0]}


def _grouped(change: Change, known: Known):
    if change.kind == "regroup" and change.year is None:
        yield "year_missing", {}
    if change.kind == "regroup" and not change.block and change.staff is None:
        yield "nothing_given", {}
    if any(
        one is not None and one < 0 for one in (change.staff, *(new.staff for new in change.new))
    ):
        yield "staff_invalid", {}


def _headed(change: Change, known: Known):
    """Who, and from which day of the plan's years or before them."""
    if change.kind != "head":
        return
    if not change.name.strip():
        yield "head_missing", {}
    if change.on is None:
        yield "since_missing", {}
    elif change.on.year > known.years[-1]:
        first, last = known.years[0], known.years[-1]
        yield "since_outside", {"on": change.on, "first": first, "last": last}
