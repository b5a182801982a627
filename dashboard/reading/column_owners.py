"""Columns that are bodies: “Nội dung | Hoài Đức | Đan Phượng | Toàn thành phố” holds one column of the unit's own."""

from __future__ import annotations

import re

from dashboard.reading.indicator import Reader
from dashboard.reading.table_bodies import is_anothers_column
from dashboard.reading.table_columns import UNKNOWN, column_time

OWN, OTHERS = "own", "others"
_BODY = re.compile(
    r"(?:ubnd\s+)?(?:xã|phường|thị trấn|huyện|thị xã|thành phố|quận|sở|công an|trường|bệnh viện|chi cục|trạm y tế)(?:\s+[^\W\d]+){1,4}"
)
_MEASURE = re.compile(
    r"(?<!\w)(?:tỷ lệ|số|tổng|điểm|ghi chú|đơn vị|nội dung|chỉ tiêu|tiêu chí|so sánh|tăng|giảm|kết quả|kế hoạch|stt|tt)(?!\w)|%"
)


def whose_columns(heads: list[str], reader: Reader) -> list[str]:
    """Of each column `OWN`, `OTHERS`, or nothing where the heads name no two bodies.

    Beside a column named after the unit, or two that name bodies of a kind, what is no measure and no time is another's too.
    """
    bodies = [_BODY.fullmatch(head) is not None for head in heads]
    own = [
        bool(head) and (head == reader.own.place or body and reader.own.has(head))
        for head, body in zip(heads, bodies, strict=True)
    ]
    if not any(own) and sum(bodies) < len((OWN, OTHERS)):
        return [""] * len(heads)
    return [
        OWN if is_own else OTHERS if body or any(own[1:]) and _is_name(head, reader) else ""
        for head, body, is_own in zip(heads, bodies, own, strict=True)
    ]


def _is_name(head: str, reader: Reader) -> bool:
    """Whether a head may be a place's bare name: no measure, no time, not the unit with all its parts."""
    return (
        bool(head)
        and _MEASURE.search(head) is None
        and column_time(head, reader.year, reader.part) == UNKNOWN
        and not head.startswith(("toàn ", "cả "))
        and not is_anothers_column(head, reader)
    )
