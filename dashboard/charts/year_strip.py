"""Every unit as a dot on its block's line, one year at a time: the year is chosen by a slider, which also plays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import picture_words as words
from dashboard.charts.bar_rows import lay_rows
from dashboard.charts.canvas import above, canvas, padded, plain, value_axis, written
from dashboard.charts.row_places import Row
from dashboard.writing import theme

DOTS, MIDDLES, TARGET, CHOSEN = range(4)  # the places of the traces
LEAST = 30  # px of a row


@dataclass(frozen=True)
class Strip:
    """What is drawn. `values`: unit, name, block, year, value; `middles`: block, year, median; `targets`: year → what it looks at; `said`: year → a sentence; scores are of `top`."""

    values: pd.DataFrame
    middles: pd.DataFrame
    targets: Mapping[int, float] = field(default_factory=dict)
    said: Mapping[int, str] = field(default_factory=dict)
    share: bool = False
    top: float = 100.0
    chosen: Sequence[str] = ()


def year_strip(strip: Strip, *, title: str, subtitle: str = "", blocks: Sequence[str]) -> go.Figure:
    """One row a block, in the order given; the last year is drawn, the others are frames (`layout.meta["frames"]`) that the slider puts in its place.

    A dot is a unit in one block: who changes its block has a dot in each, and a year only one of them. A press on a dot sends the unit's code.
    """
    years = sorted(int(year) for year in strip.values["year"].unique())
    rows = {block: place for place, block in enumerate(blocks)}
    frames = [_frame(strip, year, rows) for year in years]
    figure = canvas(title, subtitle, _traces(strip, rows, frames[-1]["traces"]))
    low, high = padded(
        [*strip.values["value"], *strip.targets.values()], strip.share, top=strip.top
    )
    axis = value_axis(low, high, strip.share) | {"side": "top"}
    figure = lay_rows(
        figure,
        [Row(block, None) for block in blocks],
        axis=axis,
        span=(low, high),
        least=LEAST,
        head=58,
        notes=[above(_legend(strip), shift=26)],
    )
    figure.layout.meta = dict(figure.layout.meta) | {"frames": frames}
    return figure


def _points(strip: Strip, chosen: bool) -> pd.DataFrame:
    """A row a unit and block of any year: its values by year as columns; the chosen units or the others."""
    own = strip.values[strip.values["unit"].isin(list(strip.chosen)) == chosen]
    return own.pivot_table(
        index=["unit", "name", "block"], columns="year", values="value", sort=False
    ).reset_index()


def _frame(strip: Strip, year: int, rows: Mapping[str, int]) -> dict:
    """What a year changes in the traces: where the dots stand and what they say."""
    now = strip.middles[strip.middles["year"] == year].set_index("block")["median"]
    target = strip.targets.get(year)
    parts = {
        DOTS: _at(strip, _points(strip, False), year),
        MIDDLES: {"x": [_known(now.get(block)) for block in rows]},
        TARGET: {"x": [target] * len(rows)},
        CHOSEN: _at(strip, _points(strip, True), year),
    }
    traces = {str(place): part for place, part in parts.items()}
    return {"label": str(year), "said": strip.said.get(year, str(year)), "traces": traces}


def _at(strip: Strip, points: pd.DataFrame, year: int) -> dict:
    values = points[year] if year in points else pd.Series(np.nan, index=points.index)
    said = [
        "" if pd.isna(value) else f"<b>{plain(name)}</b><br>{year}: {written(value, strip.share)}"
        for name, value in zip(points["name"], values, strict=True)
    ]
    return {"x": list(map(_known, values)), "hovertext": said}


def _known(value: float | None) -> float | None:
    return None if value is None or pd.isna(value) else float(value)


def _traces(strip: Strip, rows: Mapping[str, int], now: Mapping[str, dict]) -> list[go.Scatter]:
    others, own = _points(strip, False), _points(strip, True)
    places = list(rows.values())
    dots = _dots(others, rows, {"color": theme.OTHERS, "size": 9, "opacity": 1})
    middles = {
        "mode": "markers",
        "y": places,
        "hoverinfo": "skip",
        "marker": {"symbol": "line-ns", "size": 18, "line": {"color": theme.INK, "width": 2}},
    }
    line = {"symbol": "line-ns", "size": LEAST, "line": {"color": theme.WARM, "width": 1.5}}
    target = {"mode": "markers", "y": places, "hoverinfo": "skip", "marker": line}
    spoken = _dots(own, rows, {"color": theme.ACCENT, "size": 12}) | {
        "mode": "markers+text",
        "text": [plain(name) for name in own["name"]],
        "textposition": "top center",
        "textfont": {"size": 12, "color": theme.ACCENT},
    }
    looks = {DOTS: dots, MIDDLES: middles, TARGET: target, CHOSEN: spoken}
    return [go.Scatter(**look, **now[str(place)]) for place, look in looks.items()]


def _dots(points: pd.DataFrame, rows: Mapping[str, int], marker: dict) -> dict:
    return {
        "mode": "markers",
        "y": [rows[block] for block in points["block"]],
        "ids": [
            f"{unit} {block}" for unit, block in zip(points["unit"], points["block"], strict=True)
        ],
        "customdata": list(points["unit"]),
        "marker": marker,
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _legend(strip: Strip) -> str:
    """What dot, stroke and line mean."""
    signs = [
        (theme.OTHERS, "●", words.ONE_UNIT),
        (theme.INK, "<b>|</b>", words.MIDDLE_OF_BLOCK),
        *([(theme.WARM, "—", words.TARGET_AHEAD)] if strip.targets else []),
    ]
    return "   ".join(
        f'<span style="color:{colour}">{sign}</span>\u00a0{said.replace(" ", chr(160))}'
        for colour, sign, said in signs
    )
