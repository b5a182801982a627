"""How far figures are apart, in figures and in words: +1,5 · tăng 1,5 điểm."""

from __future__ import annotations

from decimal import Decimal

from dashboard.writing.formats import (
    DASH,
    agreeing,
    is_missing,
    needed_decimals,
    number,
    rounded,
    written_digits,
)


def apart(value: float, other: float, decimals: int | None = None) -> tuple[str, str, str]:
    """Two numbers as they are written everywhere, and how far the first is below the second: the difference of what is read, so the three add up and no table says another digit.

    `decimals`: of the other number, as in `number`.

    >>> apart(72.5, 80), apart(73.25, 80), apart(60.75, 85), apart(84.98, 85), apart(71.2, 83.46, 1)
    (('72,5', '80', '7,5'), ('73,3', '80', '6,7'), ('60,8', '85', '24,2'), ('84,98', '85', '0,02'), ('71,2', '83,5', '12,3'))
    """
    high = Decimal(str(other))
    shown = agreeing(Decimal(str(value)), 1, high)
    places = needed_decimals(high) if decimals is None else decimals
    gap = rounded(high, places) - shown
    return written_digits(shown), number(other, decimals), written_digits(gap)


def delta(change: float | None, decimals: int = 1) -> str:
    """A change with its sign; what rounds to nothing has no sign.

    >>> delta(1.25), delta(-0.5), delta(0.01)
    ('+1,3', '−0,5', '0,0')
    """
    if is_missing(change):
        return DASH
    shown = rounded(change, decimals)
    return ("+" if shown > 0 else "") + written_digits(shown)


def delta_words(change: float | None, unit: str = "điểm", decimals: int = 1) -> str:
    """A change in words, for sentences and screen readers; a change of shares is given in points of percent (×100) by the caller.

    >>> delta_words(1.25), delta_words(-3, "bậc", 0), delta_words(0.01)
    ('tăng 1,3 điểm', 'giảm 3 bậc', 'không đổi')
    """
    if is_missing(change):
        return "chưa có số liệu để so sánh"
    shown = rounded(change, decimals)
    if shown == 0:
        return "không đổi"
    return f"{'tăng' if shown > 0 else 'giảm'} {written_digits(abs(shown))} {unit}"


def moved(before: float | None, after: float | None, decimals: int = 1) -> float | None:
    """How far it is from one number to another as both are read, so that the three agree wherever they stand.

    >>> moved(71.75, 78.0), 78.0 - 71.75, moved(80, 73.25), moved(None, 1)
    (6.2, 6.25, -6.7, None)
    """
    if is_missing(before) or is_missing(after):
        return None
    return float(rounded(after, decimals) - rounded(before, decimals))
