"""The meeting's slides: one message each, a native chart or a short table, the speaker's notes with the sources.

16:9, edges of a twentieth, no letter below a thirtieth of the height, so that the last row of a hall reads it.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace

from pptx import Presentation
from pptx.presentation import Presentation as Deck
from pptx.util import Inches

from dashboard.exports.paper.chart_looks import SLIDE, dressed
from dashboard.exports.paper.native_charts import TYPES, chart_data
from dashboard.exports.paper.paper_words import CONTINUED
from dashboard.exports.paper.xml_text import printable
from dashboard.exports.report.pack import Chart, Pack, Slide
from dashboard.exports.slides.slide_frame import (
    BODY,
    COVER_SIZE,
    EDGE,
    HEIGHT,
    INNER,
    SUBJECT_SIZE,
    TITLE,
    TITLE_SIZE,
    WIDTH,
    blank,
    foot,
    text_box,
)
from dashboard.exports.slides.slide_tables import add_table, fitted
from dashboard.exports.zips import steady
from dashboard.writing import formats
from dashboard.writing.table_model import Table

MOST_BARS = 9  # categories of lying bars that stay legible on one slide
MM = 25.4


def deck(pack: Pack) -> bytes:
    """The slides of a pack as a .pptx: a cover, then each message; what does not fit goes on the next slide under the same title."""
    pack = printable(pack)
    made = Presentation()
    made.slide_width, made.slide_height = Inches(WIDTH), Inches(HEIGHT)
    made.core_properties.title, made.core_properties.author, made.core_properties.language = (
        pack.subject,
        pack.owner,
        "vi-VN",
    )
    _cover(made, pack)
    for slide in pack.slides:
        size = fitted(slide.table, INNER * MM, BODY[1] * MM).size if slide.table else 0
        for part in parts(slide):
            _add(made, pack, part, size)
    content = io.BytesIO()
    made.save(content)
    return steady(content.getvalue())


def parts(slide: Slide) -> Iterator[Slide]:
    """The slide, or several with the rows of its table or the bars of its chart shared between them."""
    if slide.table is not None:
        ends = _ends(fitted(slide.table, INNER * MM, BODY[1] * MM).rows)
        yield from _titled(
            slide,
            [_rows(slide, slide.table, first, last) for first, last in ends],
        )
    elif slide.chart is not None and slide.chart.kind != "line":
        bars = len(slide.chart.categories)
        counts = [min(MOST_BARS, bars - first) for first in range(0, bars, MOST_BARS)] or [0]
        yield from _titled(
            slide,
            [replace(slide, chart=_cut(slide.chart, first, last)) for first, last in _ends(counts)],
        )
    else:
        yield slide


def _rows(slide: Slide, table: Table, first: int, last: int) -> Slide:
    """Some rows of the table with what is said of these."""
    notes = "\n".join([*slide.by_row[first:last], slide.notes])
    return replace(slide, table=table.part(first, last), notes=notes)


def _ends(counts: list[int]) -> list[tuple[int, int]]:
    return [(sum(counts[:place]), sum(counts[: place + 1])) for place in range(len(counts))]


def _titled(slide: Slide, made: list[Slide]) -> Iterator[Slide]:
    for place, one in enumerate(made):
        yield replace(one, title=f"{slide.title} {CONTINUED}") if place else one


def _cut(chart: Chart, first: int, last: int) -> Chart:
    return replace(
        chart,
        categories=chart.categories[first:last],
        series=tuple(replace(one, values=one.values[first:last]) for one in chart.series),
    )


def _cover(made: Deck, pack: Pack) -> None:
    slide = blank(made, pack.title.upper(), COVER_SIZE, 1.6)
    text_box(slide, [pack.subject], (2.95, 1.95), SUBJECT_SIZE)
    text_box(slide, [pack.owner, f"Số liệu đến ngày {formats.date(pack.as_of)}"], (5.0, 1.0), 22)
    foot(slide, pack, "")
    slide.notes_slide.notes_text_frame.text = "\n".join(
        one for one in (pack.opening, pack.seal_line, pack.mark) if one
    )


def _add(made: Deck, pack: Pack, slide: Slide, size: int) -> None:
    added = blank(made, slide.title, TITLE_SIZE, TITLE[0])
    if slide.chart is not None:
        frame = added.shapes.add_chart(
            TYPES[slide.chart.kind],
            Inches(EDGE),
            Inches(BODY[0]),
            Inches(INNER),
            Inches(BODY[1]),
            chart_data(slide.chart),
        )
        frame._element.nvGraphicFramePr.cNvPr.set("descr", slide.chart.title)
        dressed(frame.chart, slide.chart, SLIDE)
    if slide.table is not None:
        add_table(added, slide.table, (EDGE, BODY[0]), INNER * MM, BODY[1] * MM, size)
    foot(
        added,
        pack,
        " ".join(one for one in (slide.table.note if slide.table else "", slide.foot) if one),
    )
    added.notes_slide.notes_text_frame.text = "\n".join(
        one
        for one in (
            slide.notes,
            slide.foot if slide.foot not in slide.notes else "",
            pack.seal_line,
            pack.mark,
        )
        if one
    )
