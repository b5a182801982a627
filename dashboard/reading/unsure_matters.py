"""Figures that are asked for what they are told of: the body's other business, what others reported to it, a part of it, a speaker's own group."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from dashboard.reading.bodies import named_after
from dashboard.reading.folding import Citation, Source
from dashboard.reading.indicator import Indicator, Reader
from dashboard.reading.outline import Passage
from dashboard.reading.phrases import words_of
from dashboard.reading.said_figures import number
from dashboard.reading.unsure_times import is_of_unsure_time

OPENS = r"[\W_]*(?:(?:[ivx]+|\d{1,2}|[a-hđ])\s?[./)-]\s*)?"
_BY_REPORT = re.compile(  # “Qua báo cáo của UBND xã: hồ sơ đúng hạn 99,2%”
    rf"{OPENS}(?:qua|theo|trích|từ)\s+(?:báo cáo|số liệu)\s+của\s+[^:;.]{{2,60}}:"
)
_SUPERVISED = re.compile(rf"{OPENS}(?:qua|theo)\s+(?:[^\W\d]+\s+){{0,3}}giám sát(?!\w)")
"""“Qua giám sát cho thấy, toàn tỉnh tiếp nhận …”: what those supervised did."""
_SPEAKER = re.compile(  # “Đ/c Thu (tổ 1+2+3): tổ tôi 11/11”
    rf"{OPENS}(?:đ/c|đồng chí|ông|bà|anh|chị|thầy|cô|bs\.)\s[^:;.\n]{{1,50}}:"
)
_PART = re.compile(  # “Lĩnh vực thẩm định quá hạn 41 hồ sơ”
    rf"{OPENS}(?:riêng\s+)?(?:lĩnh vực|mảng|nhóm thủ tục)\s+\w"
)
_OF_SEVERAL = re.compile(  # “có 05 đơn vị tự chấm trên 90 điểm”
    r"(?<!\w)\d+\s+(?:đơn vị|cơ quan|xã|phường|huyện|sở)\s+(?:tự chấm|chấm|được chấm|được)\s+(?:[^\W\d]+\s+){0,2}\d"
)
_AWAY = (
    r"(?<!\d)0?{:g}\s+(?:[^\W\d]+\s+){{0,2}}nghỉ (?:thai sản|ốm|hưu)"  # “(1 người nghỉ thai sản)”
)

_PENDING = re.compile(  # “đang giải quyết 02 hồ sơ”, “432 hồ sơ đang trong hạn”
    r"(?:đang giải quyết|đang xử lý|chưa đến hạn|còn trong hạn)\s*(?:là|:|còn)?\s*(\d[\d.]*)"
    r"|(\d[\d.]*)\s*(?:hồ sơ\s*)?(?:còn\s+)?(?:đang trong hạn|trong hạn|đang giải quyết|đang xử lý|chưa đến hạn)"
)
_BY_OTHERS = re.compile(  # “; các cơ quan xử lý 9 người bằng hình thức khiển trách”
    r"\W*các (?:cơ quan|đơn vị|địa phương|ngành|xã|phường|huyện|sở)(?:\W+(?:cơ quan|đơn vị|địa phương|ngành|xã|phường|thị trấn|huyện))*\s+(?:đã\s+)?(?:xử lý|kỷ luật|nhắc nhở|kiểm điểm|phê bình|khiển trách|tự)(?!\w)"
)
_WHERE = re.compile(  # “đón đoàn của tỉnh bạn, nơi tỷ lệ trực tuyến đã đạt 94%”
    r",\s*nơi\s[^,;]*$"
)
_COMMUNES = r"(?<!\d)0?{:g}\s+(?:xã|phường|thị trấn)(?!\w)"  # no commune counts communes


def asked_by_matter(
    source: Source, parts: Sequence[Passage], levels: Sequence[Indicator], level: str
) -> list[Indicator]:
    """The levels of a unit of this ``level``, in doubt where their sentence, its heading or their clause speaks of another matter."""
    return [
        replace(one, doubt=one.doubt or "unlike")
        if _is_of_another(source.folded, passage, one, level)
        else one
        for one, passage in _placed(parts, levels)
    ]


def names_no_sender(source: Source, unit: Citation | None, reader: Reader) -> bool:
    """Whether nothing tells whose figures a text gives: no body is named, or the one that it names most comes after several of its kind.

    “Ở xã Long Điền …, xã Hòa Thạnh …, xã Bình Minh …” tells of none of them alone.
    """
    if unit is None or reader.is_its_own:
        return unit is None
    spans = named_after(source.plain, source.folded, 0, unit.start)
    named = {source.folded[first:last] for first, last in spans}
    return sum(reader.own.is_like(name) for name in named) > 1


def worth_asking(
    source: Source, parts: Sequence[Passage], told: Sequence[Indicator]
) -> list[Indicator]:
    """Those that no rule found, but none of a clause that tells of the body's other business."""
    business = words_of("matters", "business")
    return [
        one
        for one, passage in _placed(parts, [one for one in told if one.doubt == "whether"])
        if not business.search(_clause(source.folded, passage, one))
    ]


def _placed(
    parts: Sequence[Passage], told: Sequence[Indicator]
) -> Iterator[tuple[Indicator, Passage]]:
    """Each with the sentence in which it stands."""
    starts = [one.start for one in parts]
    yield from ((one, parts[bisect_right(starts, one.place.end - 1) - 1]) for one in told)


def _clause(folded: str, passage: Passage, one: Indicator) -> str:
    first = folded.rfind(";", passage.start, one.place.start) + 1
    stop = folded.find(";", one.place.end, passage.end)
    return folded[max(passage.start, first) : stop if stop >= 0 else passage.end]


def _is_of_another(folded: str, passage: Passage, one: Indicator, level: str) -> bool:
    opened = (_BY_REPORT, _SUPERVISED, _SPEAKER, _PART, _label())
    if any(said.match(folded, passage.start, passage.end) for said in opened):
        return True
    if words_of("matters", "headings").search(folded, *passage.heading):
        return True
    clause = _clause(folded, passage, one)
    return (
        words_of("matters", "business").search(clause) is not None
        or re.search(_AWAY.format(one.value), clause) is not None
        or level == "commune"
        and re.search(_COMMUNES.format(one.value), clause) is not None
        or _WHERE.search(folded, passage.start, one.place.end) is not None
        or _BY_OTHERS.match(clause) is not None
        or is_of_unsure_time(folded, passage.start, one.place.end)
        or any(number(told[1] or told[2], False) == one.value for told in _PENDING.finditer(clause))
        or one.unit == "points"
        and _OF_SEVERAL.search(clause) is not None
    )


@cache
def _label() -> re.Pattern[str]:
    """“Công tác khác: …”, “4. Án: …”"""
    return re.compile(rf"{OPENS}{words_of('matters', 'labels').pattern}\s*(?:\([^)]*\)\s*)?:")
