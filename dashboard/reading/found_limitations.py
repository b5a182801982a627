"""Limitations that a unit names itself, by category, wherever they stand in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from dashboard.reading.belonging import own_name
from dashboard.reading.clauses import Clause, clauses, segment_end
from dashboard.reading.fault_categories import (
    OTHER,
    categories,
    labelled,
    longest,
    pointed_to,
    topics_in,
)
from dashboard.reading.folding import Citation, Source
from dashboard.reading.limit_members import besides, is_listed, lacks_something, parted
from dashboard.reading.outline import Passage, announces_limits, label_end
from dashboard.reading.owners import tells_of_another
from dashboard.reading.phrases import words_of
from dashboard.reading.stance import (
    counts_who_lacks,
    is_owned,
    may_go_on,
    may_tell,
    speaks_of_itself,
    tells_plainly,
    voice_end,
)
from dashboard.reading.wants import want_for, wants_in

AWARENESS = "nhan_thuc"
_MEMBER = 2
_COUNTED_LATE = re.compile(
    r"(?:quá|trễ) h[ạẹ]n"
)  # “quá hạn 22 hồ sơ” among results is a figure, and given as such
_OPENING = re.compile(r"[\s*+-]*")

_Said = tuple[str, int, int]
"""A category, and where in the folded text its quote begins and ends."""


@dataclass(frozen=True)
class Limitation:
    """One limitation in the unit's own words."""

    category: str
    place: Citation


@dataclass(frozen=True)
class _Named:
    """A category found at ``folded[start:end]`` of a clause; ``noun``: by a topic with a word of want."""

    category: str
    start: int
    end: int


def limitations(source: Source, parts: list[Passage], unit: str | None = None) -> list[Limitation]:
    """All limitations of the unit in order of the text, none that is told of another body.

    Category codes are those of ``limitations.toml``; what has no category is ``khac``.
    """
    own = own_name(unit)
    return [
        Limitation(category, source.cite(start, end))
        for passage, (category, start, end) in _told(source, parts)
        if not tells_of_another(source, passage, start, own, unit)
    ]


def _told(source: Source, parts: list[Passage]) -> list[tuple[Passage, _Said]]:
    found: list[tuple[Passage, _Said]] = []
    told = -1  # the paragraph in which something was said to be not yet good: its next sentences go on with it
    opened = -1  # the paragraph in which a short sentence announced limits
    for passage in parts:
        if announces_limits(source.folded, passage):
            opened = passage.paragraph
            continue
        goes_on = passage.paragraph in (told, opened) and may_go_on(source.folded, passage)
        if goes_on or speaks_of_itself(source.folded, passage):
            before = len(found)
            found.extend((passage, said) for said in _in_sentence(source, passage, goes_on))
            told = passage.paragraph if len(found) > before else told
        elif may_tell(source.folded, passage):
            counted = counts_who_lacks(source.folded[passage.start : passage.end])
            seen = passage.start if counted else voice_end(source.folded, passage)
            facts = (
                _plain_facts(source, passage)
                if seen is None
                else _in_sentence(source, passage, seen_from=seen)
            )
            found.extend((passage, said) for said in facts)
    return found


def _plain_facts(source: Source, passage: Passage) -> Iterator[_Said]:
    """Faults that a sentence of results tells without a word that opens them: “người dân phải chờ trên 1 giờ”."""
    for clause in clauses(source.folded, passage):
        if not tells_plainly(source.folded[clause.start : clause.end]):
            continue
        named = [
            one
            for one in _by_fault(source.folded, clause)
            if not _COUNTED_LATE.search(source.folded, one.start, one.end)
        ]
        for category, start, end in _spans(source.folded, clause, named, told=False):
            yield category, label_end(source.folded, start, end), end


def _in_sentence(
    source: Source, passage: Passage, goes_on: bool = False, seen_from: int | None = None
) -> Iterator[_Said]:
    """``goes_on``: the sentence before told a fault; ``seen_from``: from there on what is said was seen."""
    folded = source.folded
    speaks = not passage.title and not folded[passage.start : passage.end].rstrip().endswith(":")
    limits = goes_on or passage.section == "limits" or _turns(folded, passage.start)
    goes_along = passage.section not in ("causes", "difficulties")
    seen = words_of("limitations", "observed").search(folded, passage.start, passage.end)
    seen_from = seen.start() if seen and seen_from is None else seen_from
    found = False
    told_apart = clauses(folded, passage)
    in_list = passage.section == "limits" and (passage.first or len(told_apart) > 1)
    for clause, following in zip_longest(told_apart, told_apart[1:]):
        told = seen_from is not None and seen_from < clause.end
        spans = _category_spans(folded, clause, told)
        statement = speaks and (
            limits
            or told
            or _turns(folded, clause.start)
            or (goes_along and (found or bool(spans)))
        )
        for category, start, end in spans:
            yield category, label_end(folded, start, end), end
        if spans and statement:
            yield from ((OTHER, own.start, own.end) for own in besides(folded, clause, spans, told))
        other = (
            not spans
            and statement
            and not (clause.consequence and found)
            and not _only_leads_to(folded, clause, following)
            and (
                lacks_something(folded, clause) or in_list and is_listed(folded, clause, following)
            )
        )
        if other:
            category = labelled(folded, clause) or pointed_to(folded, clause) or OTHER
            for start, end in parted(folded, clause):
                yield category, label_end(folded, start, end), end
        found = found or other or bool(spans)


def _turns(folded: str, start: int) -> bool:
    """“Tuy nhiên …”: what follows speaks of limits wherever it stands."""
    return (
        words_of("limitations", "turning").match(folded, _OPENING.match(folded, start).end())
        is not None
    )  # type: ignore[union-attr]


def _only_leads_to(folded: str, clause: Clause, following: Clause | None) -> bool:
    """“Người dân còn quen hồ sơ giấy nên …”: without a want of its own the clause only gives the cause of the limitation that follows."""
    return (
        following is not None
        and following.consequence
        and not wants_in(folded, clause.start, clause.end)
        and bool(_category_spans(folded, following))
    )


def _category_spans(folded: str, clause: Clause, told: bool = False) -> list[tuple[str, int, int]]:
    """Each category that the clause owns, with the span to quote: from the end of the one before to the end of its own segment; of facts
    that were seen (``told``) each stands alone."""
    return _spans(folded, clause, _named(folded, clause), told)


def _spans(
    folded: str, clause: Clause, named: list[_Named], told: bool
) -> list[tuple[str, int, int]]:
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


def _with_its_list(folded: str, clause: Clause, end: int, named: list[_Named]) -> int:
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


def _after_others(folded: str, clause: Clause, start: int, group: list[_Named]) -> int:
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


def _grouped(named: list[_Named], clause: Clause) -> list[list[_Named]]:
    """Categories that share a segment or a span share a quote."""
    groups: list[list[_Named]] = []
    for one in sorted(
        named, key=lambda named_one: (segment_end(clause, named_one.end), named_one.start)
    ):
        if groups and segment_end(clause, groups[-1][-1].end) == segment_end(clause, one.end):
            groups[-1].append(one)
        else:
            groups.append([one])
    return groups


def _named(folded: str, clause: Clause) -> list[_Named]:
    faults = list(_by_fault(folded, clause))
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


def _without_objects(found: list[_Named], clause: Clause) -> list[_Named]:
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


def _by_fault(folded: str, clause: Clause) -> Iterator[_Named]:
    places = list(words_of("limitations", "places").finditer(folded, clause.start, clause.end))
    said = [
        (category.code, match)
        for category in categories()
        for match in category.faults.finditer(folded, clause.start, clause.end)
        if not any(place.start() < match.start() < place.end() for place in places)
    ]
    for code, match in longest(said):
        if is_owned(folded, clause, match.start(), match.end()):
            yield _Named(code, match.start(), match.end())


def _by_topic(
    folded: str, clause: Clause, code: str, match: re.Match[str], faults: list[_Named]
) -> Iterator[_Named]:
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
        yield _Named(code, min(match.start(), want.start()), max(match.end(), want.end()))
