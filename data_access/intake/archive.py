"""Looking into a zipped workbook before it is read: what would blow up, what is hidden in it, what Excel could not calculate."""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from io import BytesIO
from typing import Any, NamedTuple
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

INFLATED_BYTES = 400_000_000
RATIO = 300  # a sheet of equal rows packs about 1:60
_RATIO_FROM = 5_000_000
_PARTS = 5_000
_ROWS, _COLUMNS = 200_000, 2_000
_CHUNK = 1 << 16
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_UNREAD_LIMIT = 5_000
_MERGED_LIMIT = 20_000
# What the standard library raises for archives that are cut off, forged or packed in ways that no workbook is.
_BROKEN = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    struct.error,
    NotImplementedError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    ValueError,
)


class UnsafeError(Exception):
    """The workbook must not be opened: `code` and `fields` of a problem."""

    def __init__(self, code: str, **fields: Any) -> None:
        super().__init__(code)
        self.code, self.fields = code, fields


class Scan(NamedTuple):
    """What a look into the archive found; `unread`: sheet name → (row, column) from 0 → what Excel shows (`formula` = never calculated);
    `merged`: sheet name → cells merged downwards as (row, column, last row) from 0."""

    macros: bool
    external_links: bool
    unread: dict[str, dict[tuple[int, int], str]]
    merged: dict[str, list[tuple[int, int, int]]]


def scan(content: bytes) -> Scan:
    """Look into the workbook without opening it. Raises `UnsafeError` if it is none, is broken or would blow up."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            return _scanned(archive)
    except DefusedXmlException as error:
        raise UnsafeError("workbook_unsafe", reason="entities") from error
    except ParseError as error:
        raise UnsafeError("workbook_broken", reason="content") from error
    except _BROKEN as error:
        raise UnsafeError("workbook_broken", reason="archive") from error


def _scanned(archive: zipfile.ZipFile) -> Scan:
    names = archive.namelist()
    if len(names) > _PARTS or len(set(names)) < len(names):
        raise UnsafeError("workbook_unsafe", reason="parts")
    if "xl/workbook.xml" not in names:
        raise UnsafeError("not_a_workbook", kind=_kind(names))
    budget = _Budget(archive)
    sheets = _sheet_names(archive, budget)
    unread, merged = {}, {}
    for name in names:
        if name in sheets:
            seen = _Cells()
            budget.feed(name, _parser(seen))
            unread[sheets[name]], merged[sheets[name]] = seen.unread, seen.merged
        elif name.endswith((".xml", ".rels")):
            budget.feed(name, _parser(_Nothing()))
        else:
            budget.feed(name, None)
    return Scan(
        "xl/vbaProject.bin" in names,
        any(name.startswith("xl/externalLinks/") for name in names),
        unread,
        merged,
    )


def _kind(names: list[str]) -> str:
    folders = {"word": "docx", "ppt": "pptx", "xl": "xlsb", "content.xml": "ods"}
    return next(
        (
            kind
            for folder, kind in folders.items()
            if any(name.split("/")[0] == folder for name in names)
        ),
        "zip",
    )


class _Budget:
    """Inflates parts piece by piece and stops when they grow beyond any real workbook."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._spent = 0

    def feed(self, name: str, parser: DefusedXMLParser | None) -> None:
        packed = max(self._archive.getinfo(name).compress_size, 1)
        size = 0
        with self._archive.open(name) as part:
            while chunk := part.read(_CHUNK):
                size += len(chunk)
                self._spent += len(chunk)
                if self._spent > INFLATED_BYTES or (size > _RATIO_FROM and size / packed > RATIO):
                    raise UnsafeError("workbook_unsafe", reason="inflates")
                if parser is not None:
                    parser.feed(chunk)
        if parser is not None:
            parser.close()


class _Nothing:
    """Takes an XML part and keeps nothing: only whether it is safe to parse matters."""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""

    def data(self, text: str) -> None:
        """Text inside an element."""

    def end(self, tag: str) -> None:
        """An element ends."""

    def close(self) -> None:
        """The part ends."""


def _parser(target: _Nothing) -> DefusedXMLParser:
    """A parser that refuses any DTD and hands elements straight to the target: half the time of building them first."""
    parser = DefusedXMLParser(target=target, forbid_dtd=True)
    expat = parser.parser
    expat.ordered_attributes = False
    expat.StartElementHandler, expat.CharacterDataHandler, expat.EndElementHandler = (
        target.start,
        target.data,
        target.end,
    )
    return parser


class _Attributes(_Nothing):
    """Collects the attributes of one kind of element."""

    def __init__(self, tag: str) -> None:
        self._tag = tag
        self.found: list[dict[str, str]] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag.rpartition("}")[2] == self._tag:
            self.found.append({key.rpartition("}")[2]: value for key, value in attributes.items()})


def _sheet_names(archive: zipfile.ZipFile, budget: _Budget) -> dict[str, str]:
    """part → sheet name, from the workbook and its relations."""
    relations, sheets = _Attributes("Relationship"), _Attributes("sheet")
    if "xl/_rels/workbook.xml.rels" in archive.namelist():
        budget.feed("xl/_rels/workbook.xml.rels", _parser(relations))
    budget.feed("xl/workbook.xml", _parser(sheets))
    parts = {one.get("Id"): one.get("Target", "") for one in relations.found}
    named = {parts.get(one.get("id"), ""): one.get("name", "") for one in sheets.found}
    return {
        (target.lstrip("/") if target.startswith("/") else f"xl/{target}"): name
        for target, name in named.items()
        if target
    }


class _Cells(_Nothing):
    """Walks a sheet's cells: refuses far ones, remembers errors, formulas without a value and cells merged downwards."""

    def __init__(self) -> None:
        self.unread: dict[tuple[int, int], str] = {}
        self.merged: list[tuple[int, int, int]] = []
        self._cell: tuple[int, int] | None = None
        self._type, self._formula, self._text = "", False, ""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition("}")[2]
        if name == "c":
            self._cell = _place(attributes.get("r", ""))
            self._type, self._formula, self._text = attributes.get("t", ""), False, ""
        elif name in ("v", "is", "f"):
            self._formula = self._formula or name == "f"
            _check_near(self._cell)
        elif name == "mergeCell":
            self._note_merged(*map(_place, attributes.get("ref", "").partition(":")[::2]))

    def data(self, text: str) -> None:
        if self._type == "e" or self._formula:
            self._text += text[:20]

    def end(self, tag: str) -> None:
        name = tag.rpartition("}")[2]
        if name == "f":
            self._text = ""
        elif name == "c":
            self._note()

    def _note_merged(self, first: tuple[int, int] | None, last: tuple[int, int] | None) -> None:
        if (
            first
            and last
            and first[1] == last[1]
            and first[0] < last[0]
            and len(self.merged) < _MERGED_LIMIT
        ):
            self.merged.append((*first, last[0]))

    def _note(self) -> None:
        if self._cell is None or len(self.unread) >= _UNREAD_LIMIT:
            return
        if self._type == "e":
            self.unread[self._cell] = self._text.strip() or "#N/A"
        elif self._formula and not self._text.strip():
            self.unread[self._cell] = "formula"


def _place(reference: str) -> tuple[int, int] | None:
    found = _REFERENCE.fullmatch(reference)
    if found is None:
        return None
    row, column = int(found[2]), 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    return row - 1, column - 1


def _check_near(cell: tuple[int, int] | None) -> None:
    """A value far away makes a reader fill the whole rectangle in between; a format far away does not matter."""
    if cell is not None and (cell[0] >= _ROWS or cell[1] >= _COLUMNS):
        raise UnsafeError("sheet_too_large", rows=cell[0] + 1, columns=cell[1] + 1)
