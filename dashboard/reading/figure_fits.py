"""Whether a figure may be the level of a topic: its unit, its noun, and that it does not tell who lacks it."""

from __future__ import annotations

import re

from dashboard.reading.counted_nouns import counts_its_noun, counts_something
from dashboard.reading.said_figures import Figure
from dashboard.reading.topics import Mention

_TIME = re.compile(r"\s*(?:ngày|tuần|tháng|quý|năm|giờ|buổi|học kỳ)(?!\w)")
_ALONE = re.compile(r"[^\S\n]*(?:[(;,.\n→]|$)")
_SAID, _ROW, _SHARE = re.compile(r"\s*(?::|là|có|đạt)\s*"), 200, 100
_LACKING = re.compile(r"(?<!\w)(?:chưa|không)\s+(?:được\s+|thực hiện\s+)?$")
_LACKS_IT = re.compile(
    r"\s+(?:bị\s+|đã\s+)?(?:không cài|không hoạt động|không dùng được|không sử dụng được|chưa cài|hư|hỏng|lỗi)(?!\w)"
)
_ASIDE = re.compile(r"\([^()]*\)")
LACK = re.compile(
    r"(?<!\w)(?:chưa|không|thiếu|vi phạm)(?!\w)(?! (?:phân biệt|chuyên trách|kể|mật|giấy|dùng|tính)(?!\w))"
)


def fits(folded: str, figure: Figure, mention: Mention) -> bool:
    """Whether the figure has a unit that the topic may have and measures it as it stands, not its lack.

    A count must count one of the topic's nouns and no stretch of time; “2/15 đơn vị chưa chấp hành” is no level of chấp hành.
    """
    topic = mention.topic
    if figure.value is None or figure.unit not in topic.units or _is_lack(folded, figure, mention):
        return False
    if figure.unit != "count":
        return True
    noun = counts_its_noun(folded, figure, mention) or _stands_alone(folded, figure, mention)
    ahead = figure.out_of is not None and (
        mention.start >= figure.end or not counts_something(folded, figure)
    )
    return (noun or ahead) and not _TIME.match(folded, figure.end)


def _stands_alone(folded: str, figure: Figure, mention: Mention) -> bool:
    """“hài lòng: 236”, and in a row that named the noun before, “hồ sơ …: trước hạn 15.906, đúng hạn 2.109” (more than a share could be)."""
    between, counted = folded[mention.end : figure.lead], mention.topic.counted
    if counted is None or not _ALONE.match(folded, figure.end):
        return False
    if _SAID.fullmatch(between):
        return True
    since = max(0, mention.start - _ROW)
    beside = not between.strip() and counted.search(folded, since, mention.start) is not None
    return beside and (figure.value or 0) > _SHARE


def _is_lack(folded: str, figure: Figure, mention: Mention) -> bool:
    """“5% … chưa đăng ký”, “tỷ lệ không đúng hạn là 5%”: the figure is of those that did not."""
    if mention.start >= figure.end and _LACKS_IT.match(folded, mention.end):
        return True
    if mention.start >= figure.end:
        return LACK.search(_ASIDE.sub("", folded[figure.end : mention.start])) is not None
    return _LACKING.search(folded, max(0, mention.start - 16), mention.start) is not None
