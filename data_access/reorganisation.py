"""The workbook of a reorganisation: every living unit a row, completed by hand with what becomes of it, read back as changes of units.

The heads are those of `HEADS`; a row of which nothing was filled in is a unit that stays. Split units have their row once for each new unit.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from typing import Any, NamedTuple

import pandas as pd

from data_access import unit_changes
from data_access.intake.cell_dates import parse_day
from data_access.intake.names import fold
from data_access.intake.pointing import sheets_to_point_at
from data_access.unit_change import Change, Known, NewUnit, Problem

HEADS = {
    "before": "Mã đơn vị cũ",
    "name": "Tên đơn vị cũ",
    "kind": "Loại",
    "block": "Khối, cụm",
    "way": "Hình thức",
    "unit": "Mã đơn vị mới",
    "new_name": "Tên đơn vị mới",
    "new_kind": "Loại đơn vị mới",
    "new_block": "Khối, cụm mới",
    "on": "Ngày hiệu lực",
    "document": "Văn bản",
}
GIVEN = ("before", "name", "kind", "block")
WAYS = {"Sáp nhập": "merge", "Chia tách": "split", "Giải thể": "end", "Đổi tên": "rename"}
CODES: Mapping[str, tuple[str, ...]] = {
    "way_unknown": ("row", "text", "ways"),
    "day_unreadable": ("row", "text"),
    "kind_unknown": ("row", "text"),
    "row_unit_missing": ("row",),
    "days_differ": ("unit",),
}


class Row(NamedTuple):
    """A completed row: its number in the sheet, and what stands under each head."""

    number: int
    cells: dict[str, str]
    on: dt.date | None


def is_reorganisation(name: str, content: bytes) -> bool:
    """Whether a file is this workbook."""
    return _table(name, content) is not None


def read_reorganisation(
    name: str, content: bytes, known: Known, kinds: Mapping[str, str]
) -> tuple[dict[str, pd.DataFrame], list[Problem]]:
    """The tables to store, or no table and every problem with its row. In: a file that `is_reorganisation`; name of a kind of units → its code."""
    start, rows = _table(name, content) or (0, [])
    problems: list[Problem] = []
    read = [_row(start + step, cells, problems) for step, cells in enumerate(rows)]
    filled = [one for one in read if one is not None]
    changes = _changes(filled, {fold(one): code for one, code in kinds.items()}, problems)
    tables: dict[str, list[pd.DataFrame]] = defaultdict(list)
    for change in changes:
        made, wrong = unit_changes.rows_of(change, known)
        problems += wrong
        for table, frame in made.items():
            tables[table].append(frame)
    whole = {table: pd.concat(frames, ignore_index=True) for table, frames in tables.items()}
    problems += _twice(whole) or unit_changes.faults_of(whole, known)
    return ({}, _once(problems)) if problems else (whole, [])


def _once(problems: list[Problem]) -> list[Problem]:
    return list({repr(one): one for one in problems}.values())


def _twice(tables: Mapping[str, pd.DataFrame]) -> list[Problem]:
    """New units that two changes make under one code."""
    units = tables.get("units", pd.DataFrame(columns=["unit", "valid_from"]))
    if "valid_from" not in units:
        return []
    born = units.loc[units["valid_from"].notna(), "unit"]
    return [Problem("unit_code_twice", {"unit": one}) for one in born[born.duplicated()].unique()]


def _table(name: str, content: bytes) -> tuple[int, list[dict[str, Any]]] | None:
    """The number (from 1) of the first row below the heads, and the rows by head; None where no sheet has the heads."""
    for sheet in sheets_to_point_at(name, content):
        for number, row in enumerate(sheet.rows):
            places = {str(cell).strip(): place for place, cell in enumerate(row)}
            if set(HEADS.values()) <= places.keys():
                at = {field: places[head] for field, head in HEADS.items()}
                below = [
                    {field: one[place] for field, place in at.items()}
                    for one in sheet.rows[number + 1 :]
                ]
                return number + 2, below
    return None


def _row(number: int, cells: Mapping[str, Any], problems: list[Problem]) -> Row | None:
    """A row in which anything was filled in."""
    texts = {field: _text(cell) for field, cell in cells.items()}
    if not any(text for field, text in texts.items() if field not in GIVEN):
        return None
    day = parse_day(cells["on"]).date if texts["on"] else None
    if texts["on"] and day is None:
        problems.append(Problem("day_unreadable", {"row": number, "text": texts["on"]}))
    if not texts["before"]:
        problems.append(Problem("row_unit_missing", {"row": number}))
    return Row(number, texts, day)


def _text(cell: Any) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()


def _changes(rows: list[Row], kinds: Mapping[str, str], problems: list[Problem]) -> list[Change]:
    """Rows that belong together as one change: those that go into one unit, those into which one is split."""
    ways = {fold(text): way for text, way in WAYS.items()}
    together: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for one in rows:
        way = ways.get(fold(one.cells["way"]))
        if way is None:
            said = {"row": one.number, "text": one.cells["way"], "ways": ", ".join(WAYS)}
            problems.append(Problem("way_unknown", said))
        else:
            key = one.cells["unit"] if way == "merge" else one.cells["before"]
            together[way, key].append(one)
    return [_change(way, own, kinds, problems) for (way, _), own in together.items() if way and own]


def _change(way: str, rows: list[Row], kinds: Mapping[str, str], problems: list[Problem]) -> Change:
    first = rows[0]
    days = {one.on for one in rows if one.on}
    if len(days) > 1:
        problems.append(Problem("days_differ", {"unit": first.cells["unit"]}))
    document = next((one.cells["document"] for one in rows if one.cells["document"]), "")
    units = tuple(dict.fromkeys(one.cells["before"] for one in rows))
    on = min(days, default=None)
    if way == "rename":
        return Change(way, on, document, units, name=first.cells["new_name"])
    if way == "end":
        return Change(way, on, document, units)
    new = rows if way == "split" else [_fullest(rows)]
    made = tuple(_new(one, kinds, problems) for one in new)
    return Change(way, on, document, units, made)


def _fullest(rows: list[Row]) -> Row:
    """The name, kind and block of a new unit, wherever among its rows they were written."""
    cells = dict(rows[0].cells)
    for one in rows:
        for field in ("new_name", "new_kind", "new_block"):
            cells[field] = cells[field] or one.cells[field]
    return rows[0]._replace(cells=cells)


def _new(one: Row, kinds: Mapping[str, str], problems: list[Problem]) -> NewUnit:
    text = one.cells["new_kind"] or one.cells["kind"]
    kind = kinds.get(fold(text))
    if kind is None:
        problems.append(Problem("kind_unknown", {"row": one.number, "text": text}))
    return NewUnit(
        one.cells["unit"],
        one.cells["new_name"],
        kind,
        block=one.cells["new_block"] or one.cells["block"] or None,
    )
