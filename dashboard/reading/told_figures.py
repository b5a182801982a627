"""The figures of one sentence: what each measures, whose it is and of which year, as the rules have it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from dashboard.reading.belonging import level_of
from dashboard.reading.bodies import named_after
from dashboard.reading.figure_fits import fits
from dashboard.reading.figure_signs import Row
from dashboard.reading.figure_words import words_in
from dashboard.reading.folding import Citation, Source
from dashboard.reading.indicator import Indicator, Reader
from dashboard.reading.measured_directly import said_directly
from dashboard.reading.measured_spans import ranged, what_is_measured
from dashboard.reading.measured_words import widened
from dashboard.reading.other_parts import is_of_another_part
from dashboard.reading.outline import Passage
from dashboard.reading.owners import owners
from dashboard.reading.said_figures import Figure
from dashboard.reading.said_levels import is_level, is_others
from dashboard.reading.subjects import said_year, subject_of
from dashboard.reading.told_parts import parts_of_whole
from dashboard.reading.topics import Mention, mentions
from dashboard.reading.years import year_after, years_in_row


class Told:
    """One sentence with figures: what is measured in it, whose and of which year its figures are."""

    def __init__(
        self,
        source: Source,
        passage: Passage,
        own_figures: list[Figure],
        over: list[Mention],
        reader: Reader,
    ) -> None:
        folded = source.folded
        self._source, self._passage, self._reader, self._over = source, passage, reader, over
        self._named = mentions(folded, passage.start, passage.end, reader.topics)
        self._figures = ranged(folded, own_figures)
        in_row = years_in_row(folded, passage, self._figures)
        self._year = cache(
            lambda figure: in_row.get(figure) or said_year(folded, passage, figure, reader)
        )
        parts = parts_of_whole(folded, self._figures, self._named)
        self._levels = frozenset(
            figure
            for before, figure in zip([None, *self._figures], self._figures, strict=False)
            if figure not in parts
            and is_level(source, passage, figure, before)
            and not is_of_another_part(folded, passage, figure, reader.part)
        )
        self._others = owners(source, passage, self._figures, reader.own, reader.level)

    def levels(self) -> Iterator[tuple[Figure, Indicator]]:
        """What the rules find."""
        source, passage, reader = self._source, self._passage, self._reader
        measured = what_is_measured(source.folded, passage, self._figures, self._named, self._over)
        _of_lists(self._figures, measured, self._others)
        _directly(source.folded, self._figures, measured)
        for figure in self._figures:
            if not measured[figure] or figure not in self._levels:
                continue
            year = self._year(figure)
            if year and reader.year and year > reader.year:
                continue
            for mention in measured[figure]:
                other = self._others.get(figure)
                subject = subject_of(source, passage, figure, mention, other, reader)
                if subject is not None:
                    of_year = year_after(source.folded, passage, figure, mention) or year
                    yield (
                        figure,
                        _indicator(source, passage, figure, mention, of_year, subject or None),
                    )

    def _bodies(self) -> list[tuple[int, int, str]]:
        folded, own = self._source.folded, self._reader.own
        spans = named_after(self._source.plain, folded, self._passage.start, self._passage.end)
        return [(one, end, "own" if own.has(folded[one:end]) else "other") for one, end in spans]

    def _is_others(self, figure: Figure) -> bool:
        level = level_of(self._reader.unit)
        return is_others(self._source, self._passage, figure, self._reader.own, level)

    def row(
        self,
        ruled: dict[Figure, list[Indicator]],
        shares: dict[Figure, Figure],
        counts: frozenset[Figure],
    ) -> Row:
        """The same for the second opinion."""
        source, passage = self._source, self._passage
        return Row(
            source,
            passage,
            self._figures,
            words_in(source, passage.start, passage.end, self._reader),
            self._named,
            self._over,
            self._bodies(),
            self._levels,
            frozenset(one for one in self._figures if one in self._others or self._is_others(one)),
            self._year,
            ruled,
            shares,
            counts,
            self._reader,
        )


def _of_lists(
    row: list[Figure], measured: dict[Figure, list[Mention]], others: dict[Figure, Citation]
) -> None:
    """“đúng hạn: xã Minh Tân 93%, xã Tân Lập 95,8%”: each named body's figure measures what the one before it does."""
    for before, figure in zip(row, row[1:], strict=False):
        if figure in others and not measured[figure] and before.unit == figure.unit:
            measured[figure] = measured[before]


def _directly(folded: str, row: list[Figure], measured: dict[Figure, list[Mention]]) -> None:
    """What was counted right beside a figure that measures nothing else."""
    for figure in row:
        direct = said_directly(folded, figure)
        if direct and not any(fits(folded, figure, one) for one in measured[figure]):
            measured[figure] = [direct]


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
