"""A short table in the hall: the one table model, in letters that are read from the last row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from html import escape

from dashboard.deck.fitting import BOLD, HEADING, LINE, TEXT, lines_of, pages
from dashboard.writing.columns import Column
from dashboard.writing.table_model import Table

CELL_GAP = 2.2  # hundredths of the slide's height


@dataclass(frozen=True)
class HallTable:
    """A table for the hall. `Column.width` are parts of the width; `note` explains a star in the last column and goes where no row has one."""

    table: Table

    @property
    def alt(self) -> str:
        return "; ".join(", ".join(row) for row in self.table.texts)

    def parts(self, room: float, width: float) -> list[HallTable]:
        shared = pages(
            self.table.texts,
            lambda row: self._row_height(row, width, 1),
            room - self._head(width, 1),
        )
        made, first = [], 0
        for rows in shared:
            made.append(HallTable(self._part(first, first + len(rows))))
            first += len(rows)
        return made

    def _part(self, first: int, last: int) -> Table:
        part = self.table.part(first, last)
        return part if any("*" in row[-1] for row in part.texts) else replace(part, note="")

    def height(self, width: float, larger: float) -> float:
        rows = (self._row_height(row, width, larger) for row in self.table.texts)
        return self._head(width, larger) + sum(rows)

    def _head(self, width: float, larger: float) -> float:
        """The line of heads, as many lines as the longest label takes, below the note."""
        size = TEXT * larger
        lines = max(
            lines_of(one.label, width * part - CELL_GAP, size)
            for one, part in zip(self.table.heads, self._widths, strict=True)
        )
        note = HEADING * larger if self.table.note else 0.0
        return note + HEADING * larger + (lines - 1) * size * LINE

    def _row_height(self, row: Sequence[str], width: float, larger: float) -> float:
        size = TEXT * larger
        lines = max(
            lines_of(text, width * part - CELL_GAP, size * (1 if place else BOLD))
            for place, (text, part) in enumerate(zip(row, self._widths, strict=True))
        )
        return max(lines * size * LINE, size * LINE * 1.25) + CELL_GAP * larger

    @cached_property
    def _widths(self) -> list[float]:
        """The columns as parts of 1; a column that asks for nothing is as wide as another."""
        asked = [
            float(one.width) if isinstance(one.width, int) else 1.0 for one in self.table.heads
        ]
        return [one / sum(asked) for one in asked]

    def html(self) -> str:
        columns = "".join(f'<col style="width:{100 * one:.2f}%">' for one in self._widths)
        labels = [one.label for one in self.table.heads]
        head = self._cells("th scope='col'", "th", labels)
        body = "".join(f"<tr>{self._cells('td', 'td', row)}</tr>" for row in self.table.texts)
        note = f"<caption>{escape(self.table.note)}</caption>" if self.table.note else ""
        return f"<table>{note}<colgroup>{columns}</colgroup><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"

    def _cells(self, opening: str, closing: str, texts: Sequence[str]) -> str:
        return "".join(
            f"<{opening}{_look(column)}>{escape(text)}</{closing}>"
            for text, column in zip(texts, self.table.heads, strict=True)
        )


def _look(column: Column) -> str:
    return ' class="figure"' if column.is_figure else ""
