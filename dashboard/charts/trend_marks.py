"""The lines of a picture over the years, each with the label that stands at its end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import line_marks
from dashboard.charts.canvas import plain, written
from dashboard.charts.end_labels import Label
from dashboard.charts.trend_measure import Asked, Measure
from dashboard.writing import theme
from dashboard.writing.formats import number, percent


@dataclass(frozen=True)
class Plot:
    """The figure that is drawn on, and what all of its lines share."""

    figure: go.Figure
    measure: Measure
    years: Sequence[int]
    asked: Asked
    names: Mapping[str, str]

    def cut(self, rows: pd.DataFrame) -> pd.DataFrame:
        """Rows of every year, with a gap where a line must break."""
        return line_marks.cut(rows, self.years, tuple(self.asked.breaks))


def heavy(
    plot: Plot,
    rows: pd.DataFrame,
    name: str,
    colour: str,
    *,
    width: float = 3,
    dash: str = "solid",
    unit: str | None = None,
) -> list[Label]:
    """Adds a heavy line; its label stands at its last value, if it has any."""
    measure = plot.measure
    rows = rows if unit else plot.cut(rows)
    look = {"colour": colour, "share": measure.share, "width": width, "dash": dash, "unit": unit}
    plot.figure.add_trace(line_marks.strong(rows, measure.value, name=plain(name), **look))
    known = rows.dropna(subset=[measure.value])
    if known.empty:
        return []
    last = known.iloc[-1][measure.value]
    said = f"{name}: {written(last, measure.share, plot.asked.last_target)}"
    return [Label(said, last, colour, heavy=unit is not None)]


def in_colours(plot: Plot, others: pd.DataFrame) -> list[Label]:
    """Each of a few lines in a colour and a stroke of its own, with its name in that colour."""
    labels: list[Label] = []
    looks = zip(others.groupby("unit", sort=False), theme.NAMED_LINES.items(), strict=False)
    for (unit, rows), (colour, dash) in looks:
        said = plot.names.get(unit, unit)
        drawn = heavy(plot, plot.cut(rows), said, colour, width=2, dash=dash, unit=unit)
        labels += [Label(one.text, one.place, one.colour) for one in drawn]
    return labels


def in_grey(plot: Plot, others: pd.DataFrame) -> None:
    """All of these lines thin and grey."""
    measure, breaks = plot.measure, tuple(plot.asked.breaks)
    drawn = line_marks.background(
        others, measure.value, plot.years, breaks, plot.names, measure.share
    )
    plot.figure.add_traces(drawn)


def quiet_names(plot: Plot, others: pd.DataFrame) -> list[Label]:
    """A quiet name for each grey line, at its last value."""
    measure, names = plot.measure, plot.names
    last = (
        others.dropna(subset=[measure.value])
        .sort_values("year")
        .groupby("unit", sort=False)
        .tail(1)
    )
    return [
        Label(f"{names.get(unit, unit)}: {written(value, measure.share)}", value, theme.MUTED)
        for unit, value in zip(last["unit"], last[measure.value], strict=True)
    ]


def ends(others: pd.DataFrame, measure: Measure) -> pd.DataFrame:
    """The highest and the lowest value of the last year: between these two stand all other grey lines."""
    known = others.dropna(subset=[measure.value])
    last = known[known["year"] == known["year"].max()]
    ends = last[measure.value].agg(["idxmax", "idxmin"]) if len(last) else []
    return last.loc[list(dict.fromkeys(ends))]


def required_path(plot: Plot) -> list[Label]:
    """The path that the plan requires, dashed."""
    path = plot.asked.path.dropna()
    if path.empty:
        return []
    plot.figure.add_trace(
        go.Scatter(
            x=path["year"],
            y=path["value"],
            mode="lines",
            line={"color": theme.MUTED, "width": 1.5, "dash": "dash"},
            hoverinfo="skip",
        )
    )
    return [Label("lộ trình cần đạt", path["value"].iloc[-1], theme.MUTED)]


def targets(plot: Plot) -> list[Label]:
    """The milestones' targets as steps."""
    xs, ys = line_marks.steps(plot.asked.milestones, min(plot.years))
    if not xs:
        return []
    plot.figure.add_trace(
        go.Scatter(
            x=xs, y=ys, mode="lines", line={"color": theme.WARM, "width": 1.5}, hoverinfo="skip"
        )
    )
    asked_now = percent(ys[-1], None) if plot.measure.share else number(ys[-1], None)
    return [Label(f"mốc {asked_now}", ys[-1], theme.WARM)]
