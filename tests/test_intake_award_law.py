"""Awards in files against the law: a person's title is given to no collective and the other way, a proposal is no award."""

from __future__ import annotations

import pytest
from small_files import codes, facts, only_problem, read_sheets, workbook

from data_access.intake.sheet_reading import read

HEAD = ["Mã đơn vị", "Năm", "Hình thức", "Số tập thể", "Số cá nhân"]


def sheet(*rows: list) -> dict[str, list]:
    return {"Khen thưởng": [HEAD, *rows]}


@pytest.mark.parametrize(
    ("row", "code", "fields"),
    [
        (
            ["SNV", 2022, "Chiến sĩ thi đua cơ sở", 521, None],
            "award_not_for_collectives",
            {"form": "Chiến sĩ thi đua cơ sở", "number": 521},
        ),
        (
            ["SNV", 2022, "Danh hiệu chiến sĩ thi đua cấp cơ sở", 1, 3],
            "award_not_for_collectives",
            {"form": "Chiến sĩ thi đua cơ sở", "number": 1},
        ),
        (
            ["SNV", 2022, "Tập thể Lao động xuất sắc", 1, 4],
            "award_not_for_persons",
            {"form": "Tập thể Lao động xuất sắc", "number": 4},
        ),
    ],
)
def test_what_the_law_forbids_is_refused_with_its_cell(row, code, fields):
    reading = read_sheets(sheet(row))
    assert only_problem(reading)[0] == code and only_problem(reading)[2] == fields
    assert reading.has_errors


def test_what_the_law_allows_and_what_it_does_not_name_is_taken():
    reading = read_sheets(
        sheet(
            ["SNV", 2022, "Chiến sĩ thi đua cơ sở", None, 3],
            ["SNV", 2022, "Chiến sĩ thi đua cơ sở", 0, 3],
            ["SNV", 2022, "Tập thể Lao động tiên tiến", 2, None],
            ["SNV", 2022, "Bằng khen", 1, 2],
            ["SNV", 2022, "Thư cảm ơn", 1, 2],
        )
    )
    assert codes(reading) == [] and len(reading.tables["awards"]) == 5


def test_a_list_of_who_was_commended_is_held_to_the_law_too():
    head = ["Tên tập thể", "Đơn vị", "Hình thức khen thưởng", "Năm"]
    rows = [["KHEN THƯỞNG"], head, ["Phòng Nội vụ", "Sở Nội vụ", "Chiến sĩ thi đua cơ sở", 2022]]
    assert codes(read_sheets({"Khen": rows})) == ["award_not_for_collectives"]


def test_proposals_are_asked_about_and_never_counted_as_awards():
    rows = sheet(
        ["SNV", 2022, "Đề nghị tặng Bằng khen của Thủ tướng Chính phủ", 1, None],
        ["SNV", 2022, "Giấy khen", 1, None],
    )
    reading = read_sheets(rows)
    assert only_problem(reading)[0] == "award_only_proposed" and reading.has_errors
    told = frozenset({("bieu.xlsx", "award_only_proposed")})
    confirmed = read("bieu.xlsx", workbook(rows), facts(), confirmed=told)
    assert not confirmed.has_errors
    assert confirmed.tables["awards"]["form"].tolist() == ["Giấy khen"]
