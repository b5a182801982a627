"""Numbers that are no measure: days, scores of a match, names of documents."""

from __future__ import annotations

import re

_SCORE = re.compile(
    r"(?:tổng điểm|số điểm|điểm số|điểm|tự chấm|chấm lại|chấm)\s*(?:đạt|là|đạt được|:|được|bình quân)?\s*$"
)
_POINTS_OF = re.compile(r"(?<!\w)điểm\s(?:[^\W\d]+\s){1,4}$")  # “điểm hài lòng 17,6/18”
_SCALES = frozenset({"5", "10", "20", "30", "100"})  # “93,25/100”
_NUMBERED = re.compile(
    r"(?:(?<!ký )số|điều|khoản|(?<!kiểm )điểm|mục|phần|chương|quý|tháng|ngày|khóa|mức độ|mức|lần thứ|thông tư|cấp độ|kỳ|câu|năm|giai đoạn|nhiệm kỳ|mẫu|bước)\s*$"
)
_SCALE = re.compile(r"(?<!\w)thang(?: điểm)?\s*$")  # “92 điểm trên thang 100 điểm”
_ON_SCALE = re.compile(  # “Trên thang 5 điểm: giảng viên 4,32; ký túc xá 3,05”
    r"(?<!\w)thang(?: điểm)? (?:5|10|100)(?!\d)[^.\n%]{0,120}$"
)
_DAY_BEFORE = re.compile(r"(?<!\w)(?:ngày|sáng|trưa|chiều|tối|đêm|hôm|từ|đến|tới)\s+$")
_FRACTION = re.compile(
    r"chiếm\s+(?:\S+\s+){0,2}[1-4]\s?/\s?[2-5]$"
)  # “chiếm hơn 2/3”: words, no count


def is_name(folded: str, match: re.Match[str]) -> bool:
    """Numbers that name a thing (năm 2022, mức độ 4, số 15, thang 100) and do not measure."""
    if _SCALE.search(folded, max(0, match.start() - 14), match.start()):
        return True
    if match["percent"] or match["points"] or is_score(folded, match):
        return False
    if match["total"]:
        if _is_day(folded, match):
            return True
        return (
            _FRACTION.search(folded, max(0, match.start() - 20), match.end()) is not None
            or re.fullmatch(r"20\d{2}", match["total"]) is not None
            and re.search(r"(?:tháng|quý)\s*$", folded[max(0, match.start() - 8) : match.start()])
            is not None
        )
    if re.fullmatch(r"(?:19|20)\d{2}", match["value"]):
        return True
    return _NUMBERED.search(folded, max(0, match.start() - 14), match.start()) is not None


def _is_day(folded: str, match: re.Match[str]) -> bool:
    """“ngày 14/6”, “sáng 9/9”: a day without its year."""
    parts = [match["value"], match["total"]]
    return (
        all(part.isdigit() for part in parts)
        and 1 <= int(parts[0]) <= 31
        and 1 <= int(parts[1]) <= 12
        and _DAY_BEFORE.search(folded, max(0, match.start() - 12), match.start()) is not None
    )


def is_score(folded: str, match: re.Match[str]) -> bool:
    """“tổng điểm 82,75”, “tự chấm 93,25/100”: points without the word after them."""
    return re.search(r"\d[.,]\d{1,2}$", match["value"]) is not None and (
        match["total"] in _SCALES
        or match["total"] is not None
        and _POINTS_OF.search(folded, max(0, match.start() - 34), match.start()) is not None
        or _SCORE.search(folded, max(0, match.start() - 24), match.start()) is not None
        or _ON_SCALE.search(folded, max(0, match.start() - 140), match.start()) is not None
    )
