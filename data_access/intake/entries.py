"""Results of a sheet as entries: one per figure cell, whether criteria stand in rows, in columns or in the sheet's name."""
from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from data_access.intake.body import Body
from data_access.intake.layout import Column, Layout
from data_access.intake.rows import Row, rows_of
from data_access.intake.sheets import Sheet, letters

COLUMNS = [
    "unit", "name", "year", "criterion", "criterion_name", "stage", "very_included", "comparator", "state", "submitted_on", "note", "maximum",
]  # fmt: skip


@dataclass(slots=True)
class Entry:
    """One figure cell of a row: `value` is in the row's cells under `value`, a total and “very satisfied” beside it under `out_of` and `very`.

    From `unit` on it is filled in while it is read: keys resolved, figures as floats (None = none), `rule` = the criterion in the plan.
    """

    row: Row
    figure: Column
    shares_total: bool
    unit: str = ""
    criterion: str = ""
    year: int = 0
    stage: str = ""
    rule: Mapping[str, Any] = None  # type: ignore[assignment]
    state: str = "ok"
    value: float | None = None
    out_of: float | None = None
    very: float | None = None
    very_included: bool | None = None
    maximum: float | None = None
    comparator: str = "="
    is_rate_bound: bool = False
    staff: float | None = None
    submitted_on: dt.date | None = None

    @property
    def is_rate(self) -> bool:
        return self.rule["kind"] in ("share", "survey")


def entries_of(sheet: Sheet, layout: Layout, body: Body) -> Iterator[Entry]:
    """An entry for every figure cell of the table, blank ones too."""
    figures = [one for one in layout.columns if one.field == "value"]
    if any(one.criterion for one in figures):
        figures = [one for one in figures if one.criterion]
    elif not layout.fields & {"criterion", "criterion_name"}:
        figures = [one._replace(criterion=sheet.name) for one in figures]
    rows = rows_of(sheet, layout, body, COLUMNS)
    for figure in figures:
        total, very = _column_beside(figure, "out_of", layout), _column_beside(figure, "very", layout)
        beside = [("value", figure.index), *((name, one.index) for name, one in (("out_of", total), ("very", very)) if one)]
        named = {**(rows[0].letters if rows else {}), **{name: letters(index) for name, index in beside}}
        shares = bool(total and figure.criterion and not total.criterion)
        for row, cells in zip(rows, body.rows):
            own = {"out_of": "", "very": "", **row.cells, **{name: cells[index] for name, index in beside}}
            yield Entry(Row(row.sheet, row.number, own, named), figure, shares)


def _column_beside(figure: Column, field: str, layout: Layout) -> Column | None:
    """The total (or “very satisfied”) column that belongs to a figure column: same criterion and stage, else shared by all."""
    fitting = [
        one for one in layout.columns
        if one.field == field and one.criterion in (figure.criterion, None) and one.stage in (figure.stage, None) and one.year in (figure.year, None)
    ]  # fmt: skip
    return min(fitting, key=lambda one: (one.criterion is None, one.stage is None, one.year is None), default=None)
