"""What kind of file some bytes are, told by the bytes and not by the name, and its sheets."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePath
from typing import Any

from data_access.intake.delimited import note_legacy, sheet_of_text
from data_access.intake.html_tables import sheets_of_html
from data_access.intake.open_document import is_open_document, sheets_of_open_document
from data_access.intake.problems import Problems
from data_access.intake.sheets import Sheet
from data_access.intake.workbook import sheets_of_workbook
from data_access.legacy import legacy_encoding

LIMIT_BYTES = 50_000_000
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_EMPTY_ZIP = b"PK\x05\x06"
_MARKUP = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|\?xml|table|head)", re.IGNORECASE
)
_OTHERS = {
    b"%PDF": "pdf",
    b"\x89PNG": "png",
    b"\xff\xd8\xff": "jpg",
    b"GIF8": "gif",
    b"Rar!": "rar",
    b"7z\xbc\xaf": "7z",
    b"\x1f\x8b": "gz",
    b"{\\rtf": "rtf",
    b"II*\x00": "tiff",
    b"MM\x00*": "tiff",
    b"BM": "bmp",
    b"RIFF": "webp",
    b"MIME-Version:": "mht",
}
_TEXTS = {".csv", ".tsv", ".txt", ""}
_WORKBOOKS = {".xlsx", ".xlsm", ".xlsb", ".xls", ".xltx", ".ods"}
_TABLES = re.compile(rb"<table[\s>]", re.IGNORECASE)


def sheets_of(name: str, content: bytes, problems: Problems) -> list[Sheet]:
    """The sheets of a workbook, or the one sheet of a text file; none, and a problem, if it is neither."""
    if refusal := _refusal(content):
        code, fields = refusal
        problems.add(code, **fields)
        return []
    extension = PurePath(name).suffix.casefold()
    sheets = _opened(name, content, extension, problems)
    return [one for one in sheets if not _note_legacy(one, problems)]


def _opened(name: str, content: bytes, extension: str, problems: Problems) -> list[Sheet]:
    kind, read = _reader(content)
    if extension in (_TEXTS - {""} if kind == "workbook" else _WORKBOOKS):
        problems.add("extension_differs", extension=extension, kind=kind)
    return read(name, content, problems)


def _reader(content: bytes) -> tuple[str, Callable[[str, bytes, Problems], list[Sheet]]]:
    """The kind of file that the bytes are, and what reads it."""
    if is_open_document(content):
        return "workbook", sheets_of_open_document
    if content.startswith((_ZIP, _EMPTY_ZIP, _OLE)):
        return "workbook", sheets_of_workbook
    return ("html", sheets_of_html) if _MARKUP.match(content[:200]) else ("text", sheet_of_text)


def _refusal(content: bytes) -> tuple[str, dict[str, Any]] | None:
    if not content.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        return "file_empty", {}
    if len(content) > LIMIT_BYTES:
        return "file_too_large", {
            "size": round(len(content) / 1e6, 1),
            "limit": LIMIT_BYTES // 1_000_000,
        }
    kind = next((kind for start, kind in _OTHERS.items() if content.startswith(start)), None)
    if content[4:12] in (b"ftypheic", b"ftypheix", b"ftypmif1"):
        kind = "heic"
    if kind is None and _MARKUP.match(content[:200]) and not _TABLES.search(content):
        kind = "html"
    return ("format_unsupported", {"kind": kind}) if kind else None


def _note_legacy(sheet: Sheet, problems: Problems) -> bool:
    """Whether a sheet is written in an old encoding; then it is refused, never stored as mojibake."""
    texts = [
        cell
        for row in sheet.rows[:300]
        for cell in row
        if isinstance(cell, str) and not cell.isascii()
    ]
    found = legacy_encoding(" ".join(dict.fromkeys(texts))[:4000])
    if found:
        note_legacy(found, texts[0], problems, sheet.name)
    return bool(found)
