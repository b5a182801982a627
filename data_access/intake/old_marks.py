"""What the cells of an old workbook (.xls) show beside their values. Run in the child process that reads workbooks; it imports nothing of the project."""

from __future__ import annotations

from typing import Any

import xlrd

_LIMIT = 200_000
_NUMBER = 2


def old_marks(content: bytes) -> dict[str, dict[str, Any]]:
    """sheet name → `formats`: [row, column, number format that may show more than the number], `looks`: [row, column, `struck`/`joined`/`commented`, text], `merged`: [row, column, last row, last column], `hidden_rows`, `hidden_columns`."""
    book = xlrd.open_workbook(file_contents=content, formatting_info=True, on_demand=True)
    codes = {
        number: code
        for number, style in enumerate(book.xf_list)
        if set('%;"\\') & set(code := book.format_map[style.format_key].format_str)
    }
    return {
        name: {**_sheet(sheet, codes), "looks": _looks(book, sheet)}
        for name in book.sheet_names()
        for sheet in (book.sheet_by_name(name),)
    }


def _looks(book: Any, sheet: Any) -> list[list[Any]]:
    """Cells that are struck out, hold a struck or raised part, or bear a comment with a figure."""
    fonts = [bool(one.struck_out or one.escapement) for one in book.font_list]
    struck = {
        number
        for number, one in enumerate(book.xf_list)
        if book.font_list[one.font_index].struck_out
    }
    found = [
        [row, column, "struck", ""]
        for row in range(sheet.nrows if struck else 0)
        for column in range(sheet.row_len(row))
        if sheet.cell_xf_index(row, column) in struck
    ]
    for (row, column), runs in sheet.rich_text_runlist_map.items():
        if any(fonts[font] for _, font in runs):
            found.append([row, column, "joined", ""])
    for (row, column), note in sheet.cell_note_map.items():
        if any(one.isdigit() for one in note.text):
            found.append([row, column, "commented", note.text])
    return found[:_LIMIT]


def _sheet(sheet: Any, codes: dict[int, str]) -> dict[str, Any]:
    formats: list[list[Any]] = []
    for row in range(sheet.nrows if codes else 0):
        for column, kind in enumerate(sheet.row_types(row)):
            code = codes.get(sheet.cell_xf_index(row, column)) if kind == _NUMBER else None
            if code and len(formats) < _LIMIT:
                formats.append([row, column, code])
    return {
        "formats": formats,
        "merged": [
            [top, left, below - 1, right - 1] for top, below, left, right in sheet.merged_cells
        ],
        "hidden_rows": [row for row, one in sheet.rowinfo_map.items() if one.hidden],
        "hidden_columns": [column for column, one in sheet.colinfo_map.items() if one.hidden],
    }
