"""Where a figure stands, in words: file, sheet, cell."""

from __future__ import annotations

import re

from dashboard.writing.formats import is_missing

NOWHERE = "chưa có tệp nào trong kho"
MANY_CELLS = "nhiều ô"
ON_SCREEN = "Nhập trên màn hình"
"""Stands for a file where rows were typed on a page."""

_CELL = re.compile(r"[A-Z]{1,3}\d+(:[A-Z]{1,3}\d+)?")


def source_words(file: object, sheet: object = None, cell: object = None) -> str:
    """A figure's place.

    >>> source_words("khoi.xlsx", "Kết quả", "G13"), source_words("units.csv", None, "A16")
    ('khoi.xlsx, trang “Kết quả”, ô G13', 'units.csv, ô A16')
    >>> source_words("khoi.xlsx"), source_words(None)
    ('khoi.xlsx, nhiều ô', 'chưa có tệp nào trong kho')
    >>> source_words("bao-cao.docx", None, "đoạn 12")
    'bao-cao.docx, đoạn 12'
    """
    if is_missing(file):
        return NOWHERE
    if file == ON_SCREEN:
        return ON_SCREEN
    if is_missing(cell):
        return f"{file}, {MANY_CELLS}"
    place = f"ô {cell}" if _CELL.fullmatch(str(cell)) else str(cell)
    return ", ".join([str(file), *([] if is_missing(sheet) else [f"trang “{sheet}”"]), place])
