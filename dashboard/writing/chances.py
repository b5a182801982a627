"""Chances in words: how often chance alone does it, how likely something is."""

from __future__ import annotations

from dashboard.writing import formats

HARDLY_EVER = 0.001


def rarely(p: float) -> str:
    """How often chance alone does it; p is one-sided.

    >>> rarely(0.004), rarely(1e-9)
    ('khoảng 0,4%', 'dưới 0,1%')
    """
    return (
        f"dưới {formats.percent(HARDLY_EVER)}"
        if p < HARDLY_EVER
        else f"khoảng {formats.percent(p)}"
    )


def chance_words(chance: float) -> str:
    """A chance without false certainty.

    >>> chance_words(0.734), chance_words(0.9999)
    ('khoảng 73%', 'trên 99%')
    """
    if chance > 0.99:
        return "trên 99%"
    return "dưới 1%" if chance < 0.01 else f"khoảng {formats.percent(chance, 0)}"
