"""Reading files: bytes in, tables and problems out. Nothing is stored here, and no content of a file raises an exception."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

import pandas as pd

from data_access.intake.body import body_of
from data_access.intake.context import Info, Said, told_years
from data_access.intake.file_opening import Found, Opened, opened
from data_access.intake.sheet_tables import tables_of_sheet
from data_access.intake.tables import as_table, without_repeats
from data_access.intake.unit_facts import Facts
from data_access.intake.workbook_info import Known, known_info, tables_of_info

NOTES = ["file", "sheet", "table", "rows", "left_out"]
_FIRST = ["units", "lineage", "aliases", "unit_years"]  # what the other tables build on


class Reading(NamedTuple):
    """What one file says.

    `tables`: table → rows with the columns of docs/architecture.md and file, sheet, cell. `problems`: file, sheet, cell, severity
    (`error`/`warning`), code, fields (dict, `codes.CODES`). `notes`: file, sheet, table, rows, left_out (totals, signatures): what was
    recognised. A file with any error must not be stored.
    """

    file: str
    tables: dict[str, pd.DataFrame]
    problems: pd.DataFrame
    notes: pd.DataFrame

    @property
    def has_errors(self) -> bool:
        """Whether anything in the file must be put right first."""
        return bool(self.problems["severity"].eq("error").any())


def read(name: str, content: bytes, facts: Facts) -> Reading:
    """What the file says, checked against the plan and the units of `facts`. Any bytes give an answer."""
    return _read(opened(name, content, facts.criterion_names), facts)


def read_all(
    files: Iterable[tuple[str, bytes]],
    facts: Facts,
    progress: Callable[[str], None] = lambda name: None,
) -> dict[int, Reading]:
    """`read` for several files (name, content) that may build on each other: place of the file in the order given → what it says.

    Files that bring units, other names, blocks or staff are read (and stand in the answer) first; what they bring without an error is known to
    the others. `progress(name)` is called twice for each file: before it is opened and before it is read.
    """
    all_opened = []
    for name, content in files:
        progress(name)
        all_opened.append(opened(name, content, facts.criterion_names))
    readings: dict[int, Reading] = {}
    for place in sorted(range(len(all_opened)), key=lambda one: _rank_of_file(all_opened[one])):
        progress(all_opened[place].file)
        reading = _read(all_opened[place], facts)
        readings[place] = reading
        if _rank_of_file(all_opened[place]) < len(_FIRST) and not reading.has_errors:
            facts = facts.with_found(reading.tables)
    return readings


def _rank(found: Found) -> int:
    return _FIRST.index(found.layout.table) if found.layout.table in _FIRST else len(_FIRST)


def _rank_of_file(one: Opened) -> int:
    return min(map(_rank, one.found), default=len(_FIRST))


def _read(one: Opened, facts: Facts) -> Reading:
    problems, notes = one.problems, []
    records: dict[str, list[dict[str, Any]]] = defaultdict(list)
    told: dict[tuple[Said | int | None, ...], tuple[Info, Known]] = {}
    for found in sorted(one.found, key=_rank):
        known = Known()
        if _rank(found) == len(_FIRST):
            if not told:
                facts = facts.with_found(
                    {table: as_table(table, rows, one.file) for table, rows in records.items()}
                )
            info = _info_of_sheet(found, one.info, facts)
            titled = (
                None
                if "year" in info
                else next(iter(told_years(found.sheet, found.layout.start).values()), None)
            )
            key = (*(info.get(label) for label in ("unit", "name", "year")), titled)
            if key not in told:
                told[key] = info, known_info(info, facts, problems, titled)
            known = told[key][1]
        body = body_of(found.sheet, found.layout, facts.criterion_names)
        tables = tables_of_sheet(found, body, known, facts, problems)
        for table, rows in tables.items():
            records[table] += rows
        notes += [
            (one.file, found.sheet.name, table, len(rows), body.left_out)
            for table, rows in tables.items()
            if rows
        ]
    for info, known in told.values():
        for table, rows in tables_of_info(info, known, facts, problems).items():
            records[table] += rows
            notes.append((one.file, rows[0]["sheet"] if rows else None, table, len(rows), 0))
    frames = {
        table: as_table(table, without_repeats(table, rows, problems), one.file)
        for table, rows in records.items()
        if rows
    }
    return Reading(one.file, frames, problems.frame(), pd.DataFrame(notes, columns=NOTES))


def _info_of_sheet(found: Found, shared: Info, facts: Facts) -> Info:
    """What holds for one sheet: its own lines before those that all share; without any unit in it the sheet's name, where that is a unit's."""
    info = {**shared, **found.info}
    name = found.sheet.name or ""
    if not (info.keys() | found.layout.fields) & {"unit", "name"} and name in facts.unit_names:
        info["name"] = Said(name, name, "A1")
    return info
