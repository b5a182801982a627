"""The time that the first sentences of a text without a title speak of: “6 tháng đầu năm 2024, đơn vị tiếp nhận …”, “tổng kết giai đoạn 2019 - 2024”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dashboard.reading.folding import Source
from dashboard.reading.said_dates import date_mentions
from dashboard.reading.spans import PART, Period, yearly

_REACH = 400  # characters
_LOOKS_BACK = 6  # months in which a text still tells of the year before
_TOLD = re.compile(
    rf"(?P<part>(?:{PART.pattern})\s*(?:/|năm)?\s*)(?P<of>20\d{{2}})(?![\d/])"
    r"|(?<!\w)(?:papi|par[ -]?index|sipas|ddci|dti|pci)\)?\s+(?P<rated>20\d{2})(?![\d/-])"
    rf"|(?P<bare>{PART.pattern})(?!\s*(?:/|năm)?\s*20)"
    r"|(?:năm học|giai đoạn)\s+(?P<first>20\d{2})\s*-\s*(?P<last>20\d{2})(?!\d)"
    r"|(?<!từ )(?<!đến )(?:(?:đầu|cuối)\s+)?năm\s+(?P<year>20\d{2})(?![\d-])"
)
_COMPARED = re.compile(
    r"(?:so với|cùng kỳ|cùng kỳ của|hơn|của|bằng|như|trước|kế hoạch|nghị quyết|chỉ tiêu|mục tiêu|nhiệm vụ)\s+$"
)
_OF_PAPER = re.compile(
    r"(?<!\w)(?:ban hành|kế hoạch|quyết định|công văn|chỉ thị|nghị quyết|kh|qđ|cv)\s[^.\n;]*$"
)
_OPENS = re.compile(r"(?:^|[.\n])\s*(?:trong\s+)?$")
_REVIEWS = re.compile(r"(?<!\w)(?:tổng kết|sơ kết|nhìn lại|giám sát)(?!\w)")
_MEETS = re.compile(  # “Sáng 14/7, Bệnh viện họp sơ kết 6 tháng đầu năm”
    r"(?<!\w)(?:tổng kết|sơ kết)\s+(?:[^\W\d]+\s+){0,8}$"
)
_STAMP = re.compile(
    r"(?<![\d/])(?:(?P<month>0?[1-9]|1[0-2])/(?P<year>20\d{2})|(?P<of>20\d{2})-(?P<in>0[1-9]|1[0-2]))(?!\d)"
)


def told_first(source: Source) -> Period | None:
    """What the first sentences tell of, where it is of the year in which the text was written or, early in a year, of the one before.

    Example: an article of 18/04/2024 that opens with “dẫn đầu về chỉ số cải cách hành chính năm 2023” is of 2023. None where nothing says when it was written
    and the year is neither told with its part nor opens a sentence.
    """
    said = _without_dates(source.folded[:_REACH])
    written = _written(source.folded)
    for told in _TOLD.finditer(said):
        if _COMPARED.search(said[: told.start()]) or _OF_PAPER.search(said[: told.start()]):
            continue
        if told["bare"]:
            if written and _MEETS.search(said[: told.start()]):
                return yearly(told["bare"], [written[0]], "annual", source.cite(*told.span()))
            continue
        if written is None:
            certain = told["part"] or _OPENS.search(said[: told.start()])
            return _span(source, told) if certain else None
        if _fits(told, written) and (span := _span(source, told)) is not None:
            return span
    return None


def _without_dates(head: str) -> str:
    for one in date_mentions(head):
        head = head[: one.start] + " " * (one.end - one.start) + head[one.end :]
    return head


def _fits(told: re.Match[str], written: tuple[int, int]) -> bool:
    year, month = written
    last = _year(told)
    return last == year or last == year - 1 and month <= _LOOKS_BACK


def _year(told: re.Match[str]) -> int:
    return int(told["of"] or told["last"] or told["rated"] or told["year"])


def _span(source: Source, told: re.Match[str]) -> Period | None:
    place = source.cite(*told.span())
    if told["first"] is None:
        return yearly(told["part"] or "", [_year(told)], "annual", place)
    first, last = int(told["first"]), int(told["last"])
    if told[0].startswith("năm"):
        return (
            Period(f"{first}-{last}", first, last, "annual", place) if last == first + 1 else None
        )
    reviewed = _REVIEWS.search(source.folded, 0, told.start())
    return Period(f"{first}-{last}", first, last, "final", place) if reviewed else None


def _written(folded: str) -> tuple[int, int] | None:
    """Year and month of the first date in the first lines that is no paper's."""
    return next(
        (
            when
            for start, when in sorted(_dates(folded[:_REACH]))
            if not _OF_PAPER.search(folded[max(0, start - 60) : start])
        ),
        None,
    )


def _dates(head: str) -> Iterator[tuple[int, tuple[int, int]]]:
    for one in date_mentions(head):
        if one.date:
            yield one.start, (one.date.year, one.date.month)
    for stamp in _STAMP.finditer(head):
        year, month = stamp["year"] or stamp["of"], stamp["month"] or stamp["in"]
        yield stamp.start(), (int(year), int(month))
