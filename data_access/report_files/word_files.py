"""Word files (.docx) → paragraphs and table rows in order; old ones (.doc) by way of LibreOffice, where it is installed."""

from __future__ import annotations

import io
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from data_access.report_files.report_document import (
    MAX_INFLATED,
    Document,
    UnreadableDocumentError,
    damaged,
    inflated,
    joined,
)

SECONDS = 120  # for LibreOffice to open one old file


def from_docx(name: str, content: bytes) -> Document:
    """Each paragraph and table row with its place. Raises UnreadableDocumentError (unsupported, too_large, damaged)."""
    with damaged(name):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if "word/document.xml" not in archive.namelist():
                raise UnreadableDocumentError("unsupported", name=name)
            if inflated(archive) > MAX_INFLATED:
                raise UnreadableDocumentError(
                    "too_large", name=name, size=MAX_INFLATED // 1_000_000
                )
        text, places = joined(_blocks(docx.Document(io.BytesIO(content))))
    return Document(text, places)


def from_doc(name: str, content: bytes) -> Document:
    """A .doc file as LibreOffice reads it. Raises UnreadableDocumentError: no_office where it is not installed, damaged where it gives nothing."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        raise UnreadableDocumentError("no_office", name=name)
    with tempfile.TemporaryDirectory() as folder:
        given, made = Path(folder) / "given.doc", Path(folder) / "given.docx"
        given.write_bytes(content)
        command = [
            office,
            f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "docx",
            "--outdir",
            folder,
            str(given),
        ]
        try:
            subprocess.run(command, capture_output=True, check=False, timeout=SECONDS)
        except subprocess.TimeoutExpired as error:
            raise UnreadableDocumentError("damaged", name=name) from error
        if not made.exists():
            raise UnreadableDocumentError("damaged", name=name)
        return from_docx(name, made.read_bytes())


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
