"""How numbers, dates and names are written and sorted for Vietnamese readers: `1.234,5`, `95,3%`, `20/9/2019`.

Every function takes a missing value (None, NaN, NaT) and answers with `DASH`: nothing missing is ever written as 0.
Rounding is half-up on the decimal digits that a person sees, so 0,25 becomes 0,3 and never 0,2.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from dashboard.writing.nouns import worded

if TYPE_CHECKING:
    from typing_extensions import TypeIs

DASH = "–"
MINUS = "−"
SLACK = Decimal("1e-9")
MOST_DECIMALS = 9
VIETNAMESE = str.maketrans(",.", ".,")
LAST_DIGIT = [Decimal(1).scaleb(-decimals) for decimals in range(MOST_DECIMALS + 1)]
SHORT_DECIMALS = 2


def is_missing(value: object) -> TypeIs[None]:
    """Whether there is no value: None, NaN, NaT or pandas' NA (for the checker of types all are None: nothing may be done with them).

    >>> is_missing(float("nan")), is_missing(0)
    (True, False)
    """
    return value is None or type(value).__name__ == "NAType" or bool(value != value)


def rounded(value: float | Decimal, decimals: int) -> Decimal:
    """`value` rounded half-up to `decimals` places, from the digits that its shortest form shows.

    >>> rounded(2.5, 0), rounded(0.285, 2)
    (Decimal('3'), Decimal('0.29'))
    """
    exact = value if isinstance(value, Decimal) else Decimal(str(value))
    return exact.quantize(LAST_DIGIT[decimals], rounding=ROUND_HALF_UP)


def number(
    value: float | None, decimals: int | None = 1, *, verdict_against: float | None = None
) -> str:
    """A number as it is written: dot between thousands, decimal comma; `decimals=None` writes as few as it needs (two at most).
    With `verdict_against` (same scale) more decimals are shown until what is read agrees with “đạt” or “chưa đạt”.

    >>> number(1234.5), number(-3, 0), number(85, None), number(None)
    ('1.234,5', '−3', '85', '–')
    """
    if is_missing(value):
        return DASH
    if not decimals and verdict_against is None and value % 1 == 0:
        return written_digits(Decimal(int(value)))
    places = needed_decimals(Decimal(str(value))) if decimals is None else decimals
    return written_digits(agreeing(Decimal(str(value)), places, verdict_against))


def exact(value: float | None) -> str:
    """A number as it was written in its file, every decimal of it.

    >>> exact(3.75), exact(0.125), exact(1234.0), exact(None)
    ('3,75', '0,125', '1.234', '–')
    """
    if is_missing(value):
        return DASH
    plain = Decimal(repr(float(value))).normalize()
    return written_digits(
        plain.quantize(Decimal(1)) if plain == plain.to_integral_value() else plain
    )


def percent(
    share: float | None, decimals: int | None = 1, *, verdict_against: float | None = None
) -> str:
    """A share 0–1 in percent; with `verdict_against` (a share) one more decimal until it does not contradict the verdict.

    >>> percent(0.953), percent(0.9, None), percent(2699 / 3000, verdict_against=0.9)
    ('95,3%', '90%', '89,97%')
    """
    if is_missing(share):
        return DASH
    hundredfold = Decimal(str(share)) * 100
    places = needed_decimals(hundredfold) if decimals is None else decimals
    target = None if is_missing(verdict_against) else Decimal(str(verdict_against)) * 100
    return written_digits(agreeing(hundredfold, places, target, slack=SLACK * 100)) + "%"


def points(
    score: float | None, decimals: int | None = 1, *, verdict_against: float | None = None
) -> str:
    """A score with its unit.

    >>> points(83.25), points(None)
    ('83,3 điểm', '–')
    """
    text = number(score, decimals, verdict_against=verdict_against)
    return text if is_missing(score) else f"{text} điểm"


def interval(
    low: float | None, high: float | None, decimals: int = 1, *, share: bool = False
) -> str:
    """An interval, of shares 0–1 if `share`; the per cent sign stands once.

    >>> interval(0.8513, 0.923, share=True), interval(71, 84.25)
    ('85,1–92,3%', '71,0–84,3')
    """
    if is_missing(low) or is_missing(high):
        return DASH
    first, last = (
        (percent(low, decimals)[:-1], percent(high, decimals))
        if share
        else (number(low, decimals), number(high, decimals))
    )
    return f"{first}{DASH}{last}"


def count(value: float | None, noun: str = "") -> str:
    """A whole number, with what is counted if given.

    >>> count(12345), count(3, "đơn vị")
    ('12.345', '3 đơn vị')
    """
    return f"{number(value, 0)} {worded(noun)}".strip() if not is_missing(value) else DASH


def out_of(part: float | None, whole: float | None, noun: str = "") -> str:
    """A count with its total, also for ranks.

    >>> out_of(18, 21, "phiếu"), out_of(12, 45), out_of(None, 45)
    ('18/21 phiếu', '12/45', '–')
    """
    if is_missing(part) or is_missing(whole):
        return DASH
    return f"{number(part, 0)}/{number(whole, 0)} {worded(noun)}".strip()


def date(day: dt.date | None) -> str:
    """A day as people write it.

    >>> date(dt.date(2019, 9, 5))
    '5/9/2019'
    """
    return DASH if is_missing(day) else f"{day.day}/{day.month}/{day.year}"


def official_date(day: dt.date | None) -> str:
    """A day as an official document writes it (NĐ 30/2020/NĐ-CP, Phụ lục I: days below 10 and months 1, 2 with a zero).

    >>> official_date(dt.date(2024, 2, 5)), official_date(dt.date(2024, 3, 12))
    ('ngày 05 tháng 02 năm 2024', 'ngày 12 tháng 3 năm 2024')
    """
    if is_missing(day):
        return "ngày … tháng … năm …"
    month = f"{day.month:02d}" if day.month <= 2 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def listed(words: Sequence[str]) -> str:
    """Words in a row.

    >>> listed(["Sở A", "Sở B", "Sở C"])
    'Sở A, Sở B và Sở C'
    """
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} và {words[-1]}"


def needed_decimals(value: Decimal) -> int:
    """The decimals that a value has after rounding to two places."""
    trimmed = rounded(value, SHORT_DECIMALS).normalize()
    return max(0, -int(trimmed.as_tuple().exponent))


def agreeing(
    value: Decimal, decimals: int, target: Decimal | float | None, slack: Decimal = SLACK
) -> Decimal:
    """`value` rounded, with as many decimals more as its verdict against the target needs."""
    shown = rounded(value, decimals)
    if is_missing(target):
        return shown
    bar = target if isinstance(target, Decimal) else Decimal(str(target))
    met = value >= bar - slack
    while decimals < MOST_DECIMALS and (shown >= bar) != met:
        decimals += 1
        shown = rounded(value, decimals)
    return shown


def written_digits(shown: Decimal) -> str:
    """A number with so many decimals, Vietnamese separators and a true minus."""
    text = f"{abs(shown):,f}".translate(VIETNAMESE)
    return f"{MINUS}{text}" if shown < 0 else text
