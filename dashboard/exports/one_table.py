"""One table of the screen as an Excel workbook with real numbers."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pandas as pd
import xlsxwriter

from dashboard.exports.table_workbook import A4, number_formats
from dashboard.writing import theme
from dashboard.writing.columns import Column, written
from dashboard.writing.formats import is_missing
from dashboard.writing.table_model import Table

WIDEST = 60


def as_workbook(table: Table) -> bytes:
    """An Excel workbook: numbers as numbers with Vietnamese formats, texts never as formulas or links, headings frozen, source below."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(
        content, {"in_memory": True, "default_date_format": "d/m/yyyy"}
    ) as workbook:
        sheet = workbook.add_worksheet("Số liệu")
        top = 0
        if table.title:
            sheet.write_string(
                0, 0, table.title, workbook.add_format({"bold": True, "font_size": 13})
            )
            top = 2
        _write_headings(workbook, sheet, top, table.heads)
        for place, (name, column) in enumerate(table.shown.items()):
            _write_column(workbook, sheet, top + 1, place, table.frame[name], column)
        last = top + len(table.frame)
        _page(sheet, top)
        sheet.freeze_panes(top + 1, 1)
        sheet.autofilter(top, 0, max(last, top + 1), max(len(table.heads) - 1, 0))
        if table.source:
            look = workbook.add_format({"italic": True, "font_color": theme.MUTED})
            sheet.write_string(last + 2, 0, table.source, look)
    return content.getvalue()


def _page(sheet: xlsxwriter.worksheet.Worksheet, head: int) -> None:
    """On paper: A4 across, as wide as one page, the headings on every page, its number in the foot."""
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(head)
    sheet.set_footer("&R&8&P/&N")


def _write_headings(
    workbook: xlsxwriter.Workbook,
    sheet: xlsxwriter.worksheet.Worksheet,
    row: int,
    heads: Sequence[Column],
) -> None:
    heading = workbook.add_format(
        {"bold": True, "bottom": 1, "text_wrap": True, "valign": "vcenter", "bg_color": theme.PANEL}
    )
    for place, column in enumerate(heads):
        sheet.write_string(row, place, column.label, heading)


def _write_column(
    workbook: xlsxwriter.Workbook,
    sheet: xlsxwriter.worksheet.Worksheet,
    row: int,
    place: int,
    values: pd.Series,
    column: Column,
) -> None:
    look = workbook.add_format(
        {"num_format": _number_format(column), "valign": "top", "text_wrap": column.kind == "text"}
    )
    longest = max([len(column.label), *(len(written(value, column)) for value in values)])
    sheet.set_column(place, place, min(longest + 3, WIDEST))
    for step, value in enumerate(values):
        if is_missing(value):
            sheet.write_blank(row + step, place, None, look)
        elif column.kind == "date":
            sheet.write_datetime(row + step, place, value, look)
        elif column.kind == "text" or column.is_coded:
            sheet.write_string(row + step, place, written(value, column), look)
        else:
            sheet.write_number(row + step, place, float(value), look)


def _number_format(column: Column) -> str:
    return number_formats(column.decimals).get(column.kind, "@")
