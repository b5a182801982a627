"""One recognised sheet → records of its tables."""

from __future__ import annotations

from collections import ChainMap
from typing import Any

from data_access.intake.award_rows import counted_awards, is_export
from data_access.intake.body import Body
from data_access.intake.claims import Claim, of_kind
from data_access.intake.entries import entries_of
from data_access.intake.file_opening import Found
from data_access.intake.index_columns import WideIndices
from data_access.intake.index_heads import is_wide
from data_access.intake.lawful_awards import lawful
from data_access.intake.lineage_rows import LineageRows
from data_access.intake.lists import CELLS as LIST_CELLS
from data_access.intake.lists import indices_of, list_of
from data_access.intake.problems import Problems
from data_access.intake.resolving import Resolver
from data_access.intake.results import Staff, results_of
from data_access.intake.rows import Row, rows_of
from data_access.intake.scale_checks import check_scales
from data_access.intake.shape_checks import check_criteria
from data_access.intake.sheet_columns import note_columns
from data_access.intake.told import told_of, told_year
from data_access.intake.unit_facts import Facts
from data_access.intake.unit_lists import is_list_of_units
from data_access.intake.unit_rows import CELLS as UNIT_CELLS
from data_access.intake.unit_rows import aliases_of, unit_years_of, units_of
from data_access.intake.workbook_info import Known

Record = dict[str, Any]
_BELOW = {"part_of_year": "part_of_year_below", "draft": "draft", "round": "round_of_year"}
_CELLS = {**LIST_CELLS, **UNIT_CELLS}


def tables_of_sheet(
    found: Found, body: Body, known: Known, facts: Facts, problems: Problems
) -> tuple[dict[str, list[Record]], list[Claim]]:
    """table → records for one recognised table, and what was believed of it. A list of units gives several tables; any other gives the one it was
    recognised as."""
    sheet, layout = found.sheet, found.layout
    note_columns(found, body, facts, problems)
    table = layout.table
    if table == "indices" and is_wide(list(layout.columns)):
        return {table: WideIndices(found, problems).records(body)}, []
    if table in UNIT_CELLS and table != "unit_years" or table == "indices":
        return _general(found, rows_of(sheet, layout, body, _CELLS[table]), facts, problems), []
    if known.is_refused:
        return {}, []
    if table == "results":
        return _results(found, body, known, facts, problems)
    resolver = Resolver(facts, problems, told_year(found, known, problems))
    rows = rows_of(sheet, layout, body, _CELLS[table])
    _place(rows, found, known)
    if table == "unit_years":
        return {table: unit_years_of(rows, resolver, problems)}, []
    if table == "awards":
        counted = (
            counted_awards(rows, resolver, problems)
            if is_export(layout.fields)
            else list_of(table, rows, resolver, problems)
        )
        return {table: lawful(counted, facts.award_titles, problems)}, []
    return {table: list_of(table, rows, resolver, problems)}, []


def _results(
    found: Found, body: Body, known: Known, facts: Facts, problems: Problems
) -> tuple[dict[str, list[Record]], list[Claim]]:
    told = told_of(found, known, (facts.years[0], facts.years[-1]), problems)
    if told.is_refused or not (
        found.layout.shape is None or check_criteria(found, facts, problems)
    ):
        return {}, told.claims
    for kind, code in _BELOW.items():
        for claim in of_kind(body.below, kind)[:1]:
            problems.add(code, found.sheet.name, claim.cell, text=claim.text)
    criterion = _told_criterion(found, facts)
    entries = list(entries_of(found.sheet, found.layout, body, criterion, told.measure))
    _place([one.row for one in entries], found, known)
    resolver = Resolver(facts, problems, told.year, told.stage)
    results = results_of(entries, resolver, _staff(known, facts), facts, problems)
    check_scales([*told.scales, *of_kind(body.below, "scale")], results, found, facts, problems)
    return {"results": results}, told.claims


def _told_criterion(found: Found, facts: Facts) -> str | None:
    """The criterion of a sheet that names none in columns and rows: its own name, or for forms by level the plan's only survey."""
    name, layout = found.sheet.name, found.layout
    if not (layout.has_levels or layout.counts_satisfied) or (name or "") in facts.criterion_names:
        return name
    surveys = [code for code, rule in facts.criteria.items() if rule["reading"]["rated"]]
    return surveys[0] if len(surveys) == 1 else None


def _staff(known: Known, facts: Facts) -> Staff:
    """People by (unit, year): what the workbook itself says goes before what is stored."""
    if known.unit is None or known.year is None or known.staff is None:
        return facts.staff
    return ChainMap({(known.unit, known.year): known.staff}, facts.staff)


def _general(
    found: Found, rows: list[Row], facts: Facts, problems: Problems
) -> dict[str, list[Record]]:
    """Tables that are of no single unit and year."""
    table = found.layout.table
    if table == "units":
        return units_of(rows, facts, problems) if is_list_of_units(found, facts, problems) else {}
    if table == "indices":
        return {table: indices_of(rows, problems)}
    if table == "lineage":
        return {table: LineageRows(found, facts, problems).records(rows)}
    return {table: aliases_of(rows, Resolver(facts, problems), problems)}


def _place(rows: list[Row], found: Found, known: Known) -> None:
    """Put the workbook's unit and day of filing into rows whose sheet has no column for them."""
    for row in rows:
        if (
            known.unit
            and not found.layout.has_units
            and not (row.cells["unit"] or row.cells["name"])
        ):
            row.cells["unit"] = known.unit
        if (
            known.submitted_on
            and found.layout.table == "results"
            and "submitted_on" not in found.layout.fields
        ):
            row.cells["submitted_on"] = known.submitted_on
