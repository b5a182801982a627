"""The province's list of mergers: old names in one cell, by comma, become lineage; what is not sure is asked with its cell."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace

import pandas as pd
import pytest
from small_files import PLAN, UNITS, codes, only_problem, read_sheets

from dashboard.views.intake_reading import lines
from data_access.intake.several_names import names_in_cell
from data_access.intake.unit_facts import Facts

OLD, NEW = dt.date(2025, 6, 30), dt.date(2025, 7, 1)
NAMES = [
    ("XAH", "Xã An Hòa", None, OLD), ("XBM", "Xã Bình Minh", None, OLD), ("TVK", "Thị trấn Vĩnh Kim", None, OLD),
    ("XPQ", "Xã Phú Quý", None, OLD), ("P1", "Phường 1", None, OLD), ("P2", "Phường 2", None, OLD),
    ("XPQM", "Xã Phú Quý", NEW, None), ("PTT", "Phường Trung Tâm", NEW, None),
    ("SVH", "Sở Văn hóa, Thể thao và Du lịch", None, OLD), ("STT", "Sở Thông tin và Truyền thông", None, OLD), ("SVHM", "Sở Văn hóa và Truyền thông", NEW, None),
]  # fmt: skip
LIST = pd.DataFrame(
    [
        (code, name, None, "xa", None, first, last, place)
        for place, (code, name, first, last) in enumerate(NAMES)
    ],
    columns=UNITS.columns,
)
FACTS = Facts(
    PLAN,
    LIST,
    pd.DataFrame(columns=["alias", "unit"]),
    pd.DataFrame(columns=["unit", "year", "block", "staff"]),
)
TITLE = [
    ["DANH SÁCH ĐƠN VỊ HÀNH CHÍNH CẤP XÃ SAU SẮP XẾP NĂM 2025"],
    ["(Theo Nghị quyết số 1671/NQ-UBTVQH15 ngày 16/6/2025, có hiệu lực từ ngày 01/7/2025)"],
    ["STT", "Đơn vị hành chính trước sắp xếp", "Đơn vị hành chính mới"],
]


def lineage(reading) -> set:
    assert not reading.has_errors, reading.problems.to_string()
    rows = reading.tables["lineage"]
    return set(zip(rows["before"], rows["after"], rows["cell"]))


def merged(*rows, title=TITLE):
    return read_sheets({"Sáp nhập": [*title, *rows]}, FACTS)


def test_old_names_in_one_cell_become_a_row_each_with_the_day_and_paper_of_the_title():
    reading = merged(
        [1, "Xã An Hòa, xã Bình Minh, thị trấn Vĩnh Kim và xã Phú Quý", "Xã Phú Quý"],
        [2, "các phường 1, 2", "Phường Trung Tâm"],
    )
    assert lineage(reading) == {
        ("XAH", "XPQM", "B4"),
        ("XBM", "XPQM", "B4"),
        ("TVK", "XPQM", "B4"),
        ("XPQ", "XPQM", "B4"),
        ("P1", "PTT", "B5"),
        ("P2", "PTT", "B5"),
    }
    rows = reading.tables["lineage"]
    assert set(rows["on"].dt.date) == {NEW} and set(rows["kind"]) == {"merge"}
    assert set(rows["document"]) == {"Nghị quyết số 1671/NQ-UBTVQH15"}


def test_what_goes_into_what_is_said_in_the_reading():
    reading = merged([1, "Xã An Hòa, xã Bình Minh", "Xã Phú Quý"])
    names = {"XAH": "Xã An Hòa", "XBM": "Xã Bình Minh", "XPQM": "Xã Phú Quý"}
    said = lines(SimpleNamespace(reading=reading), names)
    assert said[-1] == (
        "Xã An Hòa (XAH), Xã Bình Minh (XBM) → Xã Phú Quý (XPQM), từ 1/7/2025, ô B4"
    )


def test_names_that_hold_commas_and_and_themselves_stay_whole():
    reading = merged(
        [1, "Sở Văn hóa, Thể thao và Du lịch và Sở Thông tin và Truyền thông", "Sở Văn hóa và Truyền thông"]
    )  # fmt: skip
    assert lineage(reading) == {("SVH", "SVHM", "B4"), ("STT", "SVHM", "B4")}


@pytest.mark.parametrize(
    ("cell", "code"),
    [("Xã An Hòa, xã Không Có", "unit_unknown"), ("một phần xã An Hòa", "part_of_unit")],
)
def test_a_name_that_is_not_there_and_a_part_of_a_unit_are_asked_with_the_cell(cell, code):
    assert only_problem(merged([1, cell, "Phường Trung Tâm"]))[:2] == (code, "B4")


def test_a_new_unit_that_nobody_listed_is_asked_and_not_made():
    reading = merged([1, "Xã An Hòa, xã Bình Minh", "Xã Hoàn Toàn Mới"])
    assert only_problem(reading)[:2] == ("unit_unknown", "C4")
    assert "units" not in reading.tables


def test_without_a_day_two_units_of_one_name_cannot_be_told_apart():
    title = [["DANH SÁCH SÁP NHẬP"], TITLE[2]]
    reading = merged([1, "Xã An Hòa", "Xã Phú Quý"], title=title)
    assert codes(reading) == ["unit_ambiguous"]


def test_new_units_and_their_mergers_may_come_in_one_file():
    units = [["Mã đơn vị", "Tên đơn vị", "Ngày thành lập"], ["XM", "Xã Mới", NEW]]
    mergers = [*TITLE, [1, "Xã An Hòa và xã Bình Minh", "Xã Mới"]]
    reading = read_sheets({"Danh sách đơn vị": units, "Sáp nhập": mergers}, FACTS)
    assert lineage(reading) == {("XAH", "XM", "B4"), ("XBM", "XM", "B4")}


def test_pieces_take_the_level_of_the_piece_before_them():
    units = FACTS.unit_names
    assert names_in_cell("các xã An Hòa, Bình Minh; Phường 1", units) == [
        "xã An Hòa",
        "xã Bình Minh",
        "Phường 1",
    ]
