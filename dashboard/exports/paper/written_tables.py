"""The one table model as texts for a paper: Word and PDF set the same columns, in mm."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from dashboard.exports.paper import column_widths
from dashboard.exports.paper import paper_words as words
from dashboard.exports.paper.contents import Align, TableColumn, WrittenTable
from dashboard.writing.columns import Column
from dashboard.writing.table_model import Table

ALIGNMENTS: dict[str, Align] = {"text": "left", "status": "left", "level": "left", "date": "center"}
MARK_LENGTH = 7
GROUP_MARK = " – "
UPRIGHT, ACROSS = 165.0, 252.0  # mm between the margins of a page


def printed(tables: tuple[Table, ...]) -> tuple[Table, ...]:
    """The tables that belong on paper; the others are in the workbook alone."""
    return tuple(one for one in tables if not one.sheet_only)


def written_table(table: Table, title: str, width: float) -> WrittenTable:
    """The table as written texts with columns in mm; a grouped one has its first columns as heading rows."""
    columns, rows = (
        table.heads[table.grouped :],
        [texts[table.grouped :] for texts in table.texts],
    )
    asked = [one.width if isinstance(one.width, (int, float)) else None for one in columns]
    widths = column_widths.parts(asked, [one.label for one in columns], rows, width)
    source = " ".join(
        one for one in (f"{words.NOTE} {table.note}" if table.note else "", table.source) if one
    )
    made = tuple(
        _column(one, mm, [row[place] for row in rows])
        for place, (one, mm) in enumerate(zip(columns, widths, strict=True))
    )
    return WrittenTable(
        made, tuple(_grouped(table)) if table.grouped else tuple(rows), title, source
    )


def _grouped(table: Table) -> Iterator[tuple[str, ...]]:
    for names, texts in groupby(table.texts, key=lambda row: row[: table.grouped]):
        yield (GROUP_MARK.join(names),)
        yield from (row[table.grouped :] for row in texts)


def _column(column: Column, width: float, texts: list[str]) -> TableColumn:
    """Figures stand right, words left, short marks (a year, a rank 3/12) in the middle."""
    align = ALIGNMENTS.get(column.kind, "right")
    is_mark = column.kind == "text" and max(map(len, texts), default=0) <= MARK_LENGTH
    return TableColumn(column.label, width, "center" if is_mark else align)
