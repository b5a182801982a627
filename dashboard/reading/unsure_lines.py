"""Figures that are asked for the line in which they stand: messages of a chat, where several bodies speak, and numbers that the text itself takes back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dashboard.reading.folding import Source
from dashboard.reading.indicator import Indicator
from dashboard.reading.said_figures import number

_CLOCK = r"(?:[01]?\d|2[0-3])[:hH][0-5]\d(?::[0-5]\d)?"
_DATE = r"\d{1,2}/\d{1,2}(?:/\d{2,4})?"
_MESSAGE = re.compile(  # “[08:47] Vượng: …”, “08:47 - Vượng: …”, “Vượng (08:47): …”
    rf"[\s*+•-]*(?:[\[(]?(?:{_DATE},?\s+)?{_CLOCK}(?:,?\s+{_DATE})?[\])]?[\s,–-]*[^\W\d][^:\n]{{0,50}}:"
    rf"|[^\W\d][^:\n\[(]{{0,40}}[\[(,]\s*(?:{_DATE},?\s+)?{_CLOCK}[\])]?\s*:)"
)
_NUMBER = r"(\d[\d.,]*\d|\d)"
_TAKEN_BACK = (
    re.compile(  # “98,7 là số năm ngoái”
        rf"{_NUMBER}\s*%?\s*(?:mới\s+)?là\s+(?:(?:con số|số liệu|số|kết quả|của)\s+)*(?:năm ngoái|năm trước|kỳ trước|quý trước|tháng trước|cũ|sai|nhầm|ghi nhầm|gõ nhầm)(?!\w)"
    ),
    re.compile(rf"(?:chứ\s+)?không phải\s+(?:là\s+)?{_NUMBER}\s*(?:%|điểm)?\s*(?=[,.;)\n]|$)"),
    re.compile(
        rf"(?:gõ|ghi|nhập|viết|đánh|báo|tính)\s+nhầm\s+(?:(?:là|thành|số)\s+)*{_NUMBER}(?!\w)"
    ),
    re.compile(rf"(?:sửa|chỉnh|đính chính)\s+(?:số\s+|từ\s+)?{_NUMBER}\s*%?\s*(?:thành|lại là)\s"),
)


def asked_by_line(source: Source, levels: Sequence[Indicator], year: int | None) -> list[Indicator]:
    """The levels, in doubt where a message tells them or where the text takes their number back for the report's ``year``."""
    taken_back = _taken_back(source.folded)
    return [
        replace(one, doubt=one.doubt or "unlike")
        if _is_message(source.given, one.place.start)
        or one.value in taken_back
        and one.year in (None, year)
        else one
        for one in levels
    ]


def _is_message(given: str, position: int) -> bool:
    """Whether a line stands in a message: in its first line, or below it without an empty line between."""
    block = given.rfind("\n\n", 0, position) + 1
    end = given.find("\n", position)
    lines = given[block : end if end >= 0 else len(given)].split("\n")
    return any(_MESSAGE.match(line) for line in lines)


def _taken_back(folded: str) -> frozenset[float]:
    """Values that the text calls last year's, wrong or mistyped."""
    written = (found[1] for pattern in _TAKEN_BACK for found in pattern.finditer(folded))
    values = (number(one, share) for one in written for share in (True, False))
    return frozenset(value for value in values if value is not None)
