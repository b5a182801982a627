"""A sheet as rows of cells with their coordinates, whatever kind of file it came from."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Any, NamedTuple

from data_access.intake.cell_marks import NO_MARKS, Marks

_SPACES = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u3000]+")
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u2060\ufeff\ud800-\udfff]")


class Sheet(NamedTuple):
    """`rows` are lists of cells (str, float, bool, date or datetime; '' = blank) of one width, from A1 on; a number that is shown in
    percent is the text that is seen (“95.5%”). `marks` tells what the cells show beside their values; `widths` how many cells each line
    of a text file has (None for workbooks)."""

    file: str
    name: str | None
    rows: list[list[Any]]
    marks: Marks
    widths: list[int] | None = None


def sheet(
    file: str,
    name: str | None,
    rows: list[list[Any]],
    marks: Marks = NO_MARKS,
    widths: list[int] | None = None,
) -> Sheet:
    """A sheet with clean text (NFC, no invisible characters), percent as it is seen, and rows of one width."""
    width = max(map(len, rows), default=0)
    cleaned: list[list[Any]] = [
        [clean(cell) if isinstance(cell, str) else cell for cell in row] + [""] * (width - len(row))
        for row in rows
    ]
    for (row, column), factor in marks.percent.items():
        if (
            row < len(cleaned)
            and column < width
            and type(cell := cleaned[row][column]) in (int, float)
        ):
            cleaned[row][column] = f"{round(cell * factor, 9):.12g}%"
    return Sheet(file, name, cleaned, marks, widths)


@lru_cache(maxsize=16_384)
def clean(text: str) -> str:
    """NFC, one kind of space, no control or invisible characters, no space at the ends."""
    if text.isascii() and text.isprintable():
        return _SPACES.sub(" ", text).strip()
    return _SPACES.sub(
        " ", _UNSEEN.sub("", unicodedata.normalize("NFC", text).replace("\r", ""))
    ).strip()


def letters(column: int) -> str:
    """Excel's name of a column counted from 0: `letters(0) == "A"`, `letters(27) == "AB"`."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


LETTERS = tuple(letters(column) for column in range(26 + 26**2))
"""Names of the columns of one and of two letters, as people are shown them beside a part of a sheet."""


def a1(row: int, column: int) -> str:
    """Excel's name of a cell counted from 0: `a1(4, 2) == "C5"`."""
    return f"{letters(column)}{row + 1}"


def text_of(cell: Any) -> str:
    """A cell as a person sees it: whole floats without “.0”, dates as 20/9/2019, True as “TRUE”."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if hasattr(cell, "year"):
        return f"{cell.day}/{cell.month}/{cell.year}"
    return str(cell)
