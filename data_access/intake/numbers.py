"""Figures as Vietnamese papers write them: decimal comma or point, dots for thousands, bounds, units. Undecidable is asked."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, NamedTuple

from data_access.intake.names import SPELLINGS


class Number(NamedTuple):
    """A figure read from a cell.

    `share` is the percentage in brackets of “48 (96%)”. `comparator` is `=`, `>`, `>=`, `<`, `<=` or `~`; `unit` is `%`, `points`, `count` or ''; `out_of` is the total of “24/44”;
    `doubt` is None or a code: `number_unreadable`, `number_is_delta`, `number_is_date`, `number_undecidable` (then `value` is the decimal
    and `thousands` the other reading).
    """

    value: float | None
    comparator: str = "="
    unit: str = ""
    out_of: float | None = None
    thousands: float | None = None
    doubt: str | None = None
    share: float | None = None

    def is_above(self, limit: float | None) -> bool:
        """Whether “1.234” read as a thousand is more than can be; False without a limit or another reading."""
        return limit is not None and self.thousands is not None and self.thousands > limit


def _any_of(words: list[str]) -> str:
    return "|".join(re.escape(one) for one in sorted(words, key=len, reverse=True))


_BOUNDS = {word: sign for sign, words in SPELLINGS["bounds"].items() for word in words}
_AFTER = {word: sign for sign, words in SPELLINGS["bounds_after"].items() for word in words}
_FIGURES = SPELLINGS["figures"]
_UNITS = {
    word: name
    for name, words in (
        ("%", _FIGURES["percent"]),
        ("points", _FIGURES["points"]),
        ("count", _FIGURES["counts"]),
    )
    for word in words
}
_DIGITS = r"[0-9]+(?:[ .,][0-9]+)*"
_WHOLE = re.compile(
    rf"(?:(?P<bound>{_any_of(list(_BOUNDS))})\s*)?(?P<sign>[-−])?(?P<digits>{_DIGITS})"
    rf"\s*(?:/\s*(?P<total>{_DIGITS}))?\s*(?P<unit>{_any_of(list(_UNITS))})?(?:\s*(?P<after>{_any_of(list(_AFTER))}))?\.?"
)
_WITH_SHARE = re.compile(rf"(?P<number>[^()%]*[0-9])\s*\((?P<share>{_DIGITS})\s*%\)")
_DELTA = re.compile(rf"(?:(?:{_any_of(_FIGURES['deltas'])})\b|\+)\s*.*[0-9].*")
_LONGEST = 100  # characters; a longer text is no figure
_TOO_LARGE = 1e12
_MONTHS, _YEARS = range(1, 13), range(1990, 2100)
_GROUPS = re.compile(r"[1-9][0-9]{0,2}(?:[ .,][0-9]{3})+")


def parse_number(cell: Any) -> Number:
    """The figure in a cell: a number as it is, a text by the rules of the language.

    `parse_number("1.234,5").value == 1234.5`; `parse_number("95,3%")` is 95.3 with unit `%`; `parse_number("trên 95%").comparator == ">"`;
    `parse_number("1.234 phiếu").value == 1234`; `parse_number("1.234").doubt == "number_undecidable"`.
    """
    if isinstance(cell, (bool, str)):
        return _parse_text(str(cell))
    if isinstance(cell, (int, float)):
        return (
            Number(float(cell))
            if abs(cell) < _TOO_LARGE
            else Number(None, doubt="number_unreadable")
        )
    return Number(None, doubt="number_is_date")


@lru_cache(maxsize=65_536)
def _parse_text(text: str) -> Number:
    small = " ".join(text.casefold().split())[: _LONGEST + 1]
    if beside := _WITH_SHARE.fullmatch(small):
        share = _read_digits(beside["share"], "%").value
        return _parse_text(beside["number"])._replace(share=share)
    whole = _WHOLE.fullmatch(small) if len(small) <= _LONGEST else None
    if whole is None:
        return Number(
            None, doubt="number_is_delta" if _DELTA.fullmatch(small) else "number_unreadable"
        )
    unit = _UNITS.get(whole["unit"] or "", "")
    number = _with_total(_read_digits(whole["digits"], unit), whole["total"])
    if number.value is not None and max(number.value, number.thousands or 0.0) >= _TOO_LARGE:
        return Number(None, doubt="number_unreadable")
    bound = _BOUNDS.get(whole["bound"] or "") or _AFTER.get(whole["after"] or "") or "="
    return (_negative(number) if whole["sign"] else number)._replace(comparator=bound, unit=unit)


def _with_total(number: Number, digits: str | None) -> Number:
    if digits is None:
        return number
    total = _read_digits(digits, "count")
    if total.value is not None and total.value in _YEARS and number.value in _MONTHS:
        return Number(None, doubt="number_is_date")
    return number._replace(out_of=total.value, doubt=number.doubt or total.doubt)


def _negative(number: Number) -> Number:
    value, thousands = (None if one is None else -one for one in (number.value, number.thousands))
    return number._replace(value=value, thousands=thousands)


def _read_digits(digits: str, unit: str) -> Number:
    marks = [one for one in digits if one in ".,"]
    if " " in digits and not _GROUPS.fullmatch(re.split("[.,]", digits)[0]):
        return Number(None, doubt="number_unreadable")
    digits = digits.replace(" ", "")
    if not marks:
        return Number(float(digits))
    if len(marks) == 1:
        return _one_mark(digits, marks[0], unit)
    *grouping, last = marks
    if len(set(grouping)) == 1 and last != grouping[0]:
        groups, decimals = digits.rsplit(last, 1)
        return _grouped(groups, decimals)
    return _grouped(digits, "") if len(set(marks)) == 1 else Number(None, doubt="number_unreadable")


def _grouped(groups: str, decimals: str) -> Number:
    if not _GROUPS.fullmatch(groups):
        return Number(None, doubt="number_unreadable")
    return Number(float(re.sub("[.,]", "", groups) + "." + (decimals or "0")))


def _one_mark(digits: str, mark: str, unit: str) -> Number:
    decimal = float(digits.replace(mark, "."))
    if not _GROUPS.fullmatch(digits) or unit in ("%", "points"):
        return Number(decimal)
    thousands = float(digits.replace(mark, ""))
    return (
        Number(thousands)
        if unit == "count"
        else Number(decimal, thousands=thousands, doubt="number_undecidable")
    )
