"""The list of units: units with their lives, blocks and staff by year, other names, and what they came from."""

from __future__ import annotations

import datetime as dt
from typing import Any

from data_access.intake.days import day
from data_access.intake.head_rows import CELLS as HEAD_CELLS
from data_access.intake.head_rows import heads_of
from data_access.intake.names import unit_form
from data_access.intake.problems import Problems
from data_access.intake.resolving import Resolver
from data_access.intake.row_questions import proposals
from data_access.intake.rows import Row, count, with_required, word
from data_access.intake.unit_facts import Facts

Record = dict[str, Any]
CELLS: dict[str, list[str]] = {
    "units": [
        "unit", "name", "short_name", "kind", "block", "staff", "parent", "valid_from", "valid_to", "position", "aliases", "predecessors",
        "change", "changed_on", "document", "year", *HEAD_CELLS,
    ],
    "unit_years": ["unit", "name", "year", "block", "staff"],
    "aliases": ["alias", "unit", "name"],
    "lineage": ["before", "after", "on", "kind", "document", "unit", "name"],
}  # fmt: skip


def units_of(rows: list[Row], facts: Facts, problems: Problems) -> dict[str, list[Record]]:
    """Records of units, unit_years, unit_heads, aliases and lineage (those that the rows speak of) from a list of units."""
    rows = with_required(with_required(rows, "unit", problems), "name", problems)
    _check_known_names(rows, facts, problems)
    codes = {row.text("unit") for row in rows} | set(facts.lives)
    units: list[Record] = []
    tables: dict[str, list[Record]] = {
        name: [] for name in ("units", "unit_years", "unit_heads", "aliases", "lineage")
    }
    resolver = Resolver(facts, problems)
    for row in rows:
        unit = _unit(row, codes, facts, problems)
        if not (row.text("year") and any(one["unit"] == unit["unit"] for one in units[-1:])):
            units.append(unit)
        tables["unit_years"] += _unit_years(row, unit, facts, resolver, problems)
        tables["unit_heads"] += heads_of(row, unit, facts, resolver, problems)
        tables["aliases"] += [
            _placed(row, alias=alias, unit=unit["unit"]) for alias in _several(row, "aliases")
        ]
        tables["lineage"] += _lineage(row, unit, codes, facts, problems)
    return {**tables, "units": units}


def _check_known_names(rows: list[Row], facts: Facts, problems: Problems) -> None:
    """A unit that is there under another code would be there twice."""
    listed = {row.text("unit") for row in rows}
    for row in rows:
        code, name = row.text("unit"), row.text("name")
        known = facts.unit_names.find(name, None).code
        if code in facts.lives or known is None or known in listed or facts.lives[known].valid_to:
            continue
        if unit_form(facts.lives[known].name) == unit_form(name) and not row.text("valid_from"):
            problems.add(
                "unit_known_as", row.sheet, row.at("unit"), text=code, name=name, unit=known
            )


def _unit(row: Row, codes: set[str], facts: Facts, problems: Problems) -> Record:
    first, last = (
        day(row, "valid_from", problems, essential=True),
        day(row, "valid_to", problems, essential=True),
    )
    if first and last and last < first:
        problems.add("dates_reversed", row.sheet, row.at("valid_to"), first=first, last=last)
    parent = row.text("parent")
    if parent:
        _check_code(row, "parent", parent, codes, facts, problems)
    return _placed(
        row,
        unit=row.text("unit"),
        name=row.text("name"),
        short_name=row.text("short_name"),
        kind=_kind(row, facts, problems),
        parent=parent,
        valid_from=first,
        valid_to=last,
        position=count(row, "position", problems),
    )


def _placed(row: Row, **fields: Any) -> Record:
    return {**fields, "sheet": row.sheet, "cell": row.at("unit")}


def _several(row: Row, column: str) -> list[str]:
    return [one.strip() for one in row.text(column).split(";") if one.strip()]


def _kind(row: Row, facts: Facts, problems: Problems) -> str | None:
    text = row.text("kind")
    code = facts.kind_names.find(text, None).code if text else None
    if text and code is None:
        known = [f"{one['code']}: {one['name']}" for one in facts.plan["kinds"]]
        problems.add("kind_unknown", row.sheet, row.at("kind"), text=text, known=known)
    return code


def _check_code(
    row: Row, column: str, code: str, codes: set[str], facts: Facts, problems: Problems
) -> None:
    if code not in codes:
        candidates = proposals("unit", facts.unit_names.near(code))
        problems.add(
            "unit_unknown", row.sheet, row.at(column), text=code, rows=1, candidates=candidates
        )


def _check_other(row: Row, column: str, before: str, after: str | None, problems: Problems) -> None:
    """A unit that is its own predecessor has neither a beginning nor an end."""
    if before == after:
        problems.add("own_predecessor", row.sheet, row.at(column), unit=after)


def _unit_years(
    row: Row, unit: Record, facts: Facts, resolver: Resolver, problems: Problems
) -> list[Record]:
    """Block and staff for the row's year; without one, for every year of the plan in which the unit lives."""
    block, staff = row.text("block"), count(row, "staff", problems)
    if not block and staff is None:
        return []
    if row.text("year"):
        years = [resolver.year(row)]
    else:
        first, last = unit["valid_from"] or dt.date.min, unit["valid_to"] or dt.date.max
        years = [year for year in facts.years if first.year <= year <= last.year]
    return [
        _placed(row, unit=unit["unit"], year=year, block=block, staff=staff)
        for year in years
        if year
    ]


def _lineage(
    row: Row, unit: Record, codes: set[str], facts: Facts, problems: Problems
) -> list[Record]:
    """One record per predecessor; the new state begins on `changed_on`, else when the unit begins. Kind: `change`, else merge."""
    before = _several(row, "predecessors")
    if not before:
        return []
    on = day(row, "changed_on", problems, essential=True) or unit["valid_from"]
    kind = word(row, "change", "change", problems, default="merge")
    for code in before:
        _check_code(row, "predecessors", code, codes, facts, problems)
        _check_other(row, "predecessors", code, unit["unit"], problems)
    return [
        _placed(
            row, before=code, after=unit["unit"], on=on, kind=kind, document=row.text("document")
        )
        for code in before
    ]


def unit_years_of(rows: list[Row], resolver: Resolver, problems: Problems) -> list[Record]:
    """Records of `unit_years` from rows with unit, year, block, staff."""
    records = []
    for row in rows:
        year = resolver.year(row)
        unit = resolver.unit(row, year) if year else None
        if unit:
            records.append(
                _placed(
                    row,
                    unit=unit,
                    year=year,
                    block=row.text("block"),
                    staff=count(row, "staff", problems),
                )
            )
    return records


def aliases_of(rows: list[Row], resolver: Resolver, problems: Problems) -> list[Record]:
    """Records of `aliases` from rows with alias and unit."""
    found = [(row, resolver.code(row, "unit")) for row in with_required(rows, "alias", problems)]
    return [_placed(row, alias=row.text("alias"), unit=unit) for row, unit in found if unit]
