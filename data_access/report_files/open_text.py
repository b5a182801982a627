"""OpenDocument (.odt) and rich text (.rtf) → paragraphs and table rows, without an office suite."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from lxml import etree
from striprtf.striprtf import rtf_to_text

from data_access.report_files.report_document import (
    MAX_INFLATED,
    Document,
    UnreadableDocumentError,
    damaged,
    inflated,
    joined,
)

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_LEFT_OUT = {f"{_TEXT}tracked-changes", f"{_OFFICE}annotation", f"{_TEXT}note-citation"}


def is_open_text(content: bytes) -> bool:
    """Whether a zip archive calls itself an OpenDocument text."""
    return b"mimetypeapplication/vnd.oasis.opendocument.text" in content[:200]


def from_odt(name: str, content: bytes) -> Document:
    """Each paragraph and table row with its place. Raises UnreadableDocumentError (too_large, damaged)."""
    with damaged(name):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if inflated(archive) > MAX_INFLATED:
                raise UnreadableDocumentError(
                    "too_large", name=name, size=MAX_INFLATED // 1_000_000
                )
            root = etree.fromstring(
                archive.read("content.xml"),
                etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False),
            )
    body = root.find(f".//{_OFFICE}text")
    if body is None:
        raise UnreadableDocumentError("damaged", name=name)
    text, places = joined(_blocks(body))
    return Document(text, places)


def from_rtf(name: str, content: bytes) -> Document:
    """The text of a .rtf file by lines; cells of a row are parted by “ | ”. Raises UnreadableDocumentError (damaged)."""
    with damaged(name):
        text = rtf_to_text(content.decode("latin-1"), errors="replace")
    lines = [" | ".join(line.rstrip("|").split("|")) for line in text.splitlines()]
    whole, places = joined((f"dòng {number}", line) for number, line in enumerate(lines, 1))
    return Document(whole, places)


def _blocks(body: etree._Element) -> Iterator[tuple[str, str]]:
    paragraphs = tables = 0
    for node in body.iter(f"{_TEXT}p", f"{_TEXT}h", f"{_TABLE}table-row"):
        inside = any(above.tag == f"{_TABLE}table-row" for above in node.iterancestors())
        if node.tag == f"{_TABLE}table-row":
            tables += 1
            cells = [
                _cell(one)
                for one in node.iterchildren(f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
            ]
            if any(cells) and not inside:
                yield f"hàng {tables} của bảng", " | ".join(cells)
        elif not inside and not _is_left_out(node):
            paragraphs += 1
            if words := _words(node):
                yield f"đoạn {paragraphs}", words + "\n"


def _cell(cell: etree._Element) -> str:
    return " ".join(words for one in cell.iter(f"{_TEXT}p", f"{_TEXT}h") if (words := _words(one)))


def _is_left_out(node: etree._Element) -> bool:
    return any(above.tag in _LEFT_OUT for above in node.iterancestors())


def _words(paragraph: etree._Element) -> str:
    """The text of a paragraph; blanks, tabs and line breaks are elements of their own."""
    pieces = [paragraph.text or ""]
    for node in paragraph.iterdescendants():
        if node.tag == f"{_TEXT}s":
            pieces.append(" " * int(node.get(f"{_TEXT}c", "1")))
        elif node.tag == f"{_TEXT}tab":
            pieces.append(" ")
        elif node.tag == f"{_TEXT}line-break":
            pieces.append("\n")
        elif not _is_left_out(node) and node.tag not in _LEFT_OUT:
            pieces.append(node.text or "")
        pieces.append(node.tail or "")
    return "".join(pieces).strip()
