"""The first sheet of an annotated workbook: everything that is to be put right, line by line."""

from __future__ import annotations

import math

import pandas as pd
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import quote_sheetname
from openpyxl.workbook import Workbook
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.exports.forms import annotated_words as words
from dashboard.wording.problem_sentences import SEVERITIES, problem_sentence
from dashboard.writing import first_letter, theme
from dashboard.writing.formats import count, is_missing

FONT, SIZE = "Times New Roman", 12
WIDTHS = (6, 10, 22, 8, 100, 8)
TOP = 4
LINE = 16  # points: rows are as high as their sentence needs, as not every program works that out when it opens a file


def sentence(problem) -> str:
    """A problem as a sentence."""
    text = ILLEGAL_CHARACTERS_RE.sub("", problem_sentence(problem.code, problem.fields))
    return first_letter.large(text)


def add_list(book: Workbook, file: str, problems: pd.DataFrame) -> None:
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
        sentence(problem),
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
