"""The topic right before a figure: “kiểm tra 7 cuộc”, “giải quyết đúng hạn 12.480 hồ sơ”."""

from __future__ import annotations

import re

from dashboard.reading.counted_nouns import counts_its_noun
from dashboard.reading.said_figures import Figure
from dashboard.reading.topics import Mention

_ADJACENT = re.compile(
    r"(?:\s|:|\"|\(|toàn thể|toàn bộ|tất cả|được|là|đạt|có|cho|tổng số|tổng cộng|đột xuất|định kỳ|tại|đối với|thường xuyên|với|tổng|trên|khoảng|gần|hơn|công vụ|năm 20\d{2}|,|số|lượng)*"
)
_NAMED_BEFORE = re.compile(r"[^\d,;:()]{0,60}:\s*")
_REPORTED = re.compile(
    r"(?:biên bản|kết luận|kết quả)\s+$"
)  # “theo biên bản kiểm tra: 02 đơn vị họp muộn” counts no inspections
_AT = re.compile(r"(?:\s[^\W\d]+){0,12}\s(?:tại|đối với|ở)\s")
_EVENTS = re.compile(r"\s*(?:cuộc|đợt|lần|lượt(?! (?:người|cán bộ|công dân|khách)))(?!\w)")
_AFTER_EVENTS = re.compile(
    r"(?:\s[^\W\d]+){0,4}\s+\d+\s(?:cuộc|buổi|hội nghị|lớp|đợt|lần|lượt)(?:\s[^\W\d]+){0,3},?\s+(?:có|(?<!đối )với|cho|thu hút)(?:\s[^\W\d]+){0,3}\s+"
)
_WORDS_ALONE = re.compile(r"(?:\s[^\W\d]+){1,7}\s")


def topic_beside(folded: str, figure: Figure, named: list[Mention]) -> Mention | None:
    before = [mention for mention in named if mention.end <= figure.lead]
    if not before:
        return None
    between = folded[before[-1].end : figure.lead]
    if before[-1].topic.code == "inspections" and _REPORTED.search(
        folded, max(0, before[-1].start - 14), before[-1].start
    ):
        return None
    events = (
        _EVENTS.match(folded, figure.end)
        and _WORDS_ALONE.fullmatch(between)
        or _AFTER_EVENTS.fullmatch(between)
    )
    return (
        before[-1]
        if events
        or _ADJACENT.fullmatch(between)
        or _AT.fullmatch(between)
        or _NAMED_BEFORE.fullmatch(between)
        else None
    )


def counted_beside(folded: str, figure: Figure, named: list[Mention]) -> Mention | None:
    """“giải quyết đúng hạn 12.480/12.555 hồ sơ cấp căn cước”: the topic that the count follows at once and whose noun it counts."""
    return next(
        (
            mention
            for mention in named
            if mention.end <= figure.lead
            and not folded[mention.end : figure.lead].strip()
            and counts_its_noun(folded, figure, mention)
        ),
        None,
    )
