"""A line carried on to the next milestone: the band in which it would arrive, as a light wedge with its figures."""

from __future__ import annotations

from typing import NamedTuple

import plotly.graph_objects as go

from dashboard.writing import theme
from dashboard.writing.formats import interval

ROOM = 1.0  # points beyond the band


class Ahead(NamedTuple):
    """From (`year`, `value`) to `to_year`: the expected score and its band, 0–100."""

    year: float
    value: float
    to_year: float
    expected: float
    low: float
    high: float


def with_band_ahead(figure: go.Figure, ahead: Ahead | None) -> go.Figure:
    """The same figure of trend lines with the wedge behind its lines; unchanged without one."""
    if ahead is None:
        return figure
    xs = [ahead.year, ahead.to_year, ahead.to_year, ahead.year]
    wedge = go.Scatter(
        x=xs,
        y=[ahead.value, ahead.high, ahead.low, ahead.value],
        mode="lines",
        fill="toself",
        fillcolor=theme.BAND,
        line={"width": 0, "color": theme.BAND},
        hoverinfo="skip",
    )
    middle = go.Scatter(
        x=[ahead.year, ahead.to_year],
        y=[ahead.value, ahead.expected],
        mode="lines",
        line={"color": theme.ACCENT, "width": 1.5, "dash": "dot"},
        hoverinfo="skip",
    )
    drawn = go.Figure(figure)
    drawn.add_traces([wedge, middle])
    drawn.data = (drawn.data[-2], drawn.data[-1], *drawn.data[:-2])
    low, high = drawn.layout.yaxis.range
    drawn.update_layout(yaxis={"range": [min(low, ahead.low - ROOM), max(high, ahead.high + ROOM)]})
    words = f"dự kiến {interval(ahead.low, ahead.high)}"
    note = {
        "x": ahead.to_year,
        "y": ahead.low,
        "xanchor": "right",
        "yanchor": "top",
        "text": words,
        "font": {"size": 12, "color": theme.ACCENT},
    }
    meta = dict(drawn.layout.meta)
    narrow = meta["narrow"] | {"annotations": [*meta["narrow"]["annotations"], note]}
    places = {str(int(place) + 2): part for place, part in meta["narrow_traces"].items()}
    return drawn.add_annotation(note).update_layout(
        meta=meta | {"narrow": narrow, "narrow_traces": places}
    )
