"""What is loaded only when somebody asks for it: the writers of files, whose libraries a page that nobody prints does without.

The one place of the screen with imports inside of functions (kept by `tests/test_layers.py`).
"""

from __future__ import annotations

from dashboard.exports.paper.single_pages import Page
from dashboard.writing.table_model import Table


def word_page(page: Page, *, mark: str, foot: str, template: bytes | None) -> bytes:
    """A page as Word (`exports.paper.word.one_page`)."""
    from dashboard.exports.paper import word

    return word.one_page(*_said(page), mark=mark, foot=foot, template=template)


def pdf_page(page: Page, *, mark: str, foot: str) -> bytes:
    """A page as PDF (`exports.paper.pdf.one_page`)."""
    from dashboard.exports.paper import pdf

    return pdf.one_page(*_said(page), mark=mark, foot=foot)


def workbook(table: Table) -> bytes:
    """A table as Excel workbook (`exports.one_table`)."""
    from dashboard.exports.one_table import as_workbook

    return as_workbook(table)


def _said(page: Page) -> tuple:
    return page.title, page.sentences, page.tables, page.charts, page.about
