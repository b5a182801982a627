"""A line over the years in the hall: every value is written where the line does not run."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from dashboard.exports.report.pack import Chart
from dashboard.writing import formats

NEAR_AIM = 14.0  # per cent of the picture's height: a value written so near below the aim would stand on its line


@dataclass(frozen=True)
class Line:
    """A line over the years with every value written, cut where the chart has several series, the aim dashed."""

    chart: Chart

    @property
    def alt(self) -> str:
        rows = [
            f"{series.name}: "
            + ", ".join(
                f"{year} {self._written(value)}"
                for year, value in zip(self.chart.categories, series.values, strict=True)
                if value is not None
            )
            for series in self.chart.series
        ]
        return "; ".join(
            [*rows, *([self.chart.target_name] if self.chart.target is not None else [])]
        )

    def _written(self, value: float) -> str:
        against = self.chart.target
        return (
            formats.percent(value, verdict_against=against)
            if self.chart.share
            else formats.number(value, verdict_against=against)
        )

    def parts(self, room: float, width: float) -> list[Line]:
        return [self]

    def height(self, width: float, larger: float) -> float:
        return math.inf  # is drawn in one size

    def html(self) -> str:
        chart = self.chart
        known = [value for series in chart.series for value in series.values if value is not None]
        low, high = _reach([*known, *([chart.target] if chart.target is not None else [])])
        height = lambda value: 100 * (high - value) / (high - low)  # noqa: E731 - per cent from the top
        width = lambda place: 100 * (place + 0.5) / len(chart.categories)  # noqa: E731
        runs = [
            [
                (width(place), height(value), self._written(value))
                for place, value in enumerate(series.values)
                if value is not None
            ]
            for series in chart.series
        ]
        lines = "".join(
            f'<polyline points="{" ".join(f"{x:.2f},{y:.2f}" for x, y, _ in run)}"/>'
            for run in runs
        )
        aim_y = height(chart.target) if chart.target is not None else None
        aim, named = _aim(aim_y, chart.target_name)
        dots = "".join(_dot(run, at, aim_y) for run in runs for at in range(len(run)))
        years = "".join(f"<span>{escape(one)}</span>" for one in chart.categories)
        later = "".join(
            f"<p class='cut-word'>{escape(series.name)}</p>" for series in chart.series[1:]
        )
        return (
            f'<div class="line" role="img" aria-label="{escape(self.alt)}"><div class="plot"><svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">{_cuts(runs)}{aim}{lines}</svg>{dots}</div>'
            f'<div class="aims">{named}</div><div class="years">{years}</div>{f"<div class=cuts>{later}</div>" if later else ""}</div>'
        )


def _aim(y: float | None, name: str) -> tuple[str, str]:
    """The aim's line and its name, both empty where there is none. `y`: per cent from the top."""
    if y is None:
        return "", ""
    line = f'<line class="aim-line" x1="0" x2="100" y1="{y:.2f}" y2="{y:.2f}"/>'
    return line, f'<span class="aim-word" style="top:{y:.2f}%">{escape(name)}</span>'


def _cuts(runs: Sequence[Sequence[tuple[float, float, str]]]) -> str:
    """A line across between any two series: what lies left and right of it cannot be compared."""
    cuts = [
        (runs[place - 1][-1][0] + run[0][0]) / 2
        for place, run in enumerate(runs)
        if place and run and runs[place - 1]
    ]
    return "".join(
        f'<line class="cut-line" x1="{x:.2f}" x2="{x:.2f}" y1="0" y2="100"/>' for x in cuts
    )


def _reach(values: Sequence[float]) -> tuple[float, float]:
    """The scale: a trend does not begin at zero, and keeps room for the values written above and below."""
    least, most = min(values, default=0.0), max(values, default=1.0)
    edge = max((most - least) * 0.28, abs(most) * 0.02, 1e-6)
    return least - edge, most + edge


def _dot(run: Sequence[tuple[float, float, str]], at: int, aim: float | None) -> str:
    """A point with its value where the line does not run: below a low point, to the left above a rising line, to the right above a falling one."""
    x, y, text = run[at]
    before, after = (
        (run[at - 1][1] - y if at else 0.0),
        (run[at + 1][1] - y if at + 1 < len(run) else 0.0),
    )  # above 0: the neighbour is lower
    below = (before <= 0 and after <= 0 and before + after < 0) or (
        aim is not None and 0 <= y - aim < NEAR_AIM
    )
    rising, falling = before > 0 > after, before < 0 < after
    side = (
        ("right" if rising else "left" if falling else "")
        if below
        else ("left" if rising else "right" if falling else "")
    )
    look = " ".join(one for one in ("value", "under" if below else "", side) if one)
    return f'<i class="dot" style="left:{x:.2f}%;top:{y:.2f}%"></i><b class="{look}" style="left:{x:.2f}%;top:{y:.2f}%">{escape(text)}</b>'
