"""A table whose head a person has explained: its columns by their word, and what the heads themselves say besides (years, units of measure)."""

from __future__ import annotations

from typing import Any

from data_access.intake.head_columns import head_parts
from data_access.intake.head_lines import HeadLines, Names
from data_access.intake.heads import Column
from data_access.intake.layout import Layout
from data_access.intake.names import fold
from data_access.intake.shapes import OF_FIGURES, PointedColumn, Shape
from data_access.intake.sheets import Sheet


def pointed_layout(sheet: Sheet, row: int, top: int, shape: Shape, names: Names) -> Layout:
    """The table that the explained head in this row heads, with titles from the row `top` on."""
    end = row + shape.lines - 1
    parts = head_parts(sheet, row, end, names)
    by_row = any(one.role in ("criterion", "criterion_name") for one in shape.columns)
    said = {one.index: one for one in shape.columns}
    columns = tuple(
        _column(said.get(index, PointedColumn(index, "ignored")), texts, names, by_row)
        for index, texts in enumerate(parts)
        if texts or said.get(index, PointedColumn(index, "ignored")).role != "ignored"
    )
    return Layout("results", columns, row, end, top, None, shape)


def _column(said: PointedColumn, texts: list[str], names: Names, by_row: bool) -> Column:
    header = " ".join(" ".join(texts).split())
    if said.role == "ignored":
        return Column(said.index, None, header, is_ignored=True)
    if said.role not in OF_FIGURES:
        return Column(said.index, said.role, header)
    read = HeadLines(texts or [""], names, by_row)
    return Column(
        said.index,
        said.role,
        header,
        said.criterion or _only(read.criteria),
        said.stage or _only(read.stages),
        _only(read.years),
        _only(read.units) if by_row else None,
        read.measures[-1] if read.measures else None,
        read.maximum,
        tuple(fold(one) for one in texts[:-1]),
        " / ".join(map(str, sorted(set(read.years)))) if len(set(read.years)) > 1 else None,
        read.part_of_year,
    )


def _only(values: list[Any]) -> Any:
    return values[0] if len(set(values)) == 1 else None
