"""The counts that a report tells beside a percentage: “đã giải quyết 2.731 hồ sơ, đúng hạn 2.705 hồ sơ, đạt 99,05%”."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dashboard.reading.folding import Source
from dashboard.reading.indicator import Indicator
from dashboard.reading.said_figures import Figure, figures

_REACH, _BEHIND, _FIGURES = 260, 60, 40  # characters; figures looked at on each side
_LEAST, _ALL = 9, 100  # the least total; per cent
_STOP = re.compile(r"[.!?]\s+(?=\w)")
_DECIMALS = re.compile(r"\d[.,](\d{1,2})(?!\d)")


def with_counts(source: Source, levels: Sequence[Indicator]) -> list[Indicator]:
    """The indicators, exact percentages with the numerator and denominator beside them where the report tells just one pair that gives the rate as it is written."""
    every = figures(source.folded)
    places = [source.cite(one.start, one.end).start for one in every]
    return [replace(one, counts=_counts_of(source, every, places, one)) for one in levels]


def gives(count: float, whole: float, rate: float, decimals: int) -> bool:
    """Whether a count of a whole is a percentage, rounded to the decimals it is written with.

    >>> gives(2705, 2731, 99.05, 2), gives(2705, 2731, 99.1, 2)
    (True, False)
    """
    return whole >= count > 0 and abs(100 * count / whole - rate) <= 0.5 * 10**-decimals + 1e-9


def _counts_of(
    source: Source, every: Sequence[Figure], places: Sequence[int], one: Indicator
) -> tuple[float, float] | None:
    """In: the figures of the text in order and where each begins in the text as given."""
    if one.unit != "%" or one.comparator != "=":
        return None
    first, last = bisect_left(places, one.place.start), bisect_left(places, one.place.end)
    own = [
        number
        for number in range(first, last)
        if every[number].unit == "%" and every[number].value == one.value
    ]
    if not own:
        return None
    near = every[max(0, own[-1] - _FIGURES) : own[-1] + _FIGURES]
    pairs = set(_pairs(source, near, every[own[-1]]))
    return pairs.pop() if len(pairs) == 1 else None


def _pairs(source: Source, every: Sequence[Figure], rate: Figure) -> Iterator[tuple[float, float]]:
    """Pairs of counts that give the rate: one told as “203/215” around it, or two figures before it, the whole in its sentence or the one before."""
    written = _DECIMALS.search(source.plain, rate.start, rate.end)
    decimals, said = len(written[1]) if written else 0, rate.value or 0
    before = [one for one in every if _counts_before(source.folded, one, rate)]
    behind = [one for one in every if _counts_behind(source.folded, one, rate)]
    for one in (*before, *behind):
        if one.value and one.out_of and gives(one.value, one.out_of, said, decimals):
            yield one.value, one.out_of
    bare = [one for one in before if one.out_of is None and one.value]
    if said < _ALL:  # of all, any two figures that are alike would do
        # many pairs give a rate without decimals: only the two that stand next to it
        yield from _apart(source.folded, bare if decimals else bare[-2:], rate, decimals)


def _apart(
    folded: str, bare: Sequence[Figure], rate: Figure, decimals: int
) -> Iterator[tuple[float, float]]:
    """Numerators that stand in the sentence of the rate, each with the wholes of which it gives the rate."""
    for part in bare:
        if _stops(folded, part.end, rate.start):
            continue
        for whole in bare:
            count, total = part.value or 0, whole.value or 0
            if (
                whole is not part
                and total > _LEAST
                and gives(count, total, rate.value or 0, decimals)
            ):
                yield count, total


def _counts_before(folded: str, one: Figure, rate: Figure) -> bool:
    near = one.end <= rate.start and rate.start - one.start <= _REACH
    return near and one.unit == "count" and _stops(folded, one.end, rate.start) <= 1


def _counts_behind(folded: str, one: Figure, rate: Figure) -> bool:
    near = rate.end <= one.start and one.end - rate.end <= _BEHIND
    return near and one.unit == "count" and not _stops(folded, rate.end, one.start)


def _stops(folded: str, start: int, end: int) -> int:
    """How many sentences end between two places; a new paragraph ends more than any clause reaches over."""
    return 2 if "\n" in folded[start:end] else len(_STOP.findall(folded, start, end))
