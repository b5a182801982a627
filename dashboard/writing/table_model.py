"""The one model of a table: screen, CSV, workbook, Word, PDF, slides and deck all draw it, none of them knows another's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import pandas as pd

from dashboard.writing import table_order
from dashboard.writing.columns import Column, columns_of, filled, written
from dashboard.writing.formats import is_missing

MOST_ON_SCREEN = 2_000
"""Rows of a table that a screen shows; files hold all."""


class TableError(ValueError):
    """A table that cannot be drawn: which one, and what it lacks."""


@dataclass(frozen=True, eq=False)
class Table:
    """A table: a frame, which of its columns are shown under which heading, and what stands around them. Never changed once made.

    `columns` names columns of `frame` in the order shown; a bare text is the heading of a text column, none at all means every column
    of the frame. `Column.width` is a part of the width on paper, Streamlit's own on screen. `note` and `source` stand below. `name` is
    short and unique in a pack: the sheet of the workbook. `landscape` asks for a page across on paper. `grouped`: how many of the first
    columns repeat over many rows (a block; a unit and its block), which a paper sets as a heading row of its own. `sheet_only`: too long
    for paper, in the workbook alone. `opens`: the column, shown or not, whose value a press on a row gives.

    Raises `TableError` where a column is not in the frame, two headings are the same, or more columns are grouped than there are.
    """

    title: str
    columns: Mapping[str, Column | str]
    frame: pd.DataFrame
    source: str = ""
    note: str = ""
    name: str = ""
    landscape: bool = False
    grouped: int = 0
    sheet_only: bool = False
    opens: str | None = None

    def __post_init__(self) -> None:
        asked = [*self.columns, *([self.opens] if self.opens else [])]
        if lacking := [one for one in asked if one not in self.frame]:
            raise TableError(f"table “{self.title}”: the rows have no column {', '.join(lacking)}")
        labels = [one.label for one in self.shown.values()]
        if twice := sorted({one for one in labels if labels.count(one) > 1}):
            raise TableError(f"table “{self.title}”: more than one column {', '.join(twice)}")
        if not 0 <= self.grouped <= len(labels):
            raise TableError(f"table “{self.title}”: {self.grouped} of {len(labels)} grouped")

    def __eq__(self, other: object) -> bool:
        """Two tables are one where everything that can be read of them is."""
        return isinstance(other, Table) and self._said == other._said

    def __hash__(self) -> int:
        return hash((self.title, self.name))

    @property
    def _said(self) -> tuple[object, ...]:
        around = (self.title, self.name, self.source, self.note, self.landscape, self.grouped)
        return (*around, self.sheet_only, self.opens, self.heads, self.rows)

    @cached_property
    def shown(self) -> dict[str, Column]:
        """Columns of the frame by name, in the order shown."""
        return columns_of(self.frame, self.columns)

    @cached_property
    def heads(self) -> tuple[Column, ...]:
        """The columns in the order shown."""
        return tuple(self.shown.values())

    @cached_property
    def rows(self) -> tuple[tuple[object, ...], ...]:
        """Raw values (shares 0–1, scores 0–100, days, texts) of the shown columns; missing is None."""
        cells = [[_plain(value) for value in self.frame[name]] for name in self.shown]
        return tuple(zip(*cells, strict=True))

    @cached_property
    def texts(self) -> tuple[tuple[str, ...], ...]:
        """The rows as people read them; a missing value is a dash."""
        return tuple(
            tuple(written(value, column) for value, column in zip(row, self.heads, strict=True))
            for row in self.rows
        )

    @cached_property
    def orders(self) -> tuple[list[int | None] | None, ...]:
        """By column, the places in which the rows come when sorted by it; None where their texts tell it (`table_order.order`)."""
        columns = zip(*self.rows, strict=True), zip(*self.texts, strict=True), self.heads
        return tuple(table_order.order(*one) for one in zip(*columns, strict=True))

    @property
    def on_screen(self) -> Table:
        """As much of it as a screen shows: of a very long one the first rows."""
        return self if len(self.frame) <= MOST_ON_SCREEN else self._first_rows

    @cached_property
    def _first_rows(self) -> Table:
        return self.part(0, MOST_ON_SCREEN)

    def written_out(self) -> None:
        """Everything that a screen shows of it is written now, and kept with it: for who makes it ahead."""
        shown = self.on_screen
        shown.texts, shown.orders  # noqa: B018 - both stay once they are asked for

    def part(self, first: int, last: int) -> Table:
        """The same table with the rows from `first` up to before `last`; itself where it has no others, so that what was written of it is not written again."""
        if first <= 0 and last >= len(self.frame):
            return self
        return replace(self, frame=self.frame.iloc[first:last])

    def without_empty_columns(self) -> Table:
        """The same table without the columns in which no row has anything."""
        return replace(self, columns=filled(self.frame, self.columns))


def table_of_rows(
    title: str, columns: Sequence[Column], rows: Sequence[Sequence[object]], **more: Any
) -> Table:
    """A table of rows that stand one value a column; `more` as in `Table`.

    >>> table_of_rows("Điểm", [Column("Đơn vị"), Column("Điểm", "score")], [("Sở A", 83.25), ("Sở B", None)]).texts
    (('Sở A', '83,3'), ('Sở B', '–'))
    """
    names = [str(place) for place in range(len(columns))]
    frame = pd.DataFrame([list(row) for row in rows], columns=names, dtype=object)
    return Table(title, dict(zip(names, columns, strict=True)), frame, **more)


def _plain(value: object) -> object:
    if is_missing(value):
        return None
    if isinstance(value, pd.Timestamp):
        return value.date()
    return value.item() if hasattr(value, "item") else value
