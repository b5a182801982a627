"""What is drawn in a row of the chart of ranks: score, bounds, the interval of the rank, the figure written beside."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.canvas import plain
from dashboard.writing import theme
from dashboard.writing.formats import interval, is_missing, number

BAR = 22  # px
INSIDE = 0.25  # of the axis: a longer bar has its score written inside
DOT = 14  # px


def dots(units: pd.DataFrame) -> go.Scatter:
    """Scores as dots in the fill of their status."""
    known, marker = _marked(units, 1.5)
    return go.Scatter(
        y=known["place"],
        x=known["score"],
        mode="markers",
        hoverinfo="skip",
        marker={"size": DOT, **marker},
    )


def _marked(units: pd.DataFrame, edge: float) -> tuple[pd.DataFrame, dict[str, Any]]:
    """The units that have a score, and the fills of their statuses with an edge as wide."""
    known = units[units["score"].notna()]
    looks = [theme.STATUS.get(status, theme.STATUS["no_data"]) for status in known["status"]]
    line = {"width": edge, "color": [look.colour for look in looks]}
    return known, {"color": [look.fill for look in looks], "line": line}


def bars(units: pd.DataFrame) -> go.Bar:
    """Scores as bars from zero in the fill of their status."""
    known, marker = _marked(units, 1)
    return go.Bar(
        y=known["place"],
        x=known["score"],
        orientation="h",
        width=BAR,
        hoverinfo="skip",
        marker=marker,
    )


def bounds(units: pd.DataFrame) -> go.Bar:
    """An incomplete score as a hatched bar between its bounds."""
    partial = units[units["score"].isna() & units["score_low"].notna()]
    colour = theme.STATUS["no_data"].colour
    return go.Bar(
        y=partial["place"],
        x=partial["score_high"] - partial["score_low"],
        base=partial["score_low"],
        orientation="h",
        width=BAR,
        hoverinfo="skip",
        marker={
            "color": colour,
            "line": {"width": 1, "color": colour},
            "pattern": {
                "shape": "/",
                "fgcolor": colour,
                "bgcolor": theme.GROUND,
                "size": 6,
                "solidity": 0.25,
            },
        },
    )


def note(unit: dict, span: tuple[float, float], reasons: Mapping[str, str]) -> dict:
    """What is written in or after a bar, or beside a dot: sign and score, or the bounds and the reason why there is none."""
    look = theme.STATUS.get(unit["status"], theme.STATUS["no_data"])
    if is_missing(unit["score"]):
        reason = reasons.get(unit["unit"], look.word)
        bounds = (
            ""
            if is_missing(unit["score_low"])
            else f"{interval(unit['score_low'], unit['score_high'])} · "
        )
        text = plain(f"{look.sign} {bounds}{reason}")
        return {
            "x": span[0],
            "y": unit["place"],
            "xanchor": "left",
            "xshift": 4,
            "text": text,
            "bgcolor": theme.GROUND,
            "font": {"size": 12, "color": look.colour},
        }
    start, top = span
    inside = not start and unit["score"] > INSIDE * top
    after = DOT if start else 5
    side, shift, colour = ("right", -5, look.on_fill) if inside else ("left", after, look.colour)
    text = f"<b>{look.sign} {number(unit['score'], verdict_against=unit.get('target'))}</b>"
    return {
        "x": unit["score"],
        "y": unit["place"],
        "xanchor": side,
        "xshift": shift,
        "text": text,
        "font": {"size": theme.LABEL_SIZE, "color": colour},
        "bgcolor": look.fill if inside else theme.GROUND,
    }  # the target's line passes behind the figure


def rank_marks(units: pd.DataFrame) -> list[go.Scatter]:
    """Each rank as a dot on the interval in which it lies."""
    known = units.dropna(subset=["rank_low", "rank_high"])
    lines_x = [
        one
        for low, high in zip(known["rank_low"], known["rank_high"], strict=True)
        for one in (low, high, None)
    ]
    lines_y = [one for place in known["place"] for one in (place, place, None)]
    ranked = units.dropna(subset=["rank"])
    return [
        go.Scatter(
            x=lines_x,
            y=lines_y,
            mode="lines",
            line={"color": theme.OTHERS, "width": 5},
            xaxis="x2",
            hoverinfo="skip",
        ),
        go.Scatter(
            x=ranked["rank"],
            y=ranked["place"],
            mode="markers",
            marker={"size": 8, "color": theme.INK},
            xaxis="x2",
            hoverinfo="skip",
        ),
    ]
