"""A Word document given the styles of an official paper; those that it has keep their own look."""

from __future__ import annotations

import io
from functools import cache

import docx
from docx.document import Document
from docx.enum.dml import MSO_THEME_COLOR
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from dashboard.exports.paper.word_styles import ANNEX_TITLE, FONT, KEY, LOOKS, Look

ACCENTS = {MSO_THEME_COLOR[f"ACCENT_{number}"] for number in range(1, 7)}
KEPT = ("Header", "Footer", "Table Grid")


class OtherStyleError(Exception):
    """A style of one of our names that is none of a paragraph; the text is its name."""


def with_styles(document: Document, *, replaced: bool) -> Document:
    """The document with every style that a paper needs; those it has already keep their own look unless `replaced`, which also drops all others."""
    if replaced:
        _keep_own(document)
    _set_defaults(document)
    present = {style.name: style.type for style in document.styles}
    other = next(
        (
            name
            for name in LOOKS
            if present.get(name, WD_STYLE_TYPE.PARAGRAPH) != WD_STYLE_TYPE.PARAGRAPH
        ),
        None,
    )
    if other:
        raise OtherStyleError(other)
    for name, look in LOOKS.items():
        if name not in present:
            _dress(document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH), look)
        elif replaced or _is_words_own(document.styles[name]):
            _dress(document.styles[name], look)
    if present.get(KEY, WD_STYLE_TYPE.CHARACTER) != WD_STYLE_TYPE.CHARACTER:
        raise OtherStyleError(KEY)
    if KEY not in {style.name for style in document.styles}:
        document.styles.add_style(KEY, WD_STYLE_TYPE.CHARACTER).font.superscript = True
    _outline(document.styles[ANNEX_TITLE])
    return document


def ready(content: bytes) -> Document:
    """A document whose styles are all there, from its bytes. The library searches every style for each paragraph; of these each is found once."""
    document = docx.Document(io.BytesIO(content))
    document.part.get_style_id = cache(document.part.get_style_id)
    return document


def _is_words_own(style: ParagraphStyle) -> bool:
    """Whether a style is coloured by an accent of Word's theme, as its headings are until somebody changes them: nobody's look, and an official paper is black."""
    color = style.font.color
    return color is not None and color.theme_color in ACCENTS


def _outline(style: ParagraphStyle) -> None:
    """Titles of annexes stand among the headings of Word's navigation."""
    properties = style.element.get_or_add_pPr()
    if properties.find(qn("w:outlineLvl")) is None:
        level = OxmlElement("w:outlineLvl")
        level.set(qn("w:val"), "0")
        properties.append(level)


def _keep_own(document: Document) -> None:
    """Only the styles in use stay: python-docx brings 170, looks each up from the first on, and Word would list them all."""
    for style in list(document.styles):
        if style.name not in KEPT and style.name not in LOOKS and not style.element.default:
            style.delete()


def _set_defaults(document: Document) -> None:
    """Times New Roman for every script and Vietnamese as the language, where no style says otherwise."""
    defaults = document.styles.element.find(
        f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}"
    )
    if defaults is None:
        return
    _name_fonts(defaults)
    language = defaults.find(qn("w:lang"))
    if language is not None:
        language.set(qn("w:val"), "vi-VN")


def _dress(style: ParagraphStyle, look: Look) -> None:
    style.font.name, style.font.size, style.font.bold, style.font.italic = (
        FONT,
        Pt(look.size),
        look.bold,
        look.italic,
    )
    style.font.color.rgb = RGBColor(0, 0, 0)
    _name_fonts(style.element.get_or_add_rPr())
    layout = style.paragraph_format
    layout.alignment, layout.line_spacing, layout.keep_with_next = (
        look.align,
        look.line,
        look.keep_next,
    )
    layout.space_before, layout.space_after = Pt(look.before), Pt(look.after)
    layout.first_line_indent, layout.left_indent = Mm(look.first_line), Mm(look.left)
    layout.widow_control = True
    style.quick_style = True


def _name_fonts(properties) -> None:
    """One font for Latin, accented, Asian and complex letters; a theme's fonts would win over it, so they go."""
    fonts = properties.find(qn("w:rFonts"))
    if fonts is None:
        fonts = OxmlElement("w:rFonts")
        properties.insert(0, fonts)
    for attribute in list(fonts.attrib):
        del fonts.attrib[attribute]
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), FONT)
