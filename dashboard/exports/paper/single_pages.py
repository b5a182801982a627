"""One page at once: a list or table as plain data for an A4 page of Word or PDF (a unit's profile: `unit_pages.py`)."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from dashboard.exports.report.pack import Chart
from dashboard.wording import single_page_words as words
from dashboard.writing import formats
from dashboard.writing.table_model import Table

MOST_ROWS = 1_000
LINE_LETTERS, EASY = 75, 26  # letters that go beside each other on an upright page; of one column


class Page(NamedTuple):
    """What a page says: its title, what it is about, sentences, tables, charts."""

    title: str
    about: str
    sentences: tuple[str, ...]
    tables: tuple[Table, ...]
    charts: tuple[Chart, ...] = ()


def list_page(table: Table) -> Page:
    """A table of the screen as a page, across where it is wide; of a very long one the first rows, and it says so."""
    shown = {name: replace(one, width=None) for name, one in table.shown.items()}
    made = replace(table.part(0, MOST_ROWS), columns=shown)
    rows = len(table.frame)
    cut = (
        (words.CUT.format(shown=formats.count(MOST_ROWS), rows=formats.count(rows)),)
        if rows > MOST_ROWS
        else ()
    )
    return Page(table.title, "", cut, (replace(made, landscape=is_wide(made)),))


def is_wide(table: Table) -> bool:
    """Whether the columns need more than an upright page."""
    texts = [
        [column.label, *(row[place] for row in table.texts)]
        for place, column in enumerate(table.heads)
    ]
    return sum(min(max(map(len, one)), EASY) for one in texts) > LINE_LETTERS
