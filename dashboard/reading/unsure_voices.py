"""Bodies that a sentence speaks of elsewhere than at the head of a clause: whose leader speaks, whose index it tells; and bodies of a level without a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dashboard.reading.belonging import Own
from dashboard.reading.bodies import named_after
from dashboard.reading.folding import CAPITALS, Source
from dashboard.reading.owner_marks import GOVERNING
from dashboard.reading.phrases import any_of, rules

_LEVEL = re.compile(
    r"(?:(?:toàn|cả|cấp)\s+|(?:ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân)\s+)?(?P<level>tỉnh|thành phố|huyện|thị xã|quận|xã|phường|thị trấn|bộ)(?!\w)"
)
_NAME = re.compile(rf"[^\S\n]+[{CAPITALS}]")
_SAYS = re.compile(  # “…, thông tin”, “… Nguyễn Văn An nêu rõ:”
    r"[^.;:\d]{0,60}?(?<!\w)(?:nêu|cho biết|thông tin|cho hay|nhấn mạnh|khẳng định|chia sẻ|phát biểu|báo cáo|nói|ghi nhận|công bố|dẫn|thông báo)(?!\w)"
)
_OF = re.compile(  # “Chỉ số CCHC của Thành phố đạt 88 điểm”
    r"(?<!\w)của\s+(?=[^\W\d]+(?:\s[^\W\d]+)?\s*(?:\(\S+\)\s*)?(?:năm 20\d\d\s+)?(?:(?:đạt|xếp|là|đứng|có|ở mức)(?!\w)|:))"
)
_AIM = re.compile(
    r"(?<!\w)(?:chỉ tiêu|kế hoạch|mục tiêu|yêu cầu|quy định|so với|hơn|bằng|vượt|theo)\s[^.;,:]*$"
)


def voices(source: Source, start: int, end: int, own: Own) -> Iterator[tuple[int, bool]]:
    """Where each such body ends, and whether it is the unit."""
    folded = source.folded
    named = dict(named_after(source.plain, folded, start, end))
    for leads in _leaders().finditer(folded, start, end):
        body = named.get(leads.end())
        of = body, own.has(folded[leads.end() : body])
        told = of if body else of_level(source, leads.end(), end, own)
        if told and _SAYS.match(folded, told[0], end):
            yield told
    for owned in _OF.finditer(folded, start, end):
        told = of_level(source, owned.end(), end, own)
        if told and not _AIM.search(folded, start, owned.start()):
            yield told


def of_level(source: Source, first: int, end: int, own: Own) -> tuple[int, bool] | None:
    """Where “UBND huyện”, “cấp huyện” without a name ends that begins at a place, and whether it is the unit."""
    level = _LEVEL.match(source.folded, first, end)
    if level is None or _NAME.match(source.plain, level.end()):
        return None
    governs = GOVERNING.match(own.whole) or own.whole.startswith(own.kind)
    return level.end(), bool(governs) and level["level"] == own.kind


@cache
def _leaders() -> re.Pattern[str]:
    said = any_of([*rules("bodies")["leaders"], "đại diện", "lãnh đạo", "đại diện lãnh đạo"])
    return re.compile(said.pattern + r"\s+")
