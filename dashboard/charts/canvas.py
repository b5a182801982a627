"""The empty picture that every chart is drawn on, and the few drawing habits that all share.

A figure carries its narrow form with it: `layout.meta["narrow"]` is the part of the layout that is different below
`theme.NARROW` pixels, `layout.meta["narrow_traces"]` what is different in traces (by their place, as text), and
`layout.meta["scroll"]` the height above which the picture scrolls inside its frame. The screen reads them; nothing else does.
"""

from __future__ import annotations

import html
import textwrap
from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.figure_rules import ask_singly
from dashboard.writing import chart_template, theme
from dashboard.writing.formats import number, percent

LINE_HEIGHT = 17  # px of a line of label text
LETTER_WIDTH = 7.0  # px of an average letter of label text


def canvas(
    title: str,
    subtitle: str = "",
    traces: Sequence[go.Scatter] = (),
    *,
    height: int = 420,
    margin: dict | None = None,
    scroll: int | None = None,
    **layout: object,
) -> go.Figure:
    """A figure with the finding as its title, what is drawn as its subtitle, and the house's template; empty, or with these traces and this layout.

    A chart of many axes gives all at once: plotly checks each later addition against all that stands already.
    """
    ask_singly()
    heading = {"text": plain(title), "subtitle": {"text": plain(subtitle)}}
    return go.Figure(
        list(traces),
        layout={
            "template": chart_template.TEMPLATE,
            "title": heading,
            "height": height,
            "margin": margin or {},
            "meta": {"narrow": {}, "narrow_traces": {}, "scroll": scroll},
            **layout,
        },
    )


def narrowed(figure: go.Figure, layout: dict, traces: dict[int, dict] | None = None) -> go.Figure:
    """The same figure with its narrow form set: what is different in the layout, and in traces by their place."""
    places = {str(place): part for place, part in (traces or {}).items()}
    figure.layout.meta = dict(figure.layout.meta) | {"narrow": layout, "narrow_traces": places}
    return figure


def plain(text: str) -> str:
    """Text that plotly writes as it stands, though it reads tags: names come from other people's files."""
    return html.escape(str(text), quote=False)


def wrapped(text: str, letters: int) -> str:
    """A text in lines of at most so many letters, whole words kept."""
    return (
        "<br>".join(
            plain(line) for line in textwrap.wrap(str(text), letters, break_long_words=False)
        )
        or ""
    )


def lines_of(text: str) -> int:
    """How many lines a wrapped text has."""
    return text.count("<br>") + 1


def width_of(texts: Sequence[str]) -> int:
    """About how many pixels the longest line of these wrapped texts needs."""
    longest = max(
        (len(line) for text in texts for line in html.unescape(text).split("<br>")), default=0
    )
    return int(longest * LETTER_WIDTH) + 4


def written(value: float | None, share: bool, against: float | None = None) -> str:
    """A value as the chart's scale writes it: percent for shares, else one decimal; more where it would contradict the verdict against a target."""
    return (
        percent(value, verdict_against=against) if share else number(value, verdict_against=against)
    )


def value_axis(low: float, high: float, share: bool) -> dict:
    """A value axis over this range; shares are drawn 0–1 and read in percent."""
    return {"range": [low, high], "tickformat": ".0%" if share else "~g", "nticks": 5}


def padded(
    values: Sequence[float], share: bool, part: float = 0.08, *, top: float = 100.0
) -> tuple[float, float]:
    """A range a little wider than the values, at least a twenty-fifth of their scale (shares 0–1, scores 0 to `top`) and never below 0; the whole scale without any value."""
    present = pd.Series(values, dtype=float).dropna()
    top = 1.0 if share else top
    if present.empty:
        return 0.0, top
    room = max((present.max() - present.min()) * part, 0.02 * top)
    return max(0.0, float(present.min()) - room), float(present.max()) + room


def year_axis(years: Sequence[int]) -> dict:
    """An axis of whole years with half a year of air at both ends."""
    return {
        "tickmode": "array",
        "tickvals": list(years),
        "ticktext": [str(year) for year in years],
        "range": [min(years) - 0.4, max(years) + 0.4],
        "showgrid": False,
        "tickangle": 0,
        "automargin": False,
    }


def above(
    text: str,
    *,
    shift: int = 8,
    x: float = 0,
    xref: str = "paper",
    colour: str = theme.MUTED,
    size: int = 12,
) -> dict:
    """A note above the plot, `shift` pixels over its edge: from the left edge of the paper, or over the middle of a value."""
    anchor = "left" if xref == "paper" else "center"
    return {
        "x": x,
        "xref": xref,
        "xanchor": anchor,
        "align": "left",
        "y": 1,
        "yref": "paper",
        "yanchor": "bottom",
        "yshift": shift,
        "text": text,
        "font": {"size": size, "color": colour},
    }


def right_of(place: float, text: str, *, colour: str = theme.INK, size: int = 12) -> dict:
    """A note right of the plot at the height of a value or row."""
    return {
        "x": 1,
        "xref": "paper",
        "xanchor": "left",
        "xshift": 8,
        "align": "left",
        "y": place,
        "text": text,
        "font": {"size": size, "color": colour},
    }


def level(value: float, colour: str, width: float = 2) -> dict:
    """A line through the whole plot at a value of the horizontal axis: the target of charts with rows."""
    return {
        "type": "line",
        "xref": "x",
        "x0": value,
        "x1": value,
        "yref": "paper",
        "y0": 0,
        "y1": 1,
        "line": {"color": colour, "width": width},
    }


def upright(year: float, name: str, *, letters: int = 14, dash: str = "solid") -> tuple[dict, dict]:
    """A thin vertical line through the plot at a year, and its name above it: a shape and an annotation."""
    line = {
        "type": "line",
        "x0": year,
        "x1": year,
        "y0": 0,
        "y1": 1,
        "yref": "paper",
        "layer": "below",
        "line": {"color": theme.OTHERS, "width": 1, "dash": dash},
    }
    label = {
        "x": year,
        "y": 1,
        "yref": "paper",
        "yanchor": "bottom",
        "text": wrapped(name, letters),
        "font": {"size": 12, "color": theme.MUTED},
    }
    return line, label
