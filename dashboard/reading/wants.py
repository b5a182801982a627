"""Words of want (chưa, còn hạn chế, thiếu …) and which topic of a clause each of them belongs to."""

from __future__ import annotations

import re

from dashboard.reading.clauses import Clause
from dashboard.reading.phrases import words_of

_LIMITED = re.compile(  # “trình độ tin học … hạn chế” at the end; “những hạn chế”, “nhằm hạn chế” is another word
    r"(?<!\w)(?<!những )(?<!các )(?<!một số )(?<!mặt )(?<!nhằm )(?<!khắc phục )(?<!về )(?<!để )(?<!việc )(?<!được )(?<!tồn tại )(?<!tồn tại, )(?<!khó khăn, )(?<!và )hạn chế(?=\s*(?:[,;.]|$))"
)
_FAR = 4
_SHORT = 12


def want_for(folded: str, clause: Clause, start: int, end: int) -> re.Match[str] | None:
    """The word of want that a topic belongs to: in its own segment, or in a neighbour over a run of short segments without praise."""
    own = next(index for index, segment in enumerate(clause.segments) if start < segment.end)
    for index in _reach(folded, clause, own):
        segment = clause.segments[index]
        wants = wants_in(folded, segment.start, segment.end)
        if wants:
            return min(wants, key=lambda want: abs(want.start() - start))
    return None


def _reach(folded: str, clause: Clause, own: int) -> list[int]:
    """Segments that may hold a topic's want, nearest first: its own, then along the enumeration forwards and backwards."""
    if wants_in(folded, clause.segments[own].start, clause.segments[own].end):
        return [own]
    if _praises(folded, clause, own):
        return []
    reached: list[int] = []
    for step in (1, -1):
        index = own + step
        while (
            0 <= index < len(clause.segments)
            and abs(index - own) <= _FAR
            and not _praises(folded, clause, index)
        ):
            reached.append(index)
            if wants_in(
                folded, clause.segments[index].start, clause.segments[index].end
            ) or not _is_short(folded, clause, index):
                break
            index += step
        if not _is_short(folded, clause, own):
            break
    return reached


def _praises(folded: str, clause: Clause, index: int) -> bool:
    segment = clause.segments[index]
    return words_of("limitations", "praise").search(
        folded, segment.start, segment.end
    ) is not None and not wants_in(folded, segment.start, segment.end)


def _is_short(folded: str, clause: Clause, index: int) -> bool:
    segment = clause.segments[index]
    return len(folded[segment.start : segment.end].split()) <= _SHORT


def wants_in(folded: str, start: int, end: int) -> list[re.Match[str]]:
    """The words of want in a span, without those that only look like one (“chủ yếu”, “chưa được kiểm chứng”)."""
    harmless = [
        match.span() for match in words_of("limitations", "harmless").finditer(folded, start, end)
    ]
    return [
        match
        for match in [
            *words_of("limitations", "want").finditer(folded, start, end),
            *_LIMITED.finditer(folded, start, end),
        ]
        if not any(first <= match.start() < last for first, last in harmless)
        and not re.search(r"không\s+$", folded[max(0, match.start() - 7) : match.start()])
    ]
