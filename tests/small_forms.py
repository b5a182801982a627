"""A plan with every kind of criterion, its form for one unit, and a hand that fills it in as Excel would save it."""

from __future__ import annotations

import io

import openpyxl
import pandas as pd
import tiny

from dashboard.exports.forms import form_words as words
from dashboard.exports.forms.unit_forms import Recipient, template
from dashboard.plan import load_plan
from data_access.intake.unit_facts import Facts

CRITERIA = """criteria = [
  {code = "A", group = "G1", kind = "points", name = "Tiêu chí A", max = 7.5, source = "thử"},
  {code = "T", group = "G1", kind = "points", name = "Điểm thưởng", max = 3, bonus = true, source = "thử"},
  {code = "CU", group = "G1", kind = "points", name = "Tiêu chí đã hết hạn", max = 5, valid_to = 2021, source = "thử"},
  {code = "XA", group = "G1", kind = "points", name = "Chỉ của xã", max = 5, unit_kinds = ["xa"], source = "thử"},
  {code = "VH", group = "G1", kind = "yes_no", name = "Cơ quan đạt chuẩn văn hóa", source = "thử"},
  {code = "N", group = "G1", kind = "number", name = "Số ngày rút ngắn", unit = "ngày", floor = 0, goal = 10, source = "thử"},
  {code = "KS", group = "G1", kind = "number", name = "Tỷ lệ ký số", unit = "%", floor = 0, goal = 100, source = "thử"},
  {code = "HL", group = "G1", kind = "survey", name = "Hài lòng", very_included = true, source = "thử"},
  {code = "HR", group = "G1", kind = "survey", name = "Hài lòng, để riêng", very_included = false, source = "thử"},
  {code = "HX", group = "G1", kind = "survey", name = "Hài lòng, chưa rõ", source = "thử"},
  {code = "DH", group = "G1", kind = "share", name = "Hồ sơ đúng hạn", unit = "hồ sơ", source = "thử"},
  {code = "CN1", group = "CN", kind = "share", name = "Trang phục", source = "thử"},
]
"""
start, end = tiny.PLAN.index("criteria = ["), tiny.PLAN.index("milestones = [")
PLAN = load_plan(tiny.PLAN[:start] + CRITERIA + tiny.PLAN[end:])
UNIT = Recipient(
    "VP", "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh Thử", "so", "Khối 1", 40
)
YEAR = 2022
UNITS = pd.DataFrame(
    [
        {
            "unit": "VP",
            "name": UNIT.name,
            "short_name": None,
            "kind": "so",
            "parent": None,
            "valid_from": None,
            "valid_to": None,
            "position": 1,
        }
    ]
)
FACTS = Facts(
    PLAN.as_data(),
    UNITS,
    pd.DataFrame(columns=["alias", "unit"]),
    pd.DataFrame([{"unit": "VP", "year": YEAR, "block": "Khối 1", "staff": 40}]),
)
NA = words.NOT_APPLICABLE


def opened(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def heads(sheet) -> tuple[int, dict[str, int]]:
    """The row of headings and the column of each."""
    row = next(cell.row for cell in sheet["A"] if cell.value == words.PLACE)
    return row, {cell.value: cell.column for cell in sheet[row] if cell.value}


def rows_by_code(sheet) -> dict[str, int]:
    row, columns = heads(sheet)
    return {
        sheet.cell(line, columns[words.CODE]).value: line
        for line in range(row + 1, sheet.max_row + 1)
        if sheet.cell(line, columns[words.CODE]).value
    }


def saved(book: openpyxl.Workbook) -> bytes:
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def filled(
    entries: dict[str, dict[str, object]],
    info: dict[str, object] | None = None,
    lists: dict[str, list[list[object]]] | None = None,
    stage: str = "self",
) -> bytes:
    """The form of the unit with entries by criterion and heading, by label, and by row of a list, as Excel would save it."""
    book = opened(template(PLAN, UNIT, YEAR, stage))
    sheet = book[words.RESULTS]
    _, columns = heads(sheet)
    places = rows_by_code(sheet)
    cells = [
        (sheet.cell(places[code], columns[heading]), value)
        for code, entry in entries.items()
        for heading, value in entry.items()
    ]
    labels = {cell.value: cell.row for cell in book[words.INFO]["A"]}
    cells += [
        (book[words.INFO].cell(labels[label], 2), value) for label, value in (info or {}).items()
    ]
    for name, rows in (lists or {}).items():
        top, _ = heads(book[name])
        cells += [
            (book[name].cell(top + number, 2 + column), value)
            for number, row in enumerate(rows, start=1)
            for column, value in enumerate(row)
        ]
    for cell, value in cells:
        assert not cell.protection.locked, f"{cell.coordinate} is to be filled in and must be open"
        if value is not None:
            cell.value = value
            cell.data_type = "s" if isinstance(value, str) else cell.data_type
    return saved(book)
