"""Where panels lie and how they are lettered: domains and axes, headings, the last value at each line's end, the target across."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

import pandas as pd

from dashboard.charts.canvas import above, right_of, wrapped, written
from dashboard.writing import theme
from dashboard.writing.formats import number, percent

PANEL, NAMES, YEARS = 120, 52, 26  # px: the plot, the block's name above it, the years below it
GAP = 0.035  # of the width


@dataclass(frozen=True)
class Panels:
    """What the panels show: the last known row of each block, in their order, and the scales that all share."""

    last: Mapping[str, pd.DataFrame]
    years: Sequence[int]
    bounds: tuple[float, float]
    share: bool


def axis_of(letter: str, place: int) -> str:
    """What Plotly calls the axis of a panel: "x", "x2", "x3" …"""
    return letter if place == 0 else f"{letter}{place + 1}"


def laid_out(panels: Panels, columns: int, letters: int) -> dict:
    """Panels in so many columns: domains of all axes, names above the panels, the last value at each line's end."""
    lines = max(ceil(len(panels.last) / columns), 1)
    row_px = NAMES + PANEL + YEARS
    total = lines * row_px
    layout: dict = {
        "height": total + 8,
        "margin": {"l": 40, "r": 16, "t": 0, "b": 8},
        "annotations": [],
    }
    width = (1 - GAP * (columns - 1)) / columns
    for place, (block, last) in enumerate(panels.last.items()):
        line, column = divmod(place, columns)
        left, top = column * (width + GAP), 1 - (line * row_px + NAMES) / total
        number_of = place + 1 if place else ""
        across, down = [left, left + width], [top - PANEL / total, top]
        layout[f"xaxis{number_of}"] = _x_axis(panels, across, place)
        layout[f"yaxis{number_of}"] = _y_axis(panels, down, place, column == 0)
        layout["annotations"] += [
            _heading(block, left, top, letters),
            *_end(last, place, panels.share),
        ]
    return layout


def _x_axis(panels: Panels, domain: list[float], place: int) -> dict:
    first, final = min(panels.years), max(panels.years)
    return {
        "domain": domain,
        "anchor": axis_of("y", place),
        "range": [first - 0.4, final + 1.6],
        "showgrid": False,
        "automargin": False,
        "tickvals": [first, final],
        "ticktext": [str(first), str(final)],
        "tickfont": {"size": 11},
    }


def _y_axis(panels: Panels, domain: list[float], place: int, labelled: bool) -> dict:
    return {
        "domain": domain,
        "anchor": axis_of("x", place),
        "range": list(panels.bounds),
        "nticks": 3,
        "showticklabels": labelled,
        "automargin": False,
        "tickformat": ".0%" if panels.share else "~g",
        "tickfont": {"size": 11},
    }


def _heading(block: str, left: float, top: float, letters: int) -> dict:
    return above(f"<b>{wrapped(block, letters)}</b>", x=left, shift=2, colour=theme.INK) | {
        "y": top,
        "captureevents": True,
        "name": block,
    }


def aim(target: float, first: int, share: bool) -> dict:
    """The target's name, in the first panel only."""
    text = f"mốc {percent(target, None) if share else number(target, None)}"
    return {
        "x": first,
        "y": target,
        "xref": "x",
        "yref": "y",
        "xanchor": "left",
        "yanchor": "bottom",
        "text": text,
        "bgcolor": theme.GROUND,
        "font": {"size": 11, "color": theme.WARM},
    }


def across(target: float, place: int) -> dict:
    """The target as a thin line across a panel."""
    return {
        "type": "line",
        "xref": f"{axis_of('x', place)} domain",
        "x0": 0,
        "x1": 1,
        "yref": axis_of("y", place),
        "y0": target,
        "y1": target,
        "line": {"color": theme.WARM, "width": 1},
    }


def _end(last: pd.DataFrame, place: int, share: bool) -> list[dict]:
    return [
        right_of(row.median, f"<b>{written(row.median, share)}</b>", colour=theme.ACCENT)
        | {"x": row.year, "xref": axis_of("x", place), "yref": axis_of("y", place)}
        for row in last.itertuples(index=False)
    ]
