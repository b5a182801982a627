"""Whether the other body under which a sentence stands is told before it: in its heading, the line over its list or the sentence before."""

from __future__ import annotations

import re

from dashboard.reading.belonging import Own
from dashboard.reading.bodies import named_after
from dashboard.reading.folding import Source
from dashboard.reading.outline import Passage
from dashboard.reading.unsure_voices import of_level

_LEADS = re.compile(  # “II. Kinh nghiệm của xã Điện Thọ”, “Đơn vị tham quan: quận Hà Đông”
    r"[\W_]*(?:(?:[ivx]+|\d{1,2}(?:\.\d{1,2})*|[a-hđ])\s?[./)-]\s*)?(?:(?:đơn vị|nơi|điểm|địa phương)\s(?!chủ quản|cấp trên)[^:\n]{0,25}:\s*)?"
    r"(?:(?:kinh nghiệm|mô hình|kết quả|tình hình|cách làm|bài học|số liệu|học tập|tham quan|thăm|về|riêng|tại|ở|của|từ)\s+)*"
)
_ENDS = re.compile(r"\s*(?:\([^()\n]*\))?[\s.:;]*")
_HERE = re.compile(r"[\W_]*(?:tại đây|ở đây|nơi đây|nơi này)(?!\w)")
_BULLET = re.compile(r"[ \t]*[-+•*–]\s")


def opened_by_another(source: Source, passage: Passage, own: Own) -> bool:
    """Whether the heading over a sentence, or the line over its list, is another body's name with nothing said of it."""
    return any(
        _is_anothers_name(source, *span, own)
        for span in (passage.heading, _line_over(source.folded, passage.start))
    )


def said_there(source: Source, before: Passage, passage: Passage, own: Own) -> bool:
    """“Xã học tập xã Hòa Tiến. Tại đây, …”: whether a sentence speaks of the body that the one before it named last."""
    if not _HERE.match(source.folded, passage.start, passage.end):
        return False
    named = named_after(source.plain, source.folded, before.start, before.end)
    return bool(named) and not own.has(source.folded[slice(*named[-1])])


def _is_anothers_name(source: Source, start: int, end: int, own: Own) -> bool:
    if source.plain[start:end].isupper():
        return False  # a head of paper
    first_word = _LEADS.match(source.folded, start, end).end()  # type: ignore[union-attr]
    told = of_level(source, first_word, end, own)
    if told and not told[1] and _ENDS.fullmatch(source.folded, told[0], end):
        return True
    return any(
        first == first_word
        and _ENDS.fullmatch(source.folded, last, end) is not None
        and not own.has(source.folded[first:last])
        and source.folded[first:last] not in own.whole
        for first, last in named_after(source.plain, source.folded, start, end)
    )


def _line_over(folded: str, position: int) -> tuple[int, int]:
    """The line over the list to which a bullet belongs; an empty span of what is none."""
    start = folded.rfind("\n", 0, position) + 1
    if not _BULLET.match(folded, start):
        return start, start
    while start and _BULLET.match(folded, start):
        end = start - 1
        start = folded.rfind("\n", 0, end) + 1
    return start, end
