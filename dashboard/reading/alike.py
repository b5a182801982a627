"""Limitations that no phrase finds: clauses that are like those which told one before, where a clause may tell one at all."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import zip_longest

from dashboard.reading.clauses import Clause, Segment, clauses
from dashboard.reading.fault_odds import CERTAIN, MAYBE, SURE, between, odds
from dashboard.reading.folding import Source
from dashboard.reading.labelled_clauses import where_it_stands
from dashboard.reading.outline import Passage, announces_limits, label_end
from dashboard.reading.phrases import words_of
from dashboard.reading.stance import may_tell, opens_with_task, speaks_of_later

_Heard = Callable[[int, int], float]
_LEAST, _BESIDE = (
    4,
    6,
)  # words of a clause, and of a segment beside something found, that says something of its own
_LEANS = re.compile(
    r"[\s*+-]*(?:trong đó|nhất là|đặc biệt là|ảnh hưởng|dẫn đến|gây|khiến|làm cho|do|vì|bởi|khi|lúc|vào|ngày|bên cạnh|qua kiểm tra|nhưng|song|tuy|mặc dù|dù|chống|chủ yếu|thậm chí là|đã|cả năm|còn|nên|phải|để|nếu|như|theo|trên|trong|tại|ở|một là|hai là|ba là|bốn là|năm là|thứ [^\W\d]+)(?!\w)"
)  # a segment that opens so leans on another
_SPEAKS_AGAINST = ("denied", "praise", "only_spoken_of")
_DEALT_WITH = re.compile(
    r"(?<!\w)đã (?:nhắc|phê bình|kiểm điểm|rút kinh nghiệm|họp|xin lỗi|khắc phục|xử lý xong|sửa xong|làm lại|thay xong)(?!\w)"
)
_TAKEN_AWAY = re.compile(
    r"(?<!\w)(?:chưa|không|thiếu|ít|kém|chẳng|chả|mất|khó|đâu|mà|bớt|để|đòi)\s+(?:[^\s,;.]+\s+){0,3}$"
)  # “chưa được gọn gàng”, “ít khi đúng giờ”


def resembling(
    source: Source, parts: list[Passage], taken: list[tuple[int, int]]
) -> Iterator[tuple[Passage, int, int, float]]:
    """What resembles limitations in clauses, as ``folded[start:end]`` of its passage with its odds; none that touches a span ``taken``, and neither a cause nor what it led to."""
    for passage in parts:
        if not _may_hold(source.folded, passage):
            continue
        heard = _heard(source.folded, where_it_stands(source.folded, passage))
        told = clauses(source.folded, passage)
        for clause, following in zip_longest(told, told[1:]):
            leads = clause.consequence or (following is not None and following.consequence)
            for start, end in _free(clause, taken):
                for first, last, likely in _members(source.folded, start, end, clause, heard):
                    if not leads or likely >= SURE:
                        yield passage, first, last, likely


def _heard(folded: str, where: Sequence[str]) -> _Heard:
    """The odds of a span by itself, of words that stand there; of each span worked out once."""
    return cache(lambda start, end: odds().of(folded[start:end], where))


def _free(clause: Clause, taken: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Runs of a clause's segments that nothing found touches."""
    run: list[Segment] = []
    for segment in (*clause.segments, None):
        touched = segment is None or any(
            first < segment.end and segment.start < last for first, last in taken
        )
        if touched and run:
            yield run[0].start, run[-1].end
            run = []
        elif segment and not touched:
            run.append(segment)


def _members(
    folded: str, start: int, end: int, clause: Clause, heard: _Heard
) -> Iterator[tuple[int, int, float]]:
    """The whole run, or its parts where two segments at least tell a limitation each. What stands beside something found must be surer."""
    whole = heard(clause.start, clause.end)
    beside = (start, end) != (clause.start, clause.end)
    begins = [
        segment.start
        for segment in clause.segments
        if start <= segment.start < end
        and (len(folded[segment.start : segment.end].split()) >= _BESIDE or not beside)
        and not _LEANS.match(folded, segment.start, segment.end)
        and _likely(folded, segment.start, segment.end, heard, whole) >= (SURE if beside else MAYBE)
    ]
    if beside and not begins:
        return
    begins = begins if beside else [start, *begins[1:]]
    for first, last in zip(begins, [*begins[1:], end], strict=True):
        first = label_end(folded, first, last)
        likely = _likely(folded, first, last, heard, whole)
        if likely:
            yield first, last, likely


def _likely(folded: str, start: int, end: int, heard: _Heard, whole: float) -> float:
    """The odds of a span between its own and those of its clause, 0 where they are low or its words speak against them."""
    said = folded[start:end].lstrip(" *+•-")
    if len(said.split()) < _LEAST or opens_with_task(said) or _is_none(said):
        return 0
    likely = between(heard(start, end), whole)
    return likely if likely >= (CERTAIN if _speaks_well(said) else MAYBE) else 0


def _may_hold(folded: str, passage: Passage) -> bool:
    """A sentence of what is, not of what shall be, and no head of a list or row of a table."""
    sentence = folded[passage.start : passage.end]
    return (
        not passage.table
        and passage.section != "causes"
        and may_tell(folded, passage)
        and not speaks_of_later(sentence)
        and not announces_limits(folded, passage)
        and not sentence.rstrip(' "').endswith((":", "?"))
    )


def _is_none(said: str) -> bool:
    """A rule, or a fault that the same words take back or that was never."""
    return (
        words_of("limitations", "rule_opens").match(said) is not None
        or "100%" in said
        or _DEALT_WITH.search(said) is not None
        or any(words_of("limitations", key).search(said) for key in ("taken_back", "never"))
    )


def _speaks_well(said: str) -> bool:
    return any(words_of("limitations", key).search(said) for key in _SPEAKS_AGAINST) or _says_well(
        said
    )


def _says_well(said: str) -> bool:
    """“giải thích rõ ràng”: what is good in every voice, and not taken away by a word before it."""
    return any(
        _TAKEN_AWAY.search(said[: match.start()]) is None
        for match in words_of("limitations", "well").finditer(said)
    )
