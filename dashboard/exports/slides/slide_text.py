"""Words on a slide: one font for every script, Vietnamese as the language, sizes in points."""

from __future__ import annotations

from pptx.dml.color import RGBColor
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.text import PP_ALIGN
from pptx.oxml.ns import qn
from pptx.text.text import TextFrame
from pptx.util import Pt

from dashboard.exports.paper.chart_looks import SLIDE
from dashboard.writing import theme


def write(
    frame: TextFrame,
    lines: list[str],
    size: float,
    *,
    bold: bool = False,
    colour: str = theme.INK,
    align: PP_ALIGN = PP_ALIGN.LEFT,
) -> None:
    """Each line as a paragraph; the frame wraps and never shrinks its letters."""
    frame.word_wrap = True
    for place, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        paragraph.alignment = align
        run = paragraph.add_run()
        run.text, font = line, run.font
        font.size, font.bold, font.name, font.color.rgb, font.language_id = (
            Pt(size),
            bold,
            SLIDE.font,
            RGBColor.from_string(colour.removeprefix("#")),
            MSO_LANGUAGE_ID.VIETNAMESE,
        )
        for tag in ("a:ea", "a:cs"):
            font._element.append(font._element.makeelement(qn(tag), {"typeface": SLIDE.font}))
