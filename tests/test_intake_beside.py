"""What people lay out beside each other and between head and figures: tables, agendas, years, parts of a year, maxima, shares, blocks' sums."""

from __future__ import annotations

import pytest
from small_files import codes, facts, only_problem, read_merged, read_sheets

TITLE = ["KẾT QUẢ CHẤM ĐIỂM NĂM 2022"]


def found(rows, *merged, name="bieu.xlsx"):
    """(unit, criterion, year, stage, value, total, cell) of what would be stored."""
    reading = read_merged(rows, *merged) if merged else read_sheets({"Bảng": rows}, facts(), name)
    assert not reading.has_errors, reading.problems.to_string()
    rows = reading.tables["results"]
    named = ("unit", "criterion", "year", "stage", "value")
    totals = (None if one != one else one for one in rows["out_of"])
    return set(zip(*(rows[one] for one in named), totals, rows["cell"])), codes(reading)


def test_two_tables_side_by_side_are_two_with_a_blank_column_between_them_or_none():
    head, other = ["STT", "Đơn vị", "TC1"], ["STT", "Đơn vị", "Điểm thưởng"]
    first, second = [1, "Sở Nội vụ", 18], [1, "Xã Hòa An", 2]
    same, _ = found([TITLE, [*head, "", *head], [*first, "", *second]])
    assert same == {
        ("SNV", "TC1", 2022, "self", 18, None, "C3"),
        ("XHA", "TC1", 2022, "self", 2, None, "G3"),
    }
    adjoining, _ = found([TITLE, [*head, *other], [*first, *second]])
    assert adjoining == {
        ("SNV", "TC1", 2022, "self", 18, None, "C3"),
        ("XHA", "THUONG", 2022, "self", 2, None, "F3"),
    }


def test_each_of_them_has_the_year_above_it():
    head, row = ["Đơn vị", "TC1"], ["Sở Nội vụ", 18]
    years = ["KẾT QUẢ NĂM 2021", "", "", "KẾT QUẢ NĂM 2022"]
    both, _ = found([years, [*head, "", *head], [*row, "", "Sở Nội vụ", 17]])
    assert both == {
        ("SNV", "TC1", 2021, "self", 18, None, "B3"),
        ("SNV", "TC1", 2022, "self", 17, None, "E3"),
    }


def test_an_agenda_beside_is_passed_over_with_a_word():
    rows = [TITLE, ["Đơn vị", "TC1", "", "Giờ", "Nội dung"], ["Sở Nội vụ", 18, "", "8 giờ", "Họp"]]
    assert found(rows) == (
        {("SNV", "TC1", 2022, "self", 18, None, "B3")},
        ["table_unrecognised"],
    )


def test_a_blank_column_within_one_table_parts_nothing():
    rows = [TITLE, ["Đơn vị", "", "TC1", "", "Điểm thưởng"], ["Sở Nội vụ", "", 18, "", 2]]
    assert len(found(rows)[0]) == 2
    long = [TITLE, ["Đơn vị", "", "Tiêu chí", "Điểm"], ["Sở Nội vụ", "", "TC1", 18]]
    assert found(long)[0] == {("SNV", "TC1", 2022, "self", 18, None, "D3")}


@pytest.mark.parametrize(
    "row", [["", "Điểm tối đa", 20, 3], ["", "Thang điểm", "20 điểm", "3 điểm"], ["", "", "(tối đa 20)", "(3 điểm)"]]
)  # fmt: skip
def test_a_row_of_maxima_is_no_unit(row):
    rows = [TITLE, ["STT", "Đơn vị", "TC1", "Điểm thưởng"], row, [1, "Sở Nội vụ", 18, 2]]
    assert {one[:2] for one in found(rows)[0]} == {("SNV", "TC1"), ("SNV", "THUONG")}


def test_a_row_of_other_maxima_is_asked_and_bare_numbers_without_a_word_are_no_maxima():
    head, unit = ["STT", "Đơn vị", "TC1"], [1, "Sở Nội vụ", 18]
    code, cell, fields = only_problem(
        read_sheets({"Bảng": [TITLE, head, ["", "Điểm chuẩn", 100], unit]})
    )
    assert (code, fields["max"], fields["plan_max"]) == ("max_differs", 100, 20)
    assert codes(read_sheets({"Bảng": [TITLE, head, ["", "", 20], unit]})) == ["unit_missing"]


def test_parts_of_the_year_beside_the_whole_are_left_out_and_alone_they_are_refused():
    head = ["Đơn vị", "TC1", "", ""]
    rows = [TITLE, head, ["", "6 tháng", "9 tháng", "Cả năm"], ["Sở Nội vụ", 5, 9, 18]]
    assert found(rows, "B2:D2") == (
        {("SNV", "TC1", 2022, "self", 18, None, "D4")},
        ["column_left_out", "column_left_out"],
    )
    alone = [TITLE, ["Đơn vị", "TC1", ""], ["", "Quý I", "Quý II"], ["Sở Nội vụ", 5, 9]]
    assert set(codes(read_merged(alone, "B2:C2"))) >= {"part_of_year_at"}


def test_last_year_beside_this_one_is_left_out():
    rows = [TITLE, ["Đơn vị", "TC1", ""], ["", "Năm trước", "Năm nay"], ["Sở Nội vụ", 17, 18]]
    assert {one[4:] for one in found(rows, "B2:C2")[0]} == {(18, None, "C4")}


def test_a_count_may_bear_its_share_if_it_is_the_share_of_the_total():
    head = ["Đơn vị", "Tổng số", "Trang phục"]
    assert found([TITLE, head, ["Sở Nội vụ", 50, "48 (96%)"]])[0] == {
        ("SNV", "CN1", 2022, "self", 48, 50, "C3")
    }
    for cell in ("48 (86%)", "48 (96%)"):
        rows = [TITLE, ["Đơn vị", "Tổng số", "Trang phục"], ["Sở Nội vụ", 55, cell]]
        assert only_problem(read_sheets({"Bảng": rows}))[:2] == ("number_unreadable", "C3")
    points = [TITLE, ["Đơn vị", "TC1"], ["Sở Nội vụ", "18 (90%)"]]
    assert codes(read_sheets({"Bảng": points})) == ["number_unreadable"]


def test_rows_that_sum_up_a_block_or_tell_the_highest_are_no_units():
    rows = [
        TITLE,
        ["STT", "Đơn vị", "TC1", "Xếp thứ"],
        ["I", "Khối sở, ngành", 18, ""],
        [1, "Sở Nội vụ", 18, 1],
        ["II", "Khối xã", 12, ""],
        [1, "Xã Hòa An", 12, 2],
        ["", "Điểm cao nhất", 18, ""],
    ]
    assert {one[0] for one in found(rows)[0]} == {"SNV", "XHA"}
    unknown = [TITLE, ["STT", "Đơn vị", "TC1"], [1, "Khối cơ quan Đảng", 18]]
    assert codes(read_sheets({"Bảng": unknown})) == ["unit_unknown"], "a numbered row is a unit"


def test_units_over_their_columns_need_no_head_over_the_criteria():
    rows = [TITLE, ["", "Sở Nội vụ", "Xã Hòa An"], ["TC1", 18, 12], ["Điểm thưởng", 2, 1]]
    assert len(found(rows)[0]) == 4
    guests = [TITLE, ["", "Sở Nội vụ", "Xã Hòa An"], ["Khách", 18, 12]]
    assert "nothing_recognised" in codes(read_sheets({"Bảng": guests}))


@pytest.mark.parametrize("mark", ["TĐ", "KH", "QH", "XH"])
def test_letters_in_brackets_that_may_mean_anything_are_asked(mark):
    rows = [TITLE, ["Đơn vị", f"TC1 ({mark})"], ["Sở Nội vụ", 18]]
    assert codes(read_sheets({"Bảng": rows})) == ["head_unclear"]


def test_levels_may_stand_over_counts_and_shares():
    rows = [
        TITLE,
        ["Đơn vị", "Tổng số phiếu", "Rất hài lòng", "", "Hài lòng", "", "Không hài lòng", ""],
        ["", "", "SL", "%", "SL", "%", "SL", "%"],
        ["Sở Nội vụ", 100, 40, 40, 50, 50, 10, 10],
    ]
    reading = read_sheets({"Mức độ hài lòng": rows})
    (row,) = reading.tables["results"].to_dict("records")
    assert (row["value"], row["very"], row["out_of"]) == (50, 40, 100)
    assert row["very_included"] is False and not reading.has_errors


@pytest.mark.parametrize(
    "line", ["Ghi chú: số liệu ước thực hiện", "* Số liệu ước thực hiện", "(*) Số liệu 9 tháng đầu năm"]
)  # fmt: skip
def test_remarks_below_all_figures_are_heard_whatever_they_begin_with(line):
    rows = [TITLE, ["Đơn vị", "TC1"], ["Sở Nội vụ", 18], [], [line]]
    assert set(codes(read_sheets({"Bảng": rows}))) <= {"draft", "part_of_year_below"}
    assert codes(read_sheets({"Bảng": rows}))


@pytest.mark.parametrize("title", ["KẾ HOẠCH NĂM 2022", "BẢNG GIAO CHỈ TIÊU NĂM 2022"])
def test_figures_that_are_wished_for_are_asked(title):
    rows = [[title], ["Đơn vị", "TC1"], ["Sở Nội vụ", 18]]
    assert codes(read_sheets({"Bảng": rows})) == ["draft"]
    done = [["KẾT QUẢ THỰC HIỆN KẾ HOẠCH NĂM 2022"], *rows[1:]]
    assert codes(read_sheets({"Bảng": done})) == []


def test_a_key_to_codes_beside_a_table_and_a_list_beside_results_make_no_unit_by_the_way():
    key = [TITLE, ["Đơn vị", "TC1", "", "Mã", "Tên đơn vị"], ["Sở Nội vụ", 18, "", "MOI", "Sở Mới"]]
    assert found(key)[1] == ["table_unrecognised"]
    new = [["Mã đơn vị", "Tên đơn vị"], ["SNV", "Sở Nội vụ"], ["MOI", "Sở Mới"]]
    results = [TITLE, ["Đơn vị", "TC1"], ["Sở Nội vụ", 18]]
    asked = read_sheets({"Danh sách đơn vị": new, "Bảng": results})
    code, cell, fields = only_problem(asked)
    assert (code, cell, fields["rows"]) == ("units_beside_results", "A3", 1)
    assert asked.problems["severity"].item() == "question"
