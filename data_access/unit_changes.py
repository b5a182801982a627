"""Changes of units as rows to store: founded, renamed, ended, merged, split, put in another block, called by another name.

A renamed unit keeps its code and its old name becomes an alias; only a change of identity (merge, split) makes a new unit. Nothing is stored here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from data_access import unit_lives
from data_access.unit_change import (
    DAY,
    Change,
    Known,
    Problem,
)
from data_access.unit_change_problems import problems_of


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
