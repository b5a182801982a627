"""PDF files and photos → the text of each page; pages that are pictures by recognising their letters on this machine."""

from __future__ import annotations

from collections.abc import Sequence

import pypdfium2
from pypdfium2 import raw

from data_access.legacy import is_syllable, legacy_encoding
from data_access.pdf_text import PDFIUM, page_texts
from data_access.plausible import is_torn, lacks_accents
from data_access.report_files.report_document import Document, UnreadableDocumentError, joined
from data_access.scans import Recognised, Told, can_recognise, page_pictures, photo, recognised

MAX_PAGES = 400
MAX_SCANNED = 120
MIN_LETTERS_A_PAGE = 25
FROM_PICTURE = "trang {number}, chữ đọc từ ảnh"


def from_pdf(name: str, content: bytes, told: Told | None = None) -> Document:
    """Each page with its place. Raises UnreadableDocumentError (protected, damaged, too_many_pages, scanned, no_recogniser)."""
    with PDFIUM:
        pages = _pages(name, content)
    doubted = [number for number, text in enumerate(pages, 1) if _is_poor(text)][:MAX_SCANNED]
    able = bool(doubted) and can_recognise()
    read = recognised(page_pictures(content, doubted), told) if able else []
    better = {
        number: one
        for number, one in zip(doubted, read, strict=False)
        if _worth(one.text) > _worth(pages[number - 1])
    }
    return _document(name, pages, better, able)


def from_photo(name: str, content: bytes) -> Document:
    """A photo of one page. Raises UnreadableDocumentError (unsupported, scanned, no_recogniser)."""
    picture = photo(content)
    if picture is None:
        raise UnreadableDocumentError("unsupported", name=name)
    able = can_recognise()
    read = recognised([picture])[0] if able else Recognised()
    return _document(name, [""], {1: read} if _letters(read.text) else {}, able)


def _document(
    name: str, pages: Sequence[str], better: dict[int, Recognised], able: bool
) -> Document:
    texts = [
        better[number].text if number in better else text for number, text in enumerate(pages, 1)
    ]
    wordless = tuple(
        number for number, text in enumerate(texts, 1) if _letters(text) < MIN_LETTERS_A_PAGE
    )
    if len(wordless) == len(pages):
        code = "scanned" if able else "no_recogniser"
        raise UnreadableDocumentError(code, name=name, pages=len(pages))
    labels = [
        FROM_PICTURE.format(number=number) if number in better else f"trang {number}"
        for number in range(1, len(pages) + 1)
    ]
    text, places = joined(zip(labels, texts, strict=True))
    doubtful = [
        (places[number - 1][0] + start, places[number - 1][0] + end)
        for number, one in better.items()
        for start, end in one.doubtful
    ]
    boxes = tuple(
        (places[number - 1][0] + start, places[number - 1][0] + end, number, box)
        for number, one in better.items()
        for start, end, box in one.boxes
    )
    return Document(text, places, wordless, (), tuple(better), tuple(doubtful), boxes)


def _pages(name: str, content: bytes) -> list[str]:
    try:
        with pypdfium2.PdfDocument(content) as opened:
            if len(opened) > MAX_PAGES:
                raise UnreadableDocumentError("too_many_pages", name=name, pages=len(opened))
            return page_texts(opened, content)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code == raw.FPDF_ERR_PASSWORD
        raise UnreadableDocumentError("protected" if locked else "damaged", name=name) from error


def _is_poor(text: str) -> bool:
    """Whether a page is worth reading as a picture: no words, letters torn apart, or a scanner's text without accents.

    An old encoding looks torn, too, and is converted without a picture.
    """
    if legacy_encoding(text) in ("TCVN3", "VNI"):
        return False
    return _letters(text) < MIN_LETTERS_A_PAGE or is_torn(text) or lacks_accents(text)


def _worth(text: str) -> int:
    """How many whole words with their accents a text has: the better of two readings of a page has more."""
    return sum(
        not word.isascii() and is_syllable(word.strip('.,;:!?()"“”')) for word in text.split()
    )


def _letters(text: str) -> int:
    return sum(char.isalpha() for char in text)
