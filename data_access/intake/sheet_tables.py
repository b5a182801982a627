"""One recognised sheet → its tables."""
from __future__ import annotations

import pandas as pd

from data_access.intake.body import Body
from data_access.intake.columns import note_columns
from data_access.intake.context import told_stage, told_years
from data_access.intake.entries import entries_of
from data_access.intake.facts import Facts
from data_access.intake.lists import CELLS, indices_of, list_of
from data_access.intake.opening import Found
from data_access.intake.problems import Problems
from data_access.intake.results import results_of
from data_access.intake.rows import rows_of
from data_access.intake.units import aliases_of, lineage_of, unit_years_of, units_of
from data_access.intake.workbook_info import Known

_CELLS: dict[str, list[str]] = {
    **CELLS,
    "units": ["unit", "name", "short_name", "kind", "block", "staff", "parent", "valid_from", "valid_to", "position", "aliases", "predecessors", "change", "changed_on", "document", "year"],
    "unit_years": ["unit", "name", "year", "block", "staff"],
    "aliases": ["alias", "unit"],
    "lineage": ["before", "after", "on", "kind", "document"],
}


def tables_of_sheet(found: Found, body: Body, known: Known | None, facts: Facts, problems: Problems) -> dict[str, pd.DataFrame]:
    """table → rows for one sheet. A list of units gives several tables; any other sheet gives the one it was recognised as."""
    sheet, layout = found
    known = known or Known()
    note_columns(found, body, facts, problems)
    table = layout.table
    if table == "results":
        entries = _placed(entries_of(sheet, layout, body), found, known)
        year = _told_year(found, known, problems)
        return {} if known.is_refused else {table: results_of(entries, year, told_stage(sheet, layout.start), facts, problems)}
    rows = rows_of(sheet, layout, body, _CELLS[table])
    if table == "units":
        return units_of(rows, facts, problems)
    if table in ("aliases", "lineage"):
        return {table: (aliases_of if table == "aliases" else lineage_of)(rows, facts, problems)}
    if table == "indices":
        return {table: indices_of(rows, problems)}
    if known.is_refused:
        return {}
    rows, year = _placed(rows, found, known), _told_year(found, known, problems)
    return {table: unit_years_of(rows, year, facts, problems) if table == "unit_years" else list_of(table, rows, year, facts, problems)}


def _placed(rows: pd.DataFrame, found: Found, known: Known) -> pd.DataFrame:
    """The rows with the workbook's unit and day of filing, where the sheet has no column for them."""
    if known.unit and not found.layout.fields & {"unit", "name"}:
        rows = rows.assign(unit=known.unit)
    if pd.notna(known.submitted_on) and found.layout.table == "results" and "submitted_on" not in found.layout.fields:
        rows = rows.assign(submitted_on=known.submitted_on)
    return rows


def _told_year(found: Found, known: Known, problems: Problems) -> int | None:
    """The year for rows that have none: the workbook's, else of the title, the sheet's name, the file's name. A contradiction is reported."""
    told = told_years(found.sheet, found.layout.start)
    if "year" in found.layout.fields or any(one.year for one in found.layout.columns):
        return next(iter(told.values()), known.year)
    year = known.year or next(iter(told.values()), None)
    for place, other in told.items():
        if year is not None and other != year:
            problems.add("year_conflict", found.sheet.name, None, year=year, other=other, place=place)
    return year
