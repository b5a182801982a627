"""Numbers that are no measure: days, scores of a match, names of documents."""

from __future__ import annotations

import re

from dashboard.reading.number_words import COUNTED

_SCORE = re.compile(
    r"(?:tổng điểm|số điểm|điểm số|điểm|tự chấm|chấm lại|chấm)\s*(?:đạt|là|đạt được|:|được|bình quân|trung bình)?\s*$"
)
_POINTS_OF = re.compile(r"(?<!\w)điểm\s(?:[^\W\d]+\s){1,4}$")  # “điểm hài lòng 17,6/18”
_SCALES = frozenset({"5", "10", "20", "30", "100"})  # “93,25/100”
_NUMBERED = re.compile(
    r"(?:(?<!ký )(?<!vị trí )số|điều|khoản|(?<!kiểm )(?<!trừ )điểm|mục|phần|chương|quý|tháng|ngày|khóa|mức độ|mức|lần thứ|thông tư|cấp độ|(?<!định )kỳ|câu|năm|giai đoạn|nhiệm kỳ|mẫu|bước|lớp|mức độ [1-4]\s?(?:,|và|-))\s*$"
)
_LAST_OF = {"năm": 0, "lớp": 0, "quý": 4, "tháng": 12, "ngày": 31}
"""The last number that names one of these: “trong năm 03 lượt”, “trong quý 114 bộ”, “trong ngày 3.612 lượt” count."""
_YEARS = re.compile(  # “trong 5 năm”, not “xếp thứ 5 năm học 2022-2023”
    r"\s*năm(?!\w|\s+(?:20\d\d|học|nay|ngoái|trước))"
)
_COUNTS = re.compile(rf"\s(?:bộ|{COUNTED})(?!\w)")
_DECIMALS = re.compile(r"\d[.,]\d{1,2}$")
_IN_TIME = re.compile(r"\s*(?:ngày|giờ|phút|giây)(?!\w)")  # “bình quân 2,45 ngày”
_READERS = re.compile(  # of a page: “Lượt xem: 1.207”
    r"lượt (?:xem|đọc|truy cập)\s*:\s*$"
)
_FOLLOWERS = re.compile(r"\s*người (?:quan tâm|theo dõi)(?!\w)")
_READ = re.compile(r"\s*lượt (?:xem|đọc|truy cập)(?!\w)")  # “… 02/06/2023 | 348 lượt xem”
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
    if _is_of_readers(folded, match):
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
    if re.fullmatch(r"(?:19|20)\d{2}", match["value"]) or _YEARS.match(folded, match.end()):
        return True
    named = _NUMBERED.search(folded, max(0, match.start() - 14), match.start())
    return named is not None and not _is_counted(folded, match, named[0].strip())


def _is_counted(folded: str, match: re.Match[str], named: str) -> bool:
    """Whether a number behind the name of a time counts what stands behind it, since no such time has that number."""
    if named not in _LAST_OF or not _COUNTS.match(folded, match.end()):
        return False
    return "." in match["value"] or float(match["value"].replace(",", ".")) > _LAST_OF[named]


def _is_of_readers(folded: str, match: re.Match[str]) -> bool:
    """Whether a number says how many read the page."""
    before = folded[max(0, match.start() - 24) : match.start()]
    return bool(_READERS.search(before) or _FOLLOWERS.match(folded, match.end())) or (
        before.rstrip(" ").endswith(("|", "\n")) and _READ.match(folded, match.end()) is not None
    )


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
    return _DECIMALS.search(match["value"]) is not None and (
        match["total"] in _SCALES
        or match["total"] is not None
        and _POINTS_OF.search(folded, max(0, match.start() - 34), match.start()) is not None
        or _SCORE.search(folded, max(0, match.start() - 24), match.start()) is not None
        or _ON_SCALE.search(folded, max(0, match.start() - 140), match.start()) is not None
    )


def is_of_time(folded: str, match: re.Match[str]) -> bool:
    """“2,45 ngày”: a time is told with decimals, what is counted never."""
    return (
        _DECIMALS.search(match["value"]) is not None
        and _IN_TIME.match(folded, match.end()) is not None
    )
