"""How many lines a text takes in a cell of a slide: broken at spaces, by the widths of Arial's letters."""

from __future__ import annotations

from functools import cache
from math import ceil
from unicodedata import normalize

from pdfminer.fontmetrics import FONT_METRICS

POINT = 25.4 / 72  # mm
_LETTERS = {bold: FONT_METRICS[f"Arial{',Bold' * bold}"][1] for bold in (False, True)}
"""Letter → thousandths of the size: Adobe's metrics of Helvetica, whose widths Arial has."""
_WIDEST = 1_000
_ELSEWHERE = 1.25
"""Letters beyond those metrics (ế, ơ, ư) are as wide as their base in Arial itself; its stand-ins lack them, and they come from a font in which the widest (Ị, bold) has a quarter more."""


def lines(text: str, width: float, size: int, *, bold: bool = False) -> int:
    """The lines of a text of `size` points in `width` mm, at least one; a word that is wider is broken by letters.

    >>> lines("Xong trước ngày", 61, 22, bold=True), lines("Xong trước ngày", 61, 16, bold=True), lines("", 10, 22)
    (2, 1, 1)
    """
    width *= 0.998  # the metrics are rounded
    count, used, gap = 1, 0.0, _mm(" ", size, bold)
    for word in text.split():
        own = _mm(word, size, bold)
        if used and used + gap + own > width:
            count, used = count + 1, 0.0
        if own > width:
            room = max(width - size * POINT, 1.0)  # a letter that does not fit leaves a gap
            more = ceil(own / room) - 1
            count, used = count + more, own - more * room
        else:
            used += own + (gap if used else 0.0)
    return count


def _mm(text: str, size: int, bold: bool) -> float:
    return sum(_thousandths(one, bold) for one in text) / 1_000 * size * POINT


@cache
def _thousandths(letter: str, bold: bool) -> float:
    known = _LETTERS[bold]
    if letter in known:
        return float(known[letter])
    return known.get(normalize("NFD", letter)[0], _WIDEST) * _ELSEWHERE
