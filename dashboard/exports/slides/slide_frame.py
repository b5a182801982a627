"""What every slide has: title, foot with the source, its number."""

from __future__ import annotations

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide as DeckSlide
from pptx.util import Inches

from dashboard.exports.report.pack import Pack
from dashboard.exports.slides.slide_text import write
from dashboard.writing import theme

WIDTH, HEIGHT = 13.333, 7.5  # inches
EDGE, TOP = 0.667, 0.375  # a twentieth of width and height
INNER = WIDTH - 2 * EDGE
TITLE, BODY, FOOT = (TOP, 1.25), (1.65, 4.35), (6.05, 1.07)  # top and height of the parts
TITLE_SIZE, COVER_SIZE, SUBJECT_SIZE, FOOT_SIZE = 32, 40, 28, 18
NUMBER_TOP, NUMBER_WIDTH = 0.05, 1.0  # inches: above the title
NUMBER_FIELD = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"  # any identifier, the same in every file
TITLE_ONLY = 5  # the layout of python-pptx's own template


def blank(made: Deck, title: str, size: float, top: float) -> DeckSlide:
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


def foot(slide: DeckSlide, pack: Pack, source: str) -> None:
    """The source, then the seal and the mark of sample data."""
    _number(slide)
    text_box(
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


def text_box(
    slide: DeckSlide,
    lines: list[str],
    place: tuple[float, float],
    size: float,
    colour: str = theme.INK,
) -> None:
    """Lines of text in a box over the slide's width; `place`: top and height in inches."""
    box = slide.shapes.add_textbox(Inches(EDGE), Inches(place[0]), Inches(INNER), Inches(place[1]))
    frame = box.text_frame
    frame.margin_left = frame.margin_right = 0
    write(frame, lines, size, colour=colour)
