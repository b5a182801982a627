"""The lists that stand beside the results: filings, documents, awards, inspections, good examples, limitations; and the province's indices."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from data_access.intake.days import day, note_filed_early
from data_access.intake.names import fold
from data_access.intake.problems import Problems
from data_access.intake.resolving import Resolver
from data_access.intake.rows import Row, count, figure, with_required, word

Record = dict[str, Any]
CELLS: dict[str, list[str]] = {
    "filings": ["unit", "name", "year", "kind", "number", "dated", "submitted_on"],
    "documents": ["unit", "name", "year", "number", "dated", "title"],
    "awards": [
        "unit", "name", "year", "form", "collectives", "individuals", "person", "collective", "recipient", "recipient_kind",
    ],
    "inspections": ["unit", "name", "year", "inspected_on", "inspector", "findings"],
    "examples": ["unit", "name", "year", "name_of_example", "description"],
    "limitations": ["unit", "name", "year", "category", "quote", "place"],
    "indices": ["province", "year", "index_name", "score", "max_score", "rank", "source"],
}  # fmt: skip
_REQUIRED = {"awards": "form", "examples": "name_of_example", "limitations": "quote"}
_YEARS_BEFORE, _YEARS_AFTER = 1, 2
_PLACED = ("unit", "name", "year")


def list_of(table: str, rows: list[Row], resolver: Resolver, problems: Problems) -> list[Record]:
    """Records of one of the lists, each with its unit and year."""
    said = [
        row
        for row in rows
        if any(row.text(column) for column in CELLS[table] if column not in _PLACED)
    ]
    records = []
    for row in with_required(said, _REQUIRED[table], problems) if table in _REQUIRED else said:
        year = resolver.year(row)
        unit = resolver.unit(row, year) if year else None
        reader = _READ[table]
        if table == "limitations":
            reader = partial(_limitation, resolver.limitation_codes)
        if year and unit and (told := reader(row, year, problems)):
            _note_far_dates(row, told, resolver.years, problems)
            records.append(
                {
                    "unit": unit,
                    "year": year,
                    "origin": "workbook",
                    **told,
                    "sheet": row.sheet,
                    "cell": row.at(),
                }
            )
    return records


def _note_far_dates(row: Row, told: Record, years: range, problems: Problems) -> None:
    """A day long before or after the movement is likely a slip of the pen."""
    for column, date in told.items():
        if (
            isinstance(date, dt.date)
            and not years[0] - _YEARS_BEFORE <= date.year <= years[-1] + _YEARS_AFTER
        ):
            problems.add(
                "dated_outside_period",
                row.sheet,
                row.at(column),
                date=date,
                first_year=years[0],
                last_year=years[-1],
            )


def _filing(row: Row, year: int, problems: Problems) -> Record | None:
    filed = day(row, "submitted_on", problems, essential=True)
    note_filed_early(row, filed, year, problems)
    told = {
        "number": row.text("number"),
        "dated": day(row, "dated", problems),
        "submitted_on": filed,
    }
    return (
        {"kind": word(row, "kind", "report", problems, default="annual"), **told}
        if any(told.values())
        else None
    )


def _document(row: Row, year: int, problems: Problems) -> Record:
    return {
        "number": row.text("number"),
        "dated": day(row, "dated", problems),
        "title": row.text("title"),
    }


def _award(row: Row, year: int, problems: Problems) -> Record:
    return {
        "form": row.text("form"),
        "collectives": count(row, "collectives", problems),
        "individuals": count(row, "individuals", problems),
    }


def _inspection(row: Row, year: int, problems: Problems) -> Record:
    return {
        "inspected_on": day(row, "inspected_on", problems),
        "inspector": row.text("inspector"),
        "findings": row.text("findings"),
    }


def _example(row: Row, year: int, problems: Problems) -> Record:
    return {"name": row.text("name_of_example"), "description": row.text("description")}


def _limitation(codes: Mapping[str, str], row: Row, year: int, problems: Problems) -> Record:
    own = codes.get(fold(row.text("category") or ""))
    category = own or word(row, "category", "category", problems, default="khac")
    return {"category": category, "quote": row.text("quote"), "place": row.text("place")}


_READ: dict[str, Callable[[Row, int, Problems], Record | None]] = {
    "filings": _filing,
    "documents": _document,
    "awards": _award,
    "inspections": _inspection,
    "examples": _example,
    "limitations": partial(_limitation, {}),
}


def indices_of(rows: list[Row], problems: Problems) -> list[Record]:
    """Records of `indices`: whole-province indices with their source in every row; any year."""
    for column in ("province", "index_name", "year", "source"):
        rows = with_required(rows, column, problems)
    return [_index(row, problems) for row in rows]


def _index(row: Row, problems: Problems) -> Record:
    highest = figure(row, "max_score", problems)
    return {
        "province": row.text("province"),
        "index_name": row.text("index_name"),
        "year": count(row, "year", problems),
        "score": figure(row, "score", problems, limit=highest),
        "max_score": highest,
        "rank": count(row, "rank", problems),
        "source": row.text("source"),
        "sheet": row.sheet,
        "cell": row.at(),
    }
