"""The text of each page of a PDF; where lines are ruled into a table, its rows with their cells apart."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator

import pdfplumber
from pdfplumber.page import Page
from pdfplumber.table import Table
from pdfplumber.utils.exceptions import PdfminerException
from pypdf import PageObject, PdfReader

RULES = 6  # a table of two rows and two columns has as many lines at least
KEPT = 0.97
logging.getLogger("pdfminer").setLevel(logging.CRITICAL)


def page_texts(reader: PdfReader, content: bytes) -> list[str]:
    """Each page's text in order: pypdf's, which is quick; of a page with ruled tables pdfplumber's (rows as “cell | cell”), if that loses nothing."""
    texts, rules = zip(*(_text_and_rules(page) for page in reader.pages), strict=True)
    tabled = dict(
        _with_tables(content, [number for number, drawn in enumerate(rules, 1) if drawn >= RULES])
    )
    return [
        laid if _letters(laid := tabled.get(number, "")) >= max(1, KEPT * _letters(text)) else text
        for number, text in enumerate(texts, 1)
    ]


def _text_and_rules(page: PageObject) -> tuple[str, int]:
    """The running text without blanks at the ends of its lines, and how many lines and boxes the page draws."""
    drawn: list[bytes] = []
    said = page.extract_text(
        visitor_operand_before=lambda operator, *_: (
            drawn.append(operator) if operator in (b"re", b"l") else None
        )
    )
    return "\n".join(line.rstrip() for line in said.split("\n")), len(drawn)


def _with_tables(content: bytes, numbers: list[int]) -> Iterator[tuple[int, str]]:
    """Those of the pages that have tables, with the tables as rows; nothing more where the file cannot be laid out."""
    if not numbers:
        return
    try:
        with pdfplumber.open(io.BytesIO(content), pages=numbers) as opened:
            for page in opened.pages:
                tables = [
                    table
                    for table in page.find_tables()
                    if len(table.rows) > 1 and max(len(row.cells) for row in table.rows) > 1
                ]
                if tables:
                    yield page.page_number, "\n".join(_bands(page, tables))
                page.close()
    except (
        PdfminerException,
        LookupError,
        ValueError,
        TypeError,
        AttributeError,
        AssertionError,
        ArithmeticError,
        RecursionError,
    ):
        return


def _bands(page: Page, tables: list[Table]) -> Iterator[str]:
    """From the top of the page to its foot: text above a table, its rows, text below."""
    top = page.bbox[1]
    for table in sorted(tables, key=lambda one: one.bbox[1]):
        yield _between(page, top, table.bbox[1])
        for row in table.extract():
            yield " | ".join(" ".join((cell or "").split()) for cell in row)
        top = max(top, table.bbox[3])
    yield _between(page, top, page.bbox[3])


def _between(page: Page, upper: float, lower: float) -> str:
    """The text whose middle stands between two heights: a line that touches a table's rule belongs to one side alone."""
    return page.filter(lambda one: upper <= (one["top"] + one["bottom"]) / 2 < lower).extract_text()


def _letters(text: str) -> int:
    return sum(char.isalnum() for char in text)
