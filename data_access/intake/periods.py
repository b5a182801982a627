"""Which year, or which part of one, a line of text speaks of: titles, names of sheets and files, lines between rows, brackets of headers.

Everything is found in `fold`ed text; a text without any diacritic (names of files) is compared without them.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from functools import lru_cache

from data_access.intake.names import SPELLINGS, fold, plain

_YEAR = "((?:19|20)[0-9]{2})"
_DAY = f"(?:ngày )?([0-9]{{1,2}}) ([0-9]{{1,2}}) {_YEAR}"
_DATES = [
    f"(?:ngày )?[0-9]{{1,2}} [0-9]{{1,2}} {_YEAR}",
    f"\\b{_YEAR[1:-1]} (?:0[1-9]|1[0-2]) (?:0[1-9]|[12][0-9]|3[01])\\b",
    f"ngày (?:[0-9]{{1,2}} )?tháng (?:[0-9]{{1,2}} )?năm(?: {_YEAR}| [0-9]{{2}})?",
]
_PLACE_DATE = re.compile(r",\s*tháng\s*[0-9]{1,2}\s*(?:năm|/)\s*[0-9]{4}", re.IGNORECASE)
_SPAN = re.compile(f"{_YEAR}\\s*(?:[-–—]|đến|tới)\\s*(?:năm\\s*)?{_YEAR}", re.IGNORECASE)
_PAPERS = "|".join(map(fold, SPELLINGS["papers"]))
_OTHER_YEARS = "|".join(map(fold, SPELLINGS["other_years"]))
_REFERENCES = [
    rf"(?:theo|kèm|căn cứ|ban hành|thực hiện)(?: theo| kèm)* (?:{_PAPERS}) số\b.*",
    rf"(?:theo|kèm|căn cứ)(?: theo| kèm)* (?:{_PAPERS})\b.*",
    rf"(?:{_PAPERS}) số\b.*",
    r"\b[0-9]+ (?:kh|qđ|bc|cv|nq|tt|ct|hd|ttr|nđ)\b.*",
    rf"(?:{_OTHER_YEARS})\b.*",
]
_MONTHS = r"(?:[1-9]|0[1-9]|1[01])"
_PARTS = [
    rf"(?<![0-9]){_MONTHS} tháng\b",
    r"\b(?:một|hai|ba|bốn|sáu|chín) tháng\b",
    r"\bquý (?:i|ii|iii|iv|[1-4]|0[1-4]|một|hai|ba|bốn|đầu)\b",
    rf"\btháng (?:{_MONTHS}|12)\b",
    r"\bnửa (?:đầu |cuối )?năm\b",
    r"\bq (?:iv|i{1,3})\b",
    r"\btuần (?:thứ )?[0-9]{1,2}\b",
    r"\bkỳ (?:iv|i{1,3}|[1-4]|một|hai|thứ nhất|thứ hai)\b",
    r"\bđầu năm\b",
    r"\bhọc kỳ\b",
    r"\bbán niên\b",
]
_SHORT_PARTS = [
    r"\bq ?(?:[1-4]|iv|i{1,3})\b",
    rf"\b{_MONTHS}t(?![a-z])",
    r"\bt(?:1[0-2]|0?[1-9])\b",
]
_ROUND = r"\bđợt (?:thứ )?(?:[0-9]{1,2}|iv|i{1,3}|một|hai|ba|nhất|đầu|cuối)\b"
_WHOLE = [r"\btháng 0?1 (?:đến|tới) (?:hết )?tháng 12\b", r"\b12 tháng\b", r"\bcả năm\b"]
_UNTIL = rf"\b(?:lũy kế|tính|số liệu|chốt|cập nhật)\b.{{0,30}}?\bđến (?:hết )?{_DAY}"
_FROM_TO = rf"\btừ {_DAY} (?:đến|tới) (?:hết )?{_DAY}"
_UNTIL_MONTH = r"\b(?:lũy kế|tính|số liệu|chốt)\b.{0,30}?\bđến (?:hết )?tháng ([0-9]{1,2})\b"
_RUNNING = r"\blũy kế\b"
_ENOUGH_DAYS = 350  # a reporting year may run from the middle of December to the middle of December


def _both(patterns: list[str]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The patterns for texts with diacritics, and for texts without."""
    joined = "|".join(patterns)
    return re.compile(joined), re.compile(undiacritical(joined))


def undiacritical(pattern: str) -> str:
    """The pattern without diacritics; what is no letter stays."""
    return "".join(plain(one) if one.isalpha() and not one.isascii() else one for one in pattern)


_FIND = {
    name: _both(patterns)
    for name, patterns in {
        "dates": _DATES,
        "references": _REFERENCES,
        "parts": _PARTS,
        "whole": _WHOLE,
        "until": [_UNTIL],
        "until_month": [_UNTIL_MONTH],
        "from_to": [_FROM_TO],
        "running": [_RUNNING],
        "round": [_ROUND],
        "said": [f"\\bnăm (?:báo cáo |đánh giá |thi đua )?{_YEAR}\\b"],
    }.items()
}
_BARE = re.compile(f"(?<![0-9]){_YEAR}(?![0-9])")
_MONTH_OF_YEAR = re.compile(f"(?:0?[1-9]|1[0-2]) {_YEAR}")
_SHORT = re.compile("|".join(_SHORT_PARTS))


class _Line:
    """A line folded, and the patterns that fit its letters."""

    def __init__(self, text: str) -> None:
        bare = _SPAN.sub(" ", _PLACE_DATE.sub(" ", text))
        self._letters = int(text.isascii())
        self.text = fold(bare)

    def find(self, name: str) -> re.Match[str] | None:
        return _FIND[name][self._letters].search(self.text)

    def without(self, *names: str) -> _Line:
        for name in names:
            self.text = " ".join(_FIND[name][self._letters].sub(" ", self.text).split())
        return self


@lru_cache(maxsize=4096)
def years_said(text: str) -> frozenset[int]:
    """The years that a line speaks of: those after “năm” if there are any; never those of dates, spans, papers referred to, comparisons.

    `years_said("Kết quả năm 2022 (theo Kế hoạch số 115/KH-UBND năm 2019)") == {2022}`
    """
    line = _Line(text).without("dates", "references")
    said = {int(found[1]) for found in _FIND["said"][int(text.isascii())].finditer(line.text)}
    return frozenset(said or {int(found[1]) for found in _BARE.finditer(line.text)})


@lru_cache(maxsize=4096)
def part_of_year(text: str, is_name: bool = False) -> bool:
    """Whether a line says that figures are of a part of a year: 6 tháng, quý I, từ … đến …, lũy kế. In a name (`is_name`) also “Q1”, “6T”, “T6”.

    `part_of_year("Kết quả 6 tháng đầu năm 2024")`; not `part_of_year("Số liệu tính đến ngày 31/12/2024")`.
    """
    line = _Line(text)
    if found := line.find("from_to"):
        return not _is_year(*(int(one) for one in found.groups()))
    if found := line.find("until"):
        return not _is_late(*(int(one) for one in found.groups()[:2]))
    if found := line.find("until_month"):
        return int(found[1]) != 12
    if line.find("running"):
        return True
    line = line.without("dates", "whole", "references")
    if is_name and (_SHORT.search(line.text) or _MONTH_OF_YEAR.fullmatch(line.text)):
        return True
    return bool(line.find("parts"))


@lru_cache(maxsize=4096)
def round_of_year(text: str) -> bool:
    """Whether a line says that figures are of one round of several: “Khảo sát đợt 1 năm 2024”."""
    return bool(_Line(text).without("dates", "references").find("round"))


def span_of_years(text: str) -> tuple[int, int] | None:
    """The first and last year of a span that a line names: “giai đoạn 2019 - 2022”."""
    found = _SPAN.search(text)
    return (int(found[1]), int(found[2])) if found else None


def _is_late(day: int, month: int) -> bool:
    """Whether figures up to this day of a year are the year's: from the end of November on, when years are reported."""
    return month == 12 or (month == 11 and day == 30)


def _is_year(
    day: int, month: int, year: int, last_day: int, last_month: int, last_year: int
) -> bool:
    try:
        first, last = dt.date(year, month, day), dt.date(last_year, last_month, last_day)
    except ValueError:
        return False
    whole = 366 if calendar.isleap(last.year) else 365
    return _ENOUGH_DAYS <= (last - first).days + 1 <= whole + 1
