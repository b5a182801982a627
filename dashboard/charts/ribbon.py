"""The way of the movement on one ribbon: its milestones, which are past, and what each says in a few words."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.canvas import LINE_HEIGHT, canvas, lines_of, narrowed, wrapped
from dashboard.writing import theme
from dashboard.writing.formats import date, is_missing, listed

LINE_AT = 44  # px from the top to the ribbon
NODE = 9  # px, half the width of a node
WIDE_LETTERS, NARROW_LETTERS = 28, 42


def milestone_ribbon(
    milestones: pd.DataFrame, *, title: str, subtitle: str = "", years: Sequence[int], now: float
) -> go.Figure:
    """Past milestones are filled, coming ones hollow; the ribbon is heavy up to `now` (a year with its fraction).

    `milestones`: year, name, due (a day or missing), said (what is known of it, or ''). Drawn from left to right, on a phone from top to bottom.
    """
    figure = canvas(title, subtitle)
    stops = milestones.sort_values("year").to_dict("records")
    figure.update_layout(**_wide(stops, years, now))
    return narrowed(figure, _tall(stops, now))


def _wide(stops: list[dict], years: Sequence[int], now: float) -> dict:
    texts = [_said(stop, WIDE_LETTERS) for stop in stops]
    height = LINE_AT + 24 + max([1, *map(lines_of, texts)]) * LINE_HEIGHT + 8
    first, last = min(years) - 0.6, max(years) + 0.6
    hidden = {"showgrid": False, "showticklabels": False, "automargin": False}
    words = {
        "y": LINE_AT + 16,
        "yanchor": "top",
        "align": "center",
        "font": {"size": 12, "color": theme.INK},
    }
    notes = [
        words | {"x": stop["year"], "text": text} for stop, text in zip(stops, texts, strict=True)
    ]
    marks = [
        {
            "x": year,
            "y": LINE_AT - 16,
            "yanchor": "bottom",
            "text": str(year),
            "font": {"size": 12, "color": theme.MUTED},
        }
        for year in years
    ]
    reach = min(max(now, min(years)), max(years))
    shapes = [
        _line(min(years), max(years), theme.LINES),
        _line(min(years), reach, theme.ACCENT),
        *(_node(stop["year"], LINE_AT, stop["year"] <= now) for stop in stops),
    ]
    return {
        "height": height,
        "margin": {"l": 8, "r": 8, "t": 0, "b": 0},
        "xaxis": {**hidden, "range": [first, last]},
        "yaxis": {**hidden, "range": [height, 0]},
        "shapes": shapes,
        "annotations": [*marks, *notes],
    }


def _tall(stops: list[dict], now: float) -> dict:
    """The same from top to bottom: one stop below the other, its words beside it. Both axes are pixels."""
    texts = [_said(stop, NARROW_LETTERS, year=True) for stop in stops]
    places, top = [], 16
    for text in texts:
        places.append(top)
        top += max(44, lines_of(text) * LINE_HEIGHT + 16)
    past = [place for stop, place in zip(stops, places, strict=True) if stop["year"] <= now]
    spine = {"type": "line", "x0": 0, "x1": 0, "xsizemode": "pixel", "xanchor": 0, "layer": "below"}
    shapes = (
        [spine | {"y0": places[0], "y1": places[-1], "line": {"color": theme.LINES, "width": 4}}]
        if places
        else []
    )
    if past:
        shapes.append(
            spine | {"y0": places[0], "y1": past[-1], "line": {"color": theme.ACCENT, "width": 4}}
        )
    shapes += [
        _node(0, place, stop["year"] <= now) for stop, place in zip(stops, places, strict=True)
    ]
    notes = [
        {
            "x": 0,
            "xshift": 20,
            "y": place,
            "yanchor": "top",
            "yshift": 10,
            "xanchor": "left",
            "align": "left",
            "text": text,
            "font": {"size": 12, "color": theme.INK},
        }
        for place, text in zip(places, texts, strict=True)
    ]
    return {
        "height": top + 4,
        "margin": {"l": 0, "r": 8, "t": 0, "b": 0},
        "xaxis": {"range": [-0.06, 1]},
        "yaxis": {"range": [top, 0]},
        "shapes": shapes,
        "annotations": notes,
    }


def _line(start: float, end: float, colour: str) -> dict:
    return {
        "type": "line",
        "x0": start,
        "x1": end,
        "y0": LINE_AT,
        "y1": LINE_AT,
        "layer": "below",
        "line": {"color": colour, "width": 4},
    }


def _node(x: float, y: float, past: bool) -> dict:
    return {
        "type": "circle",
        "xsizemode": "pixel",
        "ysizemode": "pixel",
        "xanchor": x,
        "yanchor": y,
        "x0": -NODE,
        "x1": NODE,
        "y0": -NODE,
        "y1": NODE,
        "fillcolor": theme.ACCENT if past else theme.GROUND,
        "line": {"color": theme.ACCENT, "width": 2},
    }


def _said(stop: dict, letters: int, *, year: bool = False) -> str:
    """A milestone's name in bold, its day, and what is known of it."""
    name = f"{stop['year']}: {stop['name']}" if year else stop["name"]
    parts = [f"<b>{wrapped(name, letters)}</b>"]
    if not is_missing(stop.get("due")):
        parts.append(f"hạn {date(stop['due'])}")
    if stop.get("said"):
        parts.append(wrapped(stop["said"], letters))
    return "<br>".join(parts)


def alt_text(milestones: pd.DataFrame, *, now: float) -> str:
    """The milestones that are past and those that come, with what is known of each."""
    words = [
        f"{stop['name']} {stop['year']}{' (' + stop['said'] + ')' if stop.get('said') else ''}"
        for stop in milestones.sort_values("year").to_dict("records")
    ]
    past = [
        word for word, year in zip(words, sorted(milestones["year"]), strict=True) if year <= now
    ]
    coming = words[len(past) :]
    parts = ([f"đã qua {listed(past)}"] if past else []) + (
        [f"sắp tới {listed(coming)}"] if coming else []
    )
    return (
        f"Dải mốc của phong trào: {'; '.join(parts)}."
        if parts
        else "Dải mốc của phong trào: chưa có mốc nào."
    )
