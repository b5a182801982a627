"""Short tables on slides: large letters, names in full, shared over as many slides as their rows need."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.slide import Slide
from pptx.table import _Cell
from pptx.util import Inches, Mm

from dashboard.exports.paper import column_widths
from dashboard.exports.slides import wrapping
from dashboard.exports.slides.slide_text import write
from dashboard.writing import theme
from dashboard.writing.table_model import Table

SIZES = (28, 26, 24, 22, 20)
"""Points, the largest that lets all rows stand on one slide; 20 is read from 15 m on a picture of 2 m (1/27 of the height), more rows go on the next slide."""
LINE = 8.3 / 18
"""mm a point: a line of Arial, with some of the height that the letters of a stand-in take."""
AIR = 4.0  # mm: the air of a cell above and below
MOST_STRETCH = 1.6  # rows of a short table are this much higher at most, so that it fills its slide
PAPER_SIZE = 12  # column_widths measures letters of 12 points


class Fit(NamedTuple):
    """How a table stands on its slides: size in points, how many rows each slide has, in order."""

    size: int
    rows: list[int]


def widths(table: Table, width: float, size: int) -> list[float]:
    """The columns in mm, together `width`."""
    asked = [one.width if isinstance(one.width, (int, float)) else None for one in table.heads]
    scale = PAPER_SIZE / size
    return [
        one / scale
        for one in column_widths.parts(
            asked, [one.label for one in table.heads], table.texts, width * scale
        )
    ]


def fitted(table: Table, width: float, height: float) -> Fit:
    """The largest letters with which all rows stand within `height` mm; with the smallest, shared over slides that are about equally full."""
    for size in SIZES:
        counts = _shared(table, width, height, size)
        if len(counts) == 1:
            return Fit(size, counts)
    return Fit(SIZES[-1], _shared(table, width, height, SIZES[-1]))


def _shared(table: Table, width: float, height: float, size: int) -> list[int]:
    columns = widths(table, width, size)
    heights = [_height(texts, columns, size) for texts in table.texts]
    room = height - _height([one.label for one in table.heads], columns, size, is_head=True)
    slides = len(_filled(heights, room))
    even = next(
        sum(heights) / slides + extra
        for extra in range(1000)
        if len(_filled(heights, min(sum(heights) / slides + extra, room))) == slides
    )
    return _filled(heights, min(even, room))


def _filled(heights: Sequence[float], room: float) -> list[int]:
    """Rows a slide when each slide is filled up to `room`; a row higher than that stands alone."""
    counts, left = [0], room
    for need in heights:
        if need > left and counts[-1]:
            counts.append(0)
            left = room
        counts[-1] += 1
        left -= need
    return counts


def _height(
    texts: Sequence[str], columns: Sequence[float], size: int, *, is_head: bool = False
) -> float:
    most = max(
        wrapping.lines(text, column - AIR, size, bold=is_head)
        for text, column in zip(texts, columns, strict=True)
    )
    return most * LINE * size + AIR


def add_table(
    slide: Slide,
    table: Table,
    place: tuple[float, float],
    width: float,
    height: float,
    size: int,
) -> None:
    """The table at `place` (left, top, inches) with letters of `size` points, `width` mm wide; its rows are stretched to fill `height` mm, as far as that looks well."""
    columns, texts = widths(table, width, size), table.texts
    lines = ([one.label for one in table.heads], *texts)
    needs = [_height(row, columns, size, is_head=number == 0) for number, row in enumerate(lines)]
    heights = _stretched(needs, height)
    frame = slide.shapes.add_table(
        len(lines), len(columns), Inches(place[0]), Inches(place[1]), Mm(width), Mm(sum(heights))
    )
    frame.name = table.title
    made = frame.table
    made.horz_banding = False
    for column, mm in zip(made.columns, columns, strict=True):
        column.width = Mm(mm)
    for number, (row, words, mm) in enumerate(zip(made.rows, lines, heights, strict=True)):
        row.height = Mm(mm)
        for cell, text, column in zip(row.cells, words, table.heads, strict=True):
            _fill(cell, text, size, is_head=number == 0, is_figure=column.is_figure)


def _stretched(heights: Sequence[float], height: float) -> list[float]:
    """Heights of the head and the rows, the rows made higher so that all fill `height`, none more than `MOST_STRETCH` times.

    >>> _stretched([10, 20, 20], 74), _stretched([10, 20], 100), _stretched([10, 50, 50], 90)
    ([10, 32.0, 32.0], [10, 32.0], [10, 50.0, 50.0])
    """
    head, *rows = heights
    stretch = min(max((height - head) / max(sum(rows), 1.0), 1.0), MOST_STRETCH)
    return [head, *(one * stretch for one in rows)]


def _fill(cell: _Cell, text: str, size: int, *, is_head: bool, is_figure: bool) -> None:
    cell.fill.solid()
    cell.fill.fore_color.rgb = RGBColor.from_string(
        (theme.ACCENT if is_head else theme.PANEL).removeprefix("#")
    )
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    cell.margin_left = cell.margin_right = Mm(AIR / 2)
    write(
        cell.text_frame,
        [text],
        size,
        bold=is_head,
        colour=theme.GROUND if is_head else theme.INK,
        align=PP_ALIGN.RIGHT if is_figure and not is_head else PP_ALIGN.LEFT,
    )
