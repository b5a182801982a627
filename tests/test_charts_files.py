"""A table taken away keeps its numbers as numbers, its words as words, and its source."""

from __future__ import annotations

import datetime as dt
import doctest
import io

import numpy as np
import openpyxl
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.exports.one_table import as_workbook
from dashboard.ui import downloads, shown_tables
from dashboard.writing import columns, theme
from dashboard.writing.columns import Column, columns_of
from dashboard.writing.table_model import Table

ROWS = pd.DataFrame(
    {
        "unit": ["a", "b"],
        "name": ['=HYPERLINK("http://x")', "Sở Nội vụ"],
        "score": [1234.56, np.nan],
        "rate": [0.953, np.nan],
        "change": [-0.5, 1.25],
        "status": ["slow", None],
        "day": [dt.date(2019, 9, 20), None],
    }
)
TABLE = Table(
    "Xếp hạng",
    {
        "name": "Đơn vị",
        "score": Column("Điểm", "score"),
        "rate": Column("Tỷ lệ", "share"),
        "change": Column("Thay đổi", "delta"),
        "status": Column("Trạng thái", "status"),
        "day": Column("Ngày", "date"),
    },
    ROWS,
    "Nguồn: số liệu minh họa.",
)


@pytest.mark.parametrize("module", [columns, downloads, shown_tables])
def test_the_examples_of_the_docstrings_hold(module):
    assert doctest.testmod(module).failed == 0


def test_a_workbook_holds_numbers_dates_and_words_and_never_a_formula():
    sheet = openpyxl.load_workbook(io.BytesIO(as_workbook(TABLE))).active
    cells = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert cells[0][0] == "Xếp hạng" and cells[2] == [
        "Đơn vị",
        "Điểm",
        "Tỷ lệ",
        "Thay đổi",
        "Trạng thái",
        "Ngày",
    ]
    assert cells[3] == [
        '=HYPERLINK("http://x")',
        1234.56,
        0.953,
        -0.5,
        "▼ chậm",
        dt.datetime(2019, 9, 20),
    ]
    assert cells[4] == ["Sở Nội vụ", None, None, 1.25, None, None]
    assert sheet["A4"].data_type == "s" and sheet["A4"].hyperlink is None
    assert (sheet["B4"].number_format, sheet["C4"].number_format, sheet["F4"].number_format) == (
        "[$-42A]#,##0.0",
        "[$-42A]0.0%",
        "d/m/yyyy",
    )
    assert cells[6][0] == "Nguồn: số liệu minh họa."


def test_csv_opens_in_a_vietnamese_excel_and_runs_no_formula():
    content = downloads.as_csv(TABLE)
    assert content.startswith(b"\xef\xbb\xbf")
    lines = content.decode("utf-8-sig").split("\r\n")
    assert lines == [
        "Đơn vị;Điểm;Tỷ lệ;Thay đổi;Trạng thái;Ngày",
        '"\'=HYPERLINK(""http://x"")";1234,6;95,3%;-0,5;▼ chậm;20/9/2019',
        "Sở Nội vụ;;;1,3;;",
        "",
    ]


def test_rows_of_a_csv_bear_their_edition_and_stay_a_table_for_machines():
    """A line above the head would break whoever reads the file; a column stays with rows that are put together with others."""
    content = downloads.as_csv(TABLE, "số 3, đã công bố ngày 15/1/2026")
    rows = pd.read_csv(io.BytesIO(content), sep=";", decimal=",", encoding="utf-8-sig")
    assert rows.columns.tolist()[-1] == "Ấn bản số liệu" and rows["Điểm"].iloc[0] == 1234.6
    assert rows["Ấn bản số liệu"].unique().tolist() == ["số 3, đã công bố ngày 15/1/2026"]


def test_text_to_paste_reads_as_the_screen_does():
    assert downloads.as_text(TABLE.part(1, 2)).splitlines() == [
        "Xếp hạng",
        "Đơn vị\tĐiểm\tTỷ lệ\tThay đổi\tTrạng thái\tNgày",
        "Sở Nội vụ\t–\t–\t+1,3\t–\t–",
        "Nguồn: số liệu minh họa.",
    ]


@given(st.text(max_size=30))
def test_no_text_cell_of_a_csv_begins_as_a_formula(text):
    frame = pd.DataFrame({"name": [text]})
    cell = (
        downloads.as_csv(Table("Tên", {"name": "Tên"}, frame))
        .decode("utf-8-sig")
        .removeprefix("Tên\r\n")
        .lstrip('"')
    )
    assert not cell.startswith(("=", "+", "-", "@", "\t"))


@given(st.text())
def test_every_title_makes_a_name_that_every_system_takes(title):
    name = downloads.file_name_of(title)
    assert (
        name.isascii()
        and 0 < len(name) <= 70
        and all(letter.isalnum() or letter == "-" for letter in name)
    )


def test_a_table_on_screen_reads_in_vietnamese_and_sorts_as_numbers():
    table = shown_tables.sent(TABLE, frozen=1, height=None, dark=False)
    columns = {one["label"]: place for place, one in enumerate(table["heads"])}
    order = {label: table["order"][place] for label, place in columns.items()}
    assert order["Thay đổi"] is None and order["Điểm"] is None, (
        "the figures as they are read tell it"
    )
    assert order["Trạng thái"] is not None, "codes come by what they mean"
    assert order["Đơn vị"] is None, "names sort by the alphabet"
    texts = {text for column in table["texts"] for text in column}
    assert {"1.234,6", "95,3%", "−0,5", "▼ chậm", "20/9/2019", "–"} <= texts
    colours = table["heads"][columns["Trạng thái"]]["colours"]
    assert colours["▼ chậm"] == theme.STATUS["slow"].colour


def test_columns_not_asked_for_are_left_out_and_keep_their_order():
    assert list(columns_of(ROWS, {"score": "Điểm", "name": "Đơn vị"})) == ["score", "name"]
    assert list(columns_of(ROWS, {})) == list(ROWS.columns)


def test_a_table_of_the_screen_prints_across_as_wide_as_a_page_with_its_heads_on_each():
    """Read back by another library than the one that wrote it."""
    frame = pd.DataFrame({"name": [f"Đơn vị {n}" for n in range(200)], "score": 1.5})
    wide = {"name": "Đơn vị", "score": Column("Điểm", "score")}
    (sheet,) = openpyxl.load_workbook(
        io.BytesIO(as_workbook(Table("Bảng", wide, frame)))
    ).worksheets
    assert sheet.page_setup.orientation == "landscape" and int(sheet.page_setup.paperSize) == 9
    assert (sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.page_setup.fitToHeight) == (True, 0)
    assert sheet.print_title_rows == "$3:$3"
