"""Vietnamese dates in running text: day first always; an impossible one is reported, never repaired."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

_SPACE = r"[\s.…]*"
_WRITTEN = re.compile(
    rf"(?:ngày{_SPACE})?(?<!\d)(\d{{1,2}}){_SPACE}tháng{_SPACE}(\d{{1,2}}){_SPACE}năm{_SPACE}(\d{{2,6}})(?!\d)"
)
_SHORT = re.compile(
    r"(?:ngày\s*)?(?<![\d/.,-])(\d{1,3})\s?([/.-])\s?(\d{1,3})\s?\2\s?(\d{4,6})(?![\d/%]|[.,-]\d)"
    r"|(?:ngày\s*)?(?<![\d/.,-])(\d{1,2})/(\d{1,2})/(\d{2})(?![\d/%\w]|[.,-]\d)"
)
_DATELINE = re.compile(r"(?:^|\n)[^\n,\d]{2,40},\s*(?:ngày\s+)?$")
_FOOT = 500  # characters


@dataclass(frozen=True)
class DateMention:
    """A date at ``folded[start:end]``; ``date`` is None where no calendar has such a day."""

    start: int
    end: int
    date: dt.date | None


def date_mentions(folded: str) -> Iterator[DateMention]:
    """All dates in a folded text in order: 14/8/2019, 04-3-2020, 21.7.2021, 15/8/19, “ngày 14 tháng 8 năm 2019”.

    Example: “27/12/22018” is a mention whose date is None.
    """
    found = [_mention(match, match.groups()) for match in _WRITTEN.finditer(folded)]
    for match in _SHORT.finditer(folded):
        long_form = (match[1], match[3], match[4])
        found.append(_mention(match, long_form if match[1] else (match[5], match[6], match[7])))
    yield from sorted(found, key=lambda mention: mention.start)


def _mention(match: re.Match[str], parts: tuple[str, ...]) -> DateMention:
    day, month, year = (int(part) for part in parts)
    return DateMention(
        match.start(), match.end(), _calendar_day(day, month, year + 2000 if year < 100 else year)
    )


def _calendar_day(day: int, month: int, year: int) -> dt.date | None:
    if not 1930 <= year <= 2100:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def signed_on(folded: str) -> dt.date | None:
    """The date of a dateline at the foot: “Hà Giang, ngày 20 tháng 7 năm 2022”."""
    foot = folded[-_FOOT:]
    dates = [
        one.date for one in date_mentions(foot) if one.date and _DATELINE.search(foot, 0, one.start)
    ]
    return dates[-1] if dates else None
