"""Satisfaction against the number of respondents: small samples scatter widely by chance, and the funnel shows how widely."""

from __future__ import annotations

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import picture_words
from dashboard.charts.canvas import (
    LINE_HEIGHT,
    canvas,
    lines_of,
    narrowed,
    padded,
    plain,
    right_of,
    value_axis,
    wrapped,
)
from dashboard.charts.label_places import spread
from dashboard.writing import theme
from dashboard.writing.formats import count, is_missing, out_of, percent

HEIGHT, HEAD, BOTTOM = 440, 16, 48
TICKS = (1, 3, 10, 30, 100, 300, 1000, 3000, 10_000, 30_000, 100_000)
LETTERS = 22


def satisfaction_funnel(
    surveys: pd.DataFrame,
    limits: pd.DataFrame,
    *,
    title: str,
    subtitle: str = "",
    mean: float,
    target: float | None = None,
    chosen: str | None = None,
) -> go.Figure:
    """A dot a unit; those outside the limits are named.

    `surveys`: unit, name, satisfied, respondents, rate, outside (bool). `limits`: respondents, low, high (exact, 95 %), and where computed
    adjusted_low, adjusted_high (widened for over-dispersion). `mean` and `target` are shares. A press on a dot sends the unit's code.
    """
    known = surveys[(surveys["respondents"] > 0) & surveys["rate"].notna()]
    figure = canvas(title, subtitle, height=HEIGHT)
    aims = [] if is_missing(target) else [target]
    low, high = padded([*known["rate"], mean, *aims], True, 0.15)
    high = min(high, 1.005)
    figure.add_traces(_limits(limits.sort_values("respondents")))
    is_marked = known["outside"] | (known["unit"] == chosen)
    quiet, marked = known[~is_marked], known[is_marked]
    figure.add_traces([_dots(quiet, theme.MUTED, 7), _dots(marked, theme.ACCENT, 10)])
    lines_drawn, names = _levels(mean, target, low, high)
    labels = _names(marked, (low, high), LETTERS)
    figure.update_layout(
        xaxis=_counts(known["respondents"]),
        yaxis=value_axis(low, high, True),
        shapes=lines_drawn,
        annotations=[*names, *labels],
        margin={"l": 8, "r": 120, "t": HEAD, "b": BOTTOM},
    )
    short = [name | {"text": wrapped(name["text"], 10)} for name in names]
    return narrowed(figure, {"margin": {"r": 76}, "annotations": [*short, *labels]})


def _counts(respondents: pd.Series) -> dict:
    """The axis of respondents, on a log scale."""
    span = np.log10(respondents.min() * 0.7), np.log10(respondents.max() * 1.6)
    return {
        "type": "log",
        "range": list(span),
        "tickvals": list(TICKS),
        "ticktext": [count(tick) for tick in TICKS],
        "title": {"text": "Số phiếu (thang lôgarit)"},
    }


def _limits(lines: pd.DataFrame) -> list[go.Scatter]:
    look = {"mode": "lines", "hoverinfo": "skip"}
    exact = {"color": theme.MUTED, "width": 1, "dash": "dot"}
    curves = [
        go.Scatter(x=lines["respondents"], y=lines[name], line=exact, **look)
        for name in ("low", "high")
    ]
    if "adjusted_low" in lines:
        curves += [
            go.Scatter(
                x=lines["respondents"],
                y=lines[name],
                line={"color": theme.MUTED, "width": 1.5},
                **look,
            )
            for name in ("adjusted_low", "adjusted_high")
        ]
    return curves


def _dots(units: pd.DataFrame, colour: str, size: int) -> go.Scatter:
    texts = [
        f"<b>{plain(unit.name)}</b><br>{percent(unit.rate)}: {out_of(unit.satisfied, unit.respondents, 'phiếu hài lòng')}"
        for unit in units.itertuples(index=False)
    ]
    return go.Scatter(
        x=units["respondents"],
        y=units["rate"],
        mode="markers",
        customdata=units["unit"],
        text=texts,
        hovertemplate="%{text}<extra></extra>",
        marker={"size": size, "color": colour, "line": {"width": 1, "color": theme.GROUND}},
    )


def _levels(
    mean: float, target: float | None, low: float, high: float
) -> tuple[list[dict], list[dict]]:
    """The mean and the target as lines across, with their names right of the plot."""
    levels = [(mean, f"trung bình {percent(mean)}", theme.MUTED)] + (
        [] if is_missing(target) else [(target, f"mốc {percent(target, None)}", theme.WARM)]
    )
    places = spread(
        [level for level, _, _ in levels],
        [LINE_HEIGHT * 2 * (high - low) / (HEIGHT - HEAD - BOTTOM)] * len(levels),
        (low, high),
    )
    lines = [
        {
            "type": "line",
            "xref": "paper",
            "x0": 0,
            "x1": 1,
            "y0": level,
            "y1": level,
            "line": {"color": colour, "width": 1.5},
        }
        for level, _, colour in levels
    ]
    names = [
        right_of(place, text, colour=colour)
        for place, (_, text, colour) in zip(places, levels, strict=True)
    ]
    return lines, names


def _names(units: pd.DataFrame, bounds: tuple[float, float], letters: int) -> list[dict]:
    """The names of the marked units beside their dots, moved apart where they would cover one another."""
    if units.empty:
        return []
    texts = [wrapped(name, letters) for name in units["name"]]
    unit = (bounds[1] - bounds[0]) / (HEIGHT - HEAD - BOTTOM)
    places = spread(
        units["rate"], [(lines_of(text) * LINE_HEIGHT + 4) * unit for text in texts], bounds
    )
    middle = np.sqrt(units["respondents"].min() * units["respondents"].max())
    return [
        {
            "x": np.log10(one.respondents),
            "y": place,
            "xanchor": "left" if one.respondents <= middle else "right",
            "xshift": 9 if one.respondents <= middle else -9,
            "align": "left",
            "text": text,
            "captureevents": True,
            "name": one.unit,
            "font": {"size": 12, "color": theme.INK},
        }
        for one, text, place in zip(units.itertuples(index=False), texts, places, strict=True)
    ]


def alt_text(surveys: pd.DataFrame, *, mean: float, target: float | None = None) -> str:
    """How many units, the mean, and who lies outside."""
    known = surveys[(surveys["respondents"] > 0) & surveys["rate"].notna()]
    outside = list(known.loc[known["outside"], "name"])
    aim = "" if is_missing(target) else f", mốc {percent(target, None)}"
    rest = (
        picture_words.OUTSIDE.format(units=", ".join(outside))
        if outside
        else picture_words.NONE_OUTSIDE
    )
    units = count(len(known), "đơn vị")
    return picture_words.FUNNEL.format(units=units, mean=percent(mean), aim=aim, rest=rest)
