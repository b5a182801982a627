"""Made sheets as files: a workbook with its looks, or a text file."""

from __future__ import annotations

import csv
import io
import random
from typing import Any

import xlsxwriter

from workbooks_made.noises import MadeSheet
from workbooks_made.tables import Percent


def workbook_file(sheet: MadeSheet, rng: random.Random) -> bytes:
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True})
    percent = book.add_format({"num_format": rng.choice(["0%", "0.0%", "0.00%"])})
    _write(book, sheet, percent)
    if rng.random() < 0.1:
        agenda = book.add_worksheet("Chương trình")
        for row, cells in enumerate(
            [["STT", "Nội dung", "Thời gian"], [1, "Khai mạc", "8 giờ"], [2, "Thảo luận", "9 giờ"]]
        ):
            agenda.write_row(row, 0, cells)
    book.close()
    return content.getvalue()


def _write(book: xlsxwriter.Workbook, sheet: MadeSheet, percent: Any) -> None:
    page, blank = book.add_worksheet(sheet.name), book.add_format()
    for place in sheet.hidden_columns:
        page.set_column(place, place, None, None, {"hidden": True})
    for place in sheet.hidden_rows:
        page.set_row(place, None, None, {"hidden": True})
    for area in sheet.merged:
        page.merge_range(*area, "", blank)
    cells = (
        (row, column, cell)
        for row, line in enumerate(sheet.rows)
        for column, cell in enumerate(line)
    )
    for row, column, cell in cells:
        if isinstance(cell, Percent):
            page.write_number(row, column, cell.share, percent)
        elif cell not in (None, ""):
            page.write(row, column, cell)


def text_file(rng: random.Random, sheet: MadeSheet) -> bytes:
    content = io.StringIO()
    separator = rng.choice([";", ",", "\t"])
    writer = csv.writer(content, delimiter=separator, lineterminator="\n")
    for cells in sheet.rows:
        writer.writerow([_written(cell) for cell in cells])
    return content.getvalue().encode("utf-8-sig")


def _written(cell: Any) -> str:
    if cell is None:
        return ""
    return f"{cell:g}".replace(".", ",") if isinstance(cell, float) else str(cell)
