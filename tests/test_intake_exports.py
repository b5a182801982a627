"""Tables that other systems hand out: province-level indices with years or indices as columns, awards a row for each who was commended."""

from __future__ import annotations

import pandas as pd
import pytest
from small_files import codes, only_problem, read_sheets

SOURCE = ["Nguồn: UNDP, Bộ Nội vụ"]


def indices(rows, name="Chỉ số"):
    reading = read_sheets({name: rows})
    assert not reading.has_errors, reading.problems.to_string()
    found = reading.tables["indices"]
    assert set(found["source"]) == {"UNDP, Bộ Nội vụ"}
    columns = ("province", "index_name", "year", "score", "rank", "cell")
    return {
        tuple(None if pd.isna(one) else one for one in row)
        for row in found.astype(object)[list(columns)].itertuples(index=False)
    }


def test_years_may_stand_over_the_columns_of_indices_with_the_province_in_the_title():
    title = ["CHỈ SỐ QUẢN TRỊ CỦA TỈNH QUẢNG NGÃI QUA CÁC NĂM"]
    rows = [title, ["Chỉ số", 2021, "Năm 2022"], ["PAPI", 40.1, 41.2], ["Chỉ số SIPAS", "", 86], SOURCE]  # fmt: skip
    assert {one[:4] + one[5:] for one in indices(rows)} == {
        ("Quảng Ngãi", "PAPI", 2021, 40.1, "B3"),
        ("Quảng Ngãi", "PAPI", 2022, 41.2, "C3"),
        ("Quảng Ngãi", "SIPAS", 2022, 86, "C4"),
    }


def test_indices_may_stand_over_scores_and_ranks_a_row_a_year():
    rows = [
        ["KẾT QUẢ CÁC CHỈ SỐ CỦA TỈNH QUẢNG NGÃI"],
        ["Năm", "PAPI", "", "PAR INDEX", ""],
        ["", "Điểm", "Xếp hạng", "Điểm", "Xếp hạng"],
        [2021, 40.1, 20, 85.2, 30],
        SOURCE,
    ]
    found = {one[1:5] for one in indices(rows)}
    assert found == {("PAPI", 2021, 40.1, 20), ("PAR INDEX", 2021, 85.2, 30)}


def test_provinces_below_each_other_with_the_index_in_the_heads():
    rows = [
        SOURCE,
        ["STT", "Tỉnh, thành phố", "PAPI 2021", "PAPI 2022", "Hạng PAPI 2022"],
        [1, "Quảng Ngãi", 40.1, 41.2, 3],
        [2, "Cần Thơ", 42, 43, 4],
    ]
    assert ("Cần Thơ", "PAPI", 2022, 43, 4, "D4") in indices(rows) and len(indices(rows)) == 4


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([["PAPI TỈNH QUẢNG NGÃI"], ["Chỉ số", 2021, 2022], ["PAPI", 40, 41]], {"required_missing"}),
        ([["CÁC CHỈ SỐ"], ["Chỉ số", 2021, 2022], ["PAPI", 40, 41], SOURCE], {"required_missing"}),
        ([["TỈNH QUẢNG NGÃI"], ["Chỉ số", 2021, 2022], ["Số hộ nghèo", 40, 41], SOURCE], {"word_unknown"}),
    ],
)  # fmt: skip
def test_what_names_no_source_no_province_or_no_index_is_asked(rows, said):
    assert set(codes(read_sheets({"Bảng": rows}))) == said


HEADS = ["STT", "Họ và tên", "Chức vụ", "Đơn vị công tác", "Hình thức khen thưởng", "Ngày quyết định"]  # fmt: skip


def awards(rows):
    reading = read_sheets({"Khen": rows})
    assert not reading.has_errors, reading.problems.to_string()
    found = reading.tables["awards"]
    columns = [found[one] for one in ("unit", "year", "form", "collectives", "individuals")]
    return set(zip(*columns)), codes(reading)


def test_persons_are_counted_by_unit_year_and_form_and_their_names_are_not_kept():
    rows = [
        ["DANH SÁCH CÁ NHÂN ĐƯỢC KHEN THƯỞNG NĂM 2022"],
        HEADS,
        [1, "Nguyễn Văn A", "Chuyên viên", "Sở Nội vụ", "Bằng khen", "1/2/2023"],
        [2, "Trần B", "Chuyên viên", "Sở Nội vụ", "Bằng khen", "1/2/2023"],
        [3, "Lê C", "Chuyên viên", "Xã Hòa An", "Giấy khen", "1/2/2023"],
        [4, "Lê C", "Chuyên viên", "Xã Hòa An", "Giấy khen", "1/2/2023"],
    ]
    found, said = awards(rows)
    assert found == {("SNV", 2022, "Bằng khen", 0, 2), ("XHA", 2022, "Giấy khen", 0, 1)}
    assert said == ["duplicate_row"]
    everything = read_sheets({"Khen": rows}).tables["awards"].to_string()
    assert "Nguyễn Văn A" not in everything


def test_collectives_and_persons_are_told_by_their_own_column_or_asked():
    head = ["Tên tập thể, cá nhân", "Đối tượng", "Đơn vị", "Hình thức khen thưởng", "Năm"]
    rows = [
        ["KHEN THƯỞNG"],
        head,
        ["Phòng Nội vụ", "Tập thể", "Sở Nội vụ", "Bằng khen", 2022],
        ["Trần B", "Cá nhân", "Sở Nội vụ", "Bằng khen", 2022],
    ]
    assert awards(rows)[0] == {("SNV", 2022, "Bằng khen", 1, 1)}
    blank = [*rows, ["Trần C", "", "Sở Nội vụ", "Bằng khen", 2022]]
    assert only_problem(read_sheets({"Khen": blank}))[:2] == ("required_missing", "D5")


def test_the_year_of_a_paper_is_not_the_year_of_the_award_and_other_lists_are_no_awards():
    rows = [["DANH SÁCH"], HEADS, [1, "A", "", "Sở Nội vụ", "Bằng khen", "1/2/2023"]]
    assert codes(read_sheets({"Bảng": rows})) == ["year_missing"]
    punished = [["DANH SÁCH KỶ LUẬT NĂM 2022"], ["Họ và tên", "Đơn vị", "Hình thức"], ["A", "Sở Nội vụ", "Khiển trách"]]  # fmt: skip
    assert "nothing_recognised" in codes(read_sheets({"Bảng": punished}))
