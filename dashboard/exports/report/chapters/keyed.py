"""What each sentence of the report rests on: a small number after it, and an annex that lists the grounds by these numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from textwrap import shorten

import pandas as pd

from dashboard.exports.report import prose_words as words
from dashboard.exports.report.material import table_of
from dashboard.exports.report.pack import Annex, Chapter, Quote, Said
from dashboard.exports.report.short_steps import sheet
from dashboard.writing.columns import Column

LONGEST = 120


def keyed(chapters: Iterable[Chapter]) -> Iterator[Said | Quote]:
    """Every sentence and quote that has grounds, in reading order: the first bears the number 1."""
    for chapter in chapters:
        yield from (one for one in chapter.said if one.grounds)
        yield from (one for one in chapter.quotes if one.source)


def grounds(chapters: Sequence[Chapter], annexes: Sequence[Annex], source: str) -> list[Annex]:
    """The annex of the grounds; none where nothing has any. A sheet that has no row in this workbook is not named."""
    tables = [table for part in (*chapters, *annexes) for table in part.tables]
    known = {sheet(table.name) for table in tables if table.rows}
    rows = [
        (number, shorten(one.text, LONGEST, placeholder=" …"), _places(one, known))
        for number, one in enumerate(keyed(chapters), start=1)
    ]
    if not rows:
        return []
    columns = {
        "key": Column(words.KEY, "count", width=1),
        "text": Column(words.SENTENCE, width=8),
        "places": Column(words.REST, width=7),
    }
    frame = pd.DataFrame(rows, columns=list(columns))
    table = table_of(words.GROUNDS_SHEET, words.GROUNDS, frame, columns, source)
    return [Annex(words.GROUNDS, (table,), (words.GROUNDS_SAID,))]


def _places(one: Said | Quote, known: set[str]) -> str:
    if isinstance(one, Quote):
        return one.source
    of_workbook = words.SHEET.partition("{")[0]
    there = [one for one in one.grounds if one in known or not one.startswith(of_workbook)]
    return "; ".join(there) or words.ALL_FIGURES
