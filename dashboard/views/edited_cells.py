"""What people changed in a table that they edit, as plain data that can be kept and laid over the table again."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

import pandas as pd

from dashboard.writing.formats import is_missing


class Laid(NamedTuple):
    """A table with edits laid over it, and those that found no place: the cell says another thing than when it was edited, or is gone."""

    table: pd.DataFrame
    left: list[tuple[str, str]]
    """(row, value) of each edit without a place."""


def fit(
    made: Mapping[str, Any],
    rows: int,
    settings: Mapping[str, Mapping[str, Any]],
    *,
    may_add: bool = False,
) -> bool:
    """Whether what a browser says was edited can have been typed into a table of so many rows: in columns that are not disabled, a plain value in each cell. In: as `st.data_editor` keeps it, column → its settings.

    >>> columns = {"name": {"disabled": True}, "agree": {}}
    >>> fit({"edited_rows": {0: {"agree": "7"}}}, 1, columns), fit({"edited_rows": {0: {"name": "Lan"}}}, 1, columns)
    (True, False)
    """
    cells, added = made.get("edited_rows") or {}, made.get("added_rows") or []
    typed_in = {name for name, one in settings.items() if not one.get("disabled")}
    if made.get("deleted_rows") or (added and not may_add):
        return False
    if not isinstance(cells, Mapping) or not isinstance(added, list):
        return False
    places_are_there = all(isinstance(row, int) and 0 <= row < rows for row in cells)
    return (
        places_are_there
        and all(_typed(one, typed_in) for one in cells.values())
        and all(_typed(one, settings) for one in added)
    )


def _typed(row: Any, columns: Collection[str]) -> bool:
    return isinstance(row, Mapping) and all(
        name in columns and (value is None or isinstance(value, str | int | float))
        for name, value in row.items()
    )


def edits(shown: pd.DataFrame, edited: pd.DataFrame, by: str) -> dict[str, list]:
    """`cells`: [row, column, value before, value now] of what differs, a row by what stands in its column `by`; `added`: rows below the last one.

    Values as JSON has them: texts, numbers, yes and no, null for an empty cell. Both frames are numbered 0, 1, 2 …
    """
    known, columns = len(shown), list(shown.columns)
    names, cells = [_plain(one) for one in shown[by]], []
    for column in columns:
        was, now = map(_plain, shown[column]), map(_plain, edited[column][:known])
        pairs = zip(names, was, now, strict=True)
        cells += [[row, column, before, value] for row, before, value in pairs if before != value]
    added = [
        {column: _plain(edited[column].iat[place]) for column in columns}
        for place in range(known, len(edited))
    ]
    return {"cells": cells, "added": added}


def with_edits(shown: pd.DataFrame, made: Mapping[str, Any], by: str) -> Laid:
    """The table with these edits, each only where the cell still says what it said when it was edited: nothing that others stored since is covered unseen."""
    places = {_plain(row): place for place, row in enumerate(shown[by])}
    columns = {name: list(map(_plain, shown[name])) for name in shown}
    left = []
    for row, column, before, value in made["cells"]:
        place = places.get(row)
        if place is not None and column in columns and columns[column][place] == before:
            columns[column][place] = value
        else:
            left.append((str(row), "" if value is None else str(value)))
    for name, values in columns.items():
        values += [row.get(name) for row in made["added"]]
    return Laid(_of_kinds(pd.DataFrame(columns, columns=shown.columns), shown), left)


def _of_kinds(table: pd.DataFrame, shown: pd.DataFrame) -> pd.DataFrame:
    """The columns are of the kinds they had, but numbers and yes-or-no where a cell is empty."""
    kinds = {
        name: kind
        for name, kind in shown.dtypes.items()
        if kind.kind not in "iub" or table[name].notna().all()
    }
    return table.astype(kinds)


def _plain(value: Any) -> Any:
    """A cell as JSON has it."""
    if is_missing(value):
        return None
    return value.item() if hasattr(value, "item") else value
