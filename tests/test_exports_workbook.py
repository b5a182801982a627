"""The workbook read back: real numbers, one sheet a table, sources and seal, nothing run as a formula."""

from __future__ import annotations

import datetime as dt
import io

import openpyxl
import pytest

from dashboard.exports.report.pack import Annex, Pack, SealMark
from dashboard.exports.table_workbook import sheet_names, workbook
from dashboard.writing.columns import Column
from dashboard.writing.table_model import Table, table_of_rows

SEAL = "Số liệu chốt “Họp” lúc 08:00 ngày 1/2/2026, vân tay ab12."
COLUMNS = (
    Column("Đơn vị"),
    Column("Điểm", "score"),
    Column("Hài lòng", "share"),
    Column("Phiếu", "count"),
    Column("Nộp ngày", "date"),
    Column("So với mốc", "status"),
)
ROWS = (
    ("Sở A", 83.25, 0.953, 1234, dt.date(2025, 12, 1), "slow"),
    ('=HYPERLINK("http://x")', None, None, None, None, None),
)


def pack(*tables: Table) -> Pack:
    return Pack(
        "Báo cáo tổng kết",
        "Tổng kết phong trào",
        "Tổng kết",
        2025,
        dt.date(2026, 1, 15),
        SealMark("Họp"),
        "Tỉnh Thử",
        "UBND tỉnh Thử",
        True,
        "",
        (),
        "",
        (Annex("Phụ lục", tables),),
        (),
        SEAL,
        "Số liệu minh họa",
    )


def table(name: str = "Xếp hạng", rows=ROWS) -> Table:
    return table_of_rows(
        "Bảng thử",
        COLUMNS,
        rows,
        name=name,
        source="Nguồn: tệp thử.",
        note="Ghi chú.",
        landscape=True,
    )


def opened(*tables: Table) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(workbook(pack(*tables))))


def test_numbers_are_numbers_and_days_are_days():
    sheet = opened(table())["Xếp hạng"]
    assert [cell.value for cell in sheet[3]] == [
        "Đơn vị",
        "Điểm",
        "Hài lòng",
        "Phiếu",
        "Nộp ngày",
        "So với mốc",
    ]
    assert [cell.value for cell in sheet[4]] == [
        "Sở A",
        83.25,
        0.953,
        1234,
        dt.datetime(2025, 12, 1),
        "▼ chậm",
    ]
    assert sheet["C4"].number_format == "[$-42A]0.0%"


def test_what_is_missing_is_blank_and_never_zero():
    sheet = opened(table())["Xếp hạng"]
    assert [cell.value for cell in sheet[5][1:]] == [None] * 5


def test_a_text_that_looks_like_a_formula_stays_a_text():
    cell = opened(table())["Xếp hạng"]["A5"]
    assert (cell.data_type, cell.value, cell.hyperlink) == ("s", '=HYPERLINK("http://x")', None)


def test_every_sheet_bears_its_source_the_seal_and_the_mark_and_prints_on_a4():
    book = opened(table(), table("Khác"))
    assert book.sheetnames == ["Mục lục", "Xếp hạng", "Khác"]
    for name in ("Xếp hạng", "Khác"):
        sheet = book[name]
        below = [row[0].value for row in sheet.iter_rows(min_row=7)]
        assert below == ["Ghi chú.", "Nguồn: tệp thử.", SEAL, "Số liệu minh họa"]
        assert (
            int(sheet.page_setup.paperSize),
            sheet.page_setup.orientation,
            sheet.freeze_panes,
        ) == (9, "landscape", "B4")
        assert SEAL in sheet.oddFooter.left.text
    assert SEAL in [row[0].value for row in book["Mục lục"].iter_rows()]


def test_the_contents_lead_to_every_sheet():
    links = [
        cell.hyperlink.location
        for row in opened(table(), table("Khác")).worksheets[0].iter_rows()
        for cell in row
        if cell.hyperlink
    ]
    assert links == ["'Xếp hạng'!A1", "'Khác'!A1"]


def test_an_empty_table_still_has_its_headings():
    assert opened(table(rows=()))["Xếp hạng"]["A3"].value == "Đơn vị"


@pytest.mark.parametrize("name", ["Kết luận [2022]: mở/đóng?", "'nháy'", "x" * 60, "Mục lục", "*"])
def test_any_name_of_a_table_becomes_a_name_that_excel_takes(name):
    assert len(opened(table(name)).sheetnames[1]) <= 31


def test_names_that_excel_would_take_for_one_are_told_apart():
    names = sheet_names(["A" * 40, "a" * 40, "Mục lục"])
    assert len({one.casefold() for one in names.values()} | {"mục lục"}) == 4
