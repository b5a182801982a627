"""Results of a sheet as entries: one per figure cell, whether criteria stand in rows, in columns or in the sheet's name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from data_access.intake.beside import column_beside
from data_access.intake.body import Body
from data_access.intake.claims import Claim
from data_access.intake.heads import Column
from data_access.intake.layout import Layout
from data_access.intake.matching import header_form
from data_access.intake.names import fold
from data_access.intake.periods import part_of_year
from data_access.intake.rows import Row, rows_of
from data_access.intake.sheets import Sheet, letters, text_of
from data_access.intake.told_measures import measure_of

COLUMNS = [
    "unit", "name", "year", "criterion", "criterion_name", "stage", "very_included", "comparator", "state", "submitted_on", "note", "maximum", "measure",
]  # fmt: skip
LEVELS = ("very", "value", "neutral", "dissatisfied", "very_dissatisfied")
_BESIDE = ("out_of", "very", "neutral", "dissatisfied", "very_dissatisfied")
_SATISFIED, _WITHIN = fold("hài lòng"), fold("trong đó")
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
    measure: str | None = None
    part_of_year: str | None = None
    levels_side_by_side: bool = False
    total_measure: str | None = None

    @property
    def in_percent(self) -> bool:
        """Whether head, row or the lines above say that the figure is in percent."""
        return self.figure.is_percent or self.measure == "percent"

    @property
    def by_column(self) -> dict[str, int]:
        """`counts`, empty where nothing was counted by level."""
        return self.counts or {}

    @property
    def is_rate(self) -> bool:
        return bool(self.rule["reading"]["counts"])


def entries_of(
    sheet: Sheet, layout: Layout, body: Body, criterion: str | None, measure: str | None = None
) -> Iterator[Entry]:
    """An entry for every figure cell of the table, blank ones too; `criterion` and `measure` hold where neither columns nor rows name one."""
    rows = rows_of(sheet, layout, body, COLUMNS)
    parts = layout.indices("part")
    has_levels = layout.has_levels
    names_criterion = bool(layout.fields & {"criterion", "criterion_name"})
    for figure in figures_of(layout):
        beside = {name: column_beside(figure, name, layout) for name in _BESIDE}
        columns = {name: one.index for name, one in beside.items() if one}
        columns["value"] = figure.index
        named = {
            **(rows[0].letters if rows else {}),
            **{name: letters(index) for name, index in columns.items()},
        }
        total = beside["out_of"]
        shares = bool(total and figure.criterion and not total.criterion)
        side_by_side = _side_by_side(figure, beside["very"])
        for row, cells, told in zip(rows, body.rows, body.told):
            own = {
                **_NO_FIGURES,
                **row.cells,
                **{name: cells[index] for name, index in columns.items()},
                "part": _part(cells, parts),
            }
            of = figure
            if not (figure.criterion or names_criterion):
                of = figure._replace(
                    criterion=told["criterion"].value if "criterion" in told else criterion
                )
            entry = Entry(Row(row.sheet, row.number, own, named), of, shares)
            entry.total_measure = total.measure if total else None
            entry.by_level, entry.levels_side_by_side = has_levels, side_by_side
            yield _heard(entry, told, measure)


def figures_of(layout: Layout) -> list[Column]:
    """The columns of figures; where some name a criterion or a unit, those only, and of counts by level none in percent."""
    figures = [one for one in layout.columns if one.field == "value"]
    if any(one.criterion for one in figures):
        figures = [one for one in figures if one.criterion]
    elif any(one.unit for one in figures):
        figures = [one for one in figures if one.unit]
    if layout.has_levels:
        figures = [one for one in figures if not one.is_percent] or figures
    return figures


def _side_by_side(figure: Column, very: Column | None) -> bool:
    """Whether “Hài lòng” stands beside “Rất hài lòng” and neither says that it holds, or is part of, the other."""
    if very is None:
        return False
    words = header_form(figure.header)
    return words.endswith(_SATISFIED) and _WITHIN not in fold(very.header)


def _heard(entry: Entry, told: Mapping[str, Claim], measure: str | None) -> Entry:
    """The entry with what the lines above its row say, where its own cells and its head say nothing."""
    cells = entry.row.cells
    if entry.figure.unit:
        cells["name"] = entry.figure.unit
    for kind, column in (("year", "year"), ("stage", "stage"), ("unit", "name")):
        claim = told.get(kind)
        if claim and cells[column] == "" and not (kind == "unit" and cells["unit"] != ""):
            cells[column] = claim.text if claim.value is None else claim.value
    if entry.figure.maximum is not None and cells["maximum"] == "":
        cells["maximum"] = entry.figure.maximum
    entry.measure = (
        entry.figure.measure
        or measure_of(text_of(cells["measure"]))
        or (told["measure"].value if "measure" in told else measure)
    )
    if "part_of_year" in told:
        entry.part_of_year = told["part_of_year"].text
    elif isinstance(cells["note"], str) and part_of_year(cells["note"]):
        entry.part_of_year = cells["note"]
    elif entry.figure.part_of_year:
        entry.part_of_year = entry.figure.header
    return entry


def _part(cells: list[Any], indices: list[int]) -> str:
    """Which part of a unit's work a row is of (“Đất đai · Cấp giấy chứng nhận”); '' unless every such cell is filled."""
    texts = [text_of(cells[index]) for index in indices]
    return " · ".join(texts) if all(texts) else ""
