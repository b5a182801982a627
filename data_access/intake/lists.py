"""The lists that stand beside the results: filings, documents, awards, inspections, good examples, limitations; and the province's indices."""
from __future__ import annotations

import pandas as pd

from data_access.intake.days import days, note_filed_early
from data_access.intake.facts import Facts
from data_access.intake.problems import Problems
from data_access.intake.resolving import with_units, with_years
from data_access.intake.rows import real_numbers, texts, whole_numbers, without_missing
from data_access.intake.states import worded
from data_access.intake.tables import typed

CELLS: dict[str, list[str]] = {
    "filings": ["unit", "name", "year", "kind", "number", "dated", "submitted_on"],
    "documents": ["unit", "name", "year", "number", "dated", "title"],
    "awards": ["unit", "name", "year", "form", "collectives", "individuals"],
    "inspections": ["unit", "name", "year", "inspected_on", "inspector", "findings"],
    "examples": ["unit", "name", "year", "name_of_example", "description"],
    "limitations": ["unit", "name", "year", "category", "quote", "place"],
    "indices": ["province", "year", "index_name", "score", "max_score", "rank", "source"],
}
_TEXTS = {"number", "title", "form", "inspector", "findings", "name_of_example", "description", "quote", "place", "source", "unit", "name"}
_REQUIRED = {"awards": "form", "examples": "name_of_example", "limitations": "quote"}
_COUNTS = {"collectives", "individuals"}
_PLACED = {"unit", "name", "year"}


def list_of(table: str, rows: pd.DataFrame, told_year: int | None, facts: Facts, problems: Problems) -> pd.DataFrame:
    """Rows of one of the lists, each with its unit and year."""
    columns = CELLS[table]
    rows = texts(rows, *[one for one in columns if one in _TEXTS])
    rows = rows[rows[[one for one in columns if one not in _PLACED]].ne("").any(axis=1)]
    rows = with_units(with_years(rows, told_year, facts, problems), facts, problems)
    rows = rows.assign(**{one: whole_numbers(rows, one, problems) for one in columns if one in _COUNTS}, file=problems.file, origin="workbook")
    if table in _REQUIRED:
        rows = without_missing(rows, _REQUIRED[table], problems)
    return _FINISH.get(table, typed_as_is)(table, rows, problems)


def typed_as_is(table: str, rows: pd.DataFrame, problems: Problems) -> pd.DataFrame:
    """Rows whose columns are already those of the table."""
    return typed(table, rows)


def _filings(table: str, rows: pd.DataFrame, problems: Problems) -> pd.DataFrame:
    rows = rows.assign(
        kind=worded(rows, "kind", "report", problems, default="annual"),
        dated=days(rows, "dated", problems),
        submitted_on=days(rows, "submitted_on", problems, essential=True),
    )
    note_filed_early(rows, problems)
    return typed(table, rows[rows["submitted_on"].notna() | rows["number"].ne("") | rows["dated"].notna()])


def _documents(table: str, rows: pd.DataFrame, problems: Problems) -> pd.DataFrame:
    return typed(table, rows.assign(dated=days(rows, "dated", problems)))


def _inspections(table: str, rows: pd.DataFrame, problems: Problems) -> pd.DataFrame:
    return typed(table, rows.assign(inspected_on=days(rows, "inspected_on", problems)))


def _examples(table: str, rows: pd.DataFrame, problems: Problems) -> pd.DataFrame:
    return typed(table, rows.assign(name=rows["name_of_example"]))


def _limitations(table: str, rows: pd.DataFrame, problems: Problems) -> pd.DataFrame:
    return typed(table, rows.assign(category=worded(rows, "category", "category", problems, default="khac")))


_FINISH = {"filings": _filings, "documents": _documents, "inspections": _inspections, "examples": _examples, "limitations": _limitations}


def indices_of(rows: pd.DataFrame, problems: Problems) -> pd.DataFrame:
    """Rows of `indices`: whole-province indices with their source in every row; any year."""
    rows = texts(rows, "province", "index_name", "source")
    rows = without_missing(without_missing(rows, "province", problems), "source", problems)
    top = real_numbers(rows, "max_score", problems)
    return typed(
        "indices",
        rows.assign(
            year=whole_numbers(rows, "year", problems),
            score=real_numbers(rows, "score", problems, limit=top),
            max_score=top,
            rank=whole_numbers(rows, "rank", problems),
            file=problems.file,
        ),
    )
