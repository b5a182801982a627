"""Small files and facts for the tests of intake: a plan of five criteria, three units, and workbooks made on the spot."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from typing import Any

import openpyxl
import pandas as pd
import xlsxwriter

from dashboard.plan.award_law import shipped_law
from dashboard.plan.kinds import KINDS
from data_access.intake.reading_result import Reading
from data_access.intake.sheet_reading import read
from data_access.intake.unit_facts import Facts

PLAN: dict[str, Any] = {
    "first_year": 2019,
    "last_year": 2025,
    "province": "Tỉnh Minh Họa",
    "kinds": [
        {"code": "so_nganh", "name": "Sở, ban, ngành", "aliases": ["Sở"]},
        {"code": "xa", "name": "Xã, phường, thị trấn", "aliases": ["Xã"]},
    ],
    "groups": [
        {"code": "the_che", "name": "Thể chế", "audience": "collective"},
        {"code": "ca_nhan", "name": "Cá nhân", "audience": "individual"},
    ],
    "criteria": [
        {
            "code": "TC1",
            "name": "Ban hành quy chế",
            "short_name": "Quy chế",
            "group": "the_che",
            "kind": "points",
            "max": 20,
        },
        {
            "code": "TC2",
            "name": "Tuyên truyền",
            "group": "the_che",
            "kind": "points",
            "max": 5,
            "unit_kinds": ("so_nganh",),
            "valid_to": 2023,
        },
        {
            "code": "THUONG",
            "name": "Điểm thưởng",
            "group": "the_che",
            "kind": "points",
            "max": 3,
            "bonus": True,
        },
        {
            "code": "HL",
            "name": "Mức độ hài lòng",
            "group": "the_che",
            "kind": "survey",
            "very_included": True,
        },
        {"code": "HLX", "name": "Hài lòng trực tuyến", "group": "the_che", "kind": "survey"},
        {"code": "CN1", "name": "Trang phục", "group": "ca_nhan", "kind": "share"},
        {"code": "VH", "name": "Cơ quan đạt chuẩn văn hóa", "group": "the_che", "kind": "yes_no"},
        {"code": "TL", "name": "Tỷ lệ ký số", "group": "the_che", "kind": "number", "unit": "%"},
    ],
}
for one in PLAN["criteria"]:
    one["reading"] = KINDS[one["kind"]].reading._asdict()
PLAN["award_titles"] = shipped_law().as_rules()
UNITS = pd.DataFrame(
    [
        ("SNV", "Sở Nội vụ tỉnh Minh Họa", "Sở Nội vụ", "so_nganh", None, None, None, 1),
        ("XHA", "Xã Hòa An", None, "xa", None, None, dt.date(2025, 6, 30), 2),
        ("XHA2", "Xã Hòa An", None, "xa", None, dt.date(2025, 7, 1), None, 3),
    ],
    columns=["unit", "name", "short_name", "kind", "parent", "valid_from", "valid_to", "position"],
)


def facts(
    aliases: dict[str, str] | None = None, staff: dict[tuple[str, int], int] | None = None
) -> Facts:
    """The small plan and units, with other names (alias → unit) and staff ((unit, year) → people)."""
    names = pd.DataFrame(list((aliases or {}).items()), columns=["alias", "unit"])
    years = pd.DataFrame(
        [(unit, year, None, people) for (unit, year), people in (staff or {}).items()],
        columns=["unit", "year", "block", "staff"],
    )
    return Facts(PLAN, UNITS, names, years)


def workbook(sheets: dict[str, list[list[Any]]]) -> bytes:
    """An .xlsx of sheets given as rows; None is a blank cell, a text starting with “=” a formula that Excel has calculated to 7."""
    made = BytesIO()
    book = xlsxwriter.Workbook(made)
    as_date = book.add_format({"num_format": "dd/mm/yyyy"})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                if isinstance(cell, dt.date):
                    sheet.write_datetime(
                        row, column, dt.datetime(cell.year, cell.month, cell.day), as_date
                    )
                elif isinstance(cell, str) and cell.startswith("="):
                    sheet.write_formula(row, column, cell, value=7)
                elif cell is not None:
                    sheet.write(row, column, cell)
    book.close()
    return made.getvalue()


def read_sheets(
    sheets: dict[str, list[list[Any]]], known: Facts | None = None, name: str = "bieu.xlsx"
) -> Reading:
    """What intake says of a workbook of these sheets."""
    return read(name, workbook(sheets), known or facts())


def read_merged(rows: list[list[Any]], *areas: str) -> Reading:
    """What intake says of a workbook of one sheet in which these areas are merged."""
    book = openpyxl.load_workbook(BytesIO(workbook({"Bảng": rows})))
    for area in areas:
        book["Bảng"].merge_cells(area)
    made = BytesIO()
    book.save(made)
    return read("bieu.xlsx", made.getvalue(), facts())


def read_text(text: str, known: Facts | None = None, name: str = "bieu.csv") -> Reading:
    """What intake says of a CSV with this text."""
    return read(name, text.encode(), known or facts())


def read_value(
    criterion: str, value: Any, known: Facts | None = None, unit: str = "SNV", **cells: Any
) -> Reading:
    """What intake says of a single result of 2022 (`year=` for another), with further cells by canonical column name."""
    row = {"unit": unit, "criterion": criterion, "year": 2022, "value": value, **cells}
    return read_sheets({"results": [list(row), list(row.values())]}, known)


def codes(reading: Reading) -> list[str]:
    """The codes of a reading's problems, in order."""
    return list(reading.problems["code"])


def only_problem(reading: Reading) -> tuple[str, str | None, dict[str, Any]]:
    """Code, cell and fields of the one problem."""
    assert codes(reading) and len(reading.problems) == 1, reading.problems.to_string()
    problem = reading.problems.iloc[0]
    return problem["code"], None if pd.isna(problem["cell"]) else problem["cell"], problem["fields"]
