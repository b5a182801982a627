"""The five steps of a field of cells: whole borders that fit the values."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from dashboard.charts.canvas import above, written
from dashboard.writing import theme
from dashboard.writing.formats import number, percent

SCORE_EDGES = (60.0, 70.0, 80.0, 90.0)
SHARE_EDGES = (0.70, 0.80, 0.90, 0.95)
WIDTHS = (
    0.1,
    0.2,
    0.5,
    1,
    2,
    5,
    10,
)  # points of a step: on a scale of 100 from 1 on, of 10 from 0,1 on
ROUND = sorted(
    {round(one * 10**tens) for tens in range(7) for one in (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8)}
)


def fitted_edges(values: pd.Series, share: bool, top: float = 100.0) -> tuple[float, ...]:
    """Four round borders, one, two, five or ten hundredths of the scale apart (shares: 1; scores: `top`), around the middle nine tenths of the values; never above 100 % for shares.

    Example: 81 to 89 lie between 80, 85, 90 and 95; with fixed borders all would be of one step or two.
    """
    known = values.dropna() * (100 if share else 1)
    if known.empty:
        return SHARE_EDGES if share else tuple(edge * top / 100 for edge in SCORE_EDGES)
    low, high = known.quantile([0.05, 0.95])
    scale = 100.0 if share else top
    widths = [one for one in WIDTHS if 100 * one >= 0.75 * scale] or [WIDTHS[-1]]
    width = next((one for one in widths if 3 * one >= high - low), widths[-1])
    first = round(((low + high) / 2 - 1.5 * width) / width) * width
    first = min(first, 100 - 4 * width) if share else first
    edges = tuple(round(float(max(first, 0) + place * width), 1) for place in range(4))
    return tuple(edge / 100 for edge in edges) if share else edges


def fitted_counts(values: pd.Series) -> tuple[float, ...]:
    """Four round borders that part counts into five steps of about as many cells each: counts have no scale of their own.

    >>> fitted_counts(pd.Series([3, 4, 8, 12, 37, 65, 73, 80, 94])), fitted_counts(pd.Series([1, 2]))
    ((6.0, 15.0, 60.0, 80.0), (1.0, 2.0, 3.0, 4.0))
    """
    found: list[float] = []
    for cut in values.quantile([0.2, 0.4, 0.6, 0.8]).fillna(1):
        higher = [one for one in ROUND if not found or one > found[-1]]
        found.append(float(min(higher, key=lambda one: abs(one - cut))))
    return tuple(found)


def step_of(value: float, edges: Sequence[float]) -> int:
    """The step of a value: how many edges it reaches.

    >>> step_of(59.9, SCORE_EDGES), step_of(80, SCORE_EDGES), step_of(97, SCORE_EDGES)
    (0, 3, 4)
    """
    return sum(value >= edge - 1e-9 for edge in edges)


def cell_figure(value: float, edges: Sequence[float], share: bool) -> str:
    """The figure in a cell, without the per cent sign; it never reads as a step higher than its colour: 59,95 and not 60,0."""
    above_it = next((edge for edge in edges if value < edge - 1e-9), None)
    return written(value, share, above_it).rstrip("%")


def legend(edges: Sequence[float], share: bool, shift: int) -> dict:
    """What the five steps mean, in one line above the years: each begins at its figure, so no figure stands in two."""
    read = [percent(edge, None) if share else number(edge, None) for edge in edges]
    words = [
        f"dưới {read[0]}",
        *(f"từ {low}" for low in read),
    ]
    text = "  ".join(
        f'<span style="color:{colour};font-size:18px">■</span>\u00a0{word.replace(" ", chr(160))}'
        for colour, word in zip(theme.HEAT, words, strict=True)
    )
    return above(text, shift=shift)
