"""The annex that explains the terms which the report uses, in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import pandas as pd

from dashboard.exports.report import report_words as words
from dashboard.exports.report.material import table_of
from dashboard.exports.report.pack import Annex, Chapter
from dashboard.wording import glossary
from dashboard.writing import first_letter
from dashboard.writing.columns import Column


def terms_used(chapters: Iterable[Chapter], annexes: Iterable[Annex]) -> list[Annex]:
    """One annex with the terms of the glossary that the chapters and annexes use, in the glossary's order; none where they use none."""
    found = glossary.used([*_texts(chapters), *_texts(annexes)])
    if not found:
        return []
    rows = pd.DataFrame(
        [(first_letter.large(term), why) for term, why in found.items()],
        columns=["term", "why"],
    )
    columns = {
        "term": Column(words.TERM, width=3),
        "why": Column(words.MEANING, width=13),
    }
    return [
        Annex(
            words.TERMS,
            (table_of(words.TERMS_SHEET, words.TERMS, rows, columns, words.TERMS_SOURCE),),
            for_all=True,
        )
    ]


def _texts(parts: Iterable[Chapter | Annex]) -> Iterator[str]:
    """Sentences, and what stands over, in and under the tables."""
    for part in parts:
        yield from (part.title, *part.sentences)
        for table in part.tables:
            yield from (table.note, *(column.label for column in table.heads))
            yield from _cells(table.rows)


def _cells(rows: Sequence[Sequence[object]]) -> Iterator[str]:
    return (cell for row in rows for cell in row if isinstance(cell, str))
