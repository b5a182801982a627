"""A unit's own workbook with what is to be put right: as notes in its cells, and as a list on a first sheet. Values and looks stay.

Charts and macros do not survive (openpyxl writes neither); formulas stay and Excel works them out when the file is opened.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

import openpyxl
import pandas as pd
from openpyxl.cell.cell import Cell
from openpyxl.comments import Comment
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.exports.forms import annotated_words as words
from dashboard.exports.forms.to_mend import add_list, sentence
from dashboard.wording.problem_sentences import SEVERITIES

ZIP = b"PK\x03\x04"
CLOSED = frozenset({  # codes of the intake for files that must not or cannot be opened
    "file_empty", "file_too_large", "format_unsupported", "not_a_workbook", "workbook_encrypted", "workbook_broken", "workbook_unsafe", "workbook_too_slow", "sheet_too_large",
})  # fmt: skip
NOTE_WIDTH, NOTE_LINE, LETTERS = 320, 18, 44  # px, px a line, letters a line


class NotAnnotatableError(ValueError):
    """A file that takes no notes; the text says why and what to do."""


def annotated(file: str, content: bytes, problems: pd.DataFrame) -> bytes:
    """The workbook as .xlsx with its problems in it. In: the very bytes that the intake read, and the problems that it found in them
    (file, sheet, cell, severity, code, fields). Raises `NotAnnotatableError` for what is no .xlsx, or was refused by the intake.

    A workbook that was annotated before gets new notes in place of the old ones; notes of the unit itself stay.
    """
    book = _opened(file, content, problems)
    _take_back(book)
    for sheet, cell, text in _notes(problems):
        if sheet in book.sheetnames:
            _write_note(book[sheet], cell, text)
    add_list(book, file, problems)
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def takes_notes(content: bytes, problems: pd.DataFrame) -> bool:
    """Whether it is worth trying: an .xlsx that the intake could open."""
    return content.startswith(ZIP) and not set(problems["code"]) & CLOSED


def annotated_or_listed(file: str, content: bytes, problems: pd.DataFrame) -> bytes:
    """`annotated`; of a file that takes no notes after all, the list of its problems alone."""
    try:
        return annotated(file, content, problems)
    except NotAnnotatableError:
        book = openpyxl.Workbook()
        add_list(book, file, problems)
        del book[book.sheetnames[1]]
        saved = io.BytesIO()
        book.save(saved)
        return saved.getvalue()


def _opened(file: str, content: bytes, problems: pd.DataFrame) -> Workbook:
    if set(problems["code"]) & (CLOSED - {"format_unsupported", "not_a_workbook", "file_empty"}):
        raise NotAnnotatableError(words.NOT_OPENED.format(file=file))
    if not takes_notes(content, problems):
        raise NotAnnotatableError(words.NOT_EXCEL.format(file=file))
    try:
        return openpyxl.load_workbook(io.BytesIO(content))
    except (
        InvalidFileException,
        zipfile.BadZipFile,
        zlib.error,
        KeyError,
        ValueError,
        TypeError,
        AttributeError,
        EOFError,
        OSError,
    ) as error:  # what openpyxl raises for files that Excel would repair
        raise NotAnnotatableError(words.NOT_OPENED.format(file=file)) from error


def _take_back(book: Workbook) -> None:
    """Remove the list and the notes of an earlier round."""
    if words.SHEET in book.sheetnames and len(book.sheetnames) > 1:
        del book[words.SHEET]
    present = [
        cell for sheet in book.worksheets for cell in sheet._cells.values()
    ]  # iter_rows would make a cell of every place up to the farthest one
    for cell in present:
        if cell.comment and words.MARK in cell.comment.text:
            own = cell.comment.text.split(words.MARK)[0].rstrip()
            cell.comment = Comment(own, cell.comment.author) if own else None


def _notes(problems: pd.DataFrame) -> Iterator[tuple[str, str, str]]:
    """Sheet, cell and all that is to be said there, for problems that stand in a cell."""
    placed = problems[problems["sheet"].notna() & problems["cell"].notna()]
    for (sheet, cell), found in placed.groupby(["sheet", "cell"], sort=False):
        yield (
            sheet,
            cell,
            "\n".join(f"{SEVERITIES[one.severity]}: {sentence(one)}" for one in found.itertuples()),
        )


def _write_note(sheet: Worksheet, place: str, text: str) -> None:
    cell = _shown_cell(sheet, place)
    own = f"{cell.comment.text.rstrip()}\n\n" if cell.comment else ""
    whole = f"{own}{words.MARK} {text}"
    lines = sum(1 + len(line) // LETTERS for line in whole.splitlines())
    cell.comment = Comment(
        whole,
        cell.comment.author if cell.comment else words.AUTHOR,
        width=NOTE_WIDTH,
        height=NOTE_LINE * (lines + 1),
    )


def _shown_cell(sheet: Worksheet, place: str) -> Cell:
    """The cell, or the first one of the merged cells that it is part of: only that one bears a note."""
    merged = next((one for one in sheet.merged_cells.ranges if place in one), None)
    return sheet.cell(merged.min_row, merged.min_col) if merged else sheet[place]
