"""Pages of Word: size and margins of an official paper or of an office's own template, page numbers, what stands at their foot."""

from __future__ import annotations

from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section, _BaseHeaderFooter
from docx.shared import Length, Mm
from docx.text.paragraph import Paragraph

from dashboard.exports.paper import word_styles as styles

PAGE_WIDTH, PAGE_HEIGHT = 210, 297  # mm, A4
TOP, BOTTOM, LEFT, RIGHT = 20, 20, 30, 15  # mm; allowed are 20–25, 20–25, 30–35, 15–20
NUMBER_FROM_EDGE = 10  # mm: inside the top margin
NUMBERS_BEFORE = (
    "w:cols",
    "w:formProt",
    "w:vAlign",
    "w:noEndnote",
    "w:titlePg",
    "w:textDirection",
    "w:bidi",
    "w:rtlGutter",
    "w:docGrid",
)


def begin_pages(
    document: Document, mark: str, seal: str, *, is_own: bool, landscape: bool = False
) -> float:
    """The first section made ready: `mark` and `seal` at the foot of every page; the width between the margins in mm.

    Without a template (`is_own` false) it is A4 with the margins and page numbers of the decree; a template keeps its own, and gets a page number only where it has no heading.
    """
    section = document.sections[0]
    if not is_own:
        _set_page(section)
    if landscape:
        _turn(section, landscape=True)
    if not _is_filled(section.header):
        _number(section.header.paragraphs[0])
    feet = [section.footer]
    feet += [section.first_page_footer] if section.different_first_page_header_footer else []
    feet += [section.even_page_footer] if document.settings.odd_and_even_pages_header_footer else []
    for foot in feet:
        _drop_ours(foot)
        _add_to_foot(foot, mark, styles.MARK)
        _add_to_foot(foot, seal, styles.FOOT)
    return inner_width(section)


def add_section(document: Document, *, landscape: bool) -> Section:
    """A new section on a new page whose pages are numbered from 1 again; margins, heads and feet are those of the section before."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    _turn(section, landscape=landscape)
    for old in section._sectPr.findall(qn("w:pgNumType")):
        section._sectPr.remove(old)
    numbers = OxmlElement("w:pgNumType")
    numbers.set(qn("w:start"), "1")
    section._sectPr.insert_element_before(numbers, *NUMBERS_BEFORE)
    return section


def inner_width(section: Section) -> float:
    """The width between the margins in mm."""
    return Length(section.page_width - section.left_margin - section.right_margin).mm


def _set_page(section: Section) -> None:
    section.page_width, section.page_height = Mm(PAGE_WIDTH), Mm(PAGE_HEIGHT)
    section.top_margin, section.bottom_margin, section.left_margin, section.right_margin = (
        Mm(TOP),
        Mm(BOTTOM),
        Mm(LEFT),
        Mm(RIGHT),
    )
    section.header_distance, section.footer_distance = Mm(NUMBER_FROM_EDGE), Mm(NUMBER_FROM_EDGE)
    section.different_first_page_header_footer = True


def _turn(section: Section, *, landscape: bool) -> None:
    short, long = sorted((section.page_width, section.page_height))
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (long, short) if landscape else (short, long)


def _is_filled(part: _BaseHeaderFooter) -> bool:
    """Whether a heading or foot holds anything: text, a field, a picture, a table."""
    return bool(part._element.xpath(".//w:r | .//w:fldSimple | .//w:tbl"))


def _number(paragraph: Paragraph) -> None:
    """The page's number, centred."""
    paragraph.style = styles.PAGE
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "2"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


def _drop_ours(foot: _BaseHeaderFooter) -> None:
    """Without the lines that an earlier paper of ours left, where one of them serves as the template."""
    for paragraph in foot.paragraphs:
        if paragraph.style.name in (styles.MARK, styles.FOOT):
            paragraph._p.getparent().remove(paragraph._p)


def _add_to_foot(foot: _BaseHeaderFooter, text: str, style: str) -> None:
    """A line at the foot; the empty one that every foot begins with is used first."""
    if not text:
        return
    first = foot.paragraphs[0] if foot.paragraphs else None
    line = foot.add_paragraph() if first is None or _is_filled(foot) else first
    line.text, line.style = text, style
