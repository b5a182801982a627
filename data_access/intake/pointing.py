"""What a person sees to point at: the sheets of a file as they were opened, where the head may stand, and what each column may be."""

from __future__ import annotations

from collections import Counter
from typing import Any, NamedTuple

from data_access.intake.file_opening import opened
from data_access.intake.head_columns import head_parts
from data_access.intake.head_lines import Names
from data_access.intake.heads import Column, result_column
from data_access.intake.layout import find_layout
from data_access.intake.problems import Problems
from data_access.intake.shapes import MOST_LINES, OF_FIGURES, ROLES
from data_access.intake.sheets import Sheet

_SEARCHED_ROWS = 40
_EXAMPLES = 3


class HeadColumn(NamedTuple):
    """A column as it stands: its head, the first cells below it, and what it is taken for so far (role, criterion's code, stage)."""

    index: int  # type: ignore[assignment]  # hides tuple.index, which nobody asks of a column
    header: str
    examples: tuple[Any, ...]
    role: str
    criterion: str | None
    stage: str | None


def sheets_to_point_at(name: str, content: bytes) -> list[Sheet]:
    """The sheets of a file that may hold a table; none of a file that cannot be opened."""
    return opened(name, content, Problems(name)).sheets


def likely_head(sheet: Sheet, names: Names) -> tuple[int, int]:
    """The first and last row (from 0) of the head: as it is understood, else the row with most texts."""
    if found := find_layout(sheet, names):
        return found.start, found.end
    texts = Counter(
        {
            -number: sum(isinstance(cell, str) and cell != "" for cell in row)
            for number, row in enumerate(sheet.rows[:_SEARCHED_ROWS])
        }
    )
    row = -max(texts, key=lambda one: (texts[one], one), default=0)
    return row, row


def head_columns(sheet: Sheet, first: int, last: int, names: Names) -> list[HeadColumn]:
    """Every column that has a head in these rows (at most five) or anything below them."""
    last = min(last, first + MOST_LINES - 1)
    parts = head_parts(sheet, first, last, names)
    body = sheet.rows[last + 1 :]
    by_row = any(
        result_column(index, texts, names, True).field in ("criterion", "criterion_name")
        for index, texts in enumerate(parts)
        if texts
    )
    found = []
    for index, texts in enumerate(parts):
        below = tuple(row[index] for row in body if row[index] != "")[:_EXAMPLES]
        if texts or below:
            column = (
                result_column(index, texts, names, by_row) if texts else Column(index, None, "")
            )
            found.append(_shown(column, below, names))
    return found


def _shown(column: Column, examples: tuple[Any, ...], names: Names) -> HeadColumn:
    role = column.field if column.field in ROLES else "ignored"
    of_figures = role in OF_FIGURES
    code = names.criteria.find(column.criterion, None).code if column.criterion else None
    return HeadColumn(
        column.index,
        column.header,
        examples,
        role or "ignored",
        code if of_figures else None,
        column.stage if of_figures else None,
    )
