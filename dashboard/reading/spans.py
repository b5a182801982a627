"""Spans of time as reports count them: several years, back from the last."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dashboard.reading.folding import Citation
from dashboard.reading.number_words import ONES

SPAN = re.compile(
    r"(?<!\d)0?(\d)\s*(?:\([^)]*\)\s*)?năm(?:\s|$)|(hai|ba|bốn|năm|sáu)\s+năm(?:\s|$)"
)
YEARS = re.compile(  # “2019-2025”, “2019 đến hết năm 2022”
    r"(?<!\d)(20\d{2})\s*(?:-|đến(?: hết)?(?: năm)?|và)\s*(?:năm\s+)?(20\d{2})(?!\d)"
)
PART = re.compile(
    r"(?:0?6|sáu|0?9|chín|0?3)\s+tháng(?:\s+(?:đầu|cuối))?(?:\s+năm)?|quý\s+(?:i{1,3}|iv|[1-4])(?=\s|/)"
)
"""A part of a year."""
QUARTERS = {"1": "I", "2": "II", "3": "III", "4": "IV"}
"""A quarter by its number as papers mostly write it."""
_IN_FIGURES = {"sáu": "6", "chín": "9"}


@dataclass(frozen=True)
class Period:
    """``label`` for people (2019-2022, 2021, 6 tháng đầu năm 2023), ``first``–``last`` year, ``kind``: final, review, part or annual."""

    label: str
    first: int
    last: int
    kind: str
    place: Citation

    @property
    def is_part(self) -> bool:
        """Whether it is less than a year: a quarter, some months."""
        return self.label[:1].isalpha() or " tháng" in self.label


def several(
    title: str,
    ranges: list[tuple[int, int]],
    kind: str,
    single: list[int],
    written: int | None,
    place: Citation,
) -> Period | None:
    """A span of several years that a title tells."""
    if not ranges:
        return None if written is None else _counted_back(title, written, kind, place)
    first, last = ranges[-1] if kind == "final" else ranges[0]
    last = _last_year(title, first, last, kind, single, written)
    return Period(f"{first}-{last}" if first < last else str(last), first, last, kind, place)


def _counted_back(title: str, written: int, kind: str, place: Citation) -> Period:
    """“Sơ kết 03 năm” written in 2022 without its years is 2019-2022."""
    span = SPAN.search(title)
    years = (int(span[1]) if span[1] else ONES[span[2]]) if span else 0
    return Period(
        f"{written - years}-{written}" if years else str(written),
        written - years,
        written,
        kind,
        place,
    )


def _last_year(
    title: str, first: int, last: int, kind: str, single: list[int], written: int | None
) -> int:
    if kind == "final" and (written is None or written >= last):
        return last
    if span := SPAN.search(title):
        years = int(span[1]) if span[1] else ONES[span[2]]
        if written is not None and first < written <= first + years + 1:
            return min(written, last)
        return min(first + years, last)
    later = [year for year in single if first < year <= last]
    return (
        later[-1] if later else written if written is not None and first <= written < last else last
    )


def yearly(title: str, years: list[int], kind: str, place: Citation) -> Period | None:
    """The last of the years, or the part of it that a title tells; None without a year."""
    if not years:
        return None
    year = years[-1]
    if (part := PART.search(title)) and "cả năm" not in title:
        kind = "part" if kind == "annual" else kind
        return Period(f"{_named(part[0])} năm {year}", year, year, kind, place)
    return Period(str(year), year, year, kind, place)


def _named(part: str) -> str:
    """“quý 3” is “Quý III”, “06 tháng đầu năm” “6 tháng đầu”."""
    first, *others = part.removesuffix("năm").lstrip("0").split()
    if first == "quý":
        quarter = others[0].upper()
        return f"Quý {QUARTERS.get(quarter, quarter)}"
    return " ".join([_IN_FIGURES.get(first, first), *others])
