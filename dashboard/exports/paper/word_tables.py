"""Ruled tables of Word that break well over pages. Their rows are written as XML at once: cell by cell, 10.000 cells take 10 s."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm
from docx.table import Table as WordTable

from dashboard.exports.paper import word_styles as styles
from dashboard.exports.paper.contents import FIRST_ROWS, Align, WrittenTable
from dashboard.exports.paper.word_parts import fixed_table, keep_whole

INSIDE = 1.2  # mm of air at the sides of a cell
ROW = "<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"
CELL = (
    '<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="{width}"/>{span}</w:tcPr>'
    '<w:p><w:pPr><w:pStyle w:val="{style}"/>{keep}{align}</w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p></w:tc>'
)
KEEP = "<w:keepNext/>"
LINE_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'


def add_table(document: Document, table: WrittenTable, width: float) -> WordTable:
    """A ruled table over `width` mm: its heading repeats on every page and no row is split; a row of one text is a heading across."""
    parts = sum(one.width for one in table.columns)
    widths = [width * one.width / parts for one in table.columns]
    made = fixed_table(document, 1, widths, inside=INSIDE)
    made.style = "Table Grid"
    _head(document, made, [one.label for one in table.columns])
    style, group = (document.styles[name].style_id for name in (styles.CELL, styles.GROUP))
    rows = "".join(_rows(table, [Mm(one).twips for one in widths], style, group))
    for row in list(parse_xml(f"<w:tbl {nsdecls('w')}>{rows}</w:tbl>")):
        made._tbl.append(row)
    return made


def _head(document: Document, made: WordTable, labels: Sequence[str]) -> None:
    row = made.rows[0]
    keep_whole(row)
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for cell, label in zip(row.cells, labels, strict=True):
        cell.paragraphs[0].text, cell.paragraphs[0].style = label, styles.TABLE_HEAD


def _rows(table: WrittenTable, widths: Sequence[int], style: str, group: str) -> Iterator[str]:
    """The rows below the heading as XML. The first ones stay with the heading, the last one with the source; a short table is not broken at all."""
    last, first = len(table.rows) - 1, FIRST_ROWS if table.begins_low else 0
    for place, texts in enumerate(table.rows):
        keep = KEEP if place < first or place == last or table.is_short else ""
        if len(texts) == 1 < len(widths):
            yield ROW.format(cells=_cell(texts[0], sum(widths), group, KEEP, span=len(widths)))
        else:
            yield ROW.format(
                cells="".join(
                    _cell(text, width, style, keep, column.align)
                    for text, width, column in zip(texts, widths, table.columns, strict=True)
                )
            )


def _cell(
    text: str, width: int, style: str, keep: str, align: Align = "left", span: int = 1
) -> str:
    shown = escape(text).replace("\n", LINE_BREAK)
    across, aligned = (
        f'<w:gridSpan w:val="{span}"/>' if span > 1 else "",
        f'<w:jc w:val="{align}"/>' if align != "left" else "",
    )
    return CELL.format(width=width, style=style, keep=keep, text=shown, span=across, align=aligned)
