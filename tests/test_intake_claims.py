"""What is stored equals the truth, or nothing is and the reason names a cell: thousands of made workbooks, and each kind of claim by hand."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import replace
from io import BytesIO

import pandas as pd
import pytest
import xlsxwriter
from small_files import codes, facts, only_problem, read_sheets, read_text, workbook
from workbooks_made import FACTS, Made, made

from data_access.intake.reading_result import Reading
from data_access.intake.sheet_reading import read

BATCHES, IN_CI, AT_A_DESK = 10, 80, 20
PLACED = {"nothing_recognised", "year_missing", "sheet_unrecognised"}


def stored(reading: Reading) -> dict:
    """(unit, criterion, year, stage) → (at least satisfied or value, total) of what would be stored."""
    if reading.has_errors or "results" not in reading.tables:
        return {}
    rows = reading.tables["results"]
    beside = rows["very"].where(rows["very_included"].eq(False), 0).fillna(0)
    keys = zip(rows["unit"], rows["criterion"], rows["year"].astype(int), rows["stage"])
    totals = (None if pd.isna(one) else one for one in rows["out_of"])
    return dict(zip(keys, zip(rows["value"] + beside, totals)))


def outcome(one: Made) -> str:
    """read, asked or wrong."""
    reading = read(one.name, one.content, replace(FACTS, shapes=one.shapes))
    found = stored(reading)
    if found:
        return "read" if found == one.truth and not one.must_ask else "wrong"
    problems = reading.problems[reading.problems["severity"] != "warning"]
    assert len(problems) and (problems["cell"].notna() | problems["code"].isin(PLACED)).all()
    return "asked"


@pytest.mark.parametrize(
    "batch", [0, *(pytest.param(one, marks=pytest.mark.slow) for one in range(1, BATCHES))]
)
def test_what_is_stored_of_a_made_workbook_is_true_or_nothing_is(batch):
    each = IN_CI if os.environ.get("CI") == "true" else AT_A_DESK
    numbers = range(batch * IN_CI, batch * IN_CI + each)
    files = {number: made(number) for number in numbers}
    outcomes = {number: outcome(one) for number, one in files.items()}
    assert not [number for number, said in outcomes.items() if said == "wrong"]
    readable = Counter(outcomes[number] for number, one in files.items() if not one.must_ask)
    assert readable["read"] >= 0.8 * readable.total(), "what a person could read is read"


TABLE = [["STT", "Đơn vị", "TC1"], [1, "Sở Nội vụ", 18]]


def placed(*above: str, sheet: str = "Kết quả", name: str = "bieu.xlsx", table=TABLE):
    return read_sheets({sheet: [*([one] for one in above), *table]}, name=name)


@pytest.mark.parametrize(
    "line",
    [
        "KẾT QUẢ 6 THÁNG ĐẦU NĂM 2022", "Kết quả quý III năm 2022", "KẾT QUẢ NĂM 2022 (từ ngày 01/01/2022 đến ngày 30/9/2022)",
        "Số liệu năm 2022 tính đến 30/6/2022", "Lũy kế năm 2022", "KẾT QUẢ THÁNG 4 NĂM 2022", "Chín tháng năm 2022",
    ],
)  # fmt: skip
def test_a_part_of_a_year_is_never_the_year(line):
    code, cell, _ = only_problem(placed(line))
    assert (code, cell) == ("part_of_year", "A1")


@pytest.mark.parametrize(
    "name", ["ket_qua_6_thang_2022.xlsx", "BC quy 1-2022.xlsx", "6T.2022.xlsx"]
)
def test_a_files_name_may_say_that_it_is_of_a_part_of_a_year(name):
    assert codes(placed("KẾT QUẢ NĂM 2022", name=name)) == ["part_of_year"]


@pytest.mark.parametrize(
    "line",
    [
        "(Kèm theo Báo cáo số     /BC-SNV ngày     tháng     năm 2023 của Sở Nội vụ)", "(theo Kế hoạch số 115/KH-UBND năm 2019)",
        "Minh Họa, ngày 15 tháng 01 năm 2023", "(Số liệu tính đến ngày 31/12/2022)", "(So với năm 2021)", "Từ ngày 15/12/2021 đến ngày 14/12/2022",
    ],
)  # fmt: skip
def test_papers_days_and_comparisons_are_no_year_of_the_figures(line):
    (key,) = stored(placed("KẾT QUẢ NĂM 2022", line))
    assert key == ("SNV", "TC1", 2022, "self")


def test_two_years_that_contradict_each_other_are_asked_with_both_places():
    code, _, fields = only_problem(placed("KẾT QUẢ NĂM 2022", name="ket_qua_2021.xlsx"))
    assert (code, fields["place"], fields["other_place"]) == ("claims_differ", "title", "file")


@pytest.mark.parametrize(
    ("line", "stage"),
    [
        ("BẢNG ĐIỂM NĂM 2022 GỬI HỘI ĐỒNG THẨM ĐỊNH", "self"), ("KẾT QUẢ THẨM ĐỊNH NĂM 2022", "appraised"),
        ("BẢNG TỰ CHẤM ĐIỂM NĂM 2022", "self"), ("Bảng điểm năm 2022 trình Sở Nội vụ thẩm định", "self"),
    ],
)  # fmt: skip
def test_what_goes_to_the_appraisers_is_not_appraised(line, stage):
    assert [key[3] for key in stored(placed(line))] == [stage]


def test_a_stage_by_default_is_said_among_the_claims():
    claims = placed("NĂM 2022").claims
    assert claims.loc[claims["kind"] == "stage", ["value", "place"]].values.tolist() == [
        ["self", "default"]
    ]


def test_a_tab_and_a_line_of_two_units_are_asked():
    rows = [["Đơn vị: Sở Nội vụ"], ["Năm 2022"], ["Tiêu chí", "Điểm"], ["TC1", 18]]
    code, cell, fields = only_problem(read_sheets({"Xã Hòa An": rows}))
    assert (code, cell) == ("units_differ", "A1") and fields["other"] == "Xã Hòa An"


@pytest.mark.parametrize(
    "head",
    [
        "TC1 (điểm trừ)",
        "TC1 (kế hoạch 2025)",
        "TC1 (trễ hạn)",
        "TC1 (xếp hạng)",
    ],
)
def test_a_bracket_that_is_not_understood_is_asked(head):
    table = [["Đơn vị", head], ["Sở Nội vụ", 3]]
    assert codes(placed("NĂM 2022", table=table)) == ["head_unclear"]


def test_a_name_beside_a_code_that_is_not_its_own_is_asked():
    rows = [["Mã đơn vị", "Tên đơn vị", "Năm", "TC1"], ["SNV", "Cục Thuế thành phố", 2022, 18]]
    code, cell, fields = only_problem(read_sheets({"Kết quả": rows}))
    assert (code, cell) == ("code_and_name", "B2") and fields["name"] == "Cục Thuế thành phố"


def test_codes_names_and_totals_make_no_new_units():
    rows = [["Mã", "Tên đơn vị", "Tổng điểm"], ["01", "Sở Mới", 92]]
    reading = read_sheets({"Sheet1": rows})
    assert only_problem(reading)[:2] == ("units_unsure", "C1") and "units" not in reading.tables


def in_percent(number_format: str, value: float) -> Reading:
    made_here = BytesIO()
    book = xlsxwriter.Workbook(made_here)
    page, look = book.add_worksheet("2022"), book.add_format({"num_format": number_format})
    page.write_row(0, 0, ["Mã đơn vị", "Tổng số", "Trang phục"])
    page.write_row(1, 0, ["SNV", 120])
    page.write_number(1, 2, value, look)
    book.close()
    return read("bieu.xlsx", made_here.getvalue(), facts())


@pytest.mark.parametrize(
    ("number_format", "value"),
    [("0%", 1), ("0.00%", 0.95), ('0"%"', 95), ("0%;-0%", 1), ("0\\%", 95)],
)
def test_a_number_that_the_sheet_shows_in_percent_is_no_count(number_format, value):
    assert only_problem(in_percent(number_format, value))[:2] == ("share_needs_counts", "C2")


def test_a_number_format_without_percent_leaves_the_number():
    assert stored(in_percent('0" người"', 95)) == {("SNV", "CN1", 2022, "self"): (95.0, 120.0)}


def test_decimal_commas_in_a_comma_file_are_seen_though_the_last_cell_is_blank():
    reading = read_text("Đơn vị,Năm,Tiêu chí,Điểm,Ghi chú\nSở Nội vụ,2022,TC1,4,5,\n")
    assert "row_too_long" in codes(reading) and reading.has_errors


def test_units_may_stand_as_columns():
    rows = [["Năm 2022"], ["STT", "Tiêu chí", "Sở Nội vụ", "Xã Hòa An"], [1, "TC1", 18, 17.5]]
    assert stored(read_sheets({"Kết quả": rows})) == {
        ("SNV", "TC1", 2022, "self"): (18.0, None),
        ("XHA", "TC1", 2022, "self"): (17.5, None),
    }


def test_nobody_asked_is_no_rate():
    rows = [["Đơn vị", "Năm", "Tổng số phiếu", "Mức độ hài lòng"], ["SNV", 2022, 0, 0]]
    assert only_problem(read_sheets({"Kết quả": rows}))[0] == "zero_of_zero"


def test_counts_that_look_like_percent_are_a_question_that_may_be_answered_with_yes():
    rows = [
        ["Đơn vị", "Năm", "Tổng số phiếu", "Mức độ hài lòng"],
        ["SNV", 2022, 200, 95],
        ["SNV", 2021, 150, 97],
    ]
    reading = read_sheets({"Kết quả": rows})
    assert list(reading.problems["severity"]) == ["question"] and reading.has_errors
    yes = read(
        "bieu.xlsx", workbook({"Kết quả": rows}), facts(), [("bieu.xlsx", "looks_like_percent")]
    )
    assert len(stored(yes)) == 2 and list(yes.problems["severity"]) == ["warning"]


ONE_UNIT = [["Đơn vị: Sở Nội vụ"], ["Tiêu chí", "Điểm"], ["TC1", 18]]


def test_a_cover_says_year_stage_and_period_for_the_tables_behind_it():
    cover = [["BÁO CÁO KẾT QUẢ THẨM ĐỊNH"], ["NĂM 2022"]]
    assert set(stored(read_sheets({"Sheet1": cover, "Kết quả": ONE_UNIT}))) == {
        ("SNV", "TC1", 2022, "appraised")
    }
    half = [["BÁO CÁO"], ["6 THÁNG ĐẦU NĂM 2022"]]
    assert codes(read_sheets({"Bìa": half, "Năm 2022": ONE_UNIT})) == ["part_of_year"]
    other = read_sheets({"Bìa": [["NĂM 2021"]], "Năm 2022": ONE_UNIT})
    assert codes(other) == ["claims_differ"]


def test_the_period_of_a_sheet_of_labels_holds_for_the_tables():
    info = [
        ["Mã đơn vị", "SNV"],
        ["Năm báo cáo", 2022],
        ["Ngày nộp", "5/7/2022"],
        ["Kỳ báo cáo", "6 tháng đầu năm"],
    ]
    reading = read_sheets({"Thông tin": info, "Kết quả": [["Tiêu chí", "Điểm"], ["TC1", 18]]})
    assert codes(reading) == ["part_of_year"]


def test_a_remark_below_that_speaks_of_a_part_of_the_year_is_a_question():
    rows = [["Năm 2022"], *TABLE, [], ["Ghi chú: số liệu 9 tháng"]]
    assert only_problem(read_sheets({"Kết quả": rows}))[:2] == ("part_of_year_below", "A5")


def test_targets_over_criteria_are_left_out_with_a_word():
    rows = [
        ["Năm 2022"],
        ["Đơn vị", "Kế hoạch", None, "Thực hiện", None],
        [None, "TC1", "THUONG", "TC1", "THUONG"],
        ["Sở Nội vụ", 20, 3, 18, 2],
    ]
    reading = read_sheets({"Kết quả": rows})
    assert codes(reading) == ["column_left_out"] * 2
    assert [value for value, _ in stored(reading).values()] == [18, 2]


def test_a_total_in_thousands_is_no_total_of_people():
    rows = [["Đơn vị", "Năm", "Tổng số (nghìn)", "Trang phục"], ["Sở Nội vụ", 2022, 12, 11]]
    assert only_problem(read_sheets({"Kết quả": rows}))[:2] == ("measure_differs", "D2")


def test_a_whole_table_at_the_maximum_is_a_question_in_the_first_year_too():
    heads = ["Đơn vị", "Năm", "TC1", "THUONG"]
    rows = [heads, *([unit, year, 20, 3] for unit in ("SNV", "XHA") for year in (2021, 2022))]
    assert codes(read_sheets({"Kết quả": rows})) == ["all_alike"]


@pytest.mark.parametrize(
    "line",
    ["KẾT QUẢ NĂM 2021 VÀ NĂM 2022", "KẾT QUẢ GIAI ĐOẠN 2019 - 2022", "KẾT QUẢ SƠ KẾT 2020-2022"],
)
def test_figures_of_several_years_are_not_those_of_the_year_in_the_files_name(line):
    assert codes(placed(line, name="ket_qua_2022.xlsx")) == ["year_missing"]


def test_a_title_of_both_stages_is_asked_where_nothing_else_tells():
    assert codes(placed("TỔNG HỢP ĐIỂM TỰ CHẤM VÀ THẨM ĐỊNH NĂM 2022")) == ["stage_unclear"]


def test_staff_are_nobodys_forms_and_forms_nobodys_people():
    forms = [["Đơn vị", "Năm", "Tổng số cán bộ", "Mức độ hài lòng"], ["SNV", 2022, 120, 115]]
    people = [["Đơn vị", "Năm", "Tổng số phiếu", "Trang phục"], ["SNV", 2022, 120, 115]]
    for rows in (forms, people):
        assert only_problem(read_sheets({"Kết quả": rows}))[:2] == ("total_of_others", "D1")


def test_a_maximum_in_the_head_that_is_not_the_plans_is_refused():
    table = [["Đơn vị", "TC1 (10 điểm)"], ["Sở Nội vụ", 8]]
    assert codes(placed("NĂM 2022", table=table)) == ["max_differs"]


def test_a_remark_beside_a_figure_that_speaks_of_a_part_of_the_year_is_heard():
    table = [["Đơn vị", "TC1", "Ghi chú"], ["Sở Nội vụ", 18, "số liệu 6 tháng"]]
    assert codes(placed("NĂM 2022", table=table)) == ["part_of_year_at"]


def test_shares_that_are_all_whole_are_a_question_in_the_first_year_too():
    heads = ["Đơn vị", "Năm", "Tổng số", "Trang phục"]
    asked = [("SNV", 2021, 30), ("SNV", 2022, 31), ("XHA", 2021, 20), ("XHA", 2022, 22)]
    whole = [[*one, one[2]] for one in [*asked, ("SNV", 2023, 33), ("XHA", 2023, 24)]]
    assert codes(read_sheets({"Kết quả": [heads, *whole]})) == ["all_alike"]
    whole[0][3] = 29
    assert codes(read_sheets({"Kết quả": [heads, *whole]})) == []
