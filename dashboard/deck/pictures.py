"""The pictures of the hall, as data and as HTML: bars, a line over the years, a short table, points, the opening.

HTML that lays itself out in parts of the slide's height: text wraps, stays above a thirtieth of the height on any screen, and a change of
slide draws nothing. Every value is written: nothing waits for a hover, nothing is told by colour alone.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape

from dashboard.deck.fitting import LINE, TEXT, lines_of, pages
from dashboard.exports.report.pack import Chart
from dashboard.writing import formats

NAME_PART, ROW_GAP = (
    0.44,
    1.8,
)  # of the width; heights are in hundredths of the slide's, as in fitting
CELL_GAP, HEADING = 2.2, 5.6
BOLD = 1.08  # how much wider bold letters are
POINT, POINT_GAP, POINT_SIGN = 4.6, 3.0, 4.0
NEAR_AIM = 14.0  # per cent of the line picture's height: a value written so near below the aim would stand on its line


@dataclass(frozen=True)
class Bar:
    """One bar: `share` (0–1) of the track, None where there is no figure; `look` is a status code, `strong` or `plain`."""

    name: str
    share: float | None
    label: str
    detail: str = ""
    look: str = "plain"


@dataclass(frozen=True)
class Bars:
    """Lying bars from zero, with an aim drawn across them if there is one (its place 0–1 and its name)."""

    rows: tuple[Bar, ...]
    aim: tuple[float, str] | None = None

    @property
    def alt(self) -> str:
        return "; ".join(
            [
                *([self.aim[1]] if self.aim else []),
                *(
                    f"{one.name}{f' ({one.detail})' if one.detail else ''}: {one.label}"
                    for one in self.rows
                ),
            ]
        )

    def parts(self, room: float, width: float) -> list[Bars]:
        return [
            Bars(tuple(rows), self.aim)
            for rows in pages(
                self.rows, lambda one: _bar_height(one, width, 1), room - self._head(1)
            )
        ]

    def height(self, width: float, larger: float) -> float:
        return self._head(larger) + sum(_bar_height(one, width, larger) for one in self.rows)

    def _head(self, larger: float) -> float:
        return HEADING * larger if self.aim else 0.0

    def html(self) -> str:
        head = (
            f'<b></b><b class="aim-name"><span style="right:{100 - 100 * self.aim[0]:.2f}%">{escape(self.aim[1])}</span></b><b></b>'
            if self.aim
            else ""
        )
        mark = f'<i class="aim" style="left:{100 * self.aim[0]:.2f}%"></i>' if self.aim else ""
        return f'<div class="bars" role="img" aria-label="{escape(self.alt)}">{head}{"".join(_bar(one, mark) for one in self.rows)}</div>'


def _bar(bar: Bar, mark: str) -> str:
    fill = (
        ""
        if bar.share is None
        else f'<i class="fill {bar.look}" style="width:{100 * min(max(bar.share, 0.0), 1.0):.2f}%"></i>'
    )
    detail = f"<small>{escape(bar.detail)}</small>" if bar.detail else ""
    return f'<span class="bar-name {bar.look}">{escape(bar.name)}{detail}</span><span class="track">{fill}{mark}</span><span class="bar-label">{escape(bar.label)}</span>'


def _bar_height(bar: Bar, width: float, larger: float) -> float:
    room, size = NAME_PART * width, TEXT * larger
    lines = lines_of(bar.name, room, size * (BOLD if bar.look == "strong" else 1)) + (
        lines_of(bar.detail, room, size) if bar.detail else 0
    )
    return max(lines * size * LINE, size * LINE * 1.25) + ROW_GAP * larger


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
        aim = (
            f'<line class="aim-line" x1="0" x2="100" y1="{height(chart.target):.2f}" y2="{height(chart.target):.2f}"/>'
            if chart.target is not None
            else ""
        )
        cuts = [
            (runs[place - 1][-1][0] + run[0][0]) / 2
            for place, run in enumerate(runs)
            if place and run and runs[place - 1]
        ]
        broken = "".join(
            f'<line class="cut-line" x1="{x:.2f}" x2="{x:.2f}" y1="0" y2="100"/>' for x in cuts
        )
        aim_y = height(chart.target) if chart.target is not None else None
        dots = "".join(_dot(run, at, aim_y) for run in runs for at in range(len(run)))
        years = "".join(f"<span>{escape(one)}</span>" for one in chart.categories)
        named = (
            f'<span class="aim-word" style="top:{aim_y:.2f}%">{escape(chart.target_name)}</span>'
            if aim_y is not None
            else ""
        )
        later = "".join(
            f"<p class='cut-word'>{escape(series.name)}</p>" for series in chart.series[1:]
        )
        return (
            f'<div class="line" role="img" aria-label="{escape(self.alt)}"><div class="plot"><svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">{broken}{aim}{lines}</svg>{dots}</div>'
            f'<div class="aims">{named}</div><div class="years">{years}</div>{f"<div class=cuts>{later}</div>" if later else ""}</div>'
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


@dataclass(frozen=True)
class HallTable:
    """A short table of texts; `widths` are parts of the width, the columns from `right_from` on are figures, `note` explains a star in the last one."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    right_from: int = 99
    note: str = ""

    @property
    def alt(self) -> str:
        return "; ".join(", ".join(row) for row in self.rows)

    def parts(self, room: float, width: float) -> list[HallTable]:
        return [
            replace(
                self,
                rows=tuple(rows),
                note=self.note if any("*" in row[-1] for row in rows) else "",
            )
            for rows in pages(
                self.rows, lambda row: self._row_height(row, width, 1), room - self._head(1)
            )
        ]

    def height(self, width: float, larger: float) -> float:
        return self._head(larger) + sum(self._row_height(row, width, larger) for row in self.rows)

    def _head(self, larger: float) -> float:
        return HEADING * larger * (2 if self.note else 1)

    def _row_height(self, row: tuple[str, ...], width: float, larger: float) -> float:
        whole, size = sum(self.widths), TEXT * larger
        lines = max(
            lines_of(text, width * part / whole - CELL_GAP, size * (1 if place else BOLD))
            for place, (text, part) in enumerate(zip(row, self.widths, strict=True))
        )
        return max(lines * size * LINE, size * LINE * 1.25) + CELL_GAP * larger

    def html(self) -> str:
        whole = sum(self.widths)
        columns = "".join(f'<col style="width:{100 * one / whole:.2f}%">' for one in self.widths)
        head = "".join(
            f"<th scope='col'{self._side(place)}>{escape(one)}</th>"
            for place, one in enumerate(self.headings)
        )
        body = "".join(
            "<tr>"
            + "".join(f"<td{self._side(place)}>{escape(one)}</td>" for place, one in enumerate(row))
            + "</tr>"
            for row in self.rows
        )
        note = f"<caption>{escape(self.note)}</caption>" if self.note else ""
        return f"<table>{note}<colgroup>{columns}</colgroup><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"

    def _side(self, place: int) -> str:
        return ' class="figure"' if place >= self.right_from else ""


@dataclass(frozen=True)
class Points:
    """A few sentences, one below the other."""

    lines: tuple[str, ...]

    @property
    def alt(self) -> str:
        return " ".join(self.lines)

    def parts(self, room: float, width: float) -> list[Points]:
        return [
            Points(tuple(lines))
            for lines in pages(self.lines, lambda line: _point_height(line, width, 1), room)
        ]

    def height(self, width: float, larger: float) -> float:
        return sum(_point_height(line, width, larger) for line in self.lines)

    def html(self) -> str:
        return f'<ul class="points">{"".join(f"<li>{escape(one)}</li>" for one in self.lines)}</ul>'


def _point_height(line: str, width: float, larger: float) -> float:
    return (
        lines_of(line, width - POINT_SIGN * larger, POINT * larger) * POINT * larger * LINE
        + POINT_GAP * larger
    )


@dataclass(frozen=True)
class Cover:
    """The opening: what is reported on, by whom, for which milestone."""

    lines: tuple[str, ...]

    @property
    def alt(self) -> str:
        return " ".join(self.lines)

    def parts(self, room: float, width: float) -> list[Cover]:
        return [self]

    def height(self, width: float, larger: float) -> float:
        return math.inf  # is drawn in one size

    def html(self) -> str:
        return f'<div class="cover">{"".join(f"<p>{escape(one)}</p>" for one in self.lines)}</div>'


@dataclass(frozen=True)
class Missing:
    """There is no figure, in words."""

    sentence: str

    @property
    def alt(self) -> str:
        return self.sentence

    def parts(self, room: float, width: float) -> list[Missing]:
        return [self]

    def height(self, width: float, larger: float) -> float:
        return math.inf  # is drawn in one size

    def html(self) -> str:
        return f'<p class="missing"><b aria-hidden="true">○</b>{escape(self.sentence)}</p>'


Picture = Bars | Line | HallTable | Points | Cover | Missing
