"""Limitations that a unit names itself, by category, wherever they stand in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest

from dashboard.reading.belonging import own_name
from dashboard.reading.clauses import Clause, Segment, clauses, segment_end
from dashboard.reading.folding import Citation, Source
from dashboard.reading.outline import Passage, announces_limits, label_end
from dashboard.reading.owners import tells_of_another
from dashboard.reading.phrases import any_of, rules, words_of
from dashboard.reading.stance import (
    counts_who_lacks,
    is_owned,
    may_go_on,
    may_tell,
    opens_with_task,
    speaks_of_itself,
    tells_plainly,
)
from dashboard.reading.wants import lacks_in, want_for, wants_in

OTHER = "khac"
AWARENESS = "nhan_thuc"
_SUBJECT, _SEEN_SUBJECT = 3, 2  # words before a want that make it say something of its own
_MEMBER = 2
_LEAST, _MOST = 4, 40  # words of a member of a list
_NO_MEMBER = re.compile(
    r"^\W*(?:do|bởi|nhờ|trong khi|áp lực)\s|\d\s*%|:\s*$|(?<!\w)(?:khen|khen thưởng|tặng|được công nhận|danh hiệu|cuối năm|chưa có trường hợp|nguyên nhân|lý do|vì|kết quả|tuy|mặc dù|bên cạnh|nhìn chung|cơ bản|phấn đấu|khắc phục|chấn chỉnh|đã|sẽ|xin|kính|tốt|thuận lợi|không (?:có|còn|để|xảy ra|phát hiện|nhận được))(?!\w)"
)
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
class _Category:
    code: str
    faults: re.Pattern[str]
    topics: re.Pattern[str]
    weak: re.Pattern[str]
    hints: re.Pattern[str]


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
            facts = (
                _in_sentence(source, passage, seen_from=passage.start)
                if counted
                else _plain_facts(source, passage)
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


def category_names() -> dict[str, str]:
    """Each category's code with its Vietnamese name, ``khac`` last."""
    return {entry["code"]: entry["name"] for entry in rules("limitations")["category"]} | {
        OTHER: "Khác"
    }


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
    parted = clauses(folded, passage)
    in_list = passage.section == "limits" and (passage.first or len(parted) > 1)
    for clause, following in zip_longest(parted, parted[1:]):
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
            yield from (
                (OTHER, own.start, own.end) for own in _besides(folded, clause, spans, told)
            )
        other = (
            not spans
            and statement
            and not (clause.consequence and found)
            and not _only_leads_to(folded, clause, following)
            and (_is_other(folded, clause) or in_list and _is_listed(folded, clause, following))
        )
        if other:
            category = _label(folded, clause) or _named_alone(folded, clause) or OTHER
            for start, end in _parted(folded, clause):
                yield category, label_end(folded, start, end), end
        found = found or other or bool(spans)


def _parted(folded: str, clause: Clause) -> list[tuple[int, int]]:
    """The clause, or its segments where each of them says what it lacks of a thing of its own."""
    for segment in clause.segments:
        lacks = lacks_in(folded, segment.start, segment.end)
        if not lacks or len(folded[segment.start : lacks[0].start()].split()) < _SUBJECT:
            return [(clause.start, clause.end)]
    return [(segment.start, segment.end) for segment in clause.segments]


def _turns(folded: str, start: int) -> bool:
    """“Tuy nhiên …”: what follows speaks of limits wherever it stands."""
    return (
        words_of("limitations", "turning").match(folded, _OPENING.match(folded, start).end())
        is not None
    )  # type: ignore[union-attr]


def _besides(
    folded: str, clause: Clause, spans: list[tuple[str, int, int]], told: bool
) -> Iterator[Segment]:
    """The segments after those with a category that say something of their own: “…, chất lượng văn bản tham mưu đôi lúc chưa cao”."""
    for segment in clause.segments:
        wants = lacks_in(folded, segment.start, segment.end)
        apart = all(segment.end <= start or end <= segment.start for _, start, end in spans)
        if (
            apart
            and wants
            and len(folded[segment.start : wants[0].start()].split())
            >= (_SEEN_SUBJECT if told else _SUBJECT)
            and is_owned(folded, clause, wants[0].start(), wants[0].end(), wants[0].start())
        ):
            yield segment


def _only_leads_to(folded: str, clause: Clause, following: Clause | None) -> bool:
    """“Người dân còn quen hồ sơ giấy nên …”: without a want of its own the clause only gives the cause of the limitation that follows."""
    return (
        following is not None
        and following.consequence
        and not wants_in(folded, clause.start, clause.end)
        and bool(_category_spans(folded, following))
    )


def _is_other(folded: str, clause: Clause) -> bool:
    """A clause of the section on limits that wants something of no category."""
    wants = lacks_in(folded, clause.start, clause.end) or list(
        re.compile(r"(?<!không )còn(?! lại)\s").finditer(folded, clause.start, clause.end)
    )
    return (
        bool(wants)
        and len(folded[clause.start : clause.end].split()) >= _SUBJECT
        and is_owned(folded, clause, wants[0].start(), wants[0].end(), wants[0].start())
        and not _conclusion(folded, clause)
    )


def _is_listed(folded: str, clause: Clause, following: Clause | None) -> bool:
    """A member of a list of limits that has no word of want: “người dân hay đến nhầm”; no praise, cause, task or conclusion."""
    said = folded[clause.start : clause.end]
    return (
        _LEAST <= len(said.split()) <= _MOST
        and not clause.consequence
        and not (following and following.consequence)
        and _NO_MEMBER.search(said) is None
        and words_of("limitations", "praise").search(said) is None
        and not opens_with_task(said)
        and not _conclusion(folded, clause)
    )


def _named_alone(folded: str, clause: Clause) -> str | None:
    """The category of the only topic that a clause names, wherever its want stands, else the one that its words point to."""
    found = {code for code, _ in _topics_in(folded, clause)}
    return found.pop() if len(found) == 1 else _hinted(folded, clause)


def _hinted(folded: str, clause: Clause) -> str | None:
    """The category that most words of a clause point to: “8 giờ 10 phút còn 4 người chưa đến” to hours; None where none does."""
    pointing = {
        category.code: len(
            {match[0] for match in category.hints.finditer(folded, clause.start, clause.end)}
        )
        for category in _categories()
    }
    best = max(pointing, key=pointing.__getitem__)
    return best if pointing[best] else None


def _topics_in(folded: str, clause: Clause) -> list[tuple[str, re.Match[str]]]:
    """The topics that a clause names, each with its category; words inside of the name of a place or a thing are none."""
    places = list(words_of("limitations", "places").finditer(folded, clause.start, clause.end))
    return _longest(
        [
            (category.code, match)
            for category in _categories()
            for match in category.topics.finditer(folded, clause.start, clause.end)
            if not any(place.start() <= match.start() < place.end() for place in places)
        ]
    )


def _label(folded: str, clause: Clause) -> str | None:
    """The category whose topic is the label of the clause: “Trang phục: còn có cán bộ mặc quần bò”."""
    colon = re.compile(r"[^:]{2,40}:").match(folded, clause.start, clause.end)
    return next(
        (
            category.code
            for category in _categories()
            if colon and category.topics.search(folded, clause.start, colon.end())
        ),
        None,
    )


def _conclusion(folded: str, clause: Clause) -> bool:
    return (
        re.match(
            r"\W*(?:những|các) (?:tồn tại|hạn chế|khuyết điểm|khó khăn)|\W*nguyên nhân",
            folded[clause.start : clause.end],
        )
        is not None
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
        wants = wants_in(folded, segment.start, segment.end)
        bare = wants and not folded[segment.start : wants[0].start()].strip()
        short = len(folded[segment.start : segment.end].split()) <= _MEMBER
        if (
            segment.start == end
            and (short or bare)
            and not any(segment.start <= one.end <= segment.end for one in named)
        ):
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
    for code, match in _topics_in(folded, clause):
        found.extend(_by_topic(folded, clause, code, match, faults))
    found = _without_objects(found, clause)
    taken = {segment_end(clause, place) for one in found for place in (one.start, one.end)}
    for category in _categories():
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
        for category in _categories()
        for match in category.faults.finditer(folded, clause.start, clause.end)
        if not any(place.start() < match.start() < place.end() for place in places)
    ]
    for code, match in _longest(said):
        if is_owned(folded, clause, match.start(), match.end()):
            yield _Named(code, match.start(), match.end())


def _longest(named: list[tuple[str, re.Match[str]]]) -> list[tuple[str, re.Match[str]]]:
    """Of overlapping words the longer: “phần mềm một cửa” is no “một cửa”, “trả lời dân thiếu nhiệt tình” no want of zeal."""
    return [
        (code, match)
        for code, match in named
        if not any(
            other.start() <= match.start()
            and match.end() <= other.end()
            and len(other[0]) > len(match[0])
            for _, other in named
        )
    ]


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


@cache
def _categories() -> tuple[_Category, ...]:
    return tuple(
        _Category(
            entry["code"],
            any_of(entry["faults"]),
            any_of(entry["topics"]),
            any_of(entry["weak"]),
            any_of(entry.get("hints", ())),
        )
        for entry in rules("limitations")["category"]
    )
