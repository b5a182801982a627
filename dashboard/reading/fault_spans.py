"""Which categories a clause names by the phrases of ``limitations.toml``, and the words to quote for each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.reading.clauses import Clause, segment_end
from dashboard.reading.fault_categories import categories, longest, topics_in
from dashboard.reading.phrases import words_of
from dashboard.reading.stance import is_owned
from dashboard.reading.wants import want_for, wants_in

AWARENESS = "nhan_thuc"
_MEMBER = 2


@dataclass(frozen=True)
class Named:
    """A category found at ``folded[start:end]`` of a clause."""

    category: str
    start: int
    end: int


def category_spans(folded: str, clause: Clause, told: bool = False) -> list[tuple[str, int, int]]:
    """Each category that the clause owns, with the span to quote: from the end of the one before to the end of its own segment; of facts
    that were seen (``told``) each stands alone."""
    return quoted_spans(folded, clause, _named(folded, clause), told)


def quoted_spans(
    folded: str, clause: Clause, named: list[Named], told: bool
) -> list[tuple[str, int, int]]:
    """The named categories, each with the span to quote."""
    spans: list[tuple[str, int, int]] = []
    for group in _grouped(named, clause):
        start = spans[-1][2] if spans else clause.start
        start = _after_others(folded, clause, start, group) if told else start
        end = _with_its_list(
            folded, clause, max(segment_end(clause, one.end) for one in group), named
        )
        spans.extend(
            (category, start, end) for category in dict.fromkeys(one.category for one in group)
        )
    return _joined(spans)


def _with_its_list(folded: str, clause: Clause, end: int, named: list[Named]) -> int:
    """Where a quote ends: behind the members of a list that have no subject (“đeo sai cấp hiệu, phù hiệu”, “còn nể nang, ngại đấu tranh”)."""
    for segment in clause.segments:
        if segment.start != end:
            continue
        wants = wants_in(folded, segment.start, segment.end)
        bare = wants and not folded[segment.start : wants[0].start()].strip()
        short = len(folded[segment.start : segment.end].split()) <= _MEMBER
        if (short or bare) and not any(segment.start <= one.end <= segment.end for one in named):
            end = segment.end
    return end


def _after_others(folded: str, clause: Clause, start: int, group: list[Named]) -> int:
    """Where a quote begins: behind the segments before it that want something of their own (“lịch công tác chưa ghi, báo cáo chậm”)."""
    first = min(one.start for one in group)
    for segment in clause.segments:
        if (
            start <= segment.start
            and segment.end <= first
            and wants_in(folded, segment.start, segment.end)
        ):
            start = segment.end
    return start


def _joined(spans: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """One span a category and clause: “đi muộn, về sớm” is one limitation."""
    joined: dict[str, tuple[int, int]] = {}
    for category, start, end in spans:
        first, last = joined.get(category, (start, end))
        joined[category] = (min(first, start), max(last, end))
    return [(category, *span) for category, span in joined.items()]


def _grouped(named: list[Named], clause: Clause) -> list[list[Named]]:
    """Categories that share a segment or a span share a quote."""
    groups: list[list[Named]] = []
    for one in sorted(
        named, key=lambda named_one: (segment_end(clause, named_one.end), named_one.start)
    ):
        if groups and segment_end(clause, groups[-1][-1].end) == segment_end(clause, one.end):
            groups[-1].append(one)
        else:
            groups.append([one])
    return groups


def _named(folded: str, clause: Clause) -> list[Named]:
    faults = list(by_fault(folded, clause))
    found = list(faults)
    for code, match in topics_in(folded, clause):
        found.extend(_by_topic(folded, clause, code, match, faults))
    found = _without_objects(found, clause)
    taken = {segment_end(clause, place) for one in found for place in (one.start, one.end)}
    for category in categories():
        for match in category.weak.finditer(folded, clause.start, clause.end):
            own = next(segment for segment in clause.segments if match.start() < segment.end)
            if own.end not in taken and wants_in(folded, own.start, own.end):
                found.extend(_by_topic(folded, clause, category.code, match, faults))
    return found


def _without_objects(found: list[Named], clause: Clause) -> list[Named]:
    """What awareness is of is no want of its own: “nhận thức về giao tiếp còn hạn chế”."""
    aware = [one for one in found if one.category == AWARENESS]
    return [
        one
        for one in found
        if one.category == AWARENESS
        or not any(
            other.start <= one.start
            and segment_end(clause, other.start) == segment_end(clause, one.start)
            for other in aware
        )
    ]


def by_fault(folded: str, clause: Clause) -> Iterator[Named]:
    """The categories whose fault the clause says by itself, and owns."""
    places = list(words_of("limitations", "places").finditer(folded, clause.start, clause.end))
    said = [
        (category.code, match)
        for category in categories()
        for match in category.faults.finditer(folded, clause.start, clause.end)
        if not any(place.start() < match.start() < place.end() for place in places)
    ]
    for code, match in longest(said):
        if is_owned(folded, clause, match.start(), match.end()):
            yield Named(code, match.start(), match.end())


def _by_topic(
    folded: str, clause: Clause, code: str, match: re.Match[str], faults: list[Named]
) -> Iterator[Named]:
    """By a topic with its want, unless it is the object of another category's fault: “chưa gương mẫu trong thực hiện nội quy”."""
    want = want_for(folded, clause, match.start(), match.end())
    taken = want is not None and any(
        one.category != code
        and one.start <= min(want.start(), match.start())
        and want.end() <= one.end
        for one in faults
    )
    if (
        want is not None
        and not taken
        and is_owned(folded, clause, min(match.start(), want.start()), match.end(), want.start())
    ):
        yield Named(code, min(match.start(), want.start()), max(match.end(), want.end()))
