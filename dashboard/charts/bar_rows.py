"""Charts of one row a unit: the name in full, the mark beside it on a wide screen and below it on a phone.

A chart draws its traces and notes at y = the place of the row (0 at the top). `lay_rows` turns places into pixels, for both widths: a row is
as high as its name needs, and never lower than a finger needs. On a phone the plot takes the whole width and each name stands above its mark.
"""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go

from dashboard.charts.canvas import narrowed
from dashboard.charts.row_names import name_room, names_above, names_left
from dashboard.charts.row_places import (
    Places,
    Row,
    narrow_places,
    wide_places,
)
from dashboard.writing import theme

HEAD, FOOT = 34, 8
BARE = {"showgrid": False, "showticklabels": False, "automargin": False}
NOTHING = "rgba(0,0,0,0)"


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
    parts = _placed(figure, rows, wide, small, wide_only)
    figure.update_layout(
        height=wide.total + head + FOOT,
        margin={"l": name_room(rows), "r": right, "t": head, "b": FOOT},
        bargap=0,
        barmode="overlay",
        yaxis={"range": [wide.total, 0], **BARE},
        xaxis={"side": "top", "automargin": False, "range": list(span), **axis},
        annotations=[*names_left(rows, wide), *_moved(notes, wide)],
    )
    figure.layout.meta = dict(figure.layout.meta) | {"scroll": scroll}
    short = notes if narrow_notes is None else narrow_notes
    form = {
        "height": small.total + head + FOOT,
        "margin": {"l": 8},
        "yaxis": {"range": [small.total, 0]},
        "annotations": [*names_above(rows, small), *_moved(short, small)],
    }
    return narrowed(figure, form | (narrow or {}), parts)


def _placed(
    figure: go.Figure, rows: Sequence[Row], wide: Places, small: Places, wide_only: Sequence[int]
) -> dict[int, dict]:
    """Moves every trace from places to pixels of a wide screen; what a phone changes in each trace, by its number."""
    drawn = [list(trace.y) for trace in figure.data]
    parts = {
        place: {"y": small.of(ys)} | ({"visible": False} if place in wide_only else {})
        for place, ys in enumerate(drawn)
    }
    parts[len(drawn) - 1]["width"] = _press_widths(rows, small)
    figure.data[-1].width = _press_widths(rows, wide)
    for trace, ys in zip(figure.data, drawn, strict=True):
        trace.y = wide.of(ys)
    return parts


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
