"""The second opinion on the figures of a sentence: what the rules found is kept or asked, what they did not find is asked where people's answers speak for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dashboard.reading.figure_fits import fits
from dashboard.reading.figure_odds import ASKED, BESIDE, GIVEN, SPOKEN_AGAINST, SURE, figure_odds
from dashboard.reading.figure_signs import Row, signs
from dashboard.reading.indicator import STATED, Indicator, short_name
from dashboard.reading.measured_words import widened
from dashboard.reading.said_figures import Figure, misread
from dashboard.reading.topics import Mention

_ALL = 100
_NO_SENTENCE = 80  # figures: a text that never stops is asked, not weighed
_AGAINST = frozenset({"no-level", "others", "body:other", "year:past", "year:next"})

_ROSE_FROM = re.compile(
    r"(?<!\w)từ\s+(?:(?:mức|chỗ|chỉ|có|đạt|hơn|trên|dưới|gần|khoảng)\s+)*(\d[\d.,]*)[^;.\d]{0,40}?(?<!\w)(?:lên|xuống|còn|nay|hiện|thành)(?!\w)[^;.\d]{0,40}\d"
)


def weighed(row: Row) -> Iterator[Indicator]:
    """What is given of a sentence, in order. A figure of another body or year is given as the rules found it: it is never the unit's own of now."""
    if len(row.figures) > _NO_SENTENCE:
        for figure in row.figures:
            yield from (replace(one, doubt="unlike") for one in row.ruled.get(figure, ()))
        return
    signed = [signs(row, number) for number in range(len(row.figures))]
    likely = _odds(row, signed)
    doubted = _names_others(row) or not row.reader.is_its_own
    sure, given = (BESIDE, BESIDE) if doubted else (SURE, GIVEN)
    unclear = _unclear(row)
    for figure, said in zip(row.figures, signed, strict=True):
        made = row.ruled.get(figure, ())
        for one in made:
            now = one.subject == row.reader.unit and one.year in (None, row.reader.year)
            doubtful = figure in unclear or likely[figure] < sure
            yield replace(one, doubt="unlike") if now and doubtful else one
        against = bool(said & _AGAINST)
        if not made and likely[figure] >= (SPOKEN_AGAINST if against else ASKED):
            certain = likely[figure] >= given and not against and figure not in unclear
            yield from _unruled(row, figure, None if certain else "whether")


def _unclear(row: Row) -> frozenset[Figure]:
    """Figures that may be another than they look, “98, 6 %”, or of another time: the first of “từ 40% lên 66%”, “từ 55% nay là 71%”."""
    start, folded = row.passage.start, row.source.folded
    spans = [*misread(folded[start : row.passage.end])]
    spans += [said.span(1) for said in _ROSE_FROM.finditer(folded[start : row.passage.end])]
    return frozenset(
        one
        for one in row.figures
        if any(one.start < start + last and start + first < one.end for first, last in spans)
    )


def _names_others(row: Row) -> bool:
    """Whether the sentence names another body or has a figure of one: there a figure is most easily taken for the wrong one's."""
    return bool(row.others) or any(whose == "other" for _, _, whose in row.bodies)


def _odds(row: Row, signed: Sequence[frozenset[str]]) -> dict[Figure, float]:
    """A count and its percentage stand or fall together."""
    likely = dict(zip(row.figures, map(figure_odds, signed), strict=True))
    for share, count in row.shares.items():
        if share in likely and count in likely:
            likely[share] = likely[count] = max(likely[share], likely[count])
    return likely


def _unruled(row: Row, figure: Figure, doubt: str | None) -> Iterator[Indicator]:
    """A figure that no rule found, with the measure that stands nearest; none that cannot be read, none of more than all."""
    if figure.value is None or figure.unit == "%" and figure.value > _ALL:
        return
    mention = _measure(row, figure)
    first, last = _span(row, figure, mention)
    place = row.source.cite(*widened(row.source.folded, row.passage, first, last))
    topic = mention.topic if mention else None
    about = (
        (topic.code, topic.name, topic.criterion)
        if topic
        else (STATED, short_name(place.quote), None)
    )
    told = figure.value, figure.out_of, figure.unit, figure.comparator
    year = row.year(figure) or row.reader.year
    yield Indicator(*about, *told, year, row.reader.unit, place, doubt)


def _measure(row: Row, figure: Figure) -> Mention | None:
    """The nearest measure named between the figures beside it, else that of the heading; None where it cannot be what such a figure tells."""
    number = row.figures.index(figure)
    behind = [one for one in row.named if row.since(number) <= one.start < figure.start]
    ahead = [one for one in row.named if figure.end <= one.start < row.until(number)]
    near = [*behind[-1:], *ahead[:1]] or list(row.over[-1:])
    near = [one for one in near if not _is_parted(row.source.folded, one, figure)]
    return next(
        (one for one in near if one.topic.reported and fits(row.source.folded, figure, one)), None
    )


def _is_parted(folded: str, mention: Mention, figure: Figure) -> bool:
    """“100% công chức đăng ký; kết quả có 36/38 người thực hiện tốt”: behind a semicolon something else is told."""
    first, last = sorted([(mention.start, mention.end), (figure.lead, figure.end)])
    return mention.end <= figure.start and ";" in folded[first[1] : last[0]]


def _span(row: Row, figure: Figure, mention: Mention | None) -> tuple[int, int]:
    inside = mention and row.passage.start <= mention.start < row.passage.end
    if not (mention and inside):
        return figure.lead, figure.end
    return min(mention.start, figure.lead), max(mention.end, figure.end)
