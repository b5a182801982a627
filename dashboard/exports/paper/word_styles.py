"""The look of an official paper by Nghị định 30/2020/NĐ-CP, Phụ lục I, as named Word styles.

Every part of a paper is set in one of these styles and in nothing else, so an office that brings its own template only has to
give its styles these names; those that it lacks are added.
"""

from __future__ import annotations

from typing import NamedTuple

from docx.document import Document
from docx.enum.dml import MSO_THEME_COLOR
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

FONT = "Times New Roman"
LEFT, CENTER, RIGHT, JUSTIFY = (
    WD_ALIGN_PARAGRAPH.LEFT,
    WD_ALIGN_PARAGRAPH.CENTER,
    WD_ALIGN_PARAGRAPH.RIGHT,
    WD_ALIGN_PARAGRAPH.JUSTIFY,
)
ACCENTS = {MSO_THEME_COLOR[f"ACCENT_{number}"] for number in range(1, 7)}
FIRST_LINE = 12.7  # mm; 1 cm or 1,27 cm
LINE = 1.15  # single to 1,5 lines


class Look(NamedTuple):
    """Letters in points, distances in points, the indents in mm."""

    size: float
    bold: bool = False
    italic: bool = False
    align: WD_ALIGN_PARAGRAPH = CENTER
    first_line: float = 0.0
    before: float = 0.0
    after: float = 0.0
    line: float = 1.0
    keep_next: bool = False
    left: float = 0.0


SUPERIOR, BODY, STATE, MOTTO = "Cơ quan chủ quản", "Cơ quan ban hành", "Quốc hiệu", "Tiêu ngữ"
NUMBER, PLACE, ABOUT, DRAFT = "Số ký hiệu", "Địa danh thời gian", "Về việc", "Dự thảo"
TO, TO_ITEM, KIND, SUBJECT = "Kính gửi", "Nơi kính gửi", "Tên loại", "Trích yếu"
TEXT, ITEM, RULE = "Nội dung", "Gạch đầu dòng", "Đường kẻ"
QUOTE, BLANK, PICTURE, GROUP, SHEET_TITLE, FOOT = (
    "Trích báo cáo",
    "Phần để viết",
    "Biểu đồ",
    "Nhóm trong bảng",
    "Tên trang",
    "Dòng chốt số liệu",
)
HEADINGS = {1: "Heading 1", 2: "Heading 2", 3: "Heading 3"}
TABLE_TITLE, TABLE_HEAD, CELL, SOURCE = "Tên bảng", "Tiêu đề cột", "Ô bảng", "Nguồn số liệu"
OFFICE, NAME, COPIES, COPY = "Chức vụ người ký", "Họ tên người ký", "Nơi nhận", "Danh sách nơi nhận"
ANNEX, ANNEX_TITLE, ATTACHED, PAGE, MARK = (
    "Phụ lục",
    "Tên phụ lục",
    "Kèm theo",
    "Số trang",
    "Dấu chú",
)

KEY = "Ký hiệu căn cứ"
"""A character style: whoever signs selects all text of it and deletes it at once."""
CONTENTS, CONTENTS_LINE = "Tên mục lục", "Dòng mục lục"
KEPT = ("Header", "Footer", "Table Grid")

LOOKS: dict[str, Look] = {
    SUPERIOR: Look(13),
    BODY: Look(13, bold=True),
    STATE: Look(13, bold=True),
    MOTTO: Look(14, bold=True),
    RULE: Look(2, before=3),
    NUMBER: Look(13, before=6),
    PLACE: Look(14, italic=True, before=6),
    ABOUT: Look(13, before=6),
    DRAFT: Look(13, bold=True, before=9, after=3),
    TO: Look(14, before=12, after=6, keep_next=True),
    TO_ITEM: Look(14, align=LEFT, left=50.0, keep_next=True),
    KIND: Look(14, bold=True, before=18, keep_next=True),
    SUBJECT: Look(14, bold=True, keep_next=True),
    TEXT: Look(14, align=JUSTIFY, first_line=FIRST_LINE, before=6, line=LINE),
    ITEM: Look(14, align=JUSTIFY, first_line=FIRST_LINE, before=6, line=LINE),
    QUOTE: Look(13, italic=True, align=JUSTIFY, before=4, left=FIRST_LINE),
    BLANK: Look(13, italic=True, align=LEFT, before=8, after=8),
    CONTENTS: Look(14, bold=True, after=6, keep_next=True),
    CONTENTS_LINE: Look(13, align=LEFT, before=3),
    PICTURE: Look(12, keep_next=True),
    SHEET_TITLE: Look(14, bold=True, before=6, after=3, keep_next=True),
    HEADINGS[1]: Look(
        14, bold=True, align=JUSTIFY, first_line=FIRST_LINE, before=9, line=LINE, keep_next=True
    ),
    HEADINGS[2]: Look(
        14, bold=True, align=JUSTIFY, first_line=FIRST_LINE, before=6, line=LINE, keep_next=True
    ),
    HEADINGS[3]: Look(
        14, align=JUSTIFY, first_line=FIRST_LINE, before=6, line=LINE, keep_next=True
    ),
    TABLE_TITLE: Look(13, bold=True, before=9, after=4, keep_next=True),
    TABLE_HEAD: Look(12, bold=True, before=2, after=2, keep_next=True),
    CELL: Look(12, align=LEFT, before=2, after=2),
    GROUP: Look(12, bold=True, align=LEFT, before=2, after=2, keep_next=True),
    SOURCE: Look(11, italic=True, align=LEFT, before=3, after=6),
    OFFICE: Look(14, bold=True, keep_next=True),
    NAME: Look(14, bold=True),
    COPIES: Look(12, bold=True, italic=True, align=LEFT, keep_next=True),
    COPY: Look(11, align=LEFT),
    ANNEX: Look(14, bold=True, keep_next=True),
    ANNEX_TITLE: Look(14, bold=True, keep_next=True),
    ATTACHED: Look(14, italic=True, after=6, keep_next=True),
    PAGE: Look(13),
    MARK: Look(11, italic=True, align=RIGHT),
    FOOT: Look(9, align=LEFT),
}


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
