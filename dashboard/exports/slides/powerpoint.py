"""The meeting's slides: one message each, a native chart or a short table, the speaker's notes with the sources.

16:9, edges of a twentieth, no letter below a thirtieth of the height, so that the last row of a hall reads it.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace

from pptx import Presentation
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide as DeckSlide
from pptx.util import Inches

from dashboard.exports.paper.chart_looks import SLIDE, dressed
from dashboard.exports.paper.native_charts import TYPES, chart_data
from dashboard.exports.paper.paper_words import CONTINUED
from dashboard.exports.paper.xml_text import printable
from dashboard.exports.report.pack import Chart, Pack, Slide
from dashboard.exports.slides.slide_tables import add_table, fitted
from dashboard.exports.slides.slide_text import write
from dashboard.exports.zips import steady
from dashboard.writing import formats, theme
from dashboard.writing.table_model import Table

WIDTH, HEIGHT = 13.333, 7.5  # inches
EDGE, TOP = 0.667, 0.375  # a twentieth of width and height
INNER = WIDTH - 2 * EDGE
TITLE, BODY, FOOT = (TOP, 1.25), (1.65, 4.35), (6.05, 1.07)  # top and height of the parts
TITLE_SIZE, COVER_SIZE, SUBJECT_SIZE, FOOT_SIZE = 32, 40, 28, 18
MOST_BARS = 9  # categories of lying bars that stay legible on one slide
NUMBER_TOP, NUMBER_WIDTH = 0.05, 1.0  # inches: above the title
NUMBER_FIELD = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"  # any identifier, the same in every file
TITLE_ONLY = 5  # the layout of python-pptx's own template
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
    slide = _blank(made, pack.title.upper(), COVER_SIZE, 1.6)
    _write(slide, [pack.subject], (2.95, 1.95), SUBJECT_SIZE)
    _write(slide, [pack.owner, f"Số liệu đến ngày {formats.date(pack.as_of)}"], (5.0, 1.0), 22)
    _foot(slide, pack, "")
    slide.notes_slide.notes_text_frame.text = "\n".join(
        one for one in (pack.opening, pack.seal_line, pack.mark) if one
    )


def _add(made: Deck, pack: Pack, slide: Slide, size: int) -> None:
    added = _blank(made, slide.title, TITLE_SIZE, TITLE[0])
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
    _foot(
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


def _blank(made: Deck, title: str, size: float, top: float) -> DeckSlide:
    """A slide with its title in the title's own place, which readers and outlines know."""
    slide = made.slides.add_slide(made.slide_layouts[TITLE_ONLY])
    place = slide.shapes.title
    place.left, place.top, place.width, place.height = (
        Inches(EDGE),
        Inches(top),
        Inches(INNER),
        Inches(TITLE[1]),
    )
    place.text_frame.vertical_anchor, place.text_frame.margin_left = MSO_ANCHOR.MIDDLE, 0
    write(place.text_frame, [title], size, bold=True, colour=theme.ACCENT)
    return slide


def _foot(slide: DeckSlide, pack: Pack, source: str) -> None:
    """The source, then the seal and the mark of sample data."""
    _number(slide)
    _write(
        slide,
        [
            one
            for one in (
                source,
                " ".join(one for one in (pack.seal_line, pack.mark and f"{pack.mark}.") if one),
            )
            if one
        ],
        FOOT,
        FOOT_SIZE,
        colour=theme.MUTED,
    )


def _number(slide: DeckSlide) -> None:
    """The slide's number at the right of the top edge, which PowerPoint counts itself."""
    left, width = WIDTH - EDGE - NUMBER_WIDTH, NUMBER_WIDTH
    box = slide.shapes.add_textbox(
        Inches(left), Inches(NUMBER_TOP), Inches(width), Inches(TOP - NUMBER_TOP)
    )
    box.name = "Số trang"
    frame = box.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    write(frame, [""], FOOT_SIZE, colour=theme.MUTED, align=PP_ALIGN.RIGHT)
    run = frame.paragraphs[0].runs[0]._r
    field = run.makeelement(qn("a:fld"), {"id": NUMBER_FIELD, "type": "slidenum"})
    for part in list(run):
        field.append(part)
    run.getparent().replace(run, field)
    field.find(qn("a:t")).text = "‹#›"


def _write(
    slide: DeckSlide,
    lines: list[str],
    place: tuple[float, float],
    size: float,
    colour: str = theme.INK,
) -> None:
    box = slide.shapes.add_textbox(Inches(EDGE), Inches(place[0]), Inches(INNER), Inches(place[1]))
    frame = box.text_frame
    frame.margin_left = frame.margin_right = 0
    write(frame, lines, size, colour=colour)
