"""The shape of what intake hands over: the columns of every table (docs/architecture.md) with file, sheet, cell, and their types."""
from __future__ import annotations

import pandas as pd

ORIGIN = ["file", "sheet", "cell"]
_RESULT = ["value", "out_of", "very", "very_included", "comparator", "state", "submitted_on", "note"]
COLUMNS: dict[str, list[str]] = {
    "units": ["unit", "name", "short_name", "kind", "parent", "valid_from", "valid_to", "position"],
    "unit_years": ["unit", "year", "block", "staff"],
    "aliases": ["alias", "unit"],
    "lineage": ["before", "after", "on", "kind", "document"],
    "results": ["unit", "criterion", "year", "stage", *_RESULT],
    "filings": ["unit", "year", "kind", "number", "dated", "submitted_on"],
    "documents": ["unit", "year", "origin", "number", "dated", "title"],
    "awards": ["unit", "year", "origin", "form", "collectives", "individuals"],
    "inspections": ["unit", "year", "origin", "inspected_on", "inspector", "findings"],
    "examples": ["unit", "year", "origin", "name", "description"],
    "limitations": ["unit", "year", "origin", "category", "quote", "place"],
    "indices": ["province", "index_name", "year", "score", "max_score", "rank", "source"],
}
KEYS: dict[str, list[str]] = {
    "units": ["unit"],
    "unit_years": ["unit", "year"],
    "aliases": ["alias"],
    "lineage": ["before", "after"],
    "results": ["unit", "criterion", "year", "stage"],
    "filings": ["unit", "year", "kind"],
    "indices": ["province", "index_name", "year"],
}
_DATES = {"valid_from", "valid_to", "on", "submitted_on", "dated", "inspected_on"}
_WHOLE = {"year", "position", "staff", "collectives", "individuals", "rank"}
_REAL = {"value", "out_of", "very", "score", "max_score"}


def typed(table: str, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with exactly the table's columns: dates as datetime64, whole numbers as Int64, missing as missing, never ''."""
    return pd.DataFrame({name: _typed(name, rows.get(name, pd.Series(index=rows.index, dtype=object))) for name in COLUMNS[table] + ORIGIN}).reset_index(drop=True)


def _typed(name: str, values: pd.Series) -> pd.Series:
    if name in _DATES:
        return pd.to_datetime(values)
    if name in _REAL:
        return values.astype(float)
    if name in _WHOLE:
        return values.astype("Float64").astype("Int64") if values.dtype == object else values.astype("Int64")
    if name == "very_included":
        return values.astype("boolean")
    return values.where(values.notna() & values.ne(""), None).astype("str")
