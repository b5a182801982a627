"""The other tables: units with their lives, one unit's own workbook, the lists, indices, and files that build on each other."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest
from small_files import codes, facts, only_problem, read_sheets, read_text

from dashboard.reading.fault_categories import category_names
from data_access.intake.codes import CODES, WARNINGS
from data_access.intake.sheet_reading import read_all
from data_access.intake.tables import COLUMNS, ORIGIN

INFO = [
    ["SỐ LIỆU MINH HỌA"],
    ["Mã đơn vị", "SNV"],
    ["Tên đơn vị", "Sở Nội vụ"],
    ["Năm báo cáo", 2022],
    ["Khối thi đua", "Khối các sở"],
    ["Số cán bộ, công chức, viên chức", 45],
    ["Số văn bản", "18/BC-SNV"],
    ["Ngày văn bản", "05/12/2022"],
    ["Ngày nộp", dt.date(2022, 12, 6)],
]
RESULTS = [
    [
        "STT",
        "Mã tiêu chí",
        "Tiêu chí",
        "Tổng số",
        "Tự chấm",
        "Thẩm định",
        "Trong đó rất hài lòng",
        "Ghi chú",
    ],
    ["I", None, "Thể chế", None, 18, 17],
    [1, "TC1", "Ban hành quy chế", None, 18, "17,5"],
    [2, "HL", "Mức độ hài lòng", 150, 140, None, 90],
    [3, "TC2", "Tuyên truyền", None, "không áp dụng", "-"],
]


def rows(reading, table: str, *columns: str) -> list[list[object]]:
    """Some columns of a table of a reading without errors; missing as None."""
    assert not reading.has_errors, reading.problems.to_string()
    chosen = reading.tables[table][list(columns)].astype(object)
    return chosen.where(chosen.notna(), None).values.tolist()


def test_a_units_own_workbook_gives_results_filing_block_and_staff():
    reading = read_sheets({"Thông tin": INFO, "Kết quả": RESULTS})
    assert codes(reading) == []
    assert rows(
        reading,
        "results",
        "unit",
        "criterion",
        "year",
        "stage",
        "value",
        "out_of",
        "very",
        "state",
        "cell",
    ) == [
        ["SNV", "TC1", 2022, "self", 18.0, None, None, "ok", "E3"],
        ["SNV", "HL", 2022, "self", 140.0, 150.0, 90.0, "ok", "E4"],
        ["SNV", "TC2", 2022, "self", None, None, None, "not_applicable", "E5"],
        ["SNV", "TC1", 2022, "appraised", 17.5, None, None, "ok", "F3"],
    ]
    assert set(reading.tables["results"]["submitted_on"]) == {pd.Timestamp(2022, 12, 6)}
    assert rows(reading, "unit_years", "unit", "year", "block", "staff", "sheet") == [
        ["SNV", 2022, "Khối các sở", 45, "Thông tin"]
    ]
    filing = rows(reading, "filings", "unit", "year", "kind", "number", "dated", "submitted_on")
    assert filing == [
        ["SNV", 2022, "annual", "18/BC-SNV", pd.Timestamp(2022, 12, 5), pd.Timestamp(2022, 12, 6)]
    ]


def test_the_staff_that_a_workbook_states_holds_for_its_own_head_counts():
    heads = [["Mã tiêu chí", "Tổng số", "Tự chấm"], ["CN1", 46, 46]]
    assert (
        only_problem(read_sheets({"Thông tin": INFO, "Cá nhân": heads}))[0] == "value_above_staff"
    )


def test_a_day_of_filing_before_the_year_is_reported_once_for_a_workbook():
    info = [["Mã đơn vị", "SNV"], ["Năm báo cáo", 2022], ["Ngày nộp", "6/12/2021"]]
    assert only_problem(read_sheets({"Thông tin": info, "Kết quả": RESULTS}))[:2] == (
        "filed_before_year",
        "B3",
    )


def test_an_unknown_unit_in_thong_tin_is_reported_once_for_the_whole_workbook():
    info = [["Tên đơn vị", "Sở Nội vu"], ["Năm báo cáo", 2022]]
    code, cell, fields = only_problem(
        read_sheets(
            {
                "Thông tin": info,
                "Kết quả": RESULTS,
                "Văn bản": [["Số, ký hiệu", "Trích yếu"], ["1/KH", "Kế hoạch"]],
            }
        )
    )
    assert (code, cell, fields["candidates"]) == (
        "unit_unknown",
        "B1",
        [{"unit": "SNV", "name": "Sở Nội vụ tỉnh Minh Họa"}],
    )


def test_an_impossible_day_of_filing_is_an_error_because_lateness_hangs_on_it():
    info = [["Mã đơn vị", "SNV"], ["Năm báo cáo", 2022], ["Ngày nộp", "31/11/2022"]]
    reading = read_sheets({"Thông tin": info, "Kết quả": RESULTS})
    assert only_problem(reading) == (
        "date_impossible",
        "B3",
        {"text": "31/11/2022", "column": "submitted_on"},
    )


def test_a_sheet_named_cong_nghe_thong_tin_is_a_table_and_no_thong_tin():
    reading = read_sheets({"Công nghệ thông tin": [["Năm 2022"], ["Mã đơn vị", "TC1"], ["SNV", 5]]})
    assert rows(reading, "results", "unit", "value") == [["SNV", 5.0]]


@pytest.mark.parametrize(
    ("sheet", "head", "line", "table", "columns", "expected"),
    [
        ("Văn bản", ["STT", "Số, ký hiệu", "Ngày ban hành", "Trích yếu"], [1, "18/KH-VP", "20/9/2019", "Kế hoạch năm"], "documents",
         ["number", "dated", "title"], ["18/KH-VP", pd.Timestamp(2019, 9, 20), "Kế hoạch năm"]),
        ("Khen thưởng", ["Hình thức", "Số tập thể", "Số cá nhân"], ["Giấy khen", 6, 31], "awards", ["form", "collectives", "individuals"], ["Giấy khen", 6, 31]),
        ("Kiểm tra", ["Ngày kiểm tra", "Cơ quan kiểm tra", "Kết luận"], ["1/3/2022", "Sở Nội vụ", "Tốt"], "inspections",
         ["inspected_on", "inspector", "findings"], [pd.Timestamp(2022, 3, 1), "Sở Nội vụ", "Tốt"]),
        ("Điển hình", ["Tên mô hình", "Nội dung"], ["Ngày thứ bảy vì dân", "Trực thứ bảy"], "examples", ["name", "description"],
         ["Ngày thứ bảy vì dân", "Trực thứ bảy"]),
        ("Tồn tại, hạn chế", ["Loại", "Trích nguyên văn", "Trang"], ["Trang phục", "Một số đồng chí …", 3], "limitations",
         ["category", "quote", "place"], ["trang_phuc", "Một số đồng chí …", "3"]),
        ("Nộp báo cáo", ["Loại báo cáo", "Số văn bản", "Ngày văn bản", "Ngày nộp"], ["Sơ kết", "5/BC", "1/6/2022", "2/6/2022"], "filings",
         ["kind", "number", "submitted_on"], ["review", "5/BC", pd.Timestamp(2022, 6, 2)]),
    ],
)  # fmt: skip
def test_a_list_is_read_inside_a_units_workbook_and_with_units_of_its_own(
    sheet, head, line, table, columns, expected
):
    within = read_sheets({"Thông tin": INFO[1:4], sheet: [head, line]})
    beside = read_sheets({sheet: [["Đơn vị", "Năm", *head], ["Sở Nội vụ", 2022, *line]]})
    for reading in (within, beside):
        assert rows(reading, table, "unit", "year", *columns) == [["SNV", 2022, *expected]]


def test_lists_may_hold_the_same_line_twice():
    reading = read_sheets(
        {
            "Khen thưởng": [
                ["Đơn vị", "Năm", "Hình thức", "Số cá nhân"],
                *[["SNV", 2022, "Giấy khen", 1]] * 2,
            ]
        }
    )
    assert rows(reading, "awards", "origin", "individuals") == [["workbook", 1]] * 2


def test_a_bad_date_in_a_list_is_quoted_and_left_out_and_a_far_one_is_doubted():
    lines = [["SNV", 2022, "1/KH", "27/12/22018"], ["SNV", 2022, "2/KH", "1/2/2032"]]
    reading = read_sheets({"Văn bản": [["Đơn vị", "Năm", "Số văn bản", "Ngày ban hành"], *lines]})
    assert codes(reading) == ["date_dropped", "dated_outside_period"] and not reading.has_errors
    assert rows(reading, "documents", "number", "dated")[0] == ["1/KH", None]


UNITS = """unit,name,short_name,kind,block,staff,valid_from,valid_to,parent,aliases,predecessors,change,changed_on,document
H1,Huyện Minh Châu,,Xã,Cụm 1,80,,30/6/2025,,UBND huyện MC;Minh Châu,,,,
X1,Xã Phú Lộc,,xa,Cụm 2,20,,30/6/2025,H1,,,,,
X9,Xã Phú An,Phú An,xa,Cụm 2,40,1/7/2025,,,,X1;XHA,hợp nhất,1/7/2025,Nghị quyết 1/NQ
"""


def test_a_list_of_units_gives_units_blocks_by_year_aliases_and_lineage():
    reading = read_text(UNITS)
    assert codes(reading) == []
    assert rows(reading, "units", "unit", "kind", "parent", "valid_from", "valid_to") == [
        ["H1", "xa", None, None, pd.Timestamp(2025, 6, 30)],
        ["X1", "xa", "H1", None, pd.Timestamp(2025, 6, 30)],
        ["X9", "xa", None, pd.Timestamp(2025, 7, 1), None],
    ]
    years = reading.tables["unit_years"].groupby("unit")["year"].agg(["min", "max", "count"])
    assert years.loc[["H1", "X9"]].values.tolist() == [[2019, 2025, 7], [2025, 2025, 1]]
    assert rows(reading, "aliases", "alias", "unit") == [
        ["UBND huyện MC", "H1"],
        ["Minh Châu", "H1"],
    ]
    assert rows(reading, "lineage", "before", "after", "on", "kind", "document") == [
        ["X1", "X9", pd.Timestamp(2025, 7, 1), "merge", "Nghị quyết 1/NQ"],
        ["XHA", "X9", pd.Timestamp(2025, 7, 1), "merge", "Nghị quyết 1/NQ"],
    ]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("U,Đơn vị,hộ,,", ("kind_unknown", "C2")),
        ("U,Đơn vị,xa,30/2/2020,", ("date_impossible", "D2")),
        ("U,Đơn vị,xa,1/7/2025,30/6/2025", ("dates_reversed", "E2")),
        ("U,,xa,,", ("required_missing", "B2")),
        (",Đơn vị,xa,,", ("required_missing", "A2")),
    ],
)
def test_what_is_wrong_with_a_unit_is_an_error_at_its_cell(line, problem):
    assert only_problem(read_text(f"unit,name,kind,valid_from,valid_to\n{line}\n"))[:2] == problem


def test_a_predecessor_that_nobody_knows_is_an_error():
    code, cell, fields = only_problem(
        read_text("unit,name,kind,predecessors,valid_from\nU,Đơn vị,xa,XHA;KHONG,1/7/2025\n")
    )
    assert (code, cell, fields["text"]) == ("unit_unknown", "D2", "KHONG")


def test_no_unit_is_its_own_predecessor():
    assert only_problem(
        read_text("unit,name,kind,predecessors,valid_from\nU,Đơn vị,xa,XHA;U,1/7/2025\n")
    )[:2] == ("own_predecessor", "D2")
    assert only_problem(read_text("before,after,on,kind\nXHA,XHA,1/7/2025,đổi tên\n"))[:2] == (
        "own_predecessor",
        "A2",
    )


def test_blocks_and_staff_may_come_year_by_year():
    reading = read_text("Mã đơn vị;Năm;Khối;Biên chế\nSNV;2021;Khối 1;40\nSNV;2022;Khối 2;45\n")
    assert rows(reading, "unit_years", "unit", "year", "block", "staff") == [
        ["SNV", 2021, "Khối 1", 40],
        ["SNV", 2022, "Khối 2", 45],
    ]


def test_lineage_and_aliases_have_tables_of_their_own():
    lineage = read_text(
        "before,after,on,kind,document\nXHA,XHA2,1/7/2025,đổi tên,NQ 1\nSNV,,1/3/2025,giải thể,NQ 2\n"
    )
    assert rows(lineage, "lineage", "before", "after", "kind") == [
        ["XHA", "XHA2", "rename"],
        ["SNV", None, "dissolve"],
    ]
    assert rows(read_text("alias,unit\nCơ quan Nội vụ,SNV\n"), "aliases", "alias", "unit") == [
        ["Cơ quan Nội vụ", "SNV"]
    ]


def test_indices_are_of_provinces_keep_their_source_and_may_be_of_any_year():
    reading = read_text(
        'province,year,index,score,max_score,rank,source\nQuảng Ngãi,2017,PAPI,41.183,80,,"PAPI 2017 (UNDP, CECODES)"\n'
    )
    assert rows(
        reading, "indices", "province", "index_name", "year", "score", "max_score", "rank", "source"
    ) == [
        ["Quảng Ngãi", "PAPI", 2017, 41.183, 80.0, None, "PAPI 2017 (UNDP, CECODES)"],
    ]
    assert (
        only_problem(read_text("province,year,index,score,source\nHuế,2022,PCI,69,\n"))[0]
        == "required_missing"
    )


def test_files_of_one_run_build_on_each_other_whatever_their_order():
    results = b"unit,criterion,year,value\nMinh Ch\xc3\xa2u,TC1,2022,5\n"
    seen: list[str] = []
    found = read_all([("kq.csv", results), ("dv.csv", UNITS.encode())], facts(), seen.append)
    assert seen == ["kq.csv", "dv.csv", "dv.csv", "kq.csv"], (
        "opened as given, then the units read first"
    )
    assert [(place, one.file) for place, one in found.items()] == [(1, "dv.csv"), (0, "kq.csv")]
    assert rows(found[0], "results", "unit", "value") == [["H1", 5.0]]


def test_units_and_results_may_stand_in_one_workbook():
    sheets = {
        "Kết quả": [["Mã đơn vị", "Năm", "Mã tiêu chí", "Giá trị"], ["M1", 2022, "TC1", 5]],
        "Đơn vị": [["Mã đơn vị", "Tên đơn vị", "Loại đơn vị"], ["M1", "Xã Mới", "Xã"]],
    }
    assert rows(read_sheets(sheets), "results", "unit") == [["M1"]]


def test_a_list_of_units_with_errors_is_not_built_upon():
    units = "unit,name,kind\nM1,Xã Mới,hộ\n".encode()
    results = b"unit,criterion,year,value\nM1,TC1,2022,5\n"
    assert [
        one.has_errors
        for one in read_all([("dv.csv", units), ("kq.csv", results)], facts()).values()
    ] == [True, True]


def test_every_table_has_its_columns_and_the_types_of_its_kind():
    reading = read_sheets({"Thông tin": INFO, "Kết quả": RESULTS})
    for table, frame in reading.tables.items():
        assert list(frame.columns) == COLUMNS[table] + ORIGIN
    kinds = reading.tables["results"].dtypes.astype(str)
    assert kinds[["unit", "year", "value", "very_included", "submitted_on"]].tolist() == [
        "str",
        "Int64",
        "float64",
        "boolean",
        "datetime64[us]",
    ]


def test_every_warning_is_a_code():
    assert WARNINGS <= CODES.keys()


@pytest.mark.parametrize(("code", "name"), category_names().items())
def test_a_limitation_is_classed_by_the_reports_own_codes_and_names(code, name):
    for said in (code, name, name.upper()):
        reading = read_sheets(
            {
                "Tồn tại, hạn chế": [
                    ["Đơn vị", "Năm", "Loại", "Trích nguyên văn"],
                    ["Sở Nội vụ", 2022, said, "Một số đồng chí …"],
                ]
            }
        )
        assert rows(reading, "limitations", "category") == [[code]]
