"""One measure over the years: the chosen line heavy, the others grey behind it, and what the plan asks of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import line_marks
from dashboard.charts.canvas import (
    LINE_HEIGHT,
    canvas,
    lines_of,
    narrowed,
    padded,
    upright,
    value_axis,
    written,
    year_axis,
)
from dashboard.charts.end_labels import Label, end_labels
from dashboard.charts.trend_marks import (
    Plot,
    ends,
    heavy,
    in_colours,
    in_grey,
    quiet_names,
    required_path,
    targets,
)
from dashboard.charts.trend_measure import NOTHING_ASKED, SCORES, Asked, Measure
from dashboard.writing import theme
from dashboard.writing.formats import listed
from dashboard.writing.nouns import worded

HEIGHT = 420
BOTTOM = 34
WIDE_LETTERS, NARROW_LETTERS = 24, 13


def trend_lines(
    series: pd.DataFrame,
    *,
    title: str,
    subtitle: str = "",
    years: Sequence[int],
    measure: Measure = SCORES,
    chosen: str | None = None,
    names: Mapping[str, str] | None = None,
    median: pd.DataFrame | None = None,
    median_name: str = "Mức giữa của khối",
    before: pd.DataFrame | None = None,
    before_name: str = "",
    asked: Asked = NOTHING_ASKED,
    name_others: bool = False,
    name_ends: bool = False,
) -> go.Figure:
    """Lines over years.

    `series`: unit, year, the measure's columns, and stage where known. `chosen` is drawn heavy with its interval, all others thin and grey.
    `median`: year, median. `before`: year and the measure's value for the predecessors, dashed and named “gộp từ …” (`before_name`).
    `name_others` writes the names of the other lines too; where they are few, each has a colour and a stroke of its own. `name_ends` names the highest and the
    lowest of the grey lines, where their last year ends.
    """
    plot = Plot(canvas(title, subtitle, height=HEIGHT), measure, years, asked, names or {})
    labels = [*required_path(plot), *targets(plot)]
    labels += _behind(plot, series[series["unit"] != chosen], name_others, name_ends)
    if median is not None:
        rows = median.rename(columns={"median": measure.value})
        labels += heavy(plot, rows, worded(median_name), theme.MUTED, width=2)
    if before is not None:
        said = f"gộp từ {before_name}"
        labels += heavy(plot, before, said, theme.ACCENT, dash="dash", width=2)
    if chosen is not None:
        labels += _chosen(plot, series, chosen)
    return _laid_out(plot, labels)


def _behind(plot: Plot, others: pd.DataFrame, name_others: bool, name_ends: bool) -> list[Label]:
    """All lines but the chosen one: a few named ones in colours, else in grey, with the names that are asked for."""
    if name_others and others["unit"].nunique() <= len(theme.NAMED_LINES):
        return in_colours(plot, others)
    if others.empty:
        return []
    in_grey(plot, others)
    named = others if name_others else ends(others, plot.measure) if name_ends else others[:0]
    return quiet_names(plot, named)


def _chosen(plot: Plot, series: pd.DataFrame, chosen: str) -> list[Label]:
    """The chosen line on its interval."""
    rows, measure = plot.cut(series[series["unit"] == chosen]), plot.measure
    if measure.low and measure.high:
        plot.figure.add_traces(line_marks.band(rows, measure.low, measure.high))
    return heavy(plot, rows, plot.names.get(chosen, chosen), theme.ACCENT, unit=chosen)


def _values(figure: go.Figure) -> list[float]:
    return [one for trace in figure.data for one in trace.y if one is not None]


def _laid_out(plot: Plot, labels: list[Label]) -> go.Figure:
    """Axes, milestones, breaks and the names at the right end, for both widths."""
    share, years = plot.measure.share, plot.years
    low, high = padded(_values(plot.figure), share, top=plot.measure.top)
    milestones = plot.asked.milestones[["year", "name"]]
    uprights = [upright(year, name) for year, name in milestones.itertuples(index=False)]
    cuts = [upright(year - 0.5, note, dash="dot") for year, note in plot.asked.breaks.items()]
    head = max([0, *(lines_of(name["text"]) for _, name in uprights)]) * LINE_HEIGHT + 12
    room = HEIGHT - head - BOTTOM
    wide, wide_room = end_labels(labels, (low, high), room, WIDE_LETTERS)
    small, small_room = end_labels(labels, (low, high), room, NARROW_LETTERS)
    # low in the plot: the names of milestones stand above it
    notes = [name | {"y": 0, "bgcolor": theme.GROUND} for _, name in cuts]
    heads = [name for _, name in uprights] + notes
    plot.figure.update_layout(
        xaxis=year_axis(years),
        yaxis=value_axis(low, high, share),
        shapes=[line for line, _ in uprights + cuts],
        annotations=[*heads, *wide],
        margin={"l": 8, "r": wide_room, "t": head, "b": BOTTOM},
    )
    few = {"tickvals": list(years), "ticktext": [f"’{year % 100:02d}" for year in years]}
    narrow = {"annotations": [*heads, *small], "margin": {"r": small_room}, "xaxis": few}
    return narrowed(plot.figure, narrow)


def alt_text(
    series: pd.DataFrame,
    *,
    subject: str,
    measure: Measure = SCORES,
    chosen: str | None = None,
    name: str = "",
    median: pd.DataFrame | None = None,
) -> str:
    """What the picture tells, in a sentence: the first and last known value of the chosen line (else of the median) and how many lines stand behind."""
    line, value, who = (
        (series[series["unit"] == chosen], measure.value, name)
        if chosen
        else (median, "median", "Mức giữa")
    )
    known = line.dropna(subset=[value]).sort_values("year") if line is not None else pd.DataFrame()
    others = series.loc[series["unit"] != chosen, "unit"].nunique()
    parts = [f"Biểu đồ đường: {subject}."]
    if known.empty:
        parts.append(f"{who or worded('Đơn vị')} chưa có số liệu.")
    else:
        ends = [
            f"năm {row.year:.0f} {written(getattr(row, value), measure.share)}"
            for row in known.iloc[[0, -1] if len(known) > 1 else [0]].itertuples()
        ]
        parts.append(f"{who}: {listed(ends)}.")
    if others:
        parts.append(f"Phía sau là {others} {worded('đơn vị')} khác.")
    return " ".join(parts)
