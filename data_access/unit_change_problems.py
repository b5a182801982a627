"""What keeps a change of units from being stored: something unsaid, unknown, gone already, or named twice."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

import pandas as pd

from data_access.intake.names import fold
from data_access.unit_change import (
    CODE_FORM,
    DATED,
    DAY,
    NEEDS_NEW,
    NEEDS_UNITS,
    Change,
    Known,
    Problem,
)


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
    elif not CODE_FORM.fullmatch(unit):
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
    for new in change.new:
        if change.on and change.on.year > known.years[-1] and (new.block or new.staff is not None):
            first, last = known.years[0], known.years[-1]
            fields = {"unit": new.unit, "on": change.on, "first": first, "last": last}
            yield "block_outside", fields


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
