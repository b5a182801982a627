"""Results of a sheet as entries: one per figure cell, whether criteria stand in rows, in columns or in the sheet's name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from data_access.intake.body import Body
from data_access.intake.layout import Column, Layout
from data_access.intake.rows import Row, rows_of
from data_access.intake.sheets import Sheet, letters, text_of

COLUMNS = [
    "unit", "name", "year", "criterion", "criterion_name", "stage", "very_included", "comparator", "state", "submitted_on", "note", "maximum",
]  # fmt: skip
LEVELS = ("very", "value", "neutral", "dissatisfied", "very_dissatisfied")
_BESIDE = ("out_of", "very", "neutral", "dissatisfied", "very_dissatisfied")
_NO_FIGURES = dict.fromkeys((*_BESIDE, "part"), "")


@dataclass(slots=True)
class Entry:
    """One figure cell of a row: `value` is in the row's cells under `value`, a total and “very satisfied” beside it under `out_of` and `very`.

    From `unit` on it is filled in while it is read: keys resolved, figures as floats (None = none), `rule` = the criterion in the plan.
    `by_level`: forms counted by level of satisfaction, `counts` by column; `cells`: where the figures stand if several rows were added.
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
    by_level: bool = False
    counts: dict[str, int] | None = None
    cells: str | None = None

    @property
    def by_column(self) -> dict[str, int]:
        """`counts`, empty where nothing was counted by level."""
        return self.counts or {}

    @property
    def is_rate(self) -> bool:
        return self.rule["kind"] in ("share", "survey")


def entries_of(sheet: Sheet, layout: Layout, body: Body, criterion: str | None) -> Iterator[Entry]:
    """An entry for every figure cell of the table, blank ones too; `criterion` holds where neither columns nor rows name one."""
    figures = [one for one in layout.columns if one.field == "value"]
    if any(one.criterion for one in figures):
        figures = [one for one in figures if one.criterion]
    elif not layout.fields & {"criterion", "criterion_name"}:
        figures = [one._replace(criterion=criterion) for one in figures]
    if layout.has_levels:
        figures = [one for one in figures if not one.is_percent] or figures
    rows = rows_of(sheet, layout, body, COLUMNS)
    parts = layout.indices("part")
    for figure in figures:
        columns = {name: _column_beside(figure, name, layout) for name in _BESIDE}
        beside = [
            ("value", figure.index),
            *((name, one.index) for name, one in columns.items() if one),
        ]
        named = {
            **(rows[0].letters if rows else {}),
            **{name: letters(index) for name, index in beside},
        }
        total = columns["out_of"]
        shares = bool(total and figure.criterion and not total.criterion)
        for row, cells in zip(rows, body.rows):
            own = {
                **_NO_FIGURES,
                **row.cells,
                **{name: cells[index] for name, index in beside},
                "part": _part(cells, parts),
            }
            yield Entry(
                Row(row.sheet, row.number, own, named), figure, shares, by_level=layout.has_levels
            )


def _part(cells: list[Any], indices: list[int]) -> str:
    """Which part of a unit's work a row is of (“Đất đai · Cấp giấy chứng nhận”); '' unless every such cell is filled."""
    texts = [text_of(cells[index]) for index in indices]
    return " · ".join(texts) if all(texts) else ""


def _column_beside(figure: Column, field: str, layout: Layout) -> Column | None:
    """The total (or “very satisfied”) column that belongs to a figure column: same criterion and stage, else shared by all."""
    fitting = [
        one for one in layout.columns
        if one.field == field and not (layout.has_levels and one.is_percent) and one.criterion in (figure.criterion, None) and one.stage in (figure.stage, None) and one.year in (figure.year, None)
    ]  # fmt: skip
    return min(
        fitting,
        key=lambda one: (one.criterion is None, one.stage is None, one.year is None),
        default=None,
    )
