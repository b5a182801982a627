"""Whose figures a sheet holds and when they were filed: bodies beside a unit's name, two columns of names, labels of unknown columns, dates in names."""

from __future__ import annotations

import pytest
from small_files import codes, read_merged, read_sheets, read_text

FORM = [["Tiêu chí", "Điểm"], ["TC1", 18]]


def form(*lines: str):
    return read_sheets({"Bảng": [["BẢNG TỰ CHẤM NĂM 2022"], *([one] for one in lines), *FORM]})


@pytest.mark.parametrize(
    "lines",
    [
        ("SỞ NỘI VỤ", "CHI CỤC VĂN THƯ - LƯU TRỮ"), ("SỞ NỘI VỤ - TRUNG TÂM LƯU TRỮ LỊCH SỬ",), ("UBND XÃ HÒA AN", "UBND XÃ THẠNH MỸ"),
        ("Đơn vị nhận báo cáo: Sở Nội vụ",), ("Đơn vị chấm: Sở Nội vụ",), ("Người lập: Nguyễn Văn A - Sở Nội vụ",),
    ],
)  # fmt: skip
def test_a_body_that_only_stands_beside_or_above_is_not_whose_the_figures_are(lines):
    assert codes(form(*lines)) == ["unit_missing"]


@pytest.mark.parametrize(
    "lines",
    [
        ("SỞ NỘI VỤ",), ("Ban hành kèm theo Quyết định", "SỞ NỘI VỤ"), ("SỞ NỘI VỤ", "PHÒNG, CHỐNG LÃNG PHÍ"),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SỞ NỘI VỤ TỈNH MINH HỌA"), ("Đơn vị: Sở Nội vụ",),
    ],
)  # fmt: skip
def test_lines_that_name_no_other_body_leave_the_unit_alone(lines):
    assert list(form(*lines).tables["results"]["unit"]) == ["SNV"]


def test_two_columns_of_names_that_differ_are_asked_and_alike_ones_are_not():
    head = ["Đơn vị", "Tên xã, phường", "Năm", "TC1"]
    assert codes(read_sheets({"Bảng": [head, ["Sở Nội vụ", "Xã Hòa An", 2022, 18]]})) == ["names_twice"]  # fmt: skip
    assert codes(read_sheets({"Bảng": [head, ["Xã Hòa An", "Xã Hòa An", 2022, 18]]})) == []


@pytest.mark.parametrize("label", ["Ước", "Số ước", "Thẩm định", "6 tháng", "Đợt 1"])
def test_labels_of_an_unknown_column_that_tell_of_stage_or_period_are_not_passed_over(label):
    rows = [["Đơn vị", "Năm", "Loại số liệu", "TC1"], ["Sở Nội vụ", 2022, label, 18]]
    expected = [] if label == "Ước" else ["column_unknown"]
    assert codes(read_sheets({"Bảng": rows})) == expected


@pytest.mark.parametrize("head", ["Đợt", "Thời điểm", "Tính đến ngày"])
def test_columns_of_moments_and_rounds_are_no_whole_year(head):
    text = f"Đơn vị;Năm;{head};TC1\nSở Nội vụ;2022;30/6/2022;18\n"
    assert codes(read_text(text)) == ["column_part_of_year"]


def test_figures_filed_in_the_middle_of_their_year_are_asked_once():
    head = "Đơn vị;Năm;Ngày nộp;TC1\n"
    early = f"{head}Sở Nội vụ;2022;30/6/2022;18\nXã Hòa An;2022;1/7/2022;17\n"
    assert codes(read_text(early)) == ["filed_within_year"]
    assert codes(read_text(f"{head}Sở Nội vụ;2022;15/12/2022;18\n")) == []


@pytest.mark.parametrize(
    "name, code",
    [("kq_2022-06-30.xlsx", "year_missing"), ("06-2022.xlsx", "part_of_year"), ("Biểu 6 2022.xlsx", None)],
)  # fmt: skip
def test_a_date_or_a_month_in_a_name_is_not_its_year(name, code):
    table = {"Bảng": [["Đơn vị", "TC1"], ["Sở Nội vụ", 18]]}
    assert codes(read_sheets(table, name=name)) == ([code] if code else [])


def test_a_figure_over_two_criteria_is_refused_also_where_nothing_else_stands_under_the_second():
    rows = [["Năm 2022"], ["Đơn vị", "TC1", "THUONG"], ["Sở Nội vụ", 2, None]]
    assert codes(read_merged(rows, "B3:C3")) == ["figure_merged"]


def test_forms_by_level_that_make_a_hundred_in_every_row_are_asked():
    head = [["Mức độ hài lòng năm 2022"], ["Đơn vị", "Rất hài lòng", "Hài lòng", "Không hài lòng"]]
    rows = [["Sở Nội vụ", 50, 45, 5], ["Xã Hòa An", 60, 35, 5]]
    assert "looks_like_percent" in codes(read_sheets({"HL": [*head, *rows]}))
    assert "looks_like_percent" not in codes(read_sheets({"HL": [*head, ["Sở Nội vụ", 60, 45, 5]]}))


@pytest.mark.parametrize("name", ["1. Sở Nội vụ", "03) Sở Nội vụ", "12.Sở Nội vụ"])
def test_a_number_in_front_of_a_units_name_is_no_part_of_it(name):
    text = f"Đơn vị;Năm;TC1\n{name};2022;18\n"
    assert list(read_text(text).tables["results"]["unit"]) == ["SNV"]


@pytest.mark.parametrize(
    "line", ["Đơn vị: Sở Nội vụ - Năm 2022", "Tên đơn vị: Sở Nội vụ (năm 2022)"]
)
def test_a_year_behind_a_units_name_is_the_year_and_no_part_of_the_name(line):
    found = read_sheets({"Bảng": [[line], *FORM]}).tables["results"]
    assert found[["unit", "year"]].values.tolist() == [["SNV", 2022]]
