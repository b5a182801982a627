"""Figures rounded for the ear: what a speaker says in the hall, “bốn trong năm đơn vị”."""

from __future__ import annotations

from fractions import Fraction

from dashboard.writing.formats import DASH, is_missing
from dashboard.writing.nouns import worded

WORDS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
EASY_FRACTIONS = sorted(
    {Fraction(part, whole) for whole in (2, 3, 4, 5, 10) for part in range(1, whole)}
)
NEAR_ENOUGH = Fraction(3, 100)
EXACT_ENOUGH = Fraction(1, 200)


def by_ear(part: int | None, whole: int | None, noun: str = "đơn vị") -> str:
    """How many of how many, in the words that an ear keeps; the exact count where no easy fraction is within 3 points.

    >>> by_ear(128, 160), by_ear(103, 160), by_ear(2, 7), by_ear(1, 50)
    ('bốn trong năm đơn vị', 'gần hai phần ba số đơn vị', 'hai trong bảy đơn vị', '1/50 đơn vị')
    """
    noun = worded(noun)
    if is_missing(part) or is_missing(whole) or whole == 0:
        return DASH
    if part in (0, whole):
        return f"không {noun} nào" if part == 0 else f"tất cả {noun}"
    if whole <= 10:
        return f"{WORDS[part]} trong {WORDS[whole]} {noun}"
    share = Fraction(part, whole)
    easy = min(EASY_FRACTIONS, key=lambda one: (abs(one - share), one.denominator))
    if abs(easy - share) > NEAR_ENOUGH:
        return f"{part}/{whole} {noun}"
    return f"{_nearness(share, easy)}{_said(easy, noun)}"


def _nearness(share: Fraction, easy: Fraction) -> str:
    if abs(share - easy) <= EXACT_ENOUGH:
        return ""
    return "gần " if share < easy else "hơn "


def _said(easy: Fraction, noun: str) -> str:
    """“bốn trong năm đơn vị” for fifths and tenths; halves, thirds and quarters have names of their own."""
    part, whole = easy.numerator, easy.denominator
    if whole == 2:
        return f"một nửa số {noun}"
    if whole in (3, 4):
        return f"{WORDS[part]} phần {'ba' if whole == 3 else 'tư'} số {noun}"
    return f"{WORDS[part]} trong {WORDS[whole]} {noun}"
