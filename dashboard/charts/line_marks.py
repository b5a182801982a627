"""Series over years as lines that tell the truth about their gaps: missing years, breaks of method, self-assessed years."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.canvas import plain, written
from dashboard.writing import theme
from dashboard.writing.stages import in_brackets, is_provisional


def cut(series: pd.DataFrame, years: Sequence[int], breaks: Sequence[int] = ()) -> pd.DataFrame:
    """One line's rows over all these years: a missing year becomes an empty row, and an empty row stands before each break year.

    In and out: year and any other columns; out sorted by year, with halves of years where a break cuts.
    """
    whole = series.set_index("year").reindex(list(years)).reset_index()
    cuts = pd.DataFrame(
        {"year": [year - 0.5 for year in breaks if min(years) < year <= max(years)]}, dtype=float
    )
    return (
        pd.concat([whole, cuts], ignore_index=True)
        .sort_values("year", kind="stable")
        .reset_index(drop=True)
    )


def background(
    series: pd.DataFrame,
    value: str,
    years: Sequence[int],
    breaks: Sequence[int],
    names: Mapping[str, str],
    share: bool,
) -> list[go.Scatter]:
    """All the other units as one grey trace, a gap between any two, and their lone years as dots; a click knows its unit, the hover its name.

    One trace for all: a browser draws 200 lines in one trace as fast as one line.
    """
    wide = series.pivot_table(
        index="unit", columns="year", values=value, aggfunc="first", sort=False
    )
    cuts = [year - 0.5 for year in breaks if min(years) < year <= max(years)]
    wide = wide.reindex(
        columns=[*sorted([*years, *cuts]), max(years) + 1]
    )  # the last, empty column parts one unit from the next
    values, xs = wide.to_numpy(dtype=float), wide.columns.to_numpy(dtype=float)
    empty = np.pad(np.isnan(values), ((0, 0), (1, 1)), constant_values=True)
    lone = empty[:, :-2] & ~empty[:, 1:-1] & empty[:, 2:]
    units = wide.index.to_numpy()
    return [
        _grey(
            units,
            xs,
            values,
            np.ones_like(lone),
            names,
            share,
            {"mode": "lines", "line": {"color": theme.OTHERS, "width": 1}},
        ),
        _grey(
            units,
            xs,
            values,
            lone,
            names,
            share,
            {"mode": "markers", "marker": {"size": 4, "color": theme.OTHERS}},
        ),
    ]


def _grey(
    units: np.ndarray,
    xs: np.ndarray,
    values: np.ndarray,
    kept: np.ndarray,
    names: Mapping[str, str],
    share: bool,
    look: dict,
) -> go.Scatter:
    """Some points (units × xs) as a trace, in the order of the units."""
    rows, places = np.nonzero(kept)
    shown = values[rows, places]
    read = [plain(names.get(unit, unit)) for unit in units]
    texts = [
        "" if np.isnan(one) else f"{read[row]}<br>{xs[place]:.0f}: {written(one, share)}"
        for row, place, one in zip(rows, places, shown, strict=True)
    ]
    return go.Scatter(
        x=xs[places],
        y=shown,
        customdata=units[rows],
        text=texts,
        hovertemplate="%{text}<extra></extra>",
        connectgaps=False,
        **look,
    )


def strong(
    rows: pd.DataFrame,
    value: str,
    *,
    name: str,
    colour: str,
    share: bool,
    width: float = 3,
    dash: str = "solid",
    unit: str | None = None,
) -> go.Scatter:
    """One line that is spoken of; rows as `cut` gives them. Years that are not appraised throughout (`stage` self, partly) have hollow dots."""
    stages = rows["stage"] if "stage" in rows else pd.Series([None] * len(rows))
    hollow = [is_provisional(stage) for stage in stages]
    texts = [
        f"{name}<br>{year:.0f}: {written(one, share)}{in_brackets(stage)}"
        for year, one, stage in zip(rows["year"], rows[value], stages, strict=True)
    ]
    return go.Scatter(
        x=rows["year"],
        y=rows[value],
        mode="lines+markers",
        line={"color": colour, "width": width, "dash": dash},
        marker={
            "size": 5 + width,
            "color": np.where(hollow, theme.GROUND, colour),
            "line": {"color": colour, "width": np.where(hollow, 2, 0)},
        },
        customdata=[unit] * len(rows),
        text=texts,
        hovertemplate="%{text}<extra></extra>",
        connectgaps=False,
    )


def band(rows: pd.DataFrame, low: str, high: str) -> list[go.Scatter]:
    """The interval around a line as a light band, one closed shape for each run without a gap; a lone year is a bar."""
    known = rows[[low, high]].notna().all(axis=1)
    runs = (known != known.shift()).cumsum()
    shapes = []
    for _, run in rows[known].groupby(runs[known]):
        if len(run) == 1:
            x, width = run["year"], 0.06
            xs = [x.iloc[0] - width, x.iloc[0] + width]
            lows, highs = [run[low].iloc[0]] * 2, [run[high].iloc[0]] * 2
        else:
            xs, lows, highs = list(run["year"]), list(run[low]), list(run[high])
        shapes.append(
            go.Scatter(
                x=[*xs, *xs[::-1]],
                y=[*lows, *highs[::-1]],
                mode="lines",
                fill="toself",
                fillcolor=theme.BAND,
                line={"width": 0, "color": theme.BAND},
                hoverinfo="skip",
            )
        )
    return shapes


def steps(targets: pd.DataFrame, first: float) -> tuple[list[float], list[float]]:
    """Targets (year, target) as a step: each holds from the milestone before it to its own.

    >>> steps(pd.DataFrame({"year": [2022, 2025], "target": [80.0, 90.0]}), 2019)
    ([2019, 2022, 2022, 2025], [80.0, 80.0, 90.0, 90.0])
    """
    xs: list[float] = []
    ys: list[float] = []
    for year, target in targets.dropna(subset=["target"])[["year", "target"]].itertuples(
        index=False
    ):
        xs += [xs[-1] if xs else first, year]
        ys += [target, target]
    return xs, ys
