"""What stands before a figure and is measured by it: “… đạt 95%”, over its line where the figure stands bare."""

from __future__ import annotations

import re

from dashboard.reading.figure_fits import LACK
from dashboard.reading.figure_pairs import is_bare
from dashboard.reading.measured_ahead import NEW_SUBJECT
from dashboard.reading.outline import Passage
from dashboard.reading.said_figures import Figure
from dashboard.reading.topics import Mention

_COUNT_REACH = 32
_THIS = re.compile(r"(?:tỷ lệ|con số|mức|chỉ số|số) này\s+(?:là|đạt|chiếm|có)?\s*$")
_GROUP = re.compile(
    r"\s*(?!tỷ lệ|mức|số|chưa|không|còn|tăng|giảm)(?:[^\W\d]+\s+){0,3}[^\W\d]+\s*(?::|là|đạt|có)?\s*"
)
_SHARE_OF_IT = re.compile(r"(?:chiếm|đạt|chiếm tỷ lệ|đạt tỷ lệ|tỷ lệ)\s*$")
_UP_TO = re.compile(r"(?:\s(?!và\s)[^\W\d]+){1,12}\s(?:đến|tới)\s+")
_OTHER_YEAR = re.compile(r"[,;]\s+năm\s+20\d{2}\s+(?:có|là|đạt)?\s*$")
_YEAR_IN_BRACKETS = re.compile(
    r"năm\s+20\d{2}\s*\(\s*(?:(?:xếp|đứng|đạt|là)\s+)?(?:(?:vị trí|hạng)\s+)?(?:thứ\s+)?$"
)


def topic_behind(
    folded: str,
    passage: Passage,
    figure: Figure,
    named: list[Mention],
    over: list[Mention],
    counts: bool,
) -> Mention | None:
    before = [mention for mention in named if mention.end <= figure.lead]
    clause = max(passage.start, folded.rfind(";", passage.start, figure.lead) + 1)
    near = _is_named(folded, figure, before[-1], clause, counts) if before else None
    if near is not None:
        return before[-1] if near else None
    if not before and figure.unit in ("rank", "points"):
        return next((mention for mention in named if mention.start >= figure.end), None)
    group = (
        before
        and figure.unit == "%"
        and clause > passage.start
        and _GROUP.fullmatch(folded, clause, figure.lead)
    )
    if before and _THIS.search(folded, clause, figure.lead):
        return before[-1]
    if counts or not (group or is_bare(folded, clause, figure.lead)):
        return None
    earlier = before or (over if is_bare(folded, passage.start, figure.lead) else [])
    return earlier[-1] if earlier else None


def _is_named(folded: str, figure: Figure, last: Mention, clause: int, counts: bool) -> bool | None:
    """Whether the last topic before a figure is the figure's; False: they are parted, so it has none; None: other signs decide."""
    between = folded, last.end, figure.lead
    if counts:
        if figure.out_of is not None and _OTHER_YEAR.search(*between):
            return True
        if _is_parted(*between) or figure.unit == "count" and _is_far(*between):
            return False
    return True if last.start >= clause or _YEAR_IN_BRACKETS.search(*between) else None


def topic_of_label(
    folded: str, passage: Passage, figure: Figure, named: list[Mention]
) -> Mention | None:
    """“Đăng ký thi đua: tập thể 14/14 khoa; cá nhân 190/190”: the topic that is the label of the line, for shares that name none of their own."""
    if (
        not named
        or (figure.unit != "%" and figure.out_of is None)
        or len(folded[passage.start : named[0].start].split()) > 6
    ):
        return None
    label = re.match(r"[^,;.:\d]{0,40}:", folded[named[0].end : figure.lead])
    clause = max(folded.rfind(mark, passage.start, figure.lead) for mark in ";,:")
    before = folded[max(passage.start, clause + 1) : figure.lead]
    alone = not any(clause < mention.start < figure.end + 60 for mention in named[1:])
    return (
        named[0]
        if label
        and alone
        and len(before.split()) <= 8
        and not NEW_SUBJECT.search(before)
        and not LACK.search(before)
        else None
    )


def _is_parted(folded: str, start: int, end: int) -> bool:
    """Whether a comma parts a topic from a counted figure, unless that is said to be its share (“…, chiếm 34,8% tổng số hồ sơ”)."""
    return re.search(r",\s", folded[start:end]) is not None and not _SHARE_OF_IT.search(
        folded, start, end
    )


def _is_far(folded: str, start: int, end: int) -> bool:
    """“phổ biến … đến 214/214 người lao động” reaches as far as it likes, other words only a little way."""
    return end - start > _COUNT_REACH and _UP_TO.fullmatch(folded, start, end) is None
