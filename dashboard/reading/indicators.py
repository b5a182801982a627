"""Indicators in running text: what is measured, value, bound, year, each with its quote."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from dashboard.reading.folding import Citation, Source
from dashboard.reading.indicator import Indicator, Reader
from dashboard.reading.measured_spans import ranged, what_is_measured
from dashboard.reading.measured_words import widened
from dashboard.reading.outline import Passage
from dashboard.reading.owners import owners
from dashboard.reading.said_figures import Figure, figures
from dashboard.reading.said_levels import is_level
from dashboard.reading.subjects import said_year, subject_of
from dashboard.reading.topics import Mention, Topic, mentions
from dashboard.reading.years import is_ahead, year_after, years_in_row

_SILENT = frozenset({"tasks", "proposals", "lessons"})


def indicators(source: Source, parts: list[Passage], reader: Reader) -> list[Indicator]:
    """All levels in the running text, in order; the same fact said twice is given once."""
    every = figures(source.folded)
    return unrepeated(
        found
        for position, passage in enumerate(parts)
        if passage.section not in _SILENT and not passage.table
        for found in _in_sentence(
            source,
            passage,
            _within(every, passage),
            _above(source, parts, position, reader.topics),
            reader,
        )
    )


def unrepeated(found: Iterable[Indicator]) -> list[Indicator]:
    """The first of each (topic, value, total, unit, bound, year)."""
    seen: dict[tuple[object, ...], Indicator] = {}
    for indicator in found:
        seen.setdefault(
            (
                indicator.code,
                indicator.value,
                indicator.out_of,
                indicator.unit,
                indicator.comparator,
                indicator.year,
                indicator.subject,
            ),
            indicator,
        )
    return list(seen.values())


def _within(every: tuple[Figure, ...], passage: Passage) -> list[Figure]:
    first = bisect_left(every, passage.start, key=lambda figure: figure.start)
    return [
        figure
        for figure in every[
            first : bisect_left(every, passage.end, key=lambda figure: figure.start)
        ]
        if figure.end <= passage.end
    ]


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


def _in_sentence(
    source: Source, passage: Passage, own_figures: list[Figure], over: list[Mention], reader: Reader
) -> Iterator[Indicator]:
    folded = source.folded
    if not own_figures or is_ahead(folded, passage, reader.year):
        return
    own_figures = _without_columns(folded, own_figures)
    named = mentions(folded, passage.start, passage.end, reader.topics)
    row = ranged(folded, own_figures)
    in_row = years_in_row(folded, passage, row)
    measured = what_is_measured(folded, passage, row, named, over)
    others = owners(source, passage, row, reader.own, reader.level)
    _of_lists(row, measured, others)
    for number, figure in enumerate(row):
        before = row[number - 1] if number else None
        if not measured[figure] or not is_level(source, passage, figure, before):
            continue
        year = in_row.get(figure) or said_year(folded, passage, figure, reader)
        if year and reader.year and year > reader.year:
            continue
        for mention in measured[figure]:
            subject = subject_of(source, passage, figure, mention, others.get(figure), reader)
            if subject is not None:
                of_year = year_after(folded, passage, figure, mention) or year
                yield _indicator(source, passage, figure, mention, of_year, subject or None)


def _of_lists(
    row: list[Figure], measured: dict[Figure, list[Mention]], others: dict[Figure, Citation]
) -> None:
    """“đúng hạn: xã Minh Tân 93%, xã Tân Lập 95,8%”: each named body's figure measures what the one before it does."""
    for before, figure in zip(row, row[1:], strict=False):
        if figure in others and not measured[figure] and before.unit == figure.unit:
            measured[figure] = measured[before]


def _without_columns(folded: str, row: list[Figure]) -> list[Figure]:
    """Figures with nothing but blanks between them (“60% 52,5% 71,2%”) are columns of a table whose heads are lost: goals or levels, nobody can tell."""
    blank = [
        not folded[one.end : other.lead].strip() for one, other in zip(row, row[1:], strict=False)
    ]
    return [
        figure
        for figure, before, after in zip(row, [False, *blank], [*blank, False], strict=True)
        if not (before or after)
    ]


def _indicator(
    source: Source,
    passage: Passage,
    figure: Figure,
    mention: Mention,
    year: int | None,
    subject: str | None,
) -> Indicator:
    topic = mention.topic
    inside = passage.start <= mention.start < passage.end
    first, last = (
        (min(mention.start, figure.lead), max(mention.end, figure.end))
        if inside
        else (figure.lead, figure.end)
    )
    place = source.cite(*widened(source.folded, passage, first, last))
    return Indicator(
        topic.code,
        topic.name,
        topic.criterion,
        figure.value,
        figure.out_of,
        figure.unit,
        figure.comparator,
        year,
        subject,
        place,
    )
