"""Numbers said in words: “chín mươi hai phần trăm”, “ba mươi mốt lượt”, “bốn mô hình”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

ONES = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9}
_LAST_ONES = {"mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5, **ONES}  # behind a ten
_PLACES = {"mười": 10, "mươi": 10, "trăm": 100}
_ONE, _LAST = (f"(?:{'|'.join(words)})" for words in (ONES, _LAST_ONES))
_TENS = rf"(?:{_ONE}\smươi|mười)(?:\s{_LAST})?"
_HUNDREDS = rf"{_ONE}\străm(?:\s(?:{_TENS}|(?:linh|lẻ)\s{_LAST}))?"
_THOUSANDS = rf"(?:{_HUNDREDS}|{_TENS}|{_ONE})\s(?:nghìn|ngàn)(?:\s{_HUNDREDS})?"
_SEVERAL = rf"{_THOUSANDS}|{_HUNDREDS}|{_TENS}"  # of more than one word but “mười”
COUNTED = (
    "cuộc|lượt|lần|đợt|buổi|lớp|hội nghị|mô hình|sáng kiến|chuyên mục|chuyên đề|tin|bài|hồ sơ|bộ hồ sơ|phiếu|văn bản|trường hợp|người|cán bộ|công chức|viên chức"
    "|đồng chí|đảng viên|hội viên|giáo viên|nhân viên|chiến sĩ|anh chị em|ý kiến|đơn|thư|hộ|gia đình|bản cam kết|học viên|đoàn viên|thí sinh|giấy phép"
)
"""What is counted."""
_SAID = re.compile(
    rf"(?<![\w.,/%-])(?:(?P<share>{_SEVERAL}|{_ONE})(?:\s(?:phẩy|phảy)\s(?P<tenths>{_ONE}(?:\s{_LAST})?))?(?=\s(?:phần trăm(?! điểm)|%))"
    rf"|(?P<several>{_SEVERAL})(?=\s(?:{COUNTED})(?!\w))"
    rf"|(?P<few>hai|ba|bốn|sáu|bảy|tám|chín)(?=\s(?:{COUNTED})(?!\w)))"
)  # “một” is an article, “năm” a year, alone
_NO_COUNT = re.compile(  # “thứ ba lần này”, “một hai lần”, “cả hai đơn vị”, “tháng ba”
    r"(?:thứ|tháng|cả|quý|vài|một|hai|ba|điều|khoản|mục|lớp|phần|khối|hạng|mức|các)\s+$"
)


@dataclass(frozen=True)
class SaidNumber:
    """``folded[start:end]`` are the words of a number."""

    start: int
    end: int
    value: float


def said_numbers(folded: str) -> Iterator[SaidNumber]:
    """The numbers in words that count or measure something, in order; none that names a thing.

    Example: “kiểm tra ba mươi mốt lượt, đúng hẹn chín mươi tám phẩy tám phần trăm” gives 31 and 98.8.
    """
    for match in _SAID.finditer(folded):
        if _NO_COUNT.search(folded, max(0, match.start() - 8), match.start()):
            continue
        whole = match["share"] or match["several"] or match["few"]
        value = float(_worth(whole))
        if match["tenths"]:
            digits = "".join(str(_LAST_ONES[word]) for word in match["tenths"].split())
            value = float(f"{value:g}.{digits}")
        yield SaidNumber(match.start(), match.end(), value)


def _worth(words: str) -> int:
    """“ba trăm linh hai” is 302: each word of a place multiplies what stands since the last greater one."""
    total = group = digit = 0
    for word in words.split():
        if word in _LAST_ONES:
            digit = _LAST_ONES[word]
        elif word in ("nghìn", "ngàn"):
            total, group, digit = total + (group + digit) * 1000, 0, 0
        elif word in _PLACES:
            group, digit = group + (digit or 1) * _PLACES[word], 0
    return total + group + digit
