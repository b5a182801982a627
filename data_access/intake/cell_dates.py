"""Dates as Vietnamese papers write them: day first always, nothing repaired."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any, NamedTuple

_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[T ][0-9:.]+(?:Z|[+-][0-9:]+)?)?")
_SHORT = re.compile(
    r"(?:ngày )?([0-9]{1,2})\s*([/.\-])\s*([0-9]{1,2})\s*\2\s*([0-9]{2,5})(?: [0-9]{1,2}:[0-9:]+)?",
    re.IGNORECASE,
)
_LONG = re.compile(
    r"(?:.{0,40}?, ?)?(?:ngày )?([0-9]{1,2}) tháng ([0-9]{1,2}),? năm ([0-9]{4,5})", re.IGNORECASE
)


_LIVING_MEMORY = range(1900, 2101)


class Day(NamedTuple):
    """A date read, or None and why not: `date_unreadable` (no date at all) or `date_impossible` (no such day)."""

    date: dt.date | None
    doubt: str | None = None


def parse_day(cell: Any) -> Day:
    """The day that a cell names: “14/8/2019”, “27-3-2020”, “21.7.2021”, “15/8/19” (20yy), “ngày 14 tháng 8 năm 2019”, 2019-08-14.

    `parse_day("27/12/22018").doubt == "date_impossible"`; a bare number is no date.
    """
    if isinstance(cell, dt.datetime):
        return Day(cell.date())
    if isinstance(cell, dt.date):
        return Day(cell)
    found = _parts(str(cell).strip())
    if found is None:
        return Day(None, "date_unreadable")
    year, month, day = found
    try:
        date = dt.date(year, month, day)
    except ValueError:
        return Day(None, "date_impossible")
    return Day(date) if date.year in _LIVING_MEMORY else Day(None, "date_impossible")


def _parts(text: str) -> tuple[int, int, int] | None:
    if iso := _ISO.fullmatch(text):
        return int(iso[1]), int(iso[2]), int(iso[3])
    if short := _SHORT.fullmatch(text):
        return int(short[4]) + (2000 if len(short[4]) == 2 else 0), int(short[3]), int(short[1])
    if long := _LONG.fullmatch(text):
        return int(long[3]), int(long[2]), int(long[1])
    return None
