"""Charts of one row a unit: the name in full, the mark beside it on a wide screen and below it on a phone.

A chart draws its traces and notes at y = the place of the row (0 at the top). `lay_rows` turns places into pixels, for both widths: a row is
as high as its name needs, and never lower than a finger needs. On a phone the plot takes the whole width and each name stands above its mark.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import plotly.graph_objects as go

from dashboard.charts.canvas import LINE_HEIGHT, lines_of, narrowed, width_of, wrapped
from dashboard.writing import theme

WIDE_LETTERS, NARROW_LETTERS = 42, 48
SMALL_LINE = 16  # px of a line of a name on a phone
BELOW_MARK, ABOVE_MARK = (
    21,
    17,
)  # px from a mark's middle to the foot of its row, and to the name above it
HEAD, FOOT = 34, 8
NOTHING = "rgba(0,0,0,0)"


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


def lay_rows(
    figure: go.Figure,
    rows: Sequence[Row],
    *,
    axis: dict,
    span: tuple[float, float],
    least: int = theme.TOUCH,
    right: int = 16,
    head: int = HEAD,
    notes: Sequence[dict] = (),
    narrow_notes: Sequence[dict] | None = None,
    scroll: int | None = None,
    narrow: dict | None = None,
    wide_only: Sequence[int] = (),
) -> go.Figure:
    """The figure with its rows laid out for both widths, names and value axis added.

    Widths of bars are pixels. `span` is the range of the value axis over which a row can be pressed, `notes` are further annotations,
    `narrow` is what else a phone's layout changes, `wide_only` the traces that a phone leaves out.
    """
    wide, small = wide_places(rows, least), narrow_places(rows)
    figure.add_trace(_press_areas(rows, span))
    drawn = [list(trace.y) for trace in figure.data]
    parts = {
        place: {"y": small.of(ys)} | ({"visible": False} if place in wide_only else {})
        for place, ys in enumerate(drawn)
    }
    parts[len(drawn) - 1]["width"] = _press_widths(rows, small)
    figure.data[-1].width = _press_widths(rows, wide)
    for trace, ys in zip(figure.data, drawn, strict=True):
        trace.y = wide.of(ys)
    figure.update_layout(
        height=wide.total + head + FOOT,
        margin={"l": _name_room(rows), "r": right, "t": head, "b": FOOT},
        bargap=0,
        barmode="overlay",
        yaxis={
            "range": [wide.total, 0],
            "showgrid": False,
            "showticklabels": False,
            "automargin": False,
        },
        xaxis={"side": "top", "automargin": False, "range": list(span), **axis},
        annotations=[*_names_left(rows, wide), *_moved(notes, wide)],
    )
    figure.layout.meta = dict(figure.layout.meta) | {"scroll": scroll}
    form = {
        "height": small.total + head + FOOT,
        "margin": {"l": 8},
        "yaxis": {"range": [small.total, 0]},
        "annotations": [
            *_names_above(rows, small),
            *_moved(notes if narrow_notes is None else narrow_notes, small),
        ],
    }
    return narrowed(figure, form | (narrow or {}), parts)


def _press_areas(rows: Sequence[Row], span: tuple[float, float]) -> go.Bar:
    """An unseen bar over each whole row: a finger finds the unit anywhere in it, and the hover says what the row says."""
    places = [place for place, row in enumerate(rows) if row.unit is not None]
    return go.Bar(
        y=places,
        x=[span[1] - span[0]] * len(places),
        base=span[0],
        orientation="h",
        marker={"color": NOTHING, "line": {"width": 0}},
        customdata=[rows[place].unit for place in places],
        text=[rows[place].hover or rows[place].name for place in places],
        textposition="none",
        hovertemplate="%{text}<extra></extra>",
    )


def _press_widths(rows: Sequence[Row], places: Places) -> list[float]:
    return [
        float(tall) for row, tall in zip(rows, places.heights, strict=True) if row.unit is not None
    ]


def _moved(notes: Sequence[dict], places: Places) -> list[dict]:
    """Notes at a row's place moved to its pixels; those that hang on the paper stay."""
    return [
        note if note.get("yref") == "paper" else note | {"y": places.of([note["y"]])[0]}
        for note in notes
    ]


def _names_left(rows: Sequence[Row], places: Places) -> list[dict]:
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


def _names_above(rows: Sequence[Row], places: Places) -> list[dict]:
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


def _name_room(rows: Sequence[Row]) -> int:
    return width_of([wrapped(row.name, WIDE_LETTERS) for row in rows]) + 14


def _named(row: Row, letters: int) -> str:
    text = wrapped(row.name, letters)
    return f"<b>{text}</b>" if row.heading or row.strong else text


def _press(row: Row) -> dict:
    return {"captureevents": True, "name": row.unit} if row.unit else {}


def _ink(row: Row) -> str:
    return theme.ACCENT if row.strong else theme.INK
