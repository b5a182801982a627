"""What the cells of an old workbook (.xls) show beside their values. Run in the child process that reads workbooks; it imports nothing of the project."""

from __future__ import annotations

from typing import Any

import xlrd

_LIMIT = 200_000
_NUMBER = 2


def old_marks(content: bytes) -> dict[str, dict[str, Any]]:
    """sheet name → `formats`: [row, column, number format with a %], `merged`: [row, column, last row, last column], `hidden_rows`, `hidden_columns`."""
    book = xlrd.open_workbook(file_contents=content, formatting_info=True, on_demand=True)
    codes = {
        number: code
        for number, style in enumerate(book.xf_list)
        if "%" in (code := book.format_map[style.format_key].format_str)
    }
    return {name: _sheet(book.sheet_by_name(name), codes) for name in book.sheet_names()}


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
