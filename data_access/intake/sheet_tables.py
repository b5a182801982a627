"""One recognised sheet → records of its tables."""

from __future__ import annotations

from collections import ChainMap
from typing import Any

from data_access.intake.body import Body
from data_access.intake.context import told_stage, told_years
from data_access.intake.entries import entries_of
from data_access.intake.file_opening import Found
from data_access.intake.lists import CELLS as LIST_CELLS
from data_access.intake.lists import indices_of, list_of
from data_access.intake.problems import Problems
from data_access.intake.resolving import Resolver
from data_access.intake.results import Staff, results_of
from data_access.intake.rows import Row, rows_of
from data_access.intake.sheet_columns import note_columns
from data_access.intake.unit_facts import Facts
from data_access.intake.unit_rows import CELLS as UNIT_CELLS
from data_access.intake.unit_rows import aliases_of, lineage_of, unit_years_of, units_of
from data_access.intake.workbook_info import Known

Record = dict[str, Any]
_CELLS = {**LIST_CELLS, **UNIT_CELLS}


def tables_of_sheet(
    found: Found, body: Body, known: Known, facts: Facts, problems: Problems
) -> dict[str, list[Record]]:
    """table → records for one sheet. A list of units gives several tables; any other sheet gives the one it was recognised as."""
    sheet, layout = found.sheet, found.layout
    note_columns(found, body, facts, problems)
    table = layout.table
    if table in UNIT_CELLS and table != "unit_years" or table == "indices":
        return _general(table, rows_of(sheet, layout, body, _CELLS[table]), facts, problems)
    if known.is_refused:
        return {}
    stage = told_stage(sheet, layout.start) if table == "results" else None
    resolver = Resolver(facts, problems, _told_year(found, known, problems), stage)
    if table == "results":
        entries = list(entries_of(sheet, layout, body, _told_criterion(found, facts)))
        _place([one.row for one in entries], found, known)
        return {table: results_of(entries, resolver, _staff(known, facts), facts, problems)}
    rows = rows_of(sheet, layout, body, _CELLS[table])
    _place(rows, found, known)
    return {
        table: unit_years_of(rows, resolver, problems)
        if table == "unit_years"
        else list_of(table, rows, resolver, problems)
    }


def _told_criterion(found: Found, facts: Facts) -> str | None:
    """The criterion of a sheet that names none in columns and rows: its own name, or for forms by level the plan's only survey."""
    name = found.sheet.name
    if not found.layout.has_levels or (name or "") in facts.criterion_names:
        return name
    surveys = [code for code, rule in facts.criteria.items() if rule["kind"] == "survey"]
    return surveys[0] if len(surveys) == 1 else None


def _staff(known: Known, facts: Facts) -> Staff:
    """People by (unit, year): what the workbook itself says goes before what is stored."""
    if known.unit is None or known.year is None or known.staff is None:
        return facts.staff
    return ChainMap({(known.unit, known.year): known.staff}, facts.staff)


def _general(
    table: str, rows: list[Row], facts: Facts, problems: Problems
) -> dict[str, list[Record]]:
    """Tables that are of no single unit and year."""
    if table == "units":
        return units_of(rows, facts, problems)
    if table == "indices":
        return {table: indices_of(rows, problems)}
    return {
        table: (aliases_of if table == "aliases" else lineage_of)(
            rows, Resolver(facts, problems), problems
        )
    }


def _place(rows: list[Row], found: Found, known: Known) -> None:
    """Put the workbook's unit and day of filing into rows whose sheet has no column for them."""
    told: dict[str, Any] = {}
    if known.unit and not found.layout.fields & {"unit", "name"}:
        told["unit"] = known.unit
    if (
        known.submitted_on
        and found.layout.table == "results"
        and "submitted_on" not in found.layout.fields
    ):
        told["submitted_on"] = known.submitted_on
    for row in rows:
        row.cells.update(told)


def _told_year(found: Found, known: Known, problems: Problems) -> int | None:
    """The year for rows that have none: the workbook's, else of the title, the sheet's name, the file's name. A contradiction is reported."""
    told = told_years(found.sheet, found.layout.start)
    if "year" in found.layout.fields or any(one.year for one in found.layout.columns):
        return next(iter(told.values()), known.year)
    year = known.year or next(iter(told.values()), None)
    for place, other in told.items():
        if year is not None and other != year:
            problems.add(
                "year_conflict", found.sheet.name, None, year=year, other=other, place=place
            )
    return year
