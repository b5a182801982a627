"""The pictures of the hall, as data and as HTML: bars, points, the opening; a line over the years and a short table have files of their own.

HTML that lays itself out in parts of the slide's height: text wraps, stays above a thirtieth of the height on any screen, and a change of
slide draws nothing. Every value is written: nothing waits for a hover, nothing is told by colour alone.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from html import escape

from dashboard.deck.fitting import BOLD, HEADING, LEAST_ROOM, LINE, TEXT, lines_of, pages
from dashboard.deck.hall_line import Line
from dashboard.deck.hall_table import HallTable

NAME_PART, ROW_GAP = (
    0.44,
    1.8,
)  # of the width; heights are in hundredths of the slide's, as in fitting
POINT, POINT_GAP, POINT_SIGN = 4.6, 3.0, 4.0


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
class Photo:
    """A picture that somebody gave, as large as the slide lets it be: a JPEG file in base64, and what it shows in words."""

    jpeg: str
    alt: str

    def parts(self, room: float, width: float) -> list[Photo]:
        return [self]

    def height(self, width: float, larger: float) -> float:
        return LEAST_ROOM

    def html(self) -> str:
        return f'<img class="photo" src="data:image/jpeg;base64,{escape(self.jpeg)}" alt="{escape(self.alt)}">'


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


Picture = Bars | Line | HallTable | Points | Photo | Cover | Missing
