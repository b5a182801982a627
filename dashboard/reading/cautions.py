"""What is doubtful in the text itself: quoted and warned about, never repaired."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dashboard.reading.folding import Citation, Source
from dashboard.reading.indicator import Indicator
from dashboard.reading.said_dates import date_mentions
from dashboard.reading.said_figures import Figure, figures, misread
from dashboard.wording.document_words import doubtful

NEAR = 300


@dataclass(frozen=True)
class Caution:
    """A code of ``dashboard.wording.document_words.DOUBTFUL`` with the doubtful piece of text, None if it is the whole."""

    code: str
    place: Citation | None
    rates: tuple[float, float] | None = None
    """Of two rates that contradict each other (percentages): the one that the counts give, the one that is said."""

    @property
    def message(self) -> str:
        """The Vietnamese sentence."""
        return doubtful(self.code, self.place.quote if self.place else "", self.rates)


def doubtful_text(source: Source) -> Iterator[Caution]:
    """Impossible dates, unreadable numbers and columns without heads, in order of kind."""
    for mention in date_mentions(source.folded):
        if mention.date is None:
            yield Caution("impossible_date", source.cite(mention.start, mention.end))
    for start, end in misread(source.folded):
        yield Caution("misread_number", source.cite(start, end))
    for run in _columns(source):
        yield Caution("lost_columns", source.cite(run[0].start, run[-1].end))


def _columns(source: Source) -> Iterator[list[Figure]]:
    """Runs of figures parted by a blank or two, shares among them: a table's row whose columns have lost their heads."""
    run: list[Figure] = []
    for figure in (*figures(source.folded), None):
        if run and (
            figure is None
            or re.fullmatch(r" {1,2}", source.plain[run[-1].end : figure.lead]) is None
        ):
            if len(run) > 1 and any(one.unit == "%" for one in run):
                yield run
            run = []
        if figure:
            run.append(figure)


def sound(given: str, found: list[Indicator]) -> tuple[list[Indicator], list[Caution]]:
    """Indicators without the impossible ones, and a caution for each of those and for what contradicts itself, which stays and is in doubt.

    Example: “45/50 hồ sơ đúng hạn (95%)” stays, is cautioned and in doubt: 45/50 is 90%.
    """
    kept: list[Indicator] = []
    cautions: list[Caution] = []
    for indicator in found:
        code = _impossible(indicator)
        if code:
            cautions.append(Caution(code, indicator.place))
        else:
            kept.append(indicator)
    apart = [
        (count, share)
        for count in kept
        if (share := _share_beside(given, count, kept))
        and _contradict(count, share)
        and not any(_agree(other, share) or _agree(count, other) for other in kept)
    ]
    late = list(_late_beside_all(kept))
    cautions += [
        Caution("share_differs", count.place, (100 * (_share(count) or 0), share.value))
        for count, share in apart
    ]
    cautions += [Caution("late_beside_all", _both(given, *pair)) for pair in late]
    against = {id(one) for pair in (*apart, *late) for one in pair}
    differing = [replace(one, doubt="differs") if id(one) in against else one for one in kept]
    return differing, cautions


def _late_beside_all(kept: list[Indicator]) -> Iterator[tuple[Indicator, Indicator]]:
    """“đúng hạn 100%, trong đó có 3 hồ sơ trễ hạn”: all in time and some late of the same year cannot both be."""
    whole = [
        one for one in kept if one.code == "on_time" and _share(one) == 1 and one.comparator == "="
    ]
    for late in kept:
        if late.code == "overdue" and late.value > 0 and late.comparator in ("=", ">", ">="):
            yield from ((late, said) for said in whole if said.year == late.year)


def _both(given: str, late: Indicator, said: Indicator) -> Citation:
    """What is quoted of two: both with what stands between them, the first alone where they are far apart."""
    start, end = min(said.place.start, late.place.start), max(said.place.end, late.place.end)
    return Citation(given[start:end], start, end) if end - start <= NEAR else late.place


def _share(one: Indicator) -> float | None:
    if one.unit == "%":
        return one.value / 100
    return one.value / one.out_of if one.unit == "count" and one.out_of else None


def _impossible(indicator: Indicator) -> str | None:
    if indicator.unit == "%" and indicator.value > 100:
        return "over_hundred"
    if indicator.out_of is not None and indicator.value > indicator.out_of:
        return "over_total"
    return None


def _share_beside(given: str, count: Indicator, kept: list[Indicator]) -> Indicator | None:
    """The share of the same thing and year that stands nearest to a count, in its sentence and within a line of it."""
    shares = [
        one
        for one in kept
        if one.unit == "%"
        and one.comparator == "="
        and (one.code, one.year) == (count.code, count.year)
        and not re.search(
            r"[.;]\s",
            given[min(one.place.end, count.place.end) : max(one.place.start, count.place.start)],
        )
    ]
    nearest = min(shares, key=lambda share: abs(share.place.end - count.place.end), default=None)
    return nearest if nearest and abs(nearest.place.end - count.place.end) <= 60 else None


def _contradict(count: Indicator, share: Indicator) -> bool:
    return count.unit == "count" and bool(count.out_of) and not _agree(count, share)


def _agree(count: Indicator, share: Indicator) -> bool:
    """Whether the share is the count's, to the rounding; it may be that of another count beside."""
    same = (count.code, count.year) == (share.code, share.year) and (count.unit, share.unit) == (
        "count",
        "%",
    )
    return (
        same
        and bool(count.out_of)
        and abs(100 * count.value / (count.out_of or 1) - share.value) <= 0.6
    )
