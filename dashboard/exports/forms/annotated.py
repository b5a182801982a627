"""A unit's own workbook with what is to be put right: as notes in its cells, and as a list on a first sheet. Values and looks stay.

Charts and macros do not survive (openpyxl writes neither); formulas stay and Excel works them out when the file is opened.
"""

from __future__ import annotations

import io
import math
import zipfile
import zlib
from collections.abc import Iterator

import openpyxl
import pandas as pd
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import quote_sheetname
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook import Workbook
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.exports.forms import annotated_words as words
from dashboard.wording.problem_sentences import SEVERITIES, problem_sentence
from dashboard.writing import theme
from dashboard.writing.formats import count, is_missing

ZIP = b"PK\x03\x04"
CLOSED = frozenset({  # codes of the intake for files that must not or cannot be opened
    "file_empty", "file_too_large", "format_unsupported", "not_a_workbook", "workbook_encrypted", "workbook_broken", "workbook_unsafe", "workbook_too_slow", "sheet_too_large",
})  # fmt: skip
FONT, SIZE = "Times New Roman", 12
WIDTHS = (6, 10, 22, 8, 100, 8)
NOTE_WIDTH, NOTE_LINE, LETTERS = 320, 18, 44  # px, px a line, letters a line
TOP = 4
LINE = 16  # points: rows are as high as their sentence needs, as not every program works that out when it opens a file


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
    _add_list(book, file, problems)
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
        _add_list(book, file, problems)
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
            "\n".join(
                f"{SEVERITIES[one.severity]}: {_sentence(one)}" for one in found.itertuples()
            ),
        )


def _sentence(problem) -> str:
    text = ILLEGAL_CHARACTERS_RE.sub("", problem_sentence(problem.code, problem.fields))
    return text[:1].upper() + text[1:]


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


def _add_list(book: Workbook, file: str, problems: pd.DataFrame) -> None:
    """The first sheet: everything found, errors first, each with a link to its cell."""
    sheet = book.create_sheet(words.SHEET, 0)
    errors = int((problems["severity"] == "error").sum())
    summary = (
        words.SUMMARY.format(
            errors=count(errors, "lỗi"), warnings=count(len(problems) - errors, "điều")
        )
        if len(problems)
        else words.CLEAN
    )
    _write(sheet.cell(1, 1), words.TITLE.format(file=file), bold=True)
    _write(sheet.cell(2, 1), summary)
    for column, (heading, width) in enumerate(zip(words.HEADINGS, WIDTHS, strict=True), start=1):
        _write(sheet.cell(TOP, column), heading, bold=True).fill = PatternFill(
            "solid", fgColor=theme.FORM_HEAD[1:]
        )
        sheet.column_dimensions[sheet.cell(TOP, column).column_letter].width = width
    for number, problem in enumerate(
        problems.sort_values("severity", kind="stable").itertuples(), start=1
    ):
        _add_line(book, sheet, TOP + number, number, problem)
    sheet.freeze_panes = sheet.cell(TOP + 1, 1)
    sheet.page_setup.orientation, sheet.page_setup.paperSize, sheet.page_setup.fitToHeight = (
        "landscape",
        sheet.PAPERSIZE_A4,
        0,
    )
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    _show_first(book)


def _add_line(book: Workbook, sheet: Worksheet, row: int, number: int, problem) -> None:
    place = None if is_missing(problem.sheet) else problem.sheet
    cell = None if is_missing(problem.cell) else problem.cell
    values = (
        number,
        SEVERITIES[problem.severity],
        place or words.WHOLE_FILE,
        cell or "",
        _sentence(problem),
        problem.fields.get("rows", 1),
    )
    for column, value in enumerate(values, start=1):
        _write(sheet.cell(row, column), value)
    sheet.row_dimensions[row].height = LINE * max(1, math.ceil(len(values[4]) / (WIDTHS[4] - 8)))
    if place in book.sheetnames and cell:
        link = sheet.cell(row, 4)
        link.hyperlink = Hyperlink(ref=link.coordinate, location=f"{quote_sheetname(place)}!{cell}")
        link.font = Font(name=FONT, size=SIZE, underline="single", color=theme.ACCENT[1:])


def _write(cell: Cell, value: object, *, bold: bool = False) -> Cell:
    """A value that is never taken for a formula."""
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", value) if isinstance(value, str) else value
    if isinstance(value, str):
        cell.data_type = "s"
    cell.font = Font(name=FONT, size=SIZE, bold=bold)
    cell.alignment = Alignment(wrap_text=cell.row >= TOP, vertical="top")
    return cell


def _show_first(book: Workbook) -> None:
    """Open the file at the list, and at it alone: sheets selected together would all take what is typed into one."""
    book.active = 0
    for one in book.worksheets:
        one.sheet_view.tabSelected = one.title == words.SHEET
