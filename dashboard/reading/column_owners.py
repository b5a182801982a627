"""Columns that are bodies: “Nội dung | Hoài Đức | Đan Phượng | Toàn thành phố” holds one column of the unit's own."""

from __future__ import annotations

import re

from dashboard.reading.belonging import Own
from dashboard.reading.table_columns import UNKNOWN

OWN, OTHERS = "own", "others"
_FEWEST = 2  # bodies side by side
_BODY = re.compile(
    r"(?:ubnd\s+)?(?:xã|phường|thị trấn|huyện|thị xã|thành phố|quận|sở|công an|trường|bệnh viện|chi cục|trạm y tế)(?:\s+[^\W\d]+){1,4}"
)
_MEASURE = re.compile(
    r"(?<!\w)(?:tỷ lệ|số|tổng|điểm|ghi chú|đơn vị|nội dung|chỉ tiêu|tiêu chí|so sánh|tăng|giảm|kết quả|kế hoạch|stt|tt)(?!\w)|%"
)


def whose_columns(heads: list[str], times: list[str], own: Own) -> list[str]:
    """Of each column, with the time that its head tells, `OWN`, `OTHERS`, or nothing where the heads name no two bodies.

    Beside a column named after the unit, or two that name bodies of a kind, what is no measure and no time is another's too.
    """
    bodies = [_BODY.fullmatch(head) is not None for head in heads]
    units = [
        bool(head) and (head == own.place or body and own.has(head))
        for head, body in zip(heads, bodies, strict=True)
    ]
    if not any(units) and sum(bodies) < _FEWEST:
        return [""] * len(heads)
    beside = any(units[1:])
    return [
        OWN if is_own else OTHERS if body or beside and _is_name(head, time) else ""
        for head, time, body, is_own in zip(heads, times, bodies, units, strict=True)
    ]


def _is_name(head: str, time: str) -> bool:
    """Whether a head may be a place's bare name: no measure, no time, not the unit with all its parts."""
    return (
        bool(head)
        and _MEASURE.search(head) is None
        and time == UNKNOWN
        and not head.startswith(("toàn ", "cả "))
    )
