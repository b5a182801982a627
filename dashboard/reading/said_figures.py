"""Figures in a folded text: value, unit, bound, total. What a figure measures and whether it is a level is decided elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from dashboard.reading.figure_marks import is_name, is_of_time, is_score
from dashboard.reading.number_words import SaidNumber, said_numbers
from dashboard.reading.phrases import any_of, rules
from dashboard.reading.said_dates import date_mentions

_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,3}(?:\s\d{3})+(?=\s(?:hồ sơ|văn bản|phiếu|người|lượt))|\d+(?:[.,]\d+)?"
_FIGURE = re.compile(
    rf"(?<![\w.,/%])(?P<value>{_NUMBER})(?:(?:\s?/\s?|\s(?:trong|trên)\s(?:(?:tổng\s)?(?:tổng|số)\s)?)(?P<total>{_NUMBER}))?(?![\d/]|[.,]\d)"
    r"(?:\s*(?:(?P<percent>%|phần trăm(?!\s*điểm))|(?P<points>điểm)(?!\s*(?:phần trăm|%|cầu|trường|bán|nhóm|mới|sáng))))?(?!\w)"
)
_OF_ALL = re.compile(r"(?:\s[^\W\d]+){1,6}\s(?:trên|trong|/)\s(?:tổng\s)?(?:tổng|số)\s(?:số\s)?")
_COMPARATIVE = re.compile(
    r"(?<!\w)(?:cao|thấp|lớn|nhỏ|nhiều|ít|tốt|kém)\s+$"
)  # “cao hơn mức 84,45%” is no bound
_RANK = re.compile(
    r"(?:xếp(?: hạng| vị trí| loại)?(?: thứ)?|đứng(?: thứ| hạng| vị trí| ở vị trí)*|thứ hạng|thứ|hạng|vị trí(?: thứ)?|vị trí số|top)\s*$"
)
_LEGAL = re.compile(
    r"(?<!\w)\d+[a-zđ]?[^\S\n]?(?:/\s?(?:19|20)\d{2})?[^\S\n]?[/-]\s?[a-zđ][\w/.&-]*|(?<!\w)(?:điều|khoản|(?<!kiểm )(?<!trừ )(?<!tổng )điểm)\s+\d+(?![.,]?\d)|(?<!\d)[34]\s?(?:xin|luôn|không)(?!\w)"
)
_CLOCK = re.compile(  # of a message; “từ 6 giờ 45”, “7h30”, “sáng 2-10”
    r"(?<![\d.,:])(?:[01]?\d|2[0-3])(?::|\s?giờ\s?|[hg])[0-5]\d(?::[0-5]\d)?(?![\d%]|\s*%)"
    r"|(?<!\w)(?:ngày|sáng|trưa|chiều|tối|đêm|hôm|từ|đến)\s[0-3]?\d-[01]?\d(?![\d,.-]|\s*%)"
)
_PERCENT = re.compile(r"\s(?:phần trăm(?! điểm)|%)")
_BROKEN = r"(?<!mức độ )(?<!mức )(?<![\d.,])\d+(?: ?[.,] | [.,] ?)\d{1,2} ?%"
_SPACED_DECIMAL = re.compile(rf"(?m)(?!^\d{{1,2}}\. ){_BROKEN}")  # not “2. 83% hồ sơ …”
_SPACED_THOUSAND = re.compile(r"(?<![\d.,/])[1-9]\d{0,2} \.\d{3}(?![\d.,])")
_MISREAD = re.compile(r"(?<![\w.,])(?=\w*\d)[\do]*[lo][\dlo]*\s*%")


@dataclass(frozen=True)
class Figure:
    """``folded[start:end]`` with its bound words from ``lead``; ``unit`` is %, points, rank or count; ``value`` None = cannot be decided."""

    lead: int
    start: int
    end: int
    value: float | None
    out_of: float | None
    unit: str
    comparator: str


def figures(folded: str) -> tuple[Figure, ...]:
    """All figures of a folded text in order; dates, document numbers, years and numbered things are left out.

    Example: “đạt trên 95,5% trở lên” gives one figure 95.5, %, comparator ``>``; “24/44 đơn vị” gives 24 out of 44, count.
    """
    hidden = bytearray(len(folded))
    for start, end in [
        *((date.start, date.end) for date in date_mentions(folded)),
        *(match.span() for pattern in (_LEGAL, _CLOCK) for match in pattern.finditer(folded)),
    ]:
        hidden[start:end] = b"\x01" * (end - start)
    found = [
        _figure(folded, match)
        for match in _FIGURE.finditer(folded)
        if not any(hidden[match.start() : match.end("value")]) and not is_name(folded, match)
    ]
    said = [_in_words(folded, one) for one in said_numbers(folded) if not hidden[one.start]]
    return _with_totals(folded, _in_order(_whole_again(folded, found), said))


def _in_order(written: list[Figure], said: list[Figure]) -> list[Figure]:
    return sorted([*written, *said], key=lambda one: one.start) if said else written


def _in_words(folded: str, said: SaidNumber) -> Figure:
    lead, before = _bound_before(folded, said.start)
    share = _PERCENT.match(folded, said.end)
    end = share.end() if share else said.end
    bound = before or _bound_after(folded, end) or "="
    return Figure(lead, said.start, end, said.value, None, "%" if share else "count", bound)


def _whole_again(folded: str, found: list[Figure]) -> list[Figure]:
    """“98, 6 %”, “91 ,3%” and “1 .756” are one figure each (a person is asked about it, see ``misread``), not two or a part of it."""
    for pattern, unit in ((_SPACED_DECIMAL, "%"), (_SPACED_THOUSAND, "count")):
        for match in pattern.finditer(folded):
            inside = [one for one in found if match.start() <= one.start < match.end()]
            if not inside or inside[0].unit != "count":
                continue
            first, bound = inside[0], inside[0].comparator
            value = number(re.sub(r"[\s%]", "", match[0]), unit == "%")
            if bound == "=":
                bound = inside[-1].comparator
            whole = replace(first, end=match.end(), value=value, unit=unit, comparator=bound)
            found = [whole if one is first else one for one in found if one not in inside[1:]]
    return found


def _with_totals(folded: str, found: list[Figure]) -> tuple[Figure, ...]:
    """“1.234 phiếu hài lòng trên tổng 1.250 phiếu” is one count with its total, the second figure none of its own."""
    made: list[Figure] = []
    for figure in found:
        before = made[-1] if made else None
        if (
            before
            and before.unit == figure.unit == "count"
            and before.out_of is None is figure.out_of
            and before.value is not None
            and (figure.value or 0) >= before.value
            and _OF_ALL.fullmatch(folded, before.end, figure.start)
        ):
            made[-1] = replace(before, out_of=figure.value)
        else:
            made.append(figure)
    return tuple(made)


def misread(folded: str) -> Iterator[tuple[int, int]]:
    """Places where a figure cannot be read with certainty: “95, 3%” (a list or a decimal?), “1 .756”, “l00%”."""
    for pattern in (_SPACED_DECIMAL, _SPACED_THOUSAND, _MISREAD):
        for match in pattern.finditer(folded):
            yield match.span()


def _figure(folded: str, match: re.Match[str]) -> Figure:
    rank = not match["percent"] and _RANK.search(folded, max(0, match.start() - 24), match.start())
    unit = (
        "%"
        if match["percent"]
        else "points"
        if match["points"] or is_score(folded, match)
        else "rank"
        if rank
        else "count"
    )
    decimal = (
        unit in ("%", "points")
        or match["total"] is None
        and (unit == "rank" or is_of_time(folded, match))
    )
    lead, before = _bound_before(folded, match.start())
    after = _bound_after(folded, match.end())
    total = number(match["total"], decimal) if match["total"] else None
    return Figure(
        lead,
        match.start(),
        match.end(),
        number(match["value"], decimal),
        total,
        unit,
        before or after or "=",
    )


def number(text: str, decimal: bool) -> float | None:
    """A Vietnamese number. ``decimal``: a single separator is a decimal sign (before % and điểm); else three digits after it are thousands.

    Example: ``number("95.3", True)`` is 95.3, ``number("1.245", False)`` is 1245.0, ``number("1.245", True)`` is 1.245.
    """
    compact = re.sub(r"\s", "", text)
    if re.fullmatch(r"\d{1,3}(\.\d{3})+,\d+|\d{1,3}(\.\d{3}){2,}", compact):
        return float(compact.replace(".", "").replace(",", "."))
    if not decimal and re.fullmatch(r"\d{1,3}[.,]\d{3}", compact):
        return float(re.sub(r"[.,]", "", compact))
    if not decimal and re.search(r"[.,]", compact):
        return None
    return float(compact.replace(",", "."))


def _bound_before(folded: str, position: int) -> tuple[int, str | None]:
    window = max(0, position - 30)
    for comparator, pattern in _bounds("before", r"\s*$"):
        if match := pattern.search(folded, window, position):
            if _COMPARATIVE.search(folded, window, match.start()):
                return position, None
            return match.start(), comparator
    return position, None


def _bound_after(folded: str, position: int) -> str | None:
    for comparator, pattern in _bounds("after", ""):
        if pattern.match(folded, position):
            return comparator
    return None


@cache
def _bounds(side: str, tail: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Each comparator with the pattern of its words, the most particular (“không dưới” before “dưới”) first."""
    order = ("<=", ">=", "~", "<", ">")
    head = r"\s*" if side == "after" else ""
    listed = rules("figures")[side]
    return tuple(
        (sign, re.compile(head + any_of(listed[sign]).pattern + tail))
        for sign in order
        if sign in listed
    )
