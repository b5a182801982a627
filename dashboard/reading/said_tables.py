"""Tables of a report: awards by form; which rows are other bodies' and which cells a table itself settles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dashboard.reading.awards import Award, form_named
from dashboard.reading.folding import Source
from dashboard.reading.indicator import Indicator, Reader
from dashboard.reading.line_leaders import leader_of_line
from dashboard.reading.outline import Passage
from dashboard.reading.table_bodies import with_bodies
from dashboard.reading.table_cells import (
    levels_of_body,
    levels_of_row,
    times_of,
)
from dashboard.reading.table_columns import NOW, UNKNOWN, column_time, heads_of
from dashboard.reading.table_rows import TableRow, tables_in

_SILENT = frozenset({"tasks", "proposals", "lessons"})


def table_indicators(source: Source, parts: list[Passage], reader: Reader) -> list[Indicator]:
    """The levels in all tables: cells of the report's own time with their row's label, the others where label or head names a topic."""
    found: list[Indicator] = []
    for rows in _tables(source, parts, reader):
        heads = heads_of(rows)
        for row, body in with_bodies(source, heads, rows, reader):
            if body is None and leader_of_line(source, row.passage, reader.own):
                continue
            found.extend(
                levels_of_row(source, heads, row, reader)
                if body is None
                else levels_of_body(source, heads, row, body, reader)
            )
    return found


def settled_cells(
    source: Source, parts: list[Passage], reader: Reader
) -> Iterator[tuple[int, int]]:
    """Cells whose figures the table itself settles, as spans: under a head that tells of which time they are, in a row that is another body's or lacks a cell."""
    for rows in _tables(source, parts, reader):
        heads = heads_of(rows)
        for row, body in with_bodies(source, heads, rows, reader):
            others = body is not None and not reader.own.has(body.text)
            shifted = len(row.cells) < len(heads)
            for cell, time in zip(row.cells, times_of(heads, row, reader), strict=True):
                if others or shifted or body is None and time != UNKNOWN:
                    yield cell.start, cell.end


def _tables(source: Source, parts: list[Passage], reader: Reader) -> Iterator[list[TableRow]]:
    """Tables under headings of what is, and those under “Chỉ tiêu” and the like that have a column of what was reached."""
    for rows in tables_in(source, parts, silent=True):
        times = (column_time(head, reader.year, reader.part) for head in heads_of(rows))
        if rows[0].passage.section not in _SILENT or NOW in times:
            yield rows


def table_awards(source: Source, parts: list[Passage]) -> list[Award]:
    """Rows whose label is a form of award, under heads that name tập thể and cá nhân."""
    found: list[Award] = []
    for rows in tables_in(source, parts):
        heads = heads_of(rows)
        columns = {
            kind: next((index for index, head in enumerate(heads) if word in head), None)
            for kind, word in (("collectives", "tập thể"), ("individuals", "cá nhân"))
        }
        if any(index is not None for index in columns.values()):
            found.extend(award for row in rows[1:] if (award := _row_award(source, row, columns)))
    return found


def _row_award(source: Source, row: TableRow, columns: dict[str, int | None]) -> Award | None:
    form = next((named for cell in row.cells if (named := form_named(cell.text))), None)
    amounts = {kind: _count(row, index) for kind, index in columns.items()}
    if form is None or all(amount is None for amount in amounts.values()):
        return None
    return Award(
        form,
        amounts["collectives"],
        amounts["individuals"],
        source.cite(row.passage.start, row.passage.end),
    )


def _count(row: TableRow, index: int | None) -> int | None:
    if index is None or index >= len(row.cells):
        return None
    return int(row.cells[index].text) if re.fullmatch(r"\d{1,4}", row.cells[index].text) else None
