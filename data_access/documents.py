"""A unit's report as a file (.docx, .pdf, .txt) → its text, and where in the file each piece of it stands."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace

import docx
import pypdfium2
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml.etree import XMLSyntaxError
from pypdfium2 import raw

from data_access.encodings import decoded
from data_access.legacy import MISREAD, legacy_encoding
from data_access.pdf_text import PDFIUM, page_texts
from data_access.plausible import is_torn, lacks_accents

MAX_BYTES = 25_000_000
MAX_INFLATED = 200_000_000
MAX_PAGES = 400
MIN_LETTERS_A_PAGE = 25


class UnreadableDocumentError(Exception):
    """The file gives no text: ``code`` (too_large, unsupported, damaged, protected, scanned, too_many_pages, legacy_encoding, empty) and ``fields`` say why."""

    def __init__(self, code: str, **fields: object) -> None:
        super().__init__(f"{code}: {fields}")
        self.code = code
        self.fields = fields


@dataclass(frozen=True)
class Document:
    """``text``; ``places``: (offset, label) in order, e.g. (0, "trang 1"), (1042, "bảng 2, hàng 3"); ``wordless_pages``: pages without text.

    ``doubts``: (code, places) of what cannot be the words that were written, e.g. ("torn", "trang 2, trang 5"), ("no_accents", "").
    """

    text: str
    places: tuple[tuple[int, str], ...]
    wordless_pages: tuple[int, ...] = ()
    doubts: tuple[tuple[str, str], ...] = ()


def read_document(name: str, content: bytes) -> Document:
    """The text of a report file, recognised by its content; ``name`` is for messages and for plain text.

    Table rows are lines with cells parted by “ | ”. Raises UnreadableDocumentError for a scanned, damaged, protected, too large or unknown file.
    """
    if len(content) > MAX_BYTES:
        raise UnreadableDocumentError("too_large", name=name, size=len(content) // 1_000_000)
    if content.startswith(b"%PDF") or b"%PDF" in content[:1024]:
        document = _from_pdf(name, content)
    elif content.startswith(b"PK"):
        document = _from_docx(name, content)
    elif content.startswith((b"\xd0\xcf\x11\xe0", b"{\\rtf")):
        raise UnreadableDocumentError("unsupported", name=name)
    else:
        document = _from_text(name, content)
    return _checked(name, document)


def _checked(name: str, document: Document) -> Document:
    if not document.text.strip():
        raise UnreadableDocumentError("empty", name=name)
    if encoding := legacy_encoding(document.text):
        raise UnreadableDocumentError(
            "misread" if encoding == MISREAD else "legacy_encoding", name=name, encoding=encoding
        )
    return replace(document, doubts=_doubts(document))


def _doubts(document: Document) -> tuple[tuple[str, str], ...]:
    """What is told of a text that was read: pages whose letters are torn from their words, a whole text without accents."""
    pages = [(label, piece) for label, piece in _pieces(document) if label.startswith("trang ")]
    torn = [label for label, piece in pages or [("", document.text)] if is_torn(piece)]
    doubts = [("torn", ", ".join(torn))] if torn else []
    return (*doubts, *([("no_accents", "")] if lacks_accents(document.text) and not torn else []))


def _pieces(document: Document) -> Iterator[tuple[str, str]]:
    ends = [*(start for start, _ in document.places[1:]), len(document.text)]
    for (start, label), end in zip(document.places, ends, strict=True):
        yield label, document.text[start:end]


def _from_text(name: str, content: bytes) -> Document:
    text = decoded(content).text
    if text is None or "\x00" in text:
        raise UnreadableDocumentError("unsupported", name=name)
    starts = [0, *(place + 1 for place, char in enumerate(text) if char == "\n")]
    return Document(
        text, tuple((start, f"dòng {number}") for number, start in enumerate(starts, 1))
    )


def _from_pdf(name: str, content: bytes) -> Document:
    with PDFIUM:
        pages = _pdf_pages(name, content)
    wordless = tuple(
        number
        for number, text in enumerate(pages, 1)
        if sum(char.isalpha() for char in text) < MIN_LETTERS_A_PAGE
    )
    if len(wordless) == len(pages):
        raise UnreadableDocumentError("scanned", name=name, pages=len(pages))
    text, places = _joined((f"trang {number}", page) for number, page in enumerate(pages, 1))
    return Document(text, places, wordless)


def _pdf_pages(name: str, content: bytes) -> list[str]:
    try:
        with pypdfium2.PdfDocument(content) as opened:
            if len(opened) > MAX_PAGES:
                raise UnreadableDocumentError("too_many_pages", name=name, pages=len(opened))
            return page_texts(opened, content)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code == raw.FPDF_ERR_PASSWORD
        raise UnreadableDocumentError("protected" if locked else "damaged", name=name) from error


def _from_docx(name: str, content: bytes) -> Document:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if "word/document.xml" not in archive.namelist():
                raise UnreadableDocumentError("unsupported", name=name)
            if _inflated(archive) > MAX_INFLATED:
                raise UnreadableDocumentError(
                    "too_large", name=name, size=MAX_INFLATED // 1_000_000
                )
        opened = docx.Document(io.BytesIO(content))
    except (zipfile.BadZipFile, KeyError, ValueError, XMLSyntaxError, NotImplementedError) as error:
        raise UnreadableDocumentError("damaged", name=name) from error
    text, places = _joined(_blocks(opened))
    return Document(text, places)


def _inflated(archive: zipfile.ZipFile) -> int:
    """Bytes that the archive really holds, counted while inflating and given up above the limit (a declared size may lie)."""
    total = 0
    for member in archive.namelist():
        with archive.open(member) as stream:
            while total <= MAX_INFLATED and (piece := stream.read(1_000_000)):
                total += len(piece)
    return total


def _joined(pieces: Iterator[tuple[str, str]]) -> tuple[str, tuple[tuple[int, str], ...]]:
    text: list[str] = []
    places: list[tuple[int, str]] = []
    offset = 0
    for label, piece in pieces:
        places.append((offset, label))
        text.append(piece + "\n")
        offset += len(piece) + 1
    return "".join(text), tuple(places)


def _blocks(opened: docx.document.Document) -> Iterator[tuple[str, str]]:
    """Paragraphs (with a blank line after each) and table rows in order, each with its place."""
    paragraphs = tables = 0
    for block in opened.iter_inner_content():
        if isinstance(block, Paragraph):
            paragraphs += 1
            if words := _words(block._p):
                yield f"đoạn {paragraphs}", words + "\n"
        else:
            tables += 1
            for row, line in _rows(block):
                yield f"bảng {tables}, hàng {row}", line
            yield f"sau bảng {tables}", ""


def _rows(table: Table) -> Iterator[tuple[int, str]]:
    for number, row in enumerate(table._tbl.tr_lst, 1):
        cells = [
            [words for paragraph in cell.iter(qn("w:p")) if (words := _words(paragraph))]
            for cell in row.tc_lst
        ]
        if len(cells) <= 2 and any(len(lines) > 1 for lines in cells):
            yield number, "\n".join(line for lines in cells for line in lines)
        elif any(cells):
            yield (
                number,
                " | ".join(
                    text
                    for cell, lines in zip(row.tc_lst, cells, strict=True)
                    for text in _spread(" ".join(lines).replace("\n", " "), cell.grid_span)
                ),
            )


def _spread(text: str, columns: int) -> list[str]:
    """A cell over several columns keeps its words in the first and leaves the others empty, so that every row has the same columns."""
    return [text, *[""] * (columns - 1)]


def _words(paragraph) -> str:  # noqa: ANN001 (an lxml element)
    """The text of a paragraph with inserted text, without deleted text and without the second copy of text boxes."""
    pieces = []
    for node in paragraph.iter(qn("w:t"), qn("w:tab"), qn("w:br"), qn("w:noBreakHyphen")):
        if any(parent.tag.endswith("}Fallback") for parent in node.iterancestors()):
            continue
        pieces.append(
            {"t": node.text or "", "noBreakHyphen": "-", "br": "\n"}.get(
                node.tag.rsplit("}", 1)[-1], " "
            )
        )
    return "".join(pieces).strip()
