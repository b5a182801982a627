"""The year of a text without the title “BÁO CÁO”: an article, a letter, minutes, a table, a speech."""

from __future__ import annotations

import re
from collections import Counter

from dashboard.reading.folding import Source
from dashboard.reading.paragraphs import is_table_row
from dashboard.reading.said_dates import date_mentions
from dashboard.reading.spans import YEARS, Period

_ANY_YEAR = re.compile(r"(?<![\d/.,-])20\d{2}(?![\d/%]|[.,]\d)")
_OF_PAPER = re.compile(
    r"(?<!\w)(?:ký|ban hành|kế hoạch|quyết định|văn bản|công văn|kh|qđ|cv|số)(?!\w)[^.\n]*$"
)
_OF_MONTH = re.compile(
    r"(?<!\w)(?:tháng\s+\d{1,2}|quý\s+(?:i{1,3}|iv|[1-4]))\s*/\s*(20\d{2})(?!\d)"
)
_OF_LATE_MONTH = re.compile(
    r"(?<!\w)(?:tháng\s+(?:0?[3-9]|1[0-2])|quý\s+(?:i{1,3}|iv|[1-4]))\s*/\s*(20\d{2})(?!\d)"
)
_OF_YEAR = re.compile(r"(?<!từ )(?<!đến )(?<!tới )năm\s+(20\d{2})(?!\d)")
_ENDS_TITLE = re.compile(  # “KẾT QUẢ THI ĐUA VĂN HÓA CÔNG SỞ 2023”
    r"(?m)^[^\n]*(?<!\w)(?:kết quả|thi đua|tổng kết|sơ kết|nhìn lại|biểu|bảng)(?!\w)(?:[^\n]*[^\W\d])?\s+(20\d{2})\s*$"
)
_MOST = 0.6  # of all years that an article names: more than this are of its own year
_AHEAD = re.compile(
    r"(?<!\w)(?:phương hướng|nhiệm vụ|kế hoạch|định hướng|dự kiến|chương trình)(?!\w)[^\n]*"
)
_LINE = re.compile(r"[^\n]+")
_OPENING = 400  # characters
_HEAD, _LONGEST, _LOOKS_BACK = (
    8,
    160,
    2,
)  # lines; characters; months in which a paper still tells of the year before
_SAYS = re.compile(r"[.!?;:%]\s*$|%")  # a line of a head ends no sentence and tells no share


def told_in_head(source: Source) -> tuple[int, int, bool] | None:
    """The year that the lines over the text name, where they end, and whether it is said and not only that of their date: a year said as such before that of their date; None where they name none or several.

    Example: “CHI BỘ VĂN PHÒNG”, “Lai Vung, ngày 02 tháng 12 năm 2023”, “BIÊN BẢN” gives 2023 whatever years the minutes name. A date of the first
    months of a year says nothing: such papers tell of the year before.
    """
    end = _head_end(source)
    head = _AHEAD.sub(lambda told: " " * len(told[0]), source.folded[:end])
    if YEARS.search(head):
        return None
    dates = [one for one in date_mentions(head) if one.date]
    for one in dates:
        head = head[: one.start] + " " * (one.end - one.start) + head[one.end :]
    patterns = (_OF_YEAR, _OF_LATE_MONTH, _ENDS_TITLE)
    said = {int(told[1]) for pattern in patterns for told in pattern.finditer(head)}
    dated = {
        one.date.year
        for one in dates
        if one.date
        and one.date.month > _LOOKS_BACK
        and not _OF_PAPER.search(head[max(0, one.start - 40) : one.start])
    }
    years = said or dated
    return (years.pop(), end, bool(said)) if len(years) == 1 else None


def _head_end(source: Source) -> int:
    """Where the lines over the text end: at the first that is a sentence, a label, a row of a table, or is long."""
    end = 0
    for number, line in enumerate(_LINE.finditer(source.plain)):
        said = line[0].strip()
        if number >= _HEAD or len(said) > _LONGEST or _SAYS.search(said) or is_table_row(line[0]):
            break
        end = line.end()
    return end


def told_in_opening(source: Source) -> Period | None:
    """The year of an article or a letter without a title: the only one that its first lines name or are dated in, else the one that the text names most."""
    dates = [
        one
        for one in date_mentions(source.folded[:_OPENING])
        if not _OF_PAPER.search(source.folded[max(0, one.start - 40) : one.start])
    ]
    spans = [
        *((int(match[0]), match.span()) for match in _spelt(source.folded, _OPENING)),
        *((one.date.year, (one.start, one.end)) for one in dates if one.date),
        *(
            (int(match[1]), match.span(1))
            for match in _OF_MONTH.finditer(source.folded, 0, _OPENING)
        ),
    ]
    if len({year for year, _ in spans}) != 1:
        spans = [(int(match[1]), match.span(1)) for match in _OF_YEAR.finditer(source.folded)]
    said = Counter(year for year, _ in spans)
    year = max(said, key=said.__getitem__, default=None)
    if year is None or len(said) > 1 and not said[year] > _MOST * said.total():
        return None
    place = source.cite(*next(span for one, span in spans if one == year))
    return Period(str(year), year, year, "annual", place)


def _spelt(folded: str, end: int) -> list[re.Match[str]]:
    """Years in the first lines that are no end of a span of years (“giai đoạn 2019-2025”)."""
    ranges = [match.span() for match in YEARS.finditer(folded, 0, end)]
    return [
        match
        for match in _ANY_YEAR.finditer(folded, 0, end)
        if not any(first <= match.start() < last for first, last in ranges)
    ]
