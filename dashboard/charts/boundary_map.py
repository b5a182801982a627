"""Units on their own ground: boundaries filled by how a unit stands, a sign in each that is read, walked to and pressed. No tiles of any network."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.canvas import above, canvas, narrowed
from dashboard.charts.tile_map import hover, legend
from dashboard.writing import theme

Point = tuple[float, float]
Shape = Sequence[Sequence[Sequence[Point]]]
"""Polygons → rings (the outer one first, then holes) → points in degrees east and north, closed."""

WIDTH, NARROW_WIDTH = 900, 340  # px: what a map is at most, and on a phone
TALLEST, LEAST, LEGEND, REACH = 620, 260, 34, 24  # px; REACH: how far from its sign a unit answers
EDGE = theme.GROUND


def boundary_map(
    units: pd.DataFrame, shapes: Mapping[str, Shape], *, title: str, subtitle: str = ""
) -> go.Figure:
    """The units with a boundary; a press on a sign sends the unit's code.

    `units`: unit, name, status, score, named, each with a shape in `shapes`. Equirectangular around the middle of what is drawn, so that a province keeps its form.
    """
    rings = {unit: _rings(shapes[unit]) for unit in units["unit"]}
    points = [point for parts in rings.values() for ring in parts for point in ring]
    east, north = zip(*points, strict=True)
    stretch = 1 / math.cos(math.radians((min(north) + max(north)) / 2))
    shape = (max(north) - min(north)) * stretch / max(max(east) - min(east), 1e-9)
    fills = [
        _filled(rows["unit"], rings, code) for code, rows in units.groupby("status", sort=False)
    ]
    named = units.loc[units["named"], "unit"]
    outlines = [_outlined(named, rings)] if len(named) else []
    figure = canvas(
        title,
        subtitle,
        [*fills, *outlines, _signs(units, shapes)],
        height=_tall(WIDTH, shape) + LEGEND,
        showlegend=False,
        hoverdistance=REACH,
    )
    still = {"visible": False, "fixedrange": True}
    figure.update_layout(
        xaxis={**still, "range": [min(east), max(east)]},
        yaxis={
            **still,
            "range": [min(north), max(north)],
            "scaleanchor": "x",
            "scaleratio": stretch,
        },
        margin={"l": 4, "r": 4, "t": LEGEND, "b": 4},
        annotations=[above(legend(units, 9))],
    )
    narrow = {
        "height": _tall(NARROW_WIDTH, shape) + 2 * LEGEND,
        "margin": {"t": 2 * LEGEND},
        "annotations": [above(legend(units, 3))],
    }
    return narrowed(figure, narrow)


def _tall(width: int, shape: float) -> int:
    """Height, px, of a map so wide whose north–south is `shape` times its east–west."""
    return round(min(max(width * shape, LEAST), TALLEST))


def _rings(shape: Shape) -> list[Sequence[Point]]:
    return [ring for part in shape for ring in part]


def _path(rings: Sequence[Sequence[Point]]) -> tuple[list[float | None], list[float | None]]:
    """Rings one after another, a gap between two: what plotly closes each by itself. Holes run the other way, so they stay empty."""
    east: list[float | None] = []
    north: list[float | None] = []
    for ring in rings:
        east += [*(point[0] for point in ring), None]
        north += [*(point[1] for point in ring), None]
    return east[:-1], north[:-1]


def _filled(units: pd.Series, rings: Mapping[str, list[Sequence[Point]]], code: str) -> go.Scatter:
    look = theme.STATUS[code]
    east, north = _path([ring for unit in units for ring in rings[unit]])
    line = {"color": EDGE, "width": 1}
    return go.Scatter(
        x=east, y=north, mode="lines", fill="toself", fillcolor=look.fill, line=line, hoverinfo="skip"
    )  # fmt: skip


def _outlined(units: pd.Series, rings: Mapping[str, list[Sequence[Point]]]) -> go.Scatter:
    east, north = _path([ring for unit in units for ring in rings[unit]])
    line = {"color": theme.INK, "width": 3}
    return go.Scatter(x=east, y=north, mode="lines", line=line, hoverinfo="skip")


def _signs(units: pd.DataFrame, shapes: Mapping[str, Shape]) -> go.Scatter:
    looks = [theme.STATUS[code] for code in units["status"]]
    flag = theme.FLAG["named"].sign
    places = [middle(shapes[unit]) for unit in units["unit"]]
    return go.Scatter(
        x=[east for east, _ in places],
        y=[north for _, north in places],
        mode="text",
        text=[
            f"{look.sign}{flag}" if named else look.sign
            for look, named in zip(looks, units["named"], strict=True)
        ],
        textfont={"size": 12, "color": [look.on_fill for look in looks]},
        customdata=units["unit"],
        hovertext=[hover(one) for one in units.itertuples()],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def middle(shape: Shape) -> Point:
    """Where the sign of a unit stands: on the widest stretch inside its largest part, half way up.

    >>> middle([[[(0, 0), (4, 0), (4, 2), (0, 2), (0, 0)], [(1, .5), (1, 1.5), (2, 1.5), (2, .5), (1, .5)]]])
    (3.0, 1.0)
    """
    largest = max(shape, key=lambda part: _height(part[0]) * _width(part[0]))
    outer = [point[1] for point in largest[0]]
    level = (min(outer) + max(outer)) / 2
    cuts = sorted(
        x + (level - y) * (u - x) / (v - y)
        for ring in largest
        for (x, y), (u, v) in zip(ring, ring[1:])
        if (y <= level) != (v <= level)
    )
    start, end = max(zip(cuts[::2], cuts[1::2]), key=lambda pair: pair[1] - pair[0])
    return (start + end) / 2, level


def _width(ring: Sequence[Point]) -> float:
    return max(x for x, _ in ring) - min(x for x, _ in ring)


def _height(ring: Sequence[Point]) -> float:
    return max(y for _, y in ring) - min(y for _, y in ring)
