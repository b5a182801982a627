"""The text of each page of a PDF by the places of its glyphs; where lines are ruled into a table, its rows with their cells apart."""

from __future__ import annotations

import ctypes
import io
import logging
import threading
from collections import Counter
from collections.abc import Iterator
from math import hypot, pi

import pdfplumber
import pypdfium2
from pdfplumber.page import Page
from pdfplumber.utils.exceptions import PdfminerException
from pypdfium2 import raw

from data_access.glyphs import Glyph
from data_access.page_layout import text_of

RULES = 6  # a table of two rows and two columns has as many lines at least
KEPT = 0.97
PDFIUM = threading.Lock()  # the library may be used by one thread at a time
logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
_LEFT_OUT = {0, 0xFFFE, 0xFFFF}

Band = tuple[float, float, str]
"""Top and foot of a table, in points from the top of the page, and its rows as lines."""


def page_texts(opened: pypdfium2.PdfDocument, content: bytes) -> list[str]:
    """Each page's text in order, letters by their places; of a page with ruled tables the tables as rows “cell | cell”, if that loses nothing.

    The caller holds `PDFIUM`.
    """
    pages = [_glyphs_and_rules(opened[number]) for number in range(len(opened))]
    ruled = [number for number, (_, drawn) in enumerate(pages, 1) if drawn >= RULES]
    tables = dict(_tables(content, ruled))
    return [_page(glyphs, tables.get(number, [])) for number, (glyphs, _) in enumerate(pages, 1)]


def _page(glyphs: list[Glyph], tables: list[Band]) -> str:
    text = text_of(glyphs)
    if not tables:
        return text
    laid = "\n".join(_bands(glyphs, tables))
    return laid if _letters(laid) >= max(1, KEPT * _letters(text)) else text


def _glyphs_and_rules(page: pypdfium2.PdfPage) -> tuple[list[Glyph], int]:
    """The letters of a page as it stands when read, and how many lines and boxes it draws."""
    drawn = sum(1 for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=3))
    written = page.get_textpage()
    try:
        return _upright(list(_placed(written.raw)), page.get_bbox()), drawn
    finally:
        written.close()
        page.close()


def _placed(text: raw.FPDF_TEXTPAGE) -> Iterator[tuple[int, float, float, float, float, str]]:
    """(turn in quarters, x and y where it begins, how far it goes, size, char) of each letter in the page's own coordinates."""
    x, y = ctypes.c_double(), ctypes.c_double()
    box, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
    for index in range(raw.FPDFText_CountChars(text)):
        code = raw.FPDFText_GetUnicode(text, index)
        if code in _LEFT_OUT or code < 32 or raw.FPDFText_IsGenerated(text, index) == 1:
            continue
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        raw.FPDFText_GetLooseCharBox(text, index, box)
        turn = round(raw.FPDFText_GetCharAngle(text, index) / (pi / 2)) % 4
        raw.FPDFText_GetMatrix(text, index, matrix)
        size = raw.FPDFText_GetFontSize(text, index) * hypot(matrix.c, matrix.d)
        yield turn, x.value, y.value, _along(box, turn), size or 1.0, chr(code)


def _along(box: raw.FS_RECTF, turn: int) -> float:
    return (box.right, box.top, box.left, box.bottom)[turn]


def _upright(
    placed: list[tuple[int, float, float, float, float, str]],
    bbox: tuple[float, float, float, float],
) -> list[Glyph]:
    """The letters that stand as most of the page does, the page turned so that they are upright, measured from its top left corner."""
    if not placed:
        return []
    turn = Counter(one[0] for one in placed).most_common(1)[0][0]
    left, bottom, right, top = bbox
    made = []
    for own, x, y, far, size, char in placed:
        if own == turn:
            start, end, base = (
                (x - left, far - left, top - y),
                (y - bottom, far - bottom, x - left),
                (right - x, right - far, y - bottom),
                (top - y, top - far, right - x),
            )[turn]
            made.append(Glyph(base, min(start, end), max(start, end), size, char))
    return made


def _bands(glyphs: list[Glyph], tables: list[Band]) -> Iterator[str]:
    """From the top of the page to its foot: text above a table, its rows, text below."""
    upper = float("-inf")
    for top, foot, rows in [*tables, (float("inf"), float("inf"), "")]:
        between = [
            one
            for one in glyphs
            if upper <= one.y - 0.3 * one.size and one.y - 0.3 * one.size < top
        ]
        if between:
            yield text_of(between)
        if rows:
            yield rows
        upper = max(upper, foot)


def _tables(content: bytes, numbers: list[int]) -> Iterator[tuple[int, list[Band]]]:
    """Those of the pages that have ruled tables, with the tables; nothing more where the file cannot be laid out."""
    if not numbers:
        return
    try:
        with pdfplumber.open(io.BytesIO(content), pages=numbers) as opened:
            for page in opened.pages:
                yield page.page_number, _ruled(page)
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


def _ruled(page: Page) -> list[Band]:
    tables = [
        table
        for table in page.find_tables()
        if len(table.rows) > 1 and max(len(row.cells) for row in table.rows) > 1
    ]
    return [
        (
            table.bbox[1],
            table.bbox[3],
            "\n".join(
                " | ".join(" ".join((cell or "").split()) for cell in row)
                for row in table.extract()
            ),
        )
        for table in sorted(tables, key=lambda one: one.bbox[1])
    ]


def _letters(text: str) -> int:
    return sum(char.isalnum() for char in text)
