"""Figures that may be counts, percent, marks or sums: what cannot be told is asked, and the true counts are no question."""

from __future__ import annotations

import pytest
from small_files import codes, read_sheets

PLACES = ["Sở Nội vụ", "Xã Hòa An"]


def survey(*figures: tuple):
    rows = [[unit, *one] for unit, one in zip(PLACES, figures)]
    return read_sheets(
        {"Khảo sát": [["Năm 2022"], ["Đơn vị", "Tổng số phiếu", "Mức độ hài lòng"], *rows]}
    )


@pytest.mark.parametrize(
    "figures", [[(300, 96)], [(300, 96), (500, 48)], [(120, 100), (110, 100)], [(98, 96), (400, 97)]]
)  # fmt: skip
def test_figures_within_a_hundred_of_more_than_a_hundred_are_asked(figures):
    assert codes(survey(*figures)) == ["looks_like_percent"]


@pytest.mark.parametrize(
    "figures", [[(120, 100), (110, 98)], [(100, 95), (100, 97)], [(300, 270), (120, 97)], [(300, 30), (200, 20)]]
)  # fmt: skip
def test_counts_that_are_good_rates_or_go_beyond_a_hundred_are_no_question(figures):
    assert codes(survey(*figures)) == []


def test_marks_out_of_five_are_not_taken_for_five_forms():
    rows = [["Đơn vị", "Mức độ hài lòng"], ["Sở Nội vụ", "4/5"], ["Xã Hòa An", "5/5"]]
    assert codes(read_sheets({"2022": rows})) == ["looks_like_percent"]
    rows = [["Đơn vị", "Mức độ hài lòng"], ["Sở Nội vụ", "190/200"], ["Xã Hòa An", "4/5"]]
    assert codes(read_sheets({"2022": rows})) == []


def test_one_bare_total_for_staff_and_forms_is_asked():
    rows = [["Năm 2022"], ["Đơn vị", "Tổng số", "Trang phục", "Mức độ hài lòng"], ["Sở Nội vụ", 120, 100, 110]]  # fmt: skip
    assert codes(read_sheets({"Bảng": rows})) == ["total_unclear"]


def added(*rows: list):
    table = [["Năm 2022"], ["STT", "Đơn vị", "Tổng số phiếu", "Mức độ hài lòng"], *rows]
    return codes(read_sheets({"Bảng": table}))


def test_a_row_with_a_units_name_that_adds_up_the_rows_beside_it_is_asked():
    parts = [[1, "Xã Hòa An", 200, 180], [2, "Sở Nội vụ", 300, 270]]
    assert "row_is_sum" in added(["I", "Xã Hòa An", 500, 450], *parts)
    assert "row_is_sum" in added(*parts, ["II", "Sở Nội vụ", 500, 450])
    assert "row_is_sum" not in added(["I", "Xã Hòa An", 500, 451], *parts)
