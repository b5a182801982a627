"""One measure over the years: the chosen line heavy, the others grey behind it, and what the plan asks of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import line_marks
from dashboard.charts.canvas import (
    LINE_HEIGHT,
    canvas,
    lines_of,
    narrowed,
    padded,
    plain,
    upright,
    value_axis,
    width_of,
    wrapped,
    written,
    year_axis,
)
from dashboard.charts.label_places import spread
from dashboard.writing import theme
from dashboard.writing.formats import listed, number, percent

HEIGHT = 420
BOTTOM = 34
WIDE_LETTERS, NARROW_LETTERS = 24, 13
EMPTY = pd.DataFrame({"year": [], "value": []})


@dataclass(frozen=True)
class Measure:
    """Which columns of the frame are drawn, and their scale: scores 0–100, or shares 0–1 read in percent."""

    value: str = "score"
    low: str | None = None
    high: str | None = None
    share: bool = False


@dataclass(frozen=True)
class Asked:
    """What the plan asks over the years: `milestones` (year, name, target), the required `path` (year, value), `breaks` (year → note)."""

    milestones: pd.DataFrame = field(
        default_factory=lambda: pd.DataFrame({"year": [], "name": [], "target": []})
    )
    path: pd.DataFrame = field(default_factory=lambda: EMPTY)
    breaks: Mapping[int, str] = field(default_factory=dict)

    @property
    def last_target(self) -> float | None:
        """The last milestone's target, against which the names at the lines' ends are read."""
        targets = self.milestones["target"].dropna()
        return None if targets.empty else float(targets.iloc[-1])


@dataclass
class Label:
    """A name at the right end of a line."""

    text: str
    place: float
    colour: str
    heavy: bool = False


def trend_lines(
    series: pd.DataFrame,
    *,
    title: str,
    subtitle: str = "",
    years: Sequence[int],
    measure: Measure = Measure(),
    chosen: str | None = None,
    names: Mapping[str, str] | None = None,
    median: pd.DataFrame | None = None,
    median_name: str = "Mức giữa của khối",
    before: pd.DataFrame | None = None,
    before_name: str = "",
    asked: Asked = Asked(),
    name_others: bool = False,
    name_ends: bool = False,
) -> go.Figure:
    """Lines over years.

    `series`: unit, year, the measure's columns, and stage where known. `chosen` is drawn heavy with its interval, all others thin and grey.
    `median`: year, median. `before`: year and the measure's value for the predecessors, dashed and named “gộp từ …” (`before_name`).
    `name_others` writes the names of the other lines too; where they are few, each has a colour and a stroke of its own. `name_ends` names the highest and the
    lowest of the grey lines, where their last year ends.
    """
    names = names or {}
    figure = canvas(title, subtitle, height=HEIGHT)
    labels: list[Label] = []
    labels += _path(figure, asked)
    labels += _targets(figure, asked, min(years), measure)
    others = series[series["unit"] != chosen]
    if name_others and others["unit"].nunique() <= len(theme.NAMED_LINES):
        labels += _named(figure, others, measure, years, asked, names)
    elif not others.empty:
        figure.add_traces(
            line_marks.background(
                others, measure.value, years, tuple(asked.breaks), names, measure.share
            )
        )
        named = others if name_others else _ends(others, measure) if name_ends else others[:0]
        labels += _others(named, measure, names)
    if median is not None:
        labels += _line(
            figure,
            median.rename(columns={"median": measure.value}),
            measure,
            years,
            asked,
            median_name,
            theme.MUTED,
            width=2,
        )
    if before is not None:
        labels += _line(
            figure,
            before,
            measure,
            years,
            asked,
            f"gộp từ {before_name}",
            theme.ACCENT,
            dash="dash",
            width=2,
        )
    if chosen is not None:
        rows = line_marks.cut(series[series["unit"] == chosen], years, tuple(asked.breaks))
        if measure.low and measure.high:
            figure.add_traces(line_marks.band(rows, measure.low, measure.high))
        labels += _line(
            figure,
            rows,
            measure,
            years,
            asked,
            names.get(chosen, chosen),
            theme.ACCENT,
            unit=chosen,
        )
    return _laid_out(figure, labels, _values(figure), years, measure, asked)


def _line(
    figure: go.Figure,
    rows: pd.DataFrame,
    measure: Measure,
    years: Sequence[int],
    asked: Asked,
    name: str,
    colour: str,
    *,
    width: float = 3,
    dash: str = "solid",
    unit: str | None = None,
) -> list[Label]:
    """Adds a heavy line; its label stands at its last value, if it has any."""
    rows = rows if unit else line_marks.cut(rows, years, tuple(asked.breaks))
    figure.add_trace(
        line_marks.strong(
            rows,
            measure.value,
            name=plain(name),
            colour=colour,
            share=measure.share,
            width=width,
            dash=dash,
            unit=unit,
        )
    )
    known = rows.dropna(subset=[measure.value])
    if known.empty:
        return []
    last = known.iloc[-1]
    return [
        Label(
            f"{name}: {written(last[measure.value], measure.share, asked.last_target)}",
            last[measure.value],
            colour,
            heavy=unit is not None,
        )
    ]


def _named(
    figure: go.Figure,
    others: pd.DataFrame,
    measure: Measure,
    years: Sequence[int],
    asked: Asked,
    names: Mapping[str, str],
) -> list[Label]:
    """Each of a few lines in a colour and a stroke of its own, with its name in that colour."""
    labels: list[Label] = []
    looks = zip(others.groupby("unit", sort=False), theme.NAMED_LINES.items(), strict=False)
    for (unit, rows), (colour, dash) in looks:
        cut = line_marks.cut(rows, years, tuple(asked.breaks))
        said = names.get(unit, unit)
        drawn = _line(
            figure, cut, measure, years, asked, said, colour, width=2, dash=dash, unit=unit
        )
        labels += [Label(one.text, one.place, one.colour) for one in drawn]
    return labels


def _others(others: pd.DataFrame, measure: Measure, names: Mapping[str, str]) -> list[Label]:
    """A quiet name for each grey line, at its last value."""
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


def _ends(others: pd.DataFrame, measure: Measure) -> pd.DataFrame:
    """The highest and the lowest value of the last year: between these two stand all other grey lines."""
    known = others.dropna(subset=[measure.value])
    last = known[known["year"] == known["year"].max()]
    ends = last[measure.value].agg(["idxmax", "idxmin"]) if len(last) else []
    return last.loc[list(dict.fromkeys(ends))]


def _path(figure: go.Figure, asked: Asked) -> list[Label]:
    path = asked.path.dropna()
    if path.empty:
        return []
    figure.add_trace(
        go.Scatter(
            x=path["year"],
            y=path["value"],
            mode="lines",
            line={"color": theme.MUTED, "width": 1.5, "dash": "dash"},
            hoverinfo="skip",
        )
    )
    return [Label("lộ trình cần đạt", path["value"].iloc[-1], theme.MUTED)]


def _targets(figure: go.Figure, asked: Asked, first: float, measure: Measure) -> list[Label]:
    xs, ys = line_marks.steps(asked.milestones, first)
    if not xs:
        return []
    figure.add_trace(
        go.Scatter(
            x=xs, y=ys, mode="lines", line={"color": theme.WARM, "width": 1.5}, hoverinfo="skip"
        )
    )
    asked_now = percent(ys[-1], None) if measure.share else number(ys[-1], None)
    return [Label(f"mốc {asked_now}", ys[-1], theme.WARM)]


def _values(figure: go.Figure) -> list[float]:
    return [one for trace in figure.data for one in trace.y if one is not None]


def _laid_out(
    figure: go.Figure,
    labels: list[Label],
    values: list[float],
    years: Sequence[int],
    measure: Measure,
    asked: Asked,
) -> go.Figure:
    """Axes, milestones, breaks and the names at the right end, for both widths."""
    low, high = padded(values, measure.share)
    uprights = [
        upright(year, name)
        for year, name in asked.milestones[["year", "name"]].itertuples(index=False)
    ]
    cuts = [upright(year - 0.5, note, dash="dot") for year, note in asked.breaks.items()]
    head = max([0, *(lines_of(name["text"]) for _, name in uprights)]) * LINE_HEIGHT + 12
    wide, wide_room = _end_labels(
        labels, (low, high), HEIGHT - head - BOTTOM, max(years), WIDE_LETTERS
    )
    small, small_room = _end_labels(
        labels, (low, high), HEIGHT - head - BOTTOM, max(years), NARROW_LETTERS
    )
    notes = [
        name | {"y": 0, "bgcolor": theme.GROUND} for _, name in cuts
    ]  # low in the plot: the names of milestones stand above it
    heads = [name for _, name in uprights] + notes
    figure.update_layout(
        xaxis=year_axis(years),
        yaxis=value_axis(low, high, measure.share),
        shapes=[line for line, _ in uprights + cuts],
        annotations=[*heads, *wide],
        margin={"l": 8, "r": wide_room, "t": head, "b": BOTTOM},
    )
    few = {"tickvals": list(years), "ticktext": [f"’{year % 100:02d}" for year in years]}
    return narrowed(
        figure, {"annotations": [*heads, *small], "margin": {"r": small_room}, "xaxis": few}
    )


def _end_labels(
    labels: list[Label], bounds: tuple[float, float], plot_height: float, last: float, letters: int
) -> tuple[list[dict], int]:
    """The names right of the plot, moved apart so that none covers another, and the room they need in pixels."""
    texts = [wrapped(label.text, letters) for label in labels]
    unit = (bounds[1] - bounds[0]) / plot_height
    places = spread(
        [label.place for label in labels],
        [(lines_of(text) * LINE_HEIGHT + 3) * unit for text in texts],
        bounds,
    )
    notes = [
        {
            "x": 1,
            "xref": "paper",
            "xanchor": "left",
            "xshift": 6,
            "y": place,
            "align": "left",
            "text": f"<b>{text}</b>" if label.heavy else text,
            "font": {"size": 12, "color": label.colour},
        }
        for label, text, place in zip(labels, texts, places, strict=True)
    ]
    return notes, (width_of(texts) + 12 if texts else 16)


def alt_text(
    series: pd.DataFrame,
    *,
    subject: str,
    measure: Measure = Measure(),
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
        parts.append(f"{who or 'Đơn vị'} chưa có số liệu.")
    else:
        ends = [
            f"năm {row.year:.0f} {written(getattr(row, value), measure.share)}"
            for row in known.iloc[[0, -1] if len(known) > 1 else [0]].itertuples()
        ]
        parts.append(f"{who}: {listed(ends)}.")
    if others:
        parts.append(f"Phía sau là {others} đơn vị khác.")
    return " ".join(parts)
