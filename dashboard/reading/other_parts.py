"""Figures of another part of the year than the report's: “Quý II: 73,9%” and “Lũy kế 9 tháng” in a report of quý III, “đến hết năm” in one of a half-year."""

from __future__ import annotations

import re

from dashboard.reading.outline import Passage
from dashboard.reading.said_figures import Figure
from dashboard.reading.spans import QUARTERS

_MONTHS = {"sáu": "6", "chín": "9"}
_PART = re.compile(
    r"(?<!\w)(?:quý\s+(?P<quarter>iv|i{1,3}|[1-4])(?!\w)|(?P<months>0?[369]|sáu|chín)\s+tháng(?:\s+(?P<end>đầu|cuối)(?:\s+năm)?)?(?!\w)|(?:cả|hết|cuối)\s+năm(?!\w)|lũy kế(?!\s+(?:quý|\d|sáu|chín)))"
)
_OPENS = re.compile(
    r"[\W_]*(?:(?:[ivx]+|\d{1,2}|[a-h])\s?[./)-]\s*)?(?:(?:phương hướng|nhiệm vụ|kế hoạch|mục tiêu|giải pháp|việc)[\s,]+(?:và\s+|trọng tâm\s+)?)*(?:trong\s+)?"
)
_IN_BRACKETS = re.compile(  # “(6 tháng đầu năm 05 buổi, 160 lượt, cộng cả năm 12 buổi, 398 lượt)”
    r"\([^()]*$"
)
_BRACKETS_SAID = re.compile(
    r"ngoặc vuông[^.;\n]{0,60}(?:kỳ|năm|quý|tháng)\s+(?:liền\s+)?(?:trước|ngoái)"
)
_REACH = 70  # characters from the part's name to a figure of it


def is_of_another_part(folded: str, passage: Passage, figure: Figure, part: str) -> bool:
    """Whether the part of the year named last before a figure, with no other figure between, is not the ``part`` that the report is of."""
    start = max(passage.start, figure.lead - _REACH)
    named = list(_PART.finditer(folded, start, figure.lead)) if part else []
    if not named:
        return False
    aside = _IN_BRACKETS.search(folded, start, named[-1].start()) is not None
    if re.search(r"[;)]" if aside else r"[\d;)]", folded[named[-1].end() : figure.lead]):
        return False
    return _is_another(named[-1], part)


def without_before(folded: str, every: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """The figures but those in square brackets, where the text says that these are of the time before: “đã trả 1.208 hồ sơ [1.155]”."""
    if not _BRACKETS_SAID.search(folded):
        return every
    aside = [one.span() for one in re.finditer(r"\[[^\[\]\n]*\]", folded)]
    return tuple(one for one in every if not any(first < one.start < last for first, last in aside))


def stands_under_another_part(folded: str, passage: Passage, part: str) -> bool:
    """Whether the heading over a sentence, or the label that opens it, is another part's: “III. Sáu tháng cuối năm”, “6 tháng cuối năm: …” in a report of the first half."""
    said = [_opening(folded, *passage.heading), _opening(folded, passage.start, passage.end)]
    labelled = said[1] is not None and folded.startswith(":", said[1].end())
    opened = [said[0], said[1] if labelled else None] if part else []
    return any(one is not None and _is_another(one, part) for one in opened)


def _opening(folded: str, start: int, end: int) -> re.Match[str] | None:
    return _PART.match(folded, _OPENS.match(folded, start, end).end(), end)  # type: ignore[union-attr]


def _is_another(named: re.Match[str], part: str) -> bool:
    own = _PART.search(part)
    return own is not None and _kind(named) != _kind(own)


def _kind(named: re.Match[str]) -> str:
    if quarter := named["quarter"]:
        return f"quý {QUARTERS.get(quarter, quarter).lower()}"
    if months := named["months"]:
        written = _MONTHS.get(months, months.lstrip("0"))
        return f"{written} tháng {named['end'] or 'đầu'}"
    return "year"
