"""The names of rows: left of the plot on a wide screen, above each mark on a phone."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.charts.canvas import width_of, wrapped
from dashboard.charts.row_places import ABOVE_MARK, NARROW_LETTERS, WIDE_LETTERS, Places, Row
from dashboard.writing import theme


def names_left(rows: Sequence[Row], places: Places) -> list[dict]:
    """Each name left of the plot, at the height of its mark."""
    return [
        {
            "x": 0,
            "xref": "paper",
            "xanchor": "right",
            "xshift": -10,
            "y": middle,
            "align": "right",
            "text": _named(row, WIDE_LETTERS),
            **_press(row),
            "font": {"size": theme.LABEL_SIZE, "color": _ink(row)},
        }
        for row, middle in zip(rows, places.middles, strict=True)
    ]


def names_above(rows: Sequence[Row], places: Places) -> list[dict]:
    """Each name above its mark, over the whole width."""
    return [
        {
            "x": 0,
            "xref": "paper",
            "xanchor": "left",
            "xshift": -2,
            "y": middle,
            "yanchor": "bottom",
            "yshift": 0 if row.heading else ABOVE_MARK - 3,
            "align": "left",
            "text": _named(row, NARROW_LETTERS),
            "bgcolor": theme.GROUND,
            **_press(row),
            "font": {"size": 12, "color": _ink(row)},
        }
        for row, middle in zip(rows, places.middles, strict=True)
    ]


def name_room(rows: Sequence[Row]) -> int:
    """How much room the names need left of the plot, in pixels."""
    return width_of([wrapped(row.name, WIDE_LETTERS) for row in rows]) + 14


def _named(row: Row, letters: int) -> str:
    text = wrapped(row.name, letters)
    return f"<b>{text}</b>" if row.heading or row.strong else text


def _press(row: Row) -> dict:
    return {"captureevents": True, "name": row.unit} if row.unit else {}


def _ink(row: Row) -> str:
    return theme.ACCENT if row.strong else theme.INK
