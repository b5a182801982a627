"""Small steps that all chapters take: quotes, sources, points, short lists of names."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from dashboard.exports.report import prose_words
from dashboard.exports.report import report_words as words
from dashboard.exports.report.pack import Quote, Said
from dashboard.wording.sources import source_words
from dashboard.writing import formats

MOST_PLACES = 3
MOST_NAMES = 6


def quotes_of(rows: pd.DataFrame, text: str, most: int = words.MOST_QUOTES) -> tuple[Quote, ...]:
    """Quotes from the first rows (name, the text's column, file, sheet, cell); the same words of several units once, under all their names."""
    kept = rows.drop_duplicates(text).head(most)
    return tuple(
        Quote(
            formats.listed(list(dict.fromkeys(same["name"]))),
            str(said),
            "; ".join(places(same)),
        )
        for said, same in ((said, rows[rows[text] == said]) for said in kept[text])
    )


def said(pattern: str, *grounds: str, **given: object) -> Said:
    """A sentence of the report from its pattern, with what it rests on."""
    return Said(pattern.format(**given), grounds)


def point(pattern: str, *grounds: str, **given: object) -> Said:
    """The same as one of a list."""
    return Said(pattern.format(**given), grounds, point=True)


def sheet(name: str) -> str:
    """A table of the pack as a ground: its sheet in the workbook."""
    return prose_words.SHEET.format(name=name)


def places(rows: pd.DataFrame, most: int = MOST_PLACES) -> tuple[str, ...]:
    """The first places of rows (file, sheet, cell) in words, and how many more there are."""
    found = list(
        dict.fromkeys(
            source_words(*place)
            for place in rows[["file", "sheet", "cell"]].itertuples(index=False)
        )
    )
    more = len(found) - most
    rest = [prose_words.MORE_PLACES.format(count=formats.count(more))] if more > 0 else []
    return (*found[:most], *rest)


def few(names: Sequence[str], most: int = MOST_NAMES) -> str:
    """Names in a sentence; of very many the first, and how many more.

    >>> few(["A", "B", "C"], 1), few(["A", "B"], 1)
    ('A và 2 đơn vị khác', 'A và B')
    """
    if len(names) <= most + 1:  # one name takes no more room than “một đơn vị khác”
        return formats.listed(list(names))
    rest = formats.count(len(names) - most, "đơn vị")
    return prose_words.MORE.format(names=", ".join(names[:most]), rest=rest)
