"""How wide a column of a sheet must be, and how tall a line."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from dashboard.writing.columns import written
from dashboard.writing.table_model import Table

NARROWEST, ROWS_MEASURED = 6, 400
TEXT_LINE = 15.0  # points
LINE = {False: 95, True: 140}  # letters of a line on A4, upright and across


def height_of(texts: Sequence[str], widths: Sequence[float]) -> float:
    """Points that the highest cell of a row needs: programs other than Excel do not make rows higher for text that wraps."""
    lines = max(ceil(len(text) / width) for text, width in zip(texts, widths, strict=True))
    return TEXT_LINE * max(lines, 1)


def width_of(table: Table, place: int) -> float:
    """The column's part of the line's letters, so that a printed page stays readable; long texts wrap. Never narrower than its figures."""
    parts = [column.width if isinstance(column.width, int) else 1 for column in table.heads]
    column = table.heads[place]
    figures = (
        0
        if column.kind == "text" or column.is_coded
        else max(
            (len(written(row[place], column)) for row in table.rows[:ROWS_MEASURED]), default=0
        )
    )
    return max(LINE[table.landscape] * parts[place] / sum(parts), figures + 2, NARROWEST)
