"""The blocks of a paper set in Word: headings, paragraphs, points, quotes, places to fill in, tables, charts."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document
from docx.text.paragraph import Paragraph

from dashboard.exports.paper import word_styles as styles
from dashboard.exports.paper.contents import (
    Blank,
    Block,
    Centred,
    Heading,
    Item,
    Picture,
    Quote,
    Text,
    WrittenTable,
)
from dashboard.exports.paper.native_charts import add_chart
from dashboard.exports.paper.paper_words import key_mark, question, quoted
from dashboard.exports.paper.word_fields import add_caption, add_text
from dashboard.exports.paper.word_parts import boxed
from dashboard.exports.paper.word_tables import add_table


def set_blocks(document: Document, blocks: Sequence[Block], width: float) -> None:
    """The blocks in order at the end of the document, tables and charts `width` mm wide."""
    for one in blocks:
        _SETTERS[type(one)](document, one, width)


def _set_heading(document: Document, heading: Heading, width: float) -> None:
    document.add_paragraph(heading.text, style=styles.HEADINGS[heading.level])


def _set_text(document: Document, text: Text, width: float) -> None:
    paragraph = document.add_paragraph(style=styles.TEXT)
    if text.lead:
        paragraph.add_run(text.text[: text.lead]).bold = True
    add_text(paragraph, text.text[text.lead :])
    _key(paragraph, text.key)


def _set_centred(document: Document, line: Centred, width: float) -> None:
    document.add_paragraph(line.text, style=styles.KIND)


def _set_item(document: Document, item: Item, width: float) -> None:
    _key(document.add_paragraph(f"- {item.text}", style=styles.ITEM), item.key)


def _set_quote(document: Document, quote: Quote, width: float) -> None:
    _key(document.add_paragraph(quoted(quote.text, quote.source), style=styles.QUOTE), quote.key)


def _key(paragraph: Paragraph, key: int | None) -> None:
    if key is not None:
        paragraph.add_run(key_mark(key), style=styles.KEY)


def _set_blank(document: Document, blank: Blank, width: float) -> None:
    box = document.add_paragraph(question(blank.text), style=styles.BLANK)
    box.paragraph_format.keep_together = True
    boxed(box, width, width)


def _set_table(document: Document, table: WrittenTable, width: float) -> None:
    if table.title:
        add_caption(document.add_paragraph(style=styles.TABLE_TITLE), table.title)
    add_table(document, table, width)
    document.add_paragraph(table.source, style=styles.SOURCE)


def _set_picture(document: Document, picture: Picture, width: float) -> None:
    add_caption(document.add_paragraph(style=styles.TABLE_TITLE), picture.title)
    add_chart(document.add_paragraph(style=styles.PICTURE), picture.chart, width)
    document.add_paragraph(picture.chart.source, style=styles.SOURCE)


_SETTERS = {
    Heading: _set_heading,
    Text: _set_text,
    Centred: _set_centred,
    Item: _set_item,
    Quote: _set_quote,
    Blank: _set_blank,
    WrittenTable: _set_table,
    Picture: _set_picture,
}
