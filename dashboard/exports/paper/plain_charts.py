"""A chart as plain lengths and written figures, for a paper that draws it itself: every length is a part of the drawing, 0–1."""

from __future__ import annotations

from typing import Any

from dashboard.exports.paper.chart_fills import PAPER, fill_of
from dashboard.exports.paper.chart_numbers import is_counted, scale
from dashboard.exports.report.pack import Chart
from dashboard.writing import theme
from dashboard.writing.formats import count, number, percent

DASHES = ("solid", "dashed", "dotted", "dash-dotted")


def drawn(chart: Chart) -> dict[str, Any]:
    """What to draw: categories; a row of lengths, figures and a grey a series; marks of the axis; the target. A missing value is None.

    >>> from dashboard.exports.report.pack import Series
    >>> drawn(Chart("", "bar", ("A", "B"), (Series("Điểm", (50.0, None)),), "điểm", ""))["series"][0]["sizes"]
    [1.0, None]
    """
    low, high, step = scale(chart) if chart.kind == "line" else (0.0, _longest(chart), 0.0)
    room = (high - low) or 1.0
    rooms = _sums(chart) if chart.kind == "stacked" else [room] * len(chart.categories)
    series = [
        {
            "name": one.name,
            "sizes": [
                None if value is None else (value - low) / (whole or 1)
                for value, whole in zip(one.values, rooms, strict=True)
            ],
            "texts": [_written(chart, value) for value in one.values],
            "grey": _grey(chart, one.name, place),
            "dash": DASHES[place % len(DASHES)],
        }
        for place, one in enumerate(chart.series)
    ]
    marks = (
        [
            {"at": (low + n * step - low) / room, "words": _round(chart, low + n * step)}
            for n in range(round(room / step) + 1)
        ]
        if step
        else []
    )
    target = (
        None
        if chart.target is None
        else {"at": (chart.target - low) / room, "name": chart.target_name}
    )
    return {
        "kind": chart.kind,
        "source": chart.source,
        "categories": list(chart.categories),
        "series": series,
        "marks": marks,
        "target": target,
    }


def _longest(chart: Chart) -> float:
    """The longest bar, or the target where it is longer."""
    return max([*_sums(chart), chart.target or 0.0])


def _sums(chart: Chart) -> list[float]:
    """The sum of the series in each category; a stack fills the width, so that a small block is as legible as the province."""
    return [
        sum(value for value in values if value is not None)
        for values in zip(*(one.values for one in chart.series), strict=True)
    ]


def _written(chart: Chart, value: float | None) -> str:
    if is_counted(chart):
        return count(value)
    return (
        percent(value, verdict_against=chart.target)
        if chart.share
        else number(value, verdict_against=chart.target)
    )


def _round(chart: Chart, value: float) -> str:
    return percent(value, 0) if chart.share else number(value, 0)


def _grey(chart: Chart, name: str, place: int) -> int:
    """0 black to 255 white."""
    colour = (
        theme.PAPER_LINES[place % len(theme.PAPER_LINES)]
        if chart.kind == "line"
        else fill_of(name, place, PAPER)[0]
    )
    return int(colour[1:3], 16)
