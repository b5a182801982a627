"""What stands around a figure, as signs from which people's answers teach whether it is the unit's own level of the report's year.

The rules' own answer is one sign among them; the others are words, names, years, measures, the sentence before and what the numbers say.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dashboard.reading.figure_words import NAME, OWN, Words
from dashboard.reading.folding import Source
from dashboard.reading.indicator import Indicator, Reader
from dashboard.reading.outline import Passage
from dashboard.reading.said_figures import Figure
from dashboard.reading.table_rows import column_head
from dashboard.reading.topics import Mention

_CLOSE, _AHEAD, _DISTANCE = 14, 10, 15
_FAR, _MOST = 400, 40  # characters before a figure; bodies or measures of a sentence
Ruled = Mapping[Figure, Sequence[Indicator]]
"""What the rules made of the figures so far."""


@dataclass(frozen=True)
class Row:
    """The figures of one sentence with what is known of all of them: its words, the measures named in it and above it, the bodies named in it
    (where, and “own” or “other”), which of its figures are levels, whose they are, what the rules made of them."""

    source: Source
    passage: Passage
    figures: Sequence[Figure]
    words: Words
    named: Sequence[Mention]
    over: Sequence[Mention]
    bodies: Sequence[tuple[int, int, str]]
    levels: frozenset[Figure]
    others: frozenset[Figure]
    year: Callable[[Figure], int | None]
    ruled: Ruled
    shares: Mapping[Figure, Figure]
    counts: frozenset[Figure]
    reader: Reader

    def since(self, number: int) -> int:
        """Where the figure before ends."""
        return self.figures[number - 1].end if number else self.passage.start

    def until(self, number: int) -> int:
        """Where the figure behind begins."""
        following = self.figures[number + 1 : number + 2]
        return following[0].lead if following else self.passage.end


def signs(row: Row, number: int) -> frozenset[str]:
    """The signs of one figure of a row, each a short word."""
    return frozenset(
        [
            *_of_figure(row, number),
            *_of_words(row, number),
            *_of_measures(row, number),
            *_of_bodies(row, number),
            *_of_rules(row, number),
        ]
    )


def _of_figure(row: Row, number: int) -> Iterator[str]:
    figure = row.figures[number]
    kind = figure.unit + "/" * (figure.out_of is not None)
    yield f"unit:{kind}"
    yield f"size:{kind}:{_size(figure)}"
    yield f"bound:{figure.comparator}"
    yield f"section:{row.passage.section}"
    yield f"place:{min(number, 3)}"
    yield f"many:{min(len(row.figures), 4)}"
    if figure not in row.levels:
        yield "no-level"
    if row.passage.table:
        yield "table"
        head = column_head(row.source, figure.start)
        yield from (f"column:{word}" for word in head.split()[:6])
    year, now = row.year(figure), row.reader.year
    if year is None or now is None:
        yield "year:none"
    else:
        yield "year:" + ("same" if year == now else "past" if year < now else "next")


def _size(figure: Figure) -> str:
    value = figure.value if figure.value is not None else -1
    if figure.unit != "%":
        return str(min(4, int(math.log10(max(value, 1)))))
    return next(
        name
        for name, least in (("all", 100), ("high", 80), ("half", 50), ("low", 10), ("none", -2))
        if value >= least
    )


def _of_words(row: Row, number: int) -> Iterator[str]:
    figure, said = row.figures[number], row.words
    before = said.before(figure.start, figure.start - _FAR)
    after = said.after(figure.end, min(row.passage.end, figure.end + _FAR))
    close = said.before(figure.start, row.since(number))[-_CLOSE:]
    ahead = said.after(figure.end, row.until(number))[:_AHEAD]
    yield from (f"-{place}:{word}" for place, word in enumerate(before[::-1][:4], 1))
    yield from (f"+{place}:{word}" for place, word in enumerate(after[:4], 1))
    framed, behind = ("^", "^", *before), (*after, "$", "$")
    yield "-12:" + " ".join(framed[-2:])
    yield "-123:" + " ".join(framed[-3:])
    yield "+12:" + " ".join(behind[:2])
    yield f"-+:{framed[-1]} {behind[0]}"
    yield "^1:" + " ".join(said.said[:1])
    yield "^2:" + " ".join(said.said[:2])
    for label, words in (("<", close), (">", ahead)):
        yield from (f"{label}:{word}" for word in words)
        pairs = zip(words, words[1:], strict=False)
        yield from (f"{label}2:{one} {other}" for one, other in pairs)
    for label, words in (("near", close), ("far", before)):
        names = [place for place, word in enumerate(words) if word in (OWN, NAME)]
        last = words[names[-1]] if names else "-"
        yield f"{label}:{last}"
        if names:
            yield f"{label}:{last}:{min(3, (len(words) - 1 - names[-1]) // 3)}"
    yield "next:" + next((word for word in after[:6] if word in (OWN, NAME)), "-")


def _of_measures(row: Row, number: int) -> Iterator[str]:
    figure = row.figures[number]
    place = bisect_right(row.named, figure.start, key=lambda one: one.end)
    behind = row.named[place - 1] if place else None
    ahead = next((one for one in row.named[place : place + 2] if one.start >= figure.end), None)
    if behind:
        yield f"told:{behind.topic.code}"
        yield f"told-at:{min(4, (figure.start - behind.end) // _DISTANCE)}"
        if behind.start >= row.since(number):
            yield "told-here"
            yield f"told-here:{behind.topic.code}"
    if ahead:
        yield f"tells:{ahead.topic.code}"
        if ahead.start < row.until(number):
            yield "tells-here"
            yield f"tells-here:{ahead.topic.code}"
            yield f"tells-at:{min(4, (ahead.start - figure.end) // _DISTANCE)}"
    if row.over:
        yield "over"
        yield f"over:{row.over[-1].topic.code}"
    if not (behind or ahead):
        yield "untold"


def _of_bodies(row: Row, number: int) -> Iterator[str]:
    figure, since, until = row.figures[number], row.since(number), row.until(number)
    before = [one for one in row.bodies[:_MOST] if one[1] <= figure.start]
    here = [whose for first, _, whose in before if first >= since]
    behind = [whose for first, _, whose in row.bodies[:_MOST] if figure.end <= first < until]
    yield "body:" + (here[-1] if here else "-")
    yield "bodies:" + (before[-1][2] if before else "-")
    yield "first-body:" + (before[0][2] if before else "-")
    if behind:
        yield f"body-behind:{behind[0]}"
    if figure in row.others:
        yield "others"


def _of_rules(row: Row, number: int) -> Iterator[str]:
    figure = row.figures[number]
    yield f"rules:{_answer(row, figure)}"
    yield from (f"rules-say:{one.code}" for one in row.ruled.get(figure, ())[:1])
    yield "rules-before:" + (_answer(row, row.figures[number - 1]) if number else "-")
    count = row.shares.get(figure)
    if count:
        yield "share"
        yield f"share-of:{_answer(row, count)}"
    if figure in row.counts:
        yield "has-share"


def _answer(row: Row, figure: Figure) -> str:
    made = row.ruled.get(figure)
    if not made:
        return "none"
    if made[0].subject != row.reader.unit:
        return "other"
    return "now" if made[0].year in (None, row.reader.year) else "past"
