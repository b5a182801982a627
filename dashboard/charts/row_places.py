"""Rows of a chart and where they lie: as high as a name needs, never lower than a finger needs, for both widths."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dashboard.charts.canvas import LINE_HEIGHT, lines_of, wrapped
from dashboard.writing import theme

WIDE_LETTERS, NARROW_LETTERS = 42, 48
SMALL_LINE = 16  # px of a line of a name on a phone
BELOW_MARK, ABOVE_MARK = (
    21,
    17,
)  # px from a mark's middle to the foot of its row, and to the name above it


@dataclass(frozen=True)
class Row:
    """One row: `name` as it is read, `heading` for the name of a block, `hover` what the row says.

    `unit` is the code that a press on the row sends; '' sends nothing, None has no hover either.
    """

    name: str
    unit: str | None = None
    heading: bool = False
    strong: bool = False
    hover: str = ""


@dataclass(frozen=True)
class Places:
    """Where rows lie, in pixels from the top: their heights and the middles of their marks."""

    heights: np.ndarray
    middles: np.ndarray

    @property
    def total(self) -> int:
        return int(self.heights.sum())

    def of(self, places: Sequence[float | None]) -> list[float | None]:
        """Pixels for places of rows; None (a gap in a line) stays."""
        return [None if place is None else float(self.middles[int(place)]) for place in places]


def wide_places(rows: Sequence[Row], least: int = theme.TOUCH) -> Places:
    """Rows on a wide screen: the name beside the mark."""
    heights = np.array(
        [
            max(
                34 if row.heading else least,
                lines_of(wrapped(row.name, WIDE_LETTERS)) * LINE_HEIGHT + 12,
            )
            for row in rows
        ]
    )
    return Places(heights, np.cumsum(heights) - heights / 2)


def narrow_places(rows: Sequence[Row]) -> Places:
    """Rows on a phone: the name above the mark, a heading alone."""
    lines = [lines_of(wrapped(row.name, NARROW_LETTERS)) * SMALL_LINE for row in rows]
    heights = np.array(
        [
            tall + (24 if row.heading else ABOVE_MARK + BELOW_MARK)
            for row, tall in zip(rows, lines, strict=True)
        ]
    )
    return Places(
        heights, np.cumsum(heights) - np.array([4 if row.heading else BELOW_MARK for row in rows])
    )
