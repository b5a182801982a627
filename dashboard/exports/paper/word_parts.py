"""Pieces of Word that python-docx has no words for: rules of a given length, frames, borderless columns."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table as WordTable
from docx.table import _Cell as WordCell
from docx.text.paragraph import Paragraph

from dashboard.exports.paper import word_styles as styles
from dashboard.writing import theme

CAPITAL, SMALL = (
    0.60,
    0.46,
)  # mean width of a bold letter, parts of its size (measured on names of offices)
POINT = 25.4 / 72  # mm


def text_width(text: str, size: float) -> float:
    """About how many mm a line of bold Times New Roman takes; within a tenth for names and titles.

    >>> round(text_width("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13)), round(text_width("Độc lập - Tự do - Hạnh phúc", 14))
    (94, 61)
    """
    return len(text) * (CAPITAL if text.isupper() else SMALL) * size * POINT


def add_rule(place: Document | WordCell, length: float, width: float) -> Paragraph:
    """A thin line of `length` mm in the middle of `width` mm: the upper border of a low paragraph."""
    rule = place.add_paragraph(style=styles.RULE)
    side = Mm(max(width - length, 0) / 2)
    rule.paragraph_format.left_indent, rule.paragraph_format.right_indent = side, side
    rule.paragraph_format.line_spacing = Pt(4)
    borders = OxmlElement("w:pBdr")
    top = OxmlElement("w:top")
    for name, value in {"val": "single", "sz": "6", "space": "1", "color": theme.BLACK[1:]}.items():
        top.set(qn(f"w:{name}"), value)
    borders.append(top)
    rule._p.get_or_add_pPr().insert_element_before(
        borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )
    return rule


def boxed(paragraph: Paragraph, length: float, width: float) -> Paragraph:
    """The paragraph in a frame of `length` mm in the middle of `width` mm."""
    side = Mm(max(width - length, 0) / 2)
    paragraph.paragraph_format.left_indent, paragraph.paragraph_format.right_indent = side, side
    borders = OxmlElement("w:pBdr")
    for name in ("top", "left", "bottom", "right"):
        edge = OxmlElement(f"w:{name}")
        for attribute, value in {
            "val": "single",
            "sz": "6",
            "space": "3",
            "color": theme.BLACK[1:],
        }.items():
            edge.set(qn(f"w:{attribute}"), value)
        borders.append(edge)
    paragraph._p.get_or_add_pPr().insert_element_before(
        borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )
    return paragraph


def add_line(cell: WordCell, text: str, style: str) -> Paragraph:
    """A paragraph in a cell; the empty one that every cell begins with is used first."""
    first = cell.paragraphs[0]
    is_unused = len(cell.paragraphs) == 1 and not first.text and first.style.name == "Normal"
    line = first if is_unused else cell.add_paragraph()
    line.text, line.style = text, style
    return line


def add_columns(document: Document, widths: Sequence[float]) -> list[WordCell]:
    """One row of borderless cells with these widths in mm, each still holding its empty first paragraph; never split over pages."""
    table = fixed_table(document, 1, widths, inside=0)
    keep_whole(table.rows[0])
    return list(table.rows[0].cells)


def fixed_table(document: Document, rows: int, widths: Sequence[float], inside: float) -> WordTable:
    """A table whose columns stay as wide as said in mm, `inside` mm of air at the sides of each cell."""
    made = document.add_table(rows=rows, cols=len(widths))
    made.autofit, made.alignment = False, WD_TABLE_ALIGNMENT.CENTER
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Mm(width)
    for row in made.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:w"), str(Mm(inside).twips))
        edge.set(qn("w:type"), "dxa")
        margins.append(edge)
    made._tbl.tblPr.insert_element_before(margins, "w:tblLook")
    return made


def keep_whole(row) -> None:
    """The row is not split over pages."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
