"""Limitations in the cells of tables: remarks under “Tồn tại”, reasons of points taken off beside a criterion."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.reading.fault_odds import MAYBE, SURE, odds
from dashboard.reading.folding import Source
from dashboard.reading.outline import Passage, section_named
from dashboard.reading.phrases import words_of
from dashboard.reading.table_rows import Cell, TableRow, tables_in

_LEAST = 3  # words of a cell that says something


def cells_that_resemble(
    source: Source, parts: list[Passage], taken: list[tuple[int, int]]
) -> Iterator[tuple[Passage, int, int, float]]:
    """Cells that tell a limitation, as ``folded[start:end]`` of their row with their odds; none that touches a span ``taken``."""
    for rows in tables_in(source, parts):
        under_limits = [section_named(cell.text) == "limits" for cell in rows[0].cells]
        for row in rows[1:]:
            for column, cell in enumerate(row.cells):
                among = column < len(under_limits) and under_limits[column]
                likely = _likely(source, row, cell, among)
                if likely and not any(a < cell.end and cell.start < b for a, b in taken):
                    yield row.passage, cell.start, cell.end, likely


def _likely(source: Source, row: TableRow, cell: Cell, among_limits: bool) -> float:
    """The odds of a cell, 0 where they are low or it denies what it names."""
    said = source.folded[cell.start : cell.end]
    if len(said.split()) < _LEAST or words_of("limitations", "denied").search(said):
        return 0
    where = ["limits"] if among_limits else [row.passage.section, "table"]
    likely = odds().of(said.strip(), where)
    return likely if likely >= (MAYBE if among_limits else SURE) else 0
