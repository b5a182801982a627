"""Exports of one-stop software: forms counted by level of satisfaction. What the sums tell is read and said, what they do not tell is asked."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from small_files import PLAN, UNITS, codes, read_sheets, read_text

from data_access.intake.sheet_reading import read
from data_access.intake.unit_facts import Facts

HEAD = "Mã đơn vị;Tên đơn vị;Năm;Rất hài lòng;Hài lòng;Bình thường;Không hài lòng;Rất không hài lòng;Tổng số phiếu"
NOBODY = (
    pd.DataFrame(columns=["alias", "unit"]),
    pd.DataFrame(columns=["unit", "year", "block", "staff"]),
)
ONE_SURVEY = Facts(
    {**PLAN, "criteria": [one for one in PLAN["criteria"] if one["code"] != "HLX"]}, UNITS, *NOBODY
)


def read_levels(*lines, head=HEAD, known=ONE_SURVEY):
    return read_text("\n".join((head, *lines)), known)


def figures(reading):
    """unit, value, out_of, very, very_included, cell of every result."""
    assert not reading.has_errors, reading.problems.to_string()
    return [
        tuple(row)
        for row in reading.tables["results"][
            ["unit", "value", "out_of", "very", "very_included", "cell"]
        ].values.tolist()
    ]


def errors(reading):
    wrong = reading.problems[reading.problems["severity"].eq("error")]
    return list(zip(wrong["code"], wrong["cell"]))


def test_levels_that_add_up_to_the_total_are_apart():
    reading = read_levels("SNV;Sở Nội vụ;2022;60;30;7;2;1;100")
    assert figures(reading) == [("SNV", 30.0, 100.0, 60.0, False, "E2")]
    assert set(reading.tables["results"]["criterion"]) == {"HL"}
    assert [(one.code, one.cell, one.severity, one.fields) for one in reading.problems.itertuples()] == [
        ("levels_apart", "E2", "warning", {"criterion": "HL", "rows": 1}),
    ]  # fmt: skip


def test_levels_that_add_up_only_without_the_very_satisfied_hold_them_inside():
    reading = read_levels("SNV;Sở Nội vụ;2022;60;90;7;2;1;100")
    assert figures(reading) == [("SNV", 90.0, 100.0, 60.0, True, "E2")]
    assert codes(reading) == ["levels_inside"]


def test_levels_that_do_not_add_up_are_an_error_with_both_sums():
    reading = read_levels("SNV;Sở Nội vụ;2022;60;30;7;2;1;120")
    problem = reading.problems.iloc[0]
    assert (problem["code"], problem["cell"]) == ("levels_do_not_add", "I2")
    assert problem["fields"] == {"criterion": "HL", "apart": 100, "inside": 40, "out_of": 120}


def test_a_sheet_is_counted_in_one_way_and_rows_without_very_satisfied_follow_it():
    reading = read_levels("SNV;Sở Nội vụ;2022;60;30;7;2;1;100", "SNV;Sở Nội vụ;2021;0;40;5;3;2;50")
    assert [one[1:5] for one in figures(reading)] == [
        (30.0, 100.0, 60.0, False),
        (40.0, 50.0, 0.0, False),
    ]
    two = read_levels("SNV;Sở Nội vụ;2022;60;30;7;2;1;100", "SNV;Sở Nội vụ;2021;20;40;5;3;2;50")
    assert (
        errors(two) == [("levels_two_ways", "E3")]
        and two.problems.iloc[0]["fields"]["first"] == "E2"
    )


def test_without_a_total_only_what_cannot_be_otherwise_is_read():
    head = HEAD.removesuffix(";Tổng số phiếu")
    assert errors(read_levels("SNV;Sở Nội vụ;2022;20;30;7;2;1", head=head)) == [
        ("levels_way_unclear", "E2")
    ]
    more = read_levels(
        "SNV;Sở Nội vụ;2022;60;30;7;2;1", "SNV;Sở Nội vụ;2021;20;30;7;2;1", head=head
    )  # 60 cannot be inside 30
    assert [one[1:5] for one in figures(more)] == [
        (30.0, 100.0, 60.0, False),
        (30.0, 60.0, 20.0, False),
    ]
    assert codes(more) == ["levels_apart", "levels_total_added"]
    said = read_levels("SNV;Sở Nội vụ;2022;20;30;7;2;1;có", head=head + ";Đã gồm rất hài lòng")
    assert figures(said)[0][1:5] == (30.0, 40.0, 20.0, True)


def test_a_total_cannot_be_added_from_levels_that_are_not_there():
    reading = read_levels(
        "SNV;Sở Nội vụ;2022;60;30;7",
        head="Mã đơn vị;Tên đơn vị;Năm;Rất hài lòng;Hài lòng;Bình thường",
    )
    assert errors(reading) == [("out_of_missing", "E2")]


def test_a_blank_level_is_zero_only_where_the_total_proves_it():
    reading = read_levels("SNV;Sở Nội vụ;2022;60;40;;-;;100")
    assert figures(reading) == [("SNV", 40.0, 100.0, 60.0, False, "E2")] and codes(reading) == [
        "levels_apart",
        "levels_blank",
    ]
    assert errors(read_levels("SNV;Sở Nội vụ;2022;60;40;;;;101")) == [("levels_do_not_add", "I2")]
    assert errors(
        read_levels("SNV;Sở Nội vụ;2022;60;40;;0;0", head=HEAD.removesuffix(";Tổng số phiếu"))
    ) == [("levels_incomplete", "F2")]
    assert figures(read_levels("SNV;Sở Nội vụ;2022;60;;;30;10;100"))[0][1:3] == (0.0, 100.0), (
        "nobody was merely satisfied"
    )


def test_a_row_without_any_count_makes_no_result():
    reading = read_levels("SNV;Sở Nội vụ;2022;;;;;;", "SNV;Sở Nội vụ;2021;6;3;1;0;0;10")
    assert [one[0:2] for one in figures(reading)] == [("SNV", 3.0)]


def test_parts_of_a_units_work_are_added_up():
    head = "Tên đơn vị;Năm;Lĩnh vực;Rất hài lòng;Hài lòng;Bình thường;Không hài lòng;Tổng số phiếu"
    reading = read_levels(
        "Sở Nội vụ;2022;Tổ chức bộ máy;10;5;1;0;16", "Sở Nội vụ;2022;Thi đua;20;8;2;2;32", "Sở Nội vụ;2022;Tổng cộng;30;13;3;2;48", "Xã Hòa An;2022;Hộ tịch;4;4;1;1;10",
        head=head,
    )  # fmt: skip
    assert figures(reading) == [
        ("SNV", 13.0, 48.0, 30.0, False, "E2:E3"),
        ("XHA", 4.0, 10.0, 4.0, False, "E5"),
    ]
    assert codes(reading) == ["levels_apart", "levels_added"]


def test_a_part_said_twice_or_not_at_all_is_asked_and_a_row_that_is_the_sum_of_the_others_is_doubted():
    head = "Tên đơn vị;Năm;Lĩnh vực;Rất hài lòng;Hài lòng;Không hài lòng;Tổng số phiếu"
    lines = ["Sở Nội vụ;2022;Thi đua;10;5;1;16", "Sở Nội vụ;2022;Hội;20;8;2;30"]
    assert errors(read_levels(*lines, "Sở Nội vụ;2022;;30;13;3;46", head=head)) == [
        ("levels_part_unclear", "E4")
    ]
    assert errors(read_levels(*lines, lines[0], head=head)) == [("levels_part_unclear", "E4")]
    doubted = read_levels(*lines, "Sở Nội vụ;2022;Cả sở;30;13;3;46", head=head)
    assert (
        codes(doubted) == ["levels_apart", "levels_part_is_sum", "levels_added"]
        and not doubted.has_errors
    )


def test_without_parts_a_unit_said_twice_stays_an_error():
    assert errors(
        read_levels("SNV;Sở Nội vụ;2022;60;30;7;2;1;100", "SNV;Sở Nội vụ;2022;50;40;7;2;1;100")
    ) == [("duplicate_key", "E3")]


def test_the_criterion_comes_from_a_column_the_sheet_or_the_plans_only_survey_and_is_asked_otherwise():
    rows = [
        ["Mã đơn vị", "Năm", "Rất hài lòng", "Hài lòng", "Không hài lòng", "Tổng số phiếu"],
        ["SNV", 2022, 6, 3, 1, 10],
    ]
    assert errors(read_sheets({"Sheet1": rows})) == [("criterion_missing", "A2")], (
        "the plan has two surveys"
    )
    assert set(read_sheets({"Hài lòng trực tuyến": rows}).tables["results"]["criterion"]) == {"HLX"}
    with_code = [[*rows[0], "Mã tiêu chí"], [*rows[1], "HLX"]]
    assert set(read_sheets({"Sheet1": with_code}).tables["results"]["criterion"]) == {"HLX"}
    assert errors(read_sheets({"Sheet1": [with_code[0], [*rows[1], "TC1"]]}))[0] == (
        "levels_unexpected",
        "D2",
    )


def test_levels_may_stand_above_counts_and_shares():
    reading = read_sheets(
        {
            "Mức độ hài lòng": [
                ["KẾT QUẢ ĐÁNH GIÁ TẠI BỘ PHẬN MỘT CỬA NĂM 2022"],
                [
                    "STT",
                    "Đơn vị",
                    "Rất hài lòng",
                    None,
                    "Hài lòng",
                    None,
                    "Không hài lòng",
                    None,
                    "Tổng số phiếu",
                ],
                [None, None, "Số phiếu", "%", "Số phiếu", "Tỷ lệ (%)", "Số phiếu", "%", None],
                [1, "Sở Nội vụ", 60, 60, 30, 30, 10, 10, 100],
            ]
        }
    )
    assert figures(reading) == [("SNV", 30.0, 100.0, 60.0, False, "E4")]


def test_levels_in_percent_alone_are_asked_for_counts():
    head = "Mã đơn vị;Năm;Rất hài lòng (%);Hài lòng (%);Không hài lòng (%);Tổng số phiếu"
    assert errors(read_levels("SNV;2022;60;30;10;200", head=head)) == [("share_needs_counts", "D2")]


@pytest.mark.parametrize("cell", ["7,5", "bảy", "-3"])
def test_a_count_that_is_no_whole_number_is_an_error_at_its_cell(cell):
    assert [
        cell for _, cell in errors(read_levels(f"SNV;Sở Nội vụ;2022;60;30;{cell};2;1;100"))
    ] == ["F2"]


COUNTS = st.integers(0, 3000)


@settings(max_examples=60, deadline=None)
@example(rows=[(0, 1, 0, 0, 19)], inside=False)
@example(rows=[(0, 40, 0, 0, 61)], inside=False)  # 40 of 101 reads like 40 %: asked
@given(
    rows=st.lists(st.tuples(COUNTS, COUNTS, COUNTS, COUNTS, COUNTS), min_size=1, max_size=6),
    inside=st.booleans(),
)
def test_whatever_the_counts_at_least_satisfied_of_all_comes_out_as_it_was_put_in(rows, inside):
    """Forms are counted, written in either way, added over the fields of a unit: the rate read is the rate put in, or what could be percent is asked."""
    head = "Mã đơn vị;Năm;Lĩnh vực;Rất hài lòng;Hài lòng;Bình thường;Không hài lòng;Rất không hài lòng;Tổng số phiếu"
    lines = [
        f"SNV;2022;Lĩnh vực {place};{very};{good + very * inside};{fair};{bad};{worst};{very + good + fair + bad + worst}"
        for place, (very, good, fair, bad, worst) in enumerate(rows)
    ]
    reading = read("mot-cua.csv", "\n".join((head, *lines)).encode(), ONE_SURVEY)
    if reading.has_errors:  # a question, and nothing is stored
        asked = reading.problems[reading.problems["severity"] != "warning"]
        assert set(asked["code"]) == {"looks_like_percent"}
        return
    if not any(map(any, rows)):
        assert "results" not in reading.tables and "zero_of_zero" in codes(reading)
        return
    (row,) = reading.tables["results"].to_dict("records")
    assert row["value"] + (0 if row["very_included"] else row["very"]) == sum(
        very + good for very, good, *_ in rows
    )
    assert (row["very"], row["out_of"]) == (sum(one[0] for one in rows), sum(map(sum, rows)))


CELLS = st.sampled_from(
    [
        "",
        "-",
        "x",
        "0",
        "1",
        "5",
        "10",
        "16",
        "1.234",
        "7,5",
        "95%",
        "trên 95%",
        "24/44",
        "-3",
        "không áp dụng",
        "tăng 5%",
        "Thi đua",
        "9" * 400,
    ]
)


@settings(max_examples=80, deadline=None)
@given(
    rows=st.lists(st.tuples(CELLS, CELLS, CELLS, CELLS, CELLS, CELLS, CELLS, CELLS), max_size=5),
    head=st.sampled_from(
        [
            HEAD.replace("Tên đơn vị", "Lĩnh vực"),
            HEAD.replace(";Tên đơn vị", "").replace(
                "Tổng số phiếu", "Đã gồm rất hài lòng;Trạng thái"
            ),
        ]
    ),
)
def test_any_cells_below_levels_get_an_answer_and_no_rate_above_one(rows, head):
    reading = read_levels(
        *(
            ";".join(("SNV", row[0], "2022", *row[1:]) if "Lĩnh" in head else ("SNV", "2022", *row))
            for row in rows
        ),
        head=head,
    )
    if not reading.has_errors and "results" in reading.tables:
        counted = reading.tables["results"].dropna(subset=["value"]).fillna({"very": 0})
        assert (
            counted["value"] + counted["very"].where(~counted["very_included"].fillna(True), 0)
            <= counted["out_of"]
        ).all()
