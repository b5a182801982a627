"""A unit's report as a file → its text, and where in the file each piece of it stands: Word, PDF, OpenDocument, rich and plain text, scans, photos."""

from __future__ import annotations

from dataclasses import replace

from data_access.encodings import decoded
from data_access.legacy import MISREAD, converted, legacy_encoding
from data_access.page_pieces import cut_out
from data_access.plausible import is_torn, lacks_accents
from data_access.report_files.open_text import from_odt, from_rtf, is_open_text
from data_access.report_files.pdf_files import from_pdf, from_photo
from data_access.report_files.report_document import (
    MAX_BYTES,
    Document,
    UnreadableDocumentError,
    joined,
)
from data_access.report_files.word_files import from_doc, from_docx
from data_access.scans import Told, page_picture

__all__ = ["Document", "UnreadableDocumentError", "cut_out", "page_picture", "read_document"]

_PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"II*\x00", b"MM\x00*")


def read_document(name: str, content: bytes, told: Told | None = None) -> Document:
    """The text of a report file, recognised by its content; ``name`` is for messages. ``told``: called while pages are recognised.

    Table rows are lines with cells parted by “ | ”. Raises UnreadableDocumentError for a damaged, protected, too large or unknown file, and
    for a scan where nothing can recognise it.
    """
    if len(content) > MAX_BYTES:
        raise UnreadableDocumentError("too_large", name=name, size=len(content) // 1_000_000)
    return _checked(name, _read(name, content, told))


def _read(name: str, content: bytes, told: Told | None) -> Document:
    if content.startswith(b"%PDF") or b"%PDF" in content[:1024]:
        return from_pdf(name, content, told)
    if content.startswith(b"PK"):
        return from_odt(name, content) if is_open_text(content) else from_docx(name, content)
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        return from_doc(name, content)
    if content.startswith(b"{\\rtf"):
        return from_rtf(name, content)
    if content.startswith(_PICTURES):
        return from_photo(name, content)
    return _from_text(name, content)


def _from_text(name: str, content: bytes) -> Document:
    text = decoded(content).text
    if text is None or "\x00" in text:
        raise UnreadableDocumentError("unsupported", name=name)
    starts = [0, *(place + 1 for place, char in enumerate(text) if char == "\n")]
    return Document(
        text, tuple((start, f"dòng {number}") for number, start in enumerate(starts, 1))
    )


def _checked(name: str, document: Document) -> Document:
    if not document.text.strip():
        raise UnreadableDocumentError("empty", name=name)
    encoding = legacy_encoding(document.text)
    if encoding == MISREAD:
        raise UnreadableDocumentError("misread", name=name, encoding=encoding)
    if encoding:
        document = _in_unicode(name, document, encoding)
    return replace(document, doubts=(*document.doubts, *_doubts(document)))


def _in_unicode(name: str, document: Document, encoding: str) -> Document:
    """The text with its old encoding converted line by line, which is told; refused where the outcome does not read as Vietnamese."""
    pieces = [
        (label, converted(piece.removesuffix("\n"), encoding)) for label, piece in document.pieces()
    ]
    text, places = joined(pieces)
    if legacy_encoding(text):
        raise UnreadableDocumentError("legacy_encoding", name=name, encoding=encoding)
    return replace(document, text=text, places=places, doubts=(("converted", encoding),))


def _doubts(document: Document) -> list[tuple[str, str]]:
    """What is told of a text that was read: pages whose letters are torn from their words, a whole text without accents."""
    pages = [(label, piece) for label, piece in document.pieces() if label.startswith("trang ")]
    torn = [label for label, piece in pages or [("", document.text)] if is_torn(piece)]
    doubts = [("torn", ", ".join(torn))] if torn else []
    return [*doubts, *([("no_accents", "")] if lacks_accents(document.text) and not torn else [])]
