"""The shape of what intake hands over: the columns of every table (docs/architecture.md) with file, sheet, cell, and their types."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
import pandas as pd

from data_access.intake.problems import Problems

pd.options.mode.string_storage = "python"  # as in the store, which then takes a column as it is
ORIGIN = ["file", "sheet", "cell"]
_RESULT = [
    "value",
    "out_of",
    "very",
    "very_included",
    "comparator",
    "state",
    "submitted_on",
    "note",
]
COLUMNS: dict[str, list[str]] = {
    "units": ["unit", "name", "short_name", "kind", "parent", "valid_from", "valid_to", "position"],
    "unit_years": ["unit", "year", "block", "staff"],
    "unit_heads": ["unit", "year", "person", "post", "since"],
    "boundaries": ["unit", "shape"],
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
    "unit_heads": ["unit", "year"],
    "aliases": ["alias"],
    "lineage": ["before", "after"],
    "results": ["unit", "criterion", "year", "stage"],
    "filings": ["unit", "year", "kind"],
    "indices": ["province", "index_name", "year"],
}
_TYPES: dict[str, Any] = {
    **dict.fromkeys(
        ["valid_from", "valid_to", "on", "since", "submitted_on", "dated", "inspected_on"],
        np.dtype("datetime64[us]"),
    ),
    **dict.fromkeys(
        ["year", "position", "staff", "collectives", "individuals", "rank"], pd.Int64Dtype()
    ),
    **dict.fromkeys(["value", "out_of", "very", "score", "max_score"], np.dtype("float64")),
    "very_included": pd.BooleanDtype(),
}


def as_table(table: str, records: Iterable[Mapping[str, Any]], file: str) -> pd.DataFrame:
    """The records with exactly the table's columns: dates as datetime64, whole numbers as Int64, missing as missing, never ''."""
    records = list(records)
    columns = {
        name: [one.get(name) for one in records] for name in [*COLUMNS[table], "sheet", "cell"]
    } | {"file": [file] * len(records)}
    return pd.DataFrame(
        {name: _typed(name, columns[name]) for name in COLUMNS[table] + ORIGIN}, copy=False
    )


def _typed(name: str, values: list[Any]) -> Any:
    if name in _TYPES:
        return pd.array(values, dtype=_TYPES[name])
    texts = np.empty(len(values), dtype=object)
    texts[:] = [one if one != "" else None for one in values]
    return pd.array(texts, dtype=pd.StringDtype(na_value=np.nan))


def without_repeats(
    table: str, records: list[dict[str, Any]], problems: Problems
) -> list[dict[str, Any]]:
    """The records with one per key. One that says the same again is a warning, one that says something else an error."""
    key = KEYS.get(table)
    if key is None:
        return records
    firsts: dict[tuple[Any, ...], dict[str, Any]] = {}
    for one in records:
        first = firsts.setdefault(tuple(one[name] for name in key), one)
        if first is one:
            continue
        if all(one[name] == first[name] for name in COLUMNS[table] if name in one):
            problems.add("duplicate_row", one["sheet"], one["cell"], first=_place(first))
        else:
            problems.add(
                "duplicate_key",
                one["sheet"],
                one["cell"],
                key=[one[name] for name in key],
                first=_place(first),
            )
    return list(firsts.values())


def _place(record: Mapping[str, Any]) -> str:
    return f"{record['sheet']}!{record['cell']}" if record["sheet"] else record["cell"]
