"""Percentages that are of a part of the unit: “trong đó lĩnh vực đất đai 94%”, “khối 10 90,5%; khối 11 92%”, “ba khoa như sau: khoa Nhi …”."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dashboard.reading.outline import Passage
from dashboard.reading.said_figures import Figure
from dashboard.reading.topics import Mention

_PART = re.compile(
    r"(?:trong đó|riêng|còn|nhất là|,|;)\s+(?:lĩnh vực|mảng|nhóm|khoa|bộ phận)\s+(?:[^\W\d]+\s+){1,5}(?:đạt|là|chỉ|:)?\s*$"
)  # “…, trong đó lĩnh vực đất đai 94%”
_COUNTED = "khối|tổ|tổ dân phố|thôn|ấp|khu phố|khóm|lớp|buôn|bản|điểm trường|cơ sở"
_KINDS = rf"(?:{_COUNTED}|khoa|bộ phận|đội)"
_NUMBERED = rf"(?<!\w)(?:{_COUNTED})\s+\d{{1,2}}\s+"
_NUMBERED_PART = re.compile(
    rf"{_NUMBERED}(?:[^\W\d]+\s+){{0,3}}$"
)  # “tổ 3 đạt 100%, tổ 9 đạt 82%; bình quân 93,9%”
_ANOTHER = re.compile(rf"{_NUMBERED}(?:[^\W\d]+\s+){{0,3}}\d[\d.,]*\s*%")
_LEVEL = re.compile(r"(?<!\w)cấp (?:tỉnh|huyện|xã)(?!\w)")
_OF_LEVEL = re.compile(
    rf"{_LEVEL.pattern}[^;.\d]{{0,30}}$"
)  # “cấp tỉnh 3.205/3.628 lượt, cấp xã 927/1.144”
_EXTREME = (
    re.compile(  # “khối 12 hài lòng cao nhất (98,0%), khối 10 thấp nhất (94,1%)”
        rf"(?<!\w){_KINDS}\s[^.;:%(]{{1,60}}(?:cao|thấp|tốt|kém) nhất\s*[(,:]?\s*(?:(?:là|đạt|với|chỉ)\s+)*$"
    ),
    re.compile(  # “cao nhất là khoa Phụ sản, 97,9%”
        rf"(?:cao|thấp|tốt|kém) nhất(?:\s+(?:là|ở|thuộc về)|\s*:)\s+{_KINDS}\s[^.;:%(\d]{{1,40}}[(,:]?\s*(?:(?:là|đạt|với|chỉ)\s+)*$"
    ),
)
_LISTED = re.compile(  # “ba khối như sau: khối 10 …”, “từng khoa: khoa Nhi …”
    rf"(?<!\w)(?:hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|\d{{1,2}}|các|từng)\s+{_KINDS}(?!\w)[^.:;\n]{{0,40}}:\s+{_KINDS}\s"
)
_COMMUNES = re.compile(  # “bộ phận một cửa huyện giải quyết 6.112 hồ sơ; 9 xã, thị trấn giải quyết 11.793 hồ sơ”
    r"(?:^|[;:.,])\s*(?:\d{1,3}|các|khối)\s+(?:xã|phường)(?:\s*,\s*(?:xã|phường|thị trấn))*\s+(?:đã\s+)?(?:tiếp nhận|nhận|giải quyết|trả)\s*:?\s+$"
)
_OF_WHOLE = re.compile(  # “83% hồ sơ nộp trực tuyến, trong đó chứng chỉ hành nghề 96%”
    r"[^.;]*\btrong đó:?\s+(?P<part>[^\d.;,]{3,60})"
)
_NEXT_PART = re.compile(r"\s*\)?\s*(?:,|;|và|, và)\s+(?P<part>[^\d.;,]{3,60})")
_RECEIVED = re.compile(  # “614 hồ sơ, trong đó tồn kỳ trước chuyển sang 21 hồ sơ, tiếp nhận mới 593”
    r"trong đó[^.;]*(?:tồn|kỳ trước|quý trước|tháng trước|năm trước|chuyển sang)[^.;]*(?:tiếp nhận mới|nhận mới|mới tiếp nhận|mới nhận|phát sinh mới|mới)\s*:?\s*$"
)
_TOGETHER = re.compile(
    r"(?<!\w)(?:bình quân|trung bình|tính chung|tính gộp|gộp lại|cộng lại|chung toàn|chung cả|toàn trường|cả trường|toàn đơn vị|toàn viện|toàn xã|toàn phường)(?!\w)"
)


def is_of_part(folded: str, passage: Passage, figure: Figure) -> bool:
    """Whether a figure is of one of several levels, or a percentage of a part: named right before it, one of several with numbers, or in a list of parts before the whole is told."""
    before = folded[passage.start : figure.lead]
    if _OF_LEVEL.search(before) and len(_LEVEL.findall(folded, passage.start, passage.end)) > 1:
        return True
    if figure.unit != "%":
        parts = _RECEIVED.search(before) or _COMMUNES.search(before)
        return figure.unit == "count" and parts is not None
    if _PART.search(before) or any(said.search(before) for said in _EXTREME):
        return True
    numbered = _NUMBERED_PART.search(before) is not None
    end = folded.find("\n", figure.end)
    line_end = end if end >= 0 else len(folded)
    several = len(_ANOTHER.findall(folded, passage.start, passage.end)) > 1
    if numbered and (several or _TOGETHER.search(folded, passage.start, line_end)):
        return True
    listed = _LISTED.search(before)
    return listed is not None and _TOGETHER.search(before, listed.end()) is None


def parts_of_whole(
    folded: str, row: Sequence[Figure], named: Sequence[Mention]
) -> frozenset[Figure]:
    """The percentages that follow one with “trong đó” and say no measure of their own: parts of what it is of."""
    found: set[Figure] = set()
    for before, figure in zip(row, row[1:], strict=False):
        said = _NEXT_PART if before in found else _OF_WHOLE
        if not before.unit == figure.unit == "%":
            continue
        told = said.fullmatch(folded, before.end, figure.lead)
        if told and not any(told.start("part") <= one.start < figure.lead for one in named):
            found.add(figure)
    return frozenset(found)
