"""How many units wrote each kind of limitation in their own reports: one quiet bar a kind, no colour of blame."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import picture_words
from dashboard.charts.bar_rows import lay_rows
from dashboard.charts.canvas import canvas, plain, right_of
from dashboard.charts.row_places import Row
from dashboard.writing import theme
from dashboard.writing.formats import count, listed

BAR, LEAST = 16, 32  # px


def own_words(kinds: pd.DataFrame, *, title: str, subtitle: str = "", years: int) -> go.Figure:
    """Bars from zero of the year's units, in the order given; the year before as a tick.

    `kinds`: kind, now, before, units, years (columns of `views.limitations.recurring`); `years` is how many years there are.
    """
    lines = kinds.to_dict("records")
    rows = [Row(line["kind"], "", hover=_said(line, years)) for line in lines]
    figure = canvas(title, subtitle)
    places = list(range(len(lines)))
    figure.add_traces([_bars(places, kinds["now"]), _ticks(places, kinds["before"])])
    top = max([1, *kinds["now"], *kinds["before"]]) * 1.08
    notes = [
        right_of(place, f"{count(line['now'], 'đơn vị')} · {line['years']}/{years} năm")
        for place, line in zip(places, lines)
    ]
    short = [right_of(place, count(line["now"])) for place, line in zip(places, lines)]
    return lay_rows(
        figure,
        rows,
        axis={"nticks": 4, "tickformat": "d"},
        span=(0, top),
        least=LEAST,
        right=130,
        notes=notes,
        narrow_notes=short,
        narrow={"margin": {"l": 8, "r": 44}},
    )


def _bars(places: list[int], now: pd.Series) -> go.Bar:
    return go.Bar(
        y=places,
        x=now,
        orientation="h",
        width=BAR,
        hoverinfo="skip",
        marker={"color": theme.OTHERS, "line": {"width": 0}},
    )


def _ticks(places: list[int], before: pd.Series) -> go.Scatter:
    edge = {"width": 2, "color": theme.INK}
    return go.Scatter(
        y=places,
        x=before,
        mode="markers",
        hoverinfo="skip",
        marker={"symbol": "line-ns", "size": BAR, "color": theme.INK, "line": edge},
    )


def _said(line: dict, years: int) -> str:
    near = f"Năm nay {count(line['now'], 'đơn vị')}, năm trước {count(line['before'], 'đơn vị')}"
    return f"<b>{plain(line['kind'])}</b><br>{near}<br>Cả giai đoạn {count(line['units'], 'đơn vị')}, trong {line['years']}/{years} năm"


def alt_text(kinds: pd.DataFrame, *, year: int) -> str:
    """Every kind with its count in the year."""
    parts = [f"{one.kind} {count(one.now, 'đơn vị')}" for one in kinds.itertuples(index=False)]
    return (
        picture_words.LIMITATIONS.format(year=year, parts=listed(parts))
        if parts
        else picture_words.NO_LIMITATIONS.format(year=year)
    )
