"""A table as a file to take away: Excel with real numbers, CSV, and plain text to paste. A table in, bytes or text out."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Sequence

import pandas as pd
import xlsxwriter

from dashboard.exports.plain_cells import harmless
from dashboard.exports.table_workbook import number_formats
from dashboard.wording import edition_words
from dashboard.writing import theme
from dashboard.writing.columns import Column, plain_written, written
from dashboard.writing.formats import is_missing
from dashboard.writing.table_model import Table

WIDEST = 60


def file_name_of(title: str) -> str:
    """A file's name that every system takes, made of a title.

    >>> file_name_of("Khối xã tăng nhanh nhất từ 2022")
    'Khoi-xa-tang-nhanh-nhat-tu-2022'
    """
    bare = unicodedata.normalize("NFD", title.replace("đ", "d").replace("Đ", "D"))
    words = re.findall(
        r"[A-Za-z0-9]+", "".join(one for one in bare if not unicodedata.combining(one))
    )
    return "-".join(words)[:70].strip("-") or "so-lieu"


def as_csv(table: Table, edition: str = "") -> bytes:
    """CSV that a Vietnamese Excel opens with a double click.

    Under Vietnamese settings the decimal sign is a comma, so Excel takes the semicolon as the separator; the byte order mark tells it
    that the text is UTF-8. A first line “sep=;” would make it forget the mark and break every diacritic, so there is none.
    `edition` stands in a last column of every row, where it stays with rows that are put together with others.
    """
    text = io.StringIO()
    rows = csv.writer(text, delimiter=";", lineterminator="\r\n")
    last = [edition] if edition else []
    heads = [harmless(column.label) for column in table.heads]
    rows.writerow([*heads, *([edition_words.COLUMN] if edition else [])])
    for values in table.rows:
        cells = (
            (plain_written(value, column), column)
            for value, column in zip(values, table.heads, strict=True)
        )
        safe = [harmless(cell) if column.kind == "text" else cell for cell, column in cells]
        rows.writerow([*safe, *last])
    return text.getvalue().encode("utf-8-sig")


def as_text(table: Table) -> str:
    """The table as people read it, tabs between columns, to paste into a letter or a message."""
    lines = ["\t".join(column.label for column in table.heads)]
    lines += ["\t".join(text.replace("\n", " ") for text in texts) for texts in table.texts]
    return "\n".join(one for one in (table.title, *lines, table.source) if one)


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
        sheet.freeze_panes(top + 1, 1)
        sheet.autofilter(top, 0, max(last, top + 1), max(len(table.heads) - 1, 0))
        if table.source:
            look = workbook.add_format({"italic": True, "font_color": theme.MUTED})
            sheet.write_string(last + 2, 0, table.source, look)
    return content.getvalue()


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
