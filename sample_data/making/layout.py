"""How a workbook looks: title lines above the header, real numbers and dates, one fixed day inside so that bytes repeat."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import NamedTuple

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

MARK = "SỐ LIỆU MINH HỌA – không phải số liệu của cơ quan, đơn vị có thật"
MADE_ON = dt.datetime(2026, 1, 5)


class Sheet(NamedTuple):
    """`titles` are the lines above the header; every row has as many cells as `headers`; None = an empty cell."""

    name: str
    titles: tuple[str, ...]
    headers: tuple[str, ...]
    rows: list[list[object]]


def save_workbook(path: Path, sheets: list[Sheet]) -> None:
    """Write the sheets that hold rows; overwrites the file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with xlsxwriter.Workbook(
        path, {"strings_to_numbers": False, "strings_to_formulas": False, "in_memory": True}
    ) as book:
        book.set_properties({"title": MARK, "author": "Tỉnh Minh Họa", "created": MADE_ON})
        looks = {
            "mark": book.add_format({"bold": True, "font_color": "#A33A00"}),
            "title": book.add_format({"bold": True}),
            "header": book.add_format(
                {
                    "bold": True,
                    "text_wrap": True,
                    "border": 1,
                    "valign": "vcenter",
                    "align": "center",
                }
            ),
            "date": book.add_format({"num_format": "dd/mm/yyyy", "align": "left"}),
        }
        for sheet in sheets:
            if sheet.rows:
                _write(book.add_worksheet(sheet.name), sheet, looks)


def _write(page: Worksheet, sheet: Sheet, looks: dict[str, Format]) -> None:
    lines = (MARK, *sheet.titles)
    for row, line in enumerate(lines):
        look = looks["title" if row else "mark"]
        if sheet.headers:
            page.merge_range(row, 0, row, len(sheet.headers) - 1, line, look)
        else:
            page.write_string(row, 0, line, look)
    top = len(lines) + 1 if sheet.headers else len(lines)
    for column, header in enumerate(sheet.headers):
        page.write_string(top, column, header, looks["header"])
        page.set_column(column, column, _width(header))
    first = top + 1 if sheet.headers else top
    for row, cells in enumerate(sheet.rows, start=first):
        for column, cell in enumerate(cells):
            _cell(page, row, column, cell, looks["date"])
    if sheet.headers:
        page.freeze_panes(first, 3)


def _width(header: str) -> float:
    wide = {
        "Tên đơn vị": 46,
        "Trích yếu": 80,
        "Nội dung": 80,
        "Trích nguyên văn": 80,
        "Kết luận": 70,
        "Tên mô hình": 40,
        "Tiêu chí": 60,
    }
    return wide.get(header, 14)


def _cell(page: Worksheet, row: int, column: int, cell: object, date: Format) -> None:
    if isinstance(cell, dt.date):
        page.write_datetime(row, column, dt.datetime(cell.year, cell.month, cell.day), date)
    elif isinstance(cell, (int, float)):
        page.write_number(row, column, cell)
    elif cell is not None:
        page.write_string(row, column, str(cell))
