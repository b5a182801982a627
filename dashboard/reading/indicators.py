"""Indicators in running text: what is measured, value, bound, year, each with its quote."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from dashboard.reading.figure_shares import shares_told, wholes_told
from dashboard.reading.figure_signs import Row
from dashboard.reading.folding import Source
from dashboard.reading.indicator import Indicator, Reader
from dashboard.reading.other_parts import stands_under_another_part, without_before
from dashboard.reading.outline import Passage
from dashboard.reading.said_figures import Figure, figures
from dashboard.reading.said_tables import settled_cells
from dashboard.reading.table_bodies import ORDER
from dashboard.reading.table_rows import column_head
from dashboard.reading.told_figures import Told
from dashboard.reading.topics import Mention, Topic, mentions
from dashboard.reading.weighed_figures import weighed
from dashboard.reading.years import is_ahead

_SILENT = frozenset({"tasks", "proposals", "lessons"})


def indicators(source: Source, parts: list[Passage], reader: Reader) -> list[Indicator]:
    """All levels in the running text, in order; the same fact said twice is given once."""
    return unrepeated(found for row in rows_of(source, parts, reader) for found in weighed(row))


def rows_of(source: Source, parts: list[Passage], reader: Reader) -> Iterator[Row]:
    """The sentences that tell figures of what is, in order, each with what the rules make of its figures."""
    every = without_before(source.folded, figures(source.folded))
    shares = shares_told(every)
    counts, wholes = frozenset(shares.values()), wholes_told(every)
    settled = sorted(settled_cells(source, parts, reader))
    ruled: dict[Figure, list[Indicator]] = {}
    for position, passage in enumerate(parts):
        own_figures = _within(every, passage)
        if passage.table:
            own_figures = [one for one in own_figures if not _is_in(one, settled)]
        if (
            not own_figures
            or passage.section in _SILENT
            or is_ahead(source.folded, passage, reader.year)
            or stands_under_another_part(source.folded, passage, reader.part)
        ):
            continue
        over = _above(source, parts, position, reader.topics)
        about = Told(source, passage, _headed(source, passage, own_figures), over, reader)
        for figure, found in () if passage.table else about.levels():
            if figure not in wholes:
                ruled.setdefault(figure, []).append(found)
        yield about.row(ruled, shares, counts)


def unrepeated(found: Iterable[Indicator]) -> list[Indicator]:
    """The first of each (topic, value, total, unit, bound, year), a sure one before one in doubt; what is only asked not where the same figure is given."""
    seen: dict[tuple[object, ...], Indicator] = {}
    for one in found:
        level = one.value, one.out_of, one.unit, one.comparator, one.year, one.subject
        before = seen.get((one.code, *level))
        if before is None or before.doubt and not one.doubt:
            seen[one.code, *level] = one
    given = {(one.value, one.out_of, one.unit, one.year) for one in seen.values() if not one.doubt}
    return [
        one
        for one in seen.values()
        if one.doubt != "whether" or (one.value, one.out_of, one.unit, one.year) not in given
    ]


def _within(every: tuple[Figure, ...], passage: Passage) -> list[Figure]:
    first = bisect_left(every, passage.start, key=lambda figure: figure.start)
    return [
        figure
        for figure in every[
            first : bisect_left(every, passage.end, key=lambda figure: figure.start)
        ]
        if figure.end <= passage.end
    ]


def _is_in(figure: Figure, spans: list[tuple[int, int]]) -> bool:
    """Whether a figure stands in one of the spans, which are sorted and do not meet."""
    place = bisect_left(spans, (figure.start + 1, 0))
    return place > 0 and figure.start < spans[place - 1][1]


def _above(
    source: Source, parts: list[Passage], position: int, topics: tuple[Topic, ...]
) -> list[Mention]:
    """The topics of the sentence before in the same paragraph, or of the label over a list."""
    passage = parts[position]
    if position and parts[position - 1].paragraph == passage.paragraph:
        before = parts[position - 1]
        return mentions(source.folded, before.start, before.end, topics)
    start, end = passage.heading
    return mentions(source.folded, start, end, topics) if end - start < 200 else []


def _headed(source: Source, passage: Passage, row: list[Figure]) -> list[Figure]:
    """The figures of a table's row that stand under a head, but its number; elsewhere those that are no columns."""
    if passage.table and row and column_head(source, row[-1].start):
        return [one for one in row if not ORDER.fullmatch(column_head(source, one.start) or "-")]
    return _without_columns(source.folded, row)


def _without_columns(folded: str, row: list[Figure]) -> list[Figure]:
    """Figures with nothing but blanks between them (“60% 52,5% 71,2%”) are columns of a table whose heads are lost: goals or levels, nobody can tell."""
    blank = [
        not folded[one.end : other.start].strip() for one, other in zip(row, row[1:], strict=False)
    ]
    return [
        figure
        for figure, before, after in zip(row, [False, *blank], [*blank, False], strict=True)
        if not (before or after)
    ]
