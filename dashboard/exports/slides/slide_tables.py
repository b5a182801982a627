"""Short tables on slides: large letters, names in full, shared over as many slides as their rows need."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.slide import Slide
from pptx.table import _Cell
from pptx.util import Inches, Mm

from dashboard.exports.paper import column_widths
from dashboard.exports.slides.slide_text import write
from dashboard.writing import theme
from dashboard.writing.table_model import Table

SIZE = 18  # points
LETTER, LINE, AIR = (
    3.25,
    7.8,
    4.0,
)  # mm: a mean letter of Arial 18, a line, the air of a cell above and below
ON_PAPER = 12 / SIZE  # column_widths measures letters of 12 points


def widths(table: Table, width: float) -> list[float]:
    """The columns in mm, together `width`."""
    asked = [one.width if isinstance(one.width, (int, float)) else None for one in table.heads]
    return [
        one / ON_PAPER
        for one in column_widths.parts(
            asked, [one.label for one in table.heads], table.texts, width * ON_PAPER
        )
    ]


def shared(table: Table, width: float, height: float) -> list[int]:
    """How many rows go on each slide, in order, so that none reaches below `height` mm and the slides are about equally full."""
    columns = widths(table, width)
    heights = [_height(texts, columns) for texts in table.texts]
    room = height - _height([one.label for one in table.heads], columns)
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


def _height(texts: Sequence[str], columns: Sequence[float]) -> float:
    return (
        max(
            ceil(max(len(text), 1) * LETTER / (column - AIR))
            for text, column in zip(texts, columns, strict=True)
        )
        * LINE
        + AIR
    )


def add_table(slide: Slide, table: Table, left: float, top: float, width: float) -> None:
    """The table at `left`, `top` (inches), `width` mm wide; rows as low as their texts allow."""
    columns, texts = widths(table, width), table.texts
    frame = slide.shapes.add_table(
        len(texts) + 1,
        len(columns),
        Inches(left),
        Inches(top),
        Mm(width),
        Mm(sum(_height(row, columns) for row in texts)),
    )
    frame.name = table.title
    made = frame.table
    made.horz_banding = False
    for column, mm in zip(made.columns, columns, strict=True):
        column.width = Mm(mm)
    for row, words, is_head in zip(
        made.rows,
        ([one.label for one in table.heads], *texts),
        (True, *(False for _ in texts)),
        strict=True,
    ):
        row.height = Mm(_height(words, columns))
        for cell, text, column in zip(row.cells, words, table.heads, strict=True):
            _fill(cell, text, is_head=is_head, is_figure=column.is_figure)


def _fill(cell: _Cell, text: str, *, is_head: bool, is_figure: bool) -> None:
    cell.fill.solid()
    cell.fill.fore_color.rgb = RGBColor.from_string(
        (theme.ACCENT if is_head else theme.PANEL).removeprefix("#")
    )
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    cell.margin_left = cell.margin_right = Mm(AIR / 2)
    write(
        cell.text_frame,
        [text],
        SIZE,
        bold=is_head,
        colour=theme.GROUND if is_head else theme.INK,
        align=PP_ALIGN.RIGHT if is_figure and not is_head else PP_ALIGN.LEFT,
    )
