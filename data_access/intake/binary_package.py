"""Looking into a binary workbook (.xlsb): what its cells show beside their values, from the records of its parts ([MS-XLSB] 2.1.4)."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Iterator

from data_access.intake.archive import Attributes, Budget, UnsafeError, parser_for
from data_access.intake.cell_marks import COLUMNS, ROWS, Marks
from data_access.intake.percent_formats import percent_factor

WORKBOOK = "xl/workbook.bin"
_ROW, _FIRST_CELL, _LAST_CELL, _ERRORS = 0, 1, 11, (3, 11)
_FORMAT, _STYLE, _COLUMN, _SHEET, _MERGED = 44, 47, 60, 156, 176
_BEGIN_STYLES, _END_STYLES = 617, 618
_BUILT_IN_PERCENT = {9: 100, 10: 100}
_NUMBERS = (2, 5, 9)


def marks_of_binary(archive: zipfile.ZipFile, budget: Budget) -> dict[str, Marks]:
    """Sheet name → what its cells show beside their values. Raises `UnsafeError` for a cell too far away."""
    parts = _parts(archive, budget)
    styles = _styles(_content(archive, budget, "xl/styles.bin"))
    return {name: _marks(_content(archive, budget, part), styles) for part, name in parts.items()}


def _content(archive: zipfile.ZipFile, budget: Budget, name: str) -> bytes:
    """A part, inflated within the budget; nothing where it is not there."""
    if name not in archive.namelist():
        return b""
    budget.feed(name, None)
    return archive.read(name)


def _records(content: bytes) -> Iterator[tuple[int, bytes]]:
    """(kind, data) of the records of a part."""
    stream = io.BytesIO(content)
    while head := stream.read(1):
        kind = head[0]
        if kind & 0x80:
            kind = (kind & 0x7F) | (stream.read(1)[0] & 0x7F) << 7
        size = shift = 0
        for _ in range(4):
            byte = stream.read(1)[0]
            size |= (byte & 0x7F) << shift
            shift += 7
            if not byte & 0x80:
                break
        yield kind, stream.read(size)


def _text(data: bytes, start: int) -> tuple[str, int]:
    (length,) = struct.unpack_from("<I", data, start)
    end = start + 4 + (0 if length == 0xFFFFFFFF else 2 * length)
    return data[start + 4 : end].decode("utf-16-le"), end


def _parts(archive: zipfile.ZipFile, budget: Budget) -> dict[str, str]:
    relations = Attributes("Relationship")
    if "xl/_rels/workbook.bin.rels" in archive.namelist():
        budget.feed("xl/_rels/workbook.bin.rels", parser_for(relations))
    targets = {one.get("Id"): one.get("Target", "") for _, one in relations.found}
    parts = {}
    for kind, data in _records(_content(archive, budget, WORKBOOK)):
        if kind == _SHEET:
            relation, end = _text(data, 8)
            target = targets.get(relation, "")
            parts[target.lstrip("/") if target.startswith("/") else f"xl/{target}"] = _text(
                data, end
            )[0]
    return parts


def _styles(content: bytes) -> list[int]:
    """For each style of cells the factor of its percent, 0 for none."""
    formats, styles, within = dict(_BUILT_IN_PERCENT), [], False
    for kind, data in _records(content):
        if kind == _FORMAT:
            formats[struct.unpack_from("<H", data)[0]] = percent_factor(_text(data, 2)[0])
        elif kind in (_BEGIN_STYLES, _END_STYLES):
            within = kind == _BEGIN_STYLES
        elif kind == _STYLE and within:
            styles.append(formats.get(struct.unpack_from("<H", data, 2)[0], 0))
    return styles


def _marks(content: bytes, styles: list[int]) -> Marks:
    marks, row = Marks({}, {}, [], frozenset(), frozenset()), 0
    hidden_rows: set[int] = set()
    hidden_columns: set[int] = set()
    for kind, data in _records(content):
        if kind == _ROW and len(data) > 11:
            (row,) = struct.unpack_from("<I", data)
            if data[11] & 0x10:
                hidden_rows.add(row)
        elif _FIRST_CELL <= kind <= _LAST_CELL:
            _note_cell(marks, kind, row, data, styles)
        elif kind == _COLUMN and data[16] & 1:
            first, last = struct.unpack_from("<II", data)
            hidden_columns.update(range(first, min(last + 1, COLUMNS)))
        elif kind == _MERGED:
            top, bottom, left, right = struct.unpack_from("<IIII", data)
            marks.merged.append((top, left, bottom, right))
    return marks._replace(
        hidden_rows=frozenset(hidden_rows), hidden_columns=frozenset(hidden_columns)
    )


def _note_cell(marks: Marks, kind: int, row: int, data: bytes, styles: list[int]) -> None:
    column, style = struct.unpack_from("<II", data)
    style &= 0xFFFFFF
    if kind != _FIRST_CELL and (row >= ROWS or column >= COLUMNS):
        raise UnsafeError("sheet_too_large", rows=row + 1, columns=column + 1)
    if kind in _ERRORS:
        marks.unread[row, column] = "#N/A"
    elif kind in _NUMBERS and style < len(styles) and styles[style]:
        marks.percent[row, column] = styles[style]
