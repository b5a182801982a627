"""Tables are found however they stand: below titles, with merged headers, in other words, with numbering and totals."""

from __future__ import annotations

import unicodedata

import pandas as pd
import pytest
from small_files import PLAN, UNITS, codes, facts, only_problem, read_merged, read_sheets, read_text

from dashboard.plan.kinds import KINDS
from data_access.intake.unit_facts import Facts


def placed(reading):
    """(unit, criterion, year, stage, value, cell) of the results, by cell."""
    assert not reading.has_errors, reading.problems.to_string()
    rows = reading.tables["results"].sort_values("cell")
    return [
        tuple(row)
        for row in rows[["unit", "criterion", "year", "stage", "value", "cell"]].itertuples(
            index=False
        )
    ]


def test_a_wide_table_below_titles_takes_year_and_stage_from_title_and_sheet():
    rows = [
        ["SỐ LIỆU MINH HỌA"],
        ["KẾT QUẢ CHẤM ĐIỂM NĂM 2022, giai đoạn 2019 - 2025 (Kế hoạch ngày 14/8/2019)"],
        [],
        ["STT", "Mã đơn vị", "Tên đơn vị", "TC1", "2. Tuyên truyền (5 điểm)", "Tổng điểm"],
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)=(4)+(5)"],
        ["I", "", "Khối các sở"],
        [1, "SNV", "Sở Nội vụ", 18, 4.5, 22.5],
        ["", "", "Tổng cộng", 18, 4.5, 22.5],
        [],
        ["", "", "Người lập biểu"],
    ]
    reading = read_sheets({"Thẩm định": rows})
    assert placed(reading) == [
        ("SNV", "TC1", 2022, "appraised", 18.0, "D7"),
        ("SNV", "TC2", 2022, "appraised", 4.5, "E7"),
    ]
    assert reading.notes[["table", "rows", "left_out"]].values.tolist() == [["results", 2, 3]]


def test_a_header_of_two_lines_belongs_to_every_column_below_it():
    rows = [
        ["Đơn vị", "Trang phục", None, "TC1", None],
        [None, "Tổng số", "Số đạt", "Tự chấm", "Thẩm định"],
        ["Sở Nội vụ", 45, 40, 18, 17],
    ]
    reading = read_sheets({"Năm 2021": rows})
    assert placed(reading) == [
        ("SNV", "CN1", 2021, "self", 40.0, "C3"),
        ("SNV", "TC1", 2021, "self", 18.0, "D3"),
        ("SNV", "TC1", 2021, "appraised", 17.0, "E3"),
    ]
    assert reading.tables["results"].set_index("cell").loc["C3", "out_of"] == 45


def test_years_may_stand_in_columns_with_the_criterion_in_the_sheets_name():
    rows = [["Mã đơn vị", "Tên đơn vị", 2021, "Năm 2022"], ["SNV", "Sở Nội vụ", 17, 18]]
    assert placed(read_sheets({"Ban hành quy chế": rows})) == [
        ("SNV", "TC1", 2021, "self", 17.0, "C2"),
        ("SNV", "TC1", 2022, "self", 18.0, "D2"),
    ]


def test_a_shared_total_counts_people_and_is_not_the_maximum_of_points():
    rows = [["Mã đơn vị", "Tổng số", "Trang phục", "TC1"], ["SNV", 45, 40, 18]]
    results = read_sheets({"2022": rows}).tables["results"].set_index("criterion")
    assert results.loc["CN1", "out_of"] == 45 and results["out_of"].isna()["TC1"]


def test_names_in_decomposed_letters_and_other_spellings_are_understood():
    rows = [
        [unicodedata.normalize("NFD", one) for one in row]
        for row in [["Cơ quan, đơn vị", "Mức độ hài lòng"], ["Sở Nội Vụ", "80/100 phiếu"]]
    ]
    assert placed(read_sheets({"Năm 2022": rows})) == [("SNV", "HL", 2022, "self", 80.0, "B2")]


def test_a_repeated_header_on_the_next_page_is_no_row():
    head = ["Mã đơn vị", "Năm", "Mã tiêu chí", "Giá trị"]
    reading = read_sheets(
        {"Kết quả": [head, ["SNV", 2022, "TC1", 5], head, ["SNV", 2021, "TC1", 6]]}
    )
    assert [row[4] for row in placed(reading)] == [5.0, 6.0]


def test_rows_that_sum_up_a_group_of_criteria_are_left_out():
    rows = [
        ["Mã đơn vị", "Tiêu chí", "Tự chấm"],
        ["SNV", "I. Thể chế", 30],
        ["SNV", "1. Ban hành quy chế", 18],
    ]
    assert placed(read_sheets({"Năm 2022": rows})) == [("SNV", "TC1", 2022, "self", 18.0, "C3")]


def test_a_column_of_figures_with_an_unknown_header_is_an_error_and_a_known_one_is_left_out():
    rows = [["Mã đơn vị", "TC1", "Tuyên truyên", "Xếp hạng", "Nhận xét"], ["SNV", 18, 4, 1, "tốt"]]
    code, cell, fields = only_problem(read_sheets({"Năm 2022": rows}))
    assert (code, cell, fields["header"]) == ("column_unknown", "C1", "Tuyên truyên")
    assert fields["candidates"] == [{"criterion": "TC2", "name": "Tuyên truyền"}]


def test_a_column_of_figures_that_no_table_needs_is_a_warning():
    awards = read_sheets(
        {
            "Khen thưởng": [
                ["Đơn vị", "Năm", "Hình thức", "Số cá nhân", "Kinh phí"],
                ["SNV", 2022, "Giấy khen", 3, 12.5],
            ]
        }
    )
    beside = read_sheets({"Năm 2022": [["", "Mã đơn vị", "TC1", ""], [1, "SNV", 18, 7]]})
    assert (
        only_problem(awards) == ("column_ignored", "E1", {"header": "Kinh phí"})
        and not awards.has_errors
    )
    assert (
        only_problem(beside) == ("column_ignored", "D1", {"header": "D"}) and not beside.has_errors
    )


@pytest.mark.parametrize(
    ("title", "sheet", "file", "year"),
    [
        ("Biểu năm 2021", "Kết quả", "a.xlsx", 2021),
        ("Biểu", "2022", "a.xlsx", 2022),
        ("Biểu ngày 5/12/2020", "Kết quả", "khoi-so-2023.xlsx", 2023),
        ("Giai đoạn 2019-2025", "Kết quả", "bao_cao_2024.xlsx", 2024),
    ],
)
def test_the_year_is_told_by_title_sheet_or_file_but_not_by_dates_and_periods(
    title, sheet, file, year
):
    reading = read_sheets({sheet: [[title], ["Mã đơn vị", "TC1"], ["SNV", 5]]}, name=file)
    assert [row[2] for row in placed(reading)] == [year]


def test_a_title_and_a_sheet_of_two_years_are_asked():
    reading = read_sheets({"2021": [["Năm 2022"], ["Mã đơn vị", "TC1"], ["SNV", 5]]})
    code, cell, fields = only_problem(reading)
    assert (code, cell, fields["value"], fields["other"]) == ("claims_differ", "A1", 2022, 2021)
    assert reading.has_errors and "results" not in reading.tables


def test_without_any_year_it_is_asked():
    assert (
        only_problem(read_sheets({"Kết quả": [["Mã đơn vị", "TC1"], ["SNV", 5]]}))[0]
        == "year_missing"
    )


def test_a_sheet_that_is_no_table_is_passed_over_with_a_warning_and_guidance_silently():
    table = [["Mã đơn vị", "TC1"], ["SNV", 5]]
    reading = read_sheets(
        {"Năm 2022": table, "Hướng dẫn": [["Điền số liệu"]], "Nháp": [["abc", 1], ["def", 2]]}
    )
    assert only_problem(reading)[0] == "sheet_unrecognised" and placed(reading)[0][0] == "SNV"


def test_a_workbook_without_any_table_is_an_error():
    assert codes(read_sheets({"Nháp": [["abc", 1]]})) == [
        "sheet_unrecognised",
        "nothing_recognised",
    ]


def test_a_header_alone_gives_no_rows_and_no_problem():
    reading = read_sheets({"Năm 2022": [["Mã đơn vị", "TC1"]]})
    assert codes(reading) == [] and reading.tables == {}


def test_two_columns_of_the_same_meaning_are_an_error():
    rows = [["Mã đơn vị", "Năm", "Năm", "TC1"], ["SNV", 2021, 2022, 5]]
    assert codes(read_sheets({"Kết quả": rows})) == ["column_repeated"]


def test_a_text_row_with_more_cells_than_the_header_is_an_error():
    assert only_problem(read_text("unit,criterion,year,value\nSNV,TC1,2022,18,5\n")) == (
        "row_too_long",
        "E2",
        {"rows": 1},
    )


def test_lines_above_a_table_say_whose_it_is():
    rows = [
        ["Tên đơn vị: Sở Nội vụ"],
        ["Năm báo cáo", 2022],
        ["Đơn vị tính: điểm"],
        ["Mã tiêu chí", "Tự chấm"],
        ["TC1", 18],
    ]
    assert placed(read_sheets({"Kết quả": rows})) == [("SNV", "TC1", 2022, "self", 18.0, "B5")]


def test_the_plan_decides_what_a_name_means_in_a_year():
    plan = facts().plan
    old = {
        **plan["criteria"][0],
        "code": "DV34",
        "name": "Dịch vụ công trực tuyến",
        "valid_to": 2021,
    }
    new = {
        **plan["criteria"][0],
        "code": "DVTT",
        "name": "Dịch vụ công trực tuyến",
        "valid_from": 2022,
    }
    known = facts()
    changed = type(known)(
        {**plan, "criteria": [old, new]}, known.units, known.aliases, known.unit_years
    )
    rows = [["Mã đơn vị", "Năm", "Dịch vụ công trực tuyến"], ["SNV", 2021, 5], ["SNV", 2022, 6]]
    assert [row[1] for row in placed(read_sheets({"Kết quả": rows}, changed))] == ["DV34", "DVTT"]


def test_a_criterion_whose_name_begins_like_a_total_is_a_criterion_and_an_unknown_one_is_asked_for():
    plan = {
        **PLAN,
        "criteria": [
            *PLAN["criteria"],
            {
                "code": "VB",
                "name": "Tổng số văn bản ban hành",
                "group": "the_che",
                "kind": "number",
                "reading": KINDS["number"].reading._asdict(),
            },
        ],
    }
    known = Facts(
        plan,
        UNITS,
        *(
            pd.DataFrame(columns=columns)
            for columns in (["alias", "unit"], ["unit", "year", "block", "staff"])
        ),
    )
    head, total = ["Mã đơn vị", "Năm", "Tiêu chí", "Giá trị"], ["SNV", 2022, "Tổng số điểm", 30]
    reading = read_sheets(
        {
            "Kết quả": [
                head,
                ["SNV", 2022, "Tổng số văn bản ban hành", 12],
                ["SNV", 2022, "TC1", 18],
                total,
            ]
        },
        known,
    )
    assert placed(reading) == [
        ("SNV", "VB", 2022, "self", 12.0, "D2"),
        ("SNV", "TC1", 2022, "self", 18.0, "D3"),
    ]
    assert reading.notes["left_out"].tolist() == [1]
    code, cell, fields = only_problem(
        read_sheets(
            {"Kết quả": [head, ["SNV", 2022, "Tổng số hồ sơ", 12], ["SNV", 2022, "TC1", 18], total]}
        )
    )
    assert (code, cell, fields["text"]) == ("criterion_unknown", "C2", "Tổng số hồ sơ")


def test_a_sum_of_units_below_them_is_no_unit():
    reading = read_sheets(
        {
            "Năm 2022": [
                ["Đơn vị", "TC1"],
                ["Sở Nội vụ", 18],
                ["Tổng số 25 đơn vị", 18],
                ["Toàn tỉnh", 18],
            ]
        }
    )
    assert placed(reading) == [("SNV", "TC1", 2022, "self", 18.0, "B2")]


HEAD, LINE = ["STT", "Tiêu chí", "Tổng số", "Tự chấm"], [1, "Ban hành quy chế", None]


def test_one_sheet_a_unit_with_its_name_above_each_table():
    sheets = {
        "1": [["Đơn vị:", "Sở Nội vụ"], ["Năm 2022"], HEAD, [*LINE, 18]],
        "2": [["Đơn vị:", "Xã Hòa An"], ["Năm 2022"], HEAD, [*LINE, 17]],
    }
    assert [row[:5] for row in placed(read_sheets(sheets))] == [
        ("SNV", "TC1", 2022, "self", 18.0),
        ("XHA", "TC1", 2022, "self", 17.0),
    ]


def test_one_sheet_a_unit_that_is_named_after_it():
    sheets = {"Sở Nội vụ": [HEAD, [*LINE, 18]], "Xã Hòa An": [HEAD, [*LINE, 17]]}
    assert [row[:5] for row in placed(read_sheets(sheets, name="nam 2022.xlsx"))] == [
        ("SNV", "TC1", 2022, "self", 18.0),
        ("XHA", "TC1", 2022, "self", 17.0),
    ]


def test_a_sheet_that_names_no_unit_takes_it_from_the_others_only_where_they_agree():
    sheets = {
        "Kết quả": [["Đơn vị:", "Sở Nội vụ"], ["Năm 2022"], HEAD, [*LINE, 18]],
        "Khảo sát": [["Năm 2022"], HEAD, [1, "Mức độ hài lòng", 100, 80]],
    }
    assert {row[0] for row in placed(read_sheets(sheets))} == {"SNV"}
    third = {"Khác": [["Đơn vị:", "Xã Hòa An"], ["Năm 2022"], HEAD, [*LINE, 17]]}
    assert codes(read_sheets(sheets | third)) == ["unit_missing"]


def test_a_table_of_quarters_is_refused_never_read_as_the_year():
    rows = [["Mã đơn vị", "Quý", "HL", "Tổng số"], ["SNV", "Quý IV", 80, 100]]
    assert only_problem(read_sheets({"Năm 2022": rows}))[:2] == ("column_part_of_year", "B1")
    blank = [["Mã đơn vị", "Quý", "HL", "Tổng số"], ["SNV", None, 80, 100]]
    assert codes(read_sheets({"Năm 2022": blank})) == []


def test_a_unit_or_criterion_merged_downwards_holds_for_each_of_its_rows_and_a_merged_figure_is_asked():
    rows = [
        ["Mã đơn vị", "Tiêu chí", "Năm", "Giá trị", "Ghi chú"],
        ["SNV", "TC1", 2022, 18],
        [None, "TC2", 2022, 4],
        ["XHA", "TC1", 2022, 15],
    ]
    assert placed(read_merged(rows, "A2:A3")) == [
        ("SNV", "TC1", 2022, "self", 18.0, "D2"),
        ("SNV", "TC2", 2022, "self", 4.0, "D3"),
        ("XHA", "TC1", 2022, "self", 15.0, "D4"),
    ]
    assert only_problem(read_merged(rows))[:2] == ("unit_missing", "A3"), (
        "a blank cell below a unit is asked for"
    )
    figures = [["Năm 2022"], ["Mã đơn vị", "TC1", "THUONG"], ["SNV", 18, 1], ["XHA", None, 2]]
    assert only_problem(read_merged(figures, "B3:B4")) == (
        "figure_merged",
        "B3",
        {"cells": "B3:B4"},
    )


def test_day_signatures_and_names_below_a_table_are_no_rows_but_figures_below_them_are():
    rows = [
        ["Năm 2022"],
        ["Mã đơn vị", "TC1", "TC2", "THUONG"],
        ["SNV", 18, 4, 1],
        ["", "", "", "Minh Họa, ngày 15 tháng 12 năm 2022"],
        ["NGƯỜI LẬP BIỂU", "", "KẾ TOÁN", "THỦ TRƯỞNG ĐƠN VỊ"],
        ["(Ký, họ tên)", "", "", "(Ký, đóng dấu)"],
        [],
        ["Nguyễn Văn A", "", "Lê Thị C", "Trần Văn B"],
        ["XHA", 15, "", ""],
    ]
    reading = read_sheets({"Bảng": rows})
    assert [row[:2] + row[4:] for row in placed(reading)] == [
        ("SNV", "TC1", 18.0, "B3"),
        ("XHA", "TC1", 15.0, "B9"),
        ("SNV", "TC2", 4.0, "C3"),
        ("SNV", "THUONG", 1.0, "D3"),
    ]
    assert reading.notes["left_out"].tolist() == [4]


def test_a_quote_that_begins_like_a_signature_is_a_row_and_the_signature_below_it_is_none():
    rows = [
        ["Mã đơn vị", "Năm", "Loại", "Trích nguyên văn"],
        ["SNV", 2022, "khác", "Giám đốc chưa gương mẫu"],
        ["XHA", 2022, None, "Lãnh đạo đơn vị chưa thực sự quan tâm"],
        [None, None, "Người lập biểu", "Thủ trưởng"],
    ]
    found = read_sheets({"Tồn tại, hạn chế": rows})
    assert not found.has_errors and found.tables["limitations"]["quote"].tolist() == [
        "Giám đốc chưa gương mẫu",
        "Lãnh đạo đơn vị chưa thực sự quan tâm",
    ]
