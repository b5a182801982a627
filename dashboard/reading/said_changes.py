"""Whether a figure is a change or a goal, which no level is."""

from __future__ import annotations

import re
from functools import cache

from dashboard.reading.phrases import any_of, rules

REACH = 800
_LINKS = r"(?:\s+(?:thêm|được|bình quân|trung bình|mỗi năm|hằng năm|hàng năm|so với năm \d{4}|khoảng|gần|trên|hơn|từ|ít nhất|tối thiểu|là|tới|lên|thời gian|chi phí|tỷ lệ))*\s*$"
_IN_TURN = r"\s+lần lượt(?:\s+(?:là|khoảng|được))?(?:\s*[\d.,]+\s*%?\s*(?:,|và))*\s*$"
_SET = r"(?:\s+(?:là|giao|được giao|đề ra|tỉnh giao|huyện giao|năm \d{4}|đặt ra|từ|đạt))*\s*$"
_ASKED = re.compile(
    r"\s*(?:[^\W\d]+\s+){0,4}(?:giao|đề ra)(?!\w|\s*(?:tiếp|dịch|ước|ban|nộp|lưu|thông))"
)
_COMPARED = (
    r"(?:\s+(?:được|hơn|thêm))?(?:\s+so với)?\s+(?:năm|cùng kỳ|kỳ|quý|tháng|chỉ tiêu|kế hoạch|mục tiêu|mức|bình quân|trung bình|quy định|nghị quyết)(?!\w)"
    r"(?:\s+(?!đạt|là|còn|lên|tới|có|với)[^\s,;:()]+){0,8}(?:(?<=\s20\d\d)\s+là)?\s*$"
)
_THAN_LEVEL = re.compile(
    r"(?:cao|thấp|tốt|kém) hơn (?:so với )?mức\s*$"
)  # “cao hơn mức 84,45% của năm 2019” tells that year's level
_YEAR_BEHIND = re.compile(r"\s*(?:của\s+)?năm\s+20\d\d")
_PLANNED_ASIDE = re.compile(  # “95,8% (KH: 98%)”, “vượt kế hoạch (97%)”
    r"(?<!\w)(?:kế hoạch|chỉ tiêu|mục tiêu|nghị quyết)\s*\(\s*$|\(\s*(?:kh|ct|nq|mt)(?:\s+năm)?\s*:?\s*$"
)
_PLANNED_BEHIND = re.compile(  # “05 lần so với 04 lần theo kế hoạch”
    r"\s*(?:[^\W\d]+\s+){0,3}theo (?:kế hoạch|chỉ tiêu|mục tiêu|nghị quyết)(?!\w)"
)
_THAN = re.compile(r"(?<!\w)(?:so với|vượt|hơn|trên)\s*$")
_PARENTHESES = re.compile(r"\([^()]*\)")


def is_change(before: str, after: str, has_previous: bool) -> bool:
    """Whether a figure tells how much something moved, not where it stands."""
    if re.match(r"\s*điểm\s*(?:phần trăm|%)", after):
        return True
    if listed("change", "never_level").search(before[-45:]) and not re.search(
        r"[,;]\s*(?:\S+\s+){0,3}(?:đạt|còn)\s*$", before
    ):
        return True
    if _THAN_LEVEL.search(before):
        return _YEAR_BEHIND.match(after) is None
    if re.search(r"(?:từ|từ mức|từ chỗ)\s*$", before) or (
        has_previous and listed("change", "to", "", r"(?:\s+mức)?\s*$").search(before)
    ):
        return False
    if re.search(
        r"(?:tăng|giảm|nâng|nâng lên|hạ)\s+(?:lên|xuống|còn|xuống còn|lên đến|lên tới|đến|tới)(?:\s+còn)?\s*$",
        before,
    ):
        return False
    return any(
        listed("change", key, "", tail).search(before)
        for key, tail in (("by", _LINKS), ("by", _IN_TURN), ("compared", _COMPARED))
    )


def is_goal(before: str, after: str) -> bool:
    """Whether a figure tells what is asked for or planned."""
    if _PLANNED_ASIDE.search(before) or _THAN.search(before) and _PLANNED_BEHIND.match(after):
        return True
    open_text = _PARENTHESES.sub(lambda group: " " * len(group[0]), before)
    clause_start = open_text.rfind(";") + 1
    clause = open_text[clause_start:]
    if (
        listed("goal", "named", "", _SET).search(clause)
        or _ASKED.match(after)
        and not listed("goal", "done").search(clause)
    ):
        return True
    if _announced(clause, "goal") or _announced(clause, "demand", 45):
        return True
    if (
        clause_start
        and listed("goal", "heading").match(open_text.lstrip(" -+*"))
        and not listed("goal", "done").search(open_text)
    ):
        return True
    return (
        re.match(
            r"\s*(?:\([^)]*\)\s*)?(?:(?!do\s)[^\W\d]+[\s,]+){0,6}?(?:phải|cần|sẽ)\s+(?!thiết)",
            after.split(";")[0],
        )
        is not None
    )


def _announced(clause: str, key: str, reach: int = REACH) -> bool:
    """The last word of a goal in the ``reach`` last characters is neither part of “vượt chỉ tiêu” nor followed by “kết quả”, “đã đạt” …"""
    kept = [match.span() for match in listed("goal", "kept").finditer(clause)]
    said = [
        match.end()
        for match in listed("goal", key).finditer(clause, max(0, len(clause) - reach))
        if not any(start <= match.start() and match.end() <= end for start, end in kept)
    ]
    return bool(said) and listed("goal", "done").search(clause, said[-1]) is None


@cache
def listed(table: str, key: str, head: str = "", tail: str = "") -> re.Pattern[str]:
    """The words of a list in the file of levels, as one pattern."""
    return re.compile(head + any_of(rules("figures")[table][key]).pattern + tail)
