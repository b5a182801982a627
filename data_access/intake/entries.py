"""Results of a sheet as entries: one row per figure cell, whether criteria stand in rows, in columns or in the sheet's name."""
from __future__ import annotations

from typing import Any

import pandas as pd

from data_access.intake.body import Body, has_nothing
from data_access.intake.layout import Column, Layout
from data_access.intake.sheets import Sheet, letters

SHARED = ["unit", "name", "year", "criterion", "criterion_name", "stage", "very_included", "comparator", "state", "submitted_on", "note", "maximum"]
_BESIDE = ["out_of", "very"]


def entries_of(sheet: Sheet, layout: Layout, body: Body) -> pd.DataFrame:
    """One row per cell that holds a figure or a state; the columns are the cells as they stand ('' = blank).

    Beside `SHARED`: sheet, number (the row from 0), value, out_of, very, header, is_percent, total_is_shared, and the letters of
    the columns in value_at, out_of_at, very_at.
    """
    figures = [one for one in layout.columns if one.field == "value"]
    shared = pd.DataFrame({name: _cells(body, layout, name) for name in SHARED}, dtype=object).assign(number=body.numbers, sheet=sheet.name)
    if any(one.criterion for one in figures):
        figures = [one for one in figures if one.criterion]
    named = {"criterion": sheet.name} if not layout.fields & {"criterion", "criterion_name"} else {}
    frames = [_of_column(one, layout, body, shared.assign(**named)) for one in figures]
    return pd.concat(frames, ignore_index=True) if frames else shared.iloc[:0]


def _cells(body: Body, layout: Layout, field: str) -> list[Any]:
    """The cells of the first column of that name, '' where there is none."""
    found = layout.indices(field)
    return [row[found[0]] for row in body.rows] if found else [""] * len(body.rows)


def _of_column(figure: Column, layout: Layout, body: Body, shared: pd.DataFrame) -> pd.DataFrame:
    entries = shared.assign(value=[row[figure.index] for row in body.rows], value_at=letters(figure.index))
    for field in _BESIDE:
        beside = _column_beside(figure, field, layout)
        cells = [row[beside.index] for row in body.rows] if beside else ""
        entries = entries.assign(**{field: cells, f"{field}_at": letters(beside.index) if beside else ""})
        if field == "out_of":
            entries["total_is_shared"] = bool(beside and figure.criterion and not beside.criterion)
    told = {"criterion": figure.criterion, "stage": figure.stage, "year": figure.year}
    entries = entries.assign(**{name: one for name, one in told.items() if one}, header=figure.header, is_percent=figure.is_percent)
    blank = pd.Series([has_nothing(cell) and cell != "x" for cell in entries["value"]])
    return entries[~(blank & entries["state"].eq(""))].astype({"value": object})


def _column_beside(figure: Column, field: str, layout: Layout) -> Column | None:
    """The total (or “very satisfied”) column that belongs to a figure column: same criterion and stage, else shared by all."""
    found = [one for one in layout.columns if one.field == field]
    own = [one for one in found if one.criterion == figure.criterion and one.stage in (figure.stage, None) and one.year in (figure.year, None)]
    common = [one for one in found if one.criterion is None and one.stage in (figure.stage, None) and one.year in (figure.year, None)]
    return next(iter(sorted(own, key=lambda one: (one.stage is None, one.year is None)) + common), None)
