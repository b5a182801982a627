"""Figures that are asked for what they are told of: the body's other business, what others reported to it, a part of it, a speaker's own group."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from dashboard.reading.folding import Source
from dashboard.reading.indicator import Indicator
from dashboard.reading.outline import Passage
from dashboard.reading.phrases import words_of

_OPENS = r"[\W_]*(?:(?:[ivx]+|\d{1,2}|[a-hđ])\s?[./)-]\s*)?"
_BY_REPORT = re.compile(  # “Qua báo cáo của UBND xã: hồ sơ đúng hạn 99,2%”
    rf"{_OPENS}(?:qua|theo|trích|từ)\s+(?:báo cáo|số liệu)\s+của\s+[^:;.]{{2,60}}:"
)
_SPEAKER = re.compile(  # “Đ/c Thu (tổ 1+2+3): tổ tôi 11/11”
    rf"{_OPENS}(?:đ/c|đồng chí|ông|bà|anh|chị|thầy|cô|bs\.)\s[^:;.\n]{{1,50}}:"
)
_PART = re.compile(  # “Lĩnh vực thẩm định quá hạn 41 hồ sơ”
    rf"{_OPENS}(?:riêng\s+)?(?:lĩnh vực|mảng|nhóm thủ tục)\s+\w"
)
_OF_SEVERAL = re.compile(  # “có 05 đơn vị tự chấm trên 90 điểm”
    r"(?<!\w)\d+\s+(?:đơn vị|cơ quan|xã|phường|huyện|sở)\s+(?:tự chấm|chấm|được chấm|được)\s+(?:[^\W\d]+\s+){0,2}\d"
)
_AWAY = (
    r"(?<!\d)0?{:g}\s+(?:[^\W\d]+\s+){{0,2}}nghỉ (?:thai sản|ốm|hưu)"  # “(1 người nghỉ thai sản)”
)


def asked_by_matter(
    source: Source, parts: Sequence[Passage], levels: Sequence[Indicator]
) -> list[Indicator]:
    """The levels, in doubt where their sentence, its heading or their clause speaks of another matter."""
    starts = [one.start for one in parts]
    return [
        replace(one, doubt=one.doubt or "unlike")
        if _is_of_another(source.folded, parts[bisect_right(starts, one.place.end - 1) - 1], one)
        else one
        for one in levels
    ]


def _is_of_another(folded: str, passage: Passage, one: Indicator) -> bool:
    opened = (_BY_REPORT, _SPEAKER, _PART, _label())
    if any(said.match(folded, passage.start, passage.end) for said in opened):
        return True
    if words_of("matters", "headings").search(folded, *passage.heading):
        return True
    first = folded.rfind(";", passage.start, one.place.start) + 1
    stop = folded.find(";", one.place.end, passage.end)
    clause = folded[max(passage.start, first) : stop if stop >= 0 else passage.end]
    return (
        words_of("matters", "business").search(clause) is not None
        or re.search(_AWAY.format(one.value), clause) is not None
        or one.unit == "points"
        and _OF_SEVERAL.search(clause) is not None
    )


@cache
def _label() -> re.Pattern[str]:
    """“Công tác khác: …”, “4. Án: …”"""
    return re.compile(rf"{_OPENS}{words_of('matters', 'labels').pattern}\s*(?:\([^)]*\)\s*)?:")
