"""Results: read by the kind of their criterion and checked against the plan; each mistake named at its cell."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest
from small_files import codes, facts, only_problem, read_sheets, read_text, read_value


def result(reading):
    """The one result of a reading without errors."""
    assert not reading.has_errors, reading.problems.to_string()
    assert len(reading.tables["results"]) == 1
    return reading.tables["results"].iloc[0]


def test_a_canonical_line_becomes_a_row_that_knows_where_it_came_from():
    reading = read_text(
        "unit,criterion,year,stage,value,submitted_on,note\nSNV,TC1,2022,appraised,18.5,2022-12-05,đã kiểm tra\n"
    )
    row = result(reading)
    assert row[["unit", "criterion", "year", "stage", "value", "comparator", "state", "note"]].tolist() == [
        "SNV", "TC1", 2022, "appraised", 18.5, "=", "ok", "đã kiểm tra",
    ]  # fmt: skip
    assert (row["submitted_on"], row["file"], row["cell"]) == (
        pd.Timestamp(2022, 12, 5),
        "bieu.csv",
        "E2",
    )
    assert pd.isna(row["out_of"]) and pd.isna(row["very"]) and pd.isna(row["sheet"])


@pytest.mark.parametrize("cell", ["", "-", "–", "x", "chưa có số liệu", None])
def test_a_cell_that_says_nothing_makes_no_row_and_is_not_zero(cell):
    reading = read_sheets(
        {
            "results": [
                ["unit", "criterion", "year", "value"],
                ["SNV", "TC1", 2022, cell],
                ["SNV", "TC1", 2021, 0],
            ]
        }
    )
    assert reading.tables["results"][["year", "value"]].values.tolist() == [[2021, 0.0]]
    assert codes(reading) == []


@pytest.mark.parametrize("cell", ["không áp dụng", "KAD", "N/A", "Không Áp Dụng"])
def test_not_applicable_is_a_state_without_a_value(cell):
    row = result(read_value("TC1", cell))
    assert row["state"] == "not_applicable" and pd.isna(row["value"])


@pytest.mark.parametrize(
    ("cell", "value"),
    [("18,5", 18.5), ("18.5 điểm", 18.5), (18.5, 18.5), ("12.125", 12.125), ("15/20", 15.0)],
)
def test_points_are_read_with_comma_point_or_word_and_decided_by_their_maximum(cell, value):
    assert result(read_value("TC1", cell))["value"] == value


def test_points_above_the_maximum_are_an_error_at_their_cell():
    assert only_problem(read_value("TC1", 20.5)) == (
        "value_above_max",
        "D2",
        {"criterion": "TC1", "value": 20.5, "max": 20},
    )


def test_a_bonus_may_pass_its_maximum():
    assert result(read_value("THUONG", 4))["value"] == 4.0


def test_negative_points_are_an_error():
    assert only_problem(read_value("TC1", -1))[0] == "value_negative"


def test_points_in_percent_are_asked():
    assert only_problem(read_value("TC1", "95%")) == (
        "percent_unexpected",
        "D2",
        {"criterion": "TC1", "text": "95%"},
    )


def test_points_of_another_maximum_than_the_plans_are_refused():
    reading = read_value("TC1", 8, max=10)
    assert only_problem(reading) == (
        "max_differs",
        "E2",
        {"criterion": "TC1", "max": 10.0, "plan_max": 20},
    )
    assert reading.has_errors


def test_a_higher_maximum_in_the_file_does_not_let_points_pass_the_plans():
    """25 of 30 would become 25/20 = 125 % of the plan's maximum."""
    reading = read_value("TC1", 25, out_of=30)
    assert dict(zip(reading.problems["code"], reading.problems["cell"])) == {
        "value_above_max": "D2",
        "max_differs": "E2",
    }
    assert reading.problems.set_index("code").at["value_above_max", "fields"] == {
        "criterion": "TC1",
        "value": 25.0,
        "max": 20,
    }
    assert only_problem(read_value("TC1", 15, out_of=30))[:2] == ("max_differs", "E2")


def test_counts_of_a_survey_may_be_written_with_dots_for_thousands():
    row = result(read_value("HL", "1.050", out_of="1.100 phiếu", very="900"))
    assert row[["value", "out_of", "very", "very_included"]].tolist() == [
        1050.0,
        1100.0,
        900.0,
        True,
    ]


@pytest.mark.parametrize(
    ("criterion", "value", "cells", "problem"),
    [
        (
            "HL",
            120,
            {"out_of": 100},
            ("value_above_total", "D2", {"criterion": "HL", "value": 120.0, "out_of": 100}),
        ),
        (
            "HL",
            80,
            {"out_of": 100, "very": 81},
            ("very_above_value", "F2", {"criterion": "HL", "very": 81, "value": 80.0}),
        ),
        (
            "HL",
            80.5,
            {"out_of": 100},
            ("count_not_whole", "D2", {"column": "value", "value": 80.5}),
        ),
        (
            "HL",
            80,
            {"out_of": 100.5},
            ("count_not_whole", "E2", {"column": "out_of", "value": 100.5}),
        ),
        ("HL", 80, {}, ("out_of_missing", "D2", {"criterion": "HL", "value": 80.0, "staff": None})),
        (
            "HL",
            "95%",
            {"out_of": 120},
            ("share_needs_counts", "D2", {"criterion": "HL", "text": "95%", "out_of": 120}),
        ),
        (
            "HLX",
            80,
            {"out_of": 100, "very": 20},
            ("coding_undeclared", "F2", {"criterion": "HLX", "very": 20}),
        ),
    ],
)
def test_impossible_counts_are_errors(criterion, value, cells, problem):
    found = [
        one
        for one in zip(
            *[
                read_value(criterion, value, **cells).problems[name]
                for name in ("code", "cell", "fields")
            ]
        )
    ]
    assert problem in found


def test_very_satisfied_outside_the_satisfied_must_fit_into_the_total_with_them():
    stored = result(read_value("HLX", 60, out_of=100, very=40, very_included="không"))
    assert stored["very_included"] == False  # noqa: E712 - a nullable boolean
    problem = only_problem(read_value("HLX", 61, out_of=100, very=40, very_included="không"))
    assert problem == (
        "very_and_value_above_total",
        "F2",
        {"criterion": "HLX", "very": 40, "value": 61.0, "out_of": 100},
    )


def test_a_row_may_say_itself_how_very_satisfied_are_counted():
    row = result(read_value("HL", 60, out_of=100, very=40, very_included="không"))
    assert not row["very_included"]


def test_a_count_with_its_total_in_one_cell_gives_both():
    assert result(read_value("CN1", "24/44 người"))[["value", "out_of"]].tolist() == [24.0, 44.0]


def test_a_bound_of_a_rate_is_kept_as_a_share_without_counts():
    row = result(read_value("HL", "trên 95%"))
    assert (row["comparator"], row["value"]) == (">", pytest.approx(0.95)) and pd.isna(
        row["out_of"]
    )


def test_a_column_headed_by_percent_holds_no_counts():
    reading = read_sheets(
        {"Tự chấm": [["Mã đơn vị", "Tổng số", "Trang phục (%)"], ["SNV", 40, 95]]},
        name="nam-2022.xlsx",
    )
    assert only_problem(reading)[0] == "share_needs_counts"


def test_more_people_than_the_unit_has_is_an_error_and_a_larger_total_a_warning():
    known = facts(staff={("SNV", 2022): 45})
    above = read_value("CN1", 46, known, out_of=46)
    assert only_problem(above) == (
        "value_above_staff",
        "D2",
        {"criterion": "CN1", "value": 46.0, "staff": 45.0},
    )
    total = read_value("CN1", 45, known, out_of=46)
    assert codes(total) == ["total_above_staff"] and not total.has_errors


@pytest.mark.parametrize(
    ("cell", "value"),
    [("có", 1.0), ("Đạt", 1.0), (1, 1.0), (True, 1.0), ("không", 0.0), ("chưa đạt", 0.0), (0, 0.0)],
)
def test_yes_and_no_are_one_and_zero(cell, value):
    assert result(read_value("VH", cell))["value"] == value


def test_a_cross_for_yes_or_no_is_asked():
    assert only_problem(read_value("VH", "x")) == (
        "yes_no_unclear",
        "D2",
        {"criterion": "VH", "text": "x"},
    )


def test_a_number_in_percent_whose_column_never_passes_one_is_asked():
    rows = [
        ["unit", "criterion", "year", "value"],
        ["SNV", "TL", 2022, 0.95],
        ["XHA", "TL", 2022, 0.4],
    ]
    assert codes(read_sheets({"results": rows})) == ["percent_scale_unclear"] * 2
    decided = read_sheets({"results": [*rows, ["SNV", "TL", 2021, 88]]})
    assert not decided.has_errors and decided.tables["results"]["value"].tolist() == [
        0.95,
        0.4,
        88.0,
    ]
    assert result(read_value("TL", "95,3%"))["value"] == 95.3


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("đa số", "number_unreadable"),
        ("tăng 13,2%", "number_is_delta"),
        (dt.date(2022, 5, 12), "number_is_date"),
    ],
)
def test_what_is_no_figure_is_quoted(value, code):
    found, cell, fields = only_problem(read_value("TC1", value))
    assert (found, cell, fields["column"]) == (code, "D2", "value")


def test_a_figure_that_may_be_two_things_is_asked_with_both_readings():
    found = only_problem(read_value("TL", "1.234"))
    assert found == (
        "number_undecidable",
        "D2",
        {"text": "1.234", "column": "value", "decimal": 1.234, "thousands": 1234.0},
    )


def test_an_unknown_unit_is_reported_once_with_candidates_and_the_number_of_cells():
    rows = [
        ["unit", "criterion", "year", "value"],
        ["Xã Hoà Am", "TC1", 2022, 5],
        ["Xã Hoà Am", "TC1", 2021, 5],
    ]
    code, cell, fields = only_problem(read_sheets({"results": rows}))
    assert (code, cell, fields["text"], fields["rows"]) == ("unit_unknown", "A2", "Xã Hoà Am", 2)
    assert {"unit": "XHA", "name": "Xã Hòa An"} in fields["candidates"]


def test_a_name_that_two_units_bear_in_a_year_is_asked():
    code, _, fields = only_problem(read_value("TC1", 5, unit="Xã Hòa An", year=2025))
    assert code == "unit_ambiguous" and [one["unit"] for one in fields["candidates"]] == [
        "XHA",
        "XHA2",
    ]


def test_a_code_and_a_name_of_two_units_in_one_row_are_an_error():
    code, cell, fields = only_problem(read_value("TC1", 5, name="Xã Hòa An"))
    assert (code, cell, fields) == (
        "unit_mismatch",
        "E2",
        {"text": "SNV", "name": "Xã Hòa An", "unit": "XHA"},
    )


def test_a_result_outside_a_units_life_is_an_error():
    code, _, fields = only_problem(read_value("TC1", 5, unit="XHA2", year=2022))
    assert (
        code == "unit_not_alive"
        and fields["valid_from"] == dt.date(2025, 7, 1)
        and fields["valid_to"] is None
    )


def test_a_criterion_outside_its_years_is_an_error():
    assert only_problem(read_value("TC2", 5, year=2024))[0] == "criterion_not_valid"


def test_a_criterion_that_is_not_asked_of_the_kind_of_unit_is_a_warning():
    reading = read_value("TC2", 5, unit="XHA")
    assert (
        only_problem(reading)[2] == {"criterion": "TC2", "kind": "xa", "rows": 1}
        and not reading.has_errors
    )


def test_an_unknown_criterion_is_an_error_with_candidates():
    code, cell, fields = only_problem(read_value("Ban hành quy chê", 5))
    assert (code, cell) == ("criterion_unknown", "B2") and fields["candidates"][0][
        "criterion"
    ] == "TC1"


@pytest.mark.parametrize(
    ("year", "code"),
    [(2018, "year_outside_plan"), ("năm nay", "year_unreadable"), (None, "year_missing")],
)
def test_a_year_that_is_not_the_plans_is_an_error(year, code):
    assert only_problem(read_value("TC1", 5, year=year))[0] == code


def test_a_row_said_twice_is_a_warning_and_a_contradiction_an_error():
    head, line = "unit,criterion,year,value", "SNV,TC1,2022,5"
    again = read_text(f"{head}\n{line}\n{line}\n")
    assert (
        only_problem(again) == ("duplicate_row", "D3", {"first": "D2"})
        and len(again.tables["results"]) == 1
    )
    other = read_text(f"{head}\n{line}\nSNV,TC1,2022,6\n")
    assert only_problem(other) == (
        "duplicate_key",
        "D3",
        {"key": ["SNV", "TC1", 2022, "self"], "first": "D2"},
    )


def test_a_report_filed_before_its_year_is_an_error_and_a_bad_day_is_left_out_with_a_warning():
    assert only_problem(read_value("TC1", 5, submitted_on="5/12/2021"))[0] == "filed_before_year"
    reading = read_value("TC1", 5, submitted_on="30/2/2022")
    assert only_problem(reading) == (
        "date_dropped",
        "E2",
        {"text": "30/2/2022", "column": "submitted_on"},
    )
    assert pd.isna(result(reading)["submitted_on"])


def test_a_withdrawn_result_has_a_state_and_no_value():
    row = result(read_value("TC1", None, state="rút số liệu"))
    assert row["state"] == "withdrawn" and pd.isna(row["value"])


def test_words_that_a_column_does_not_know_are_reported():
    assert only_problem(read_value("TC1", 5, state="tạm"))[2]["text"] == "tạm"
    assert only_problem(read_value("TC1", 5, stage="chấm chéo"))[0] == "word_unknown"
    assert only_problem(read_value("TC1", 5, comparator="hơn kém"))[0] == "word_unknown"


def test_a_code_of_another_system_is_passed_over_where_the_name_beside_it_is_known():
    reading = read_sheets(
        {
            "Năm 2022": [
                ["Mã đơn vị", "Tên đơn vị", "Mã tiêu chí", "Tiêu chí", "Giá trị"],
                ["0017", "Sở Nội vụ", "1.1", "Ban hành quy chế", 18],
            ]
        }
    )
    assert result(reading)[["unit", "criterion"]].tolist() == ["SNV", "TC1"]
    assert reading.problems[["code", "cell"]].values.tolist() == [
        ["code_ignored", "A2"],
        ["code_ignored", "C2"],
    ]
    assert reading.problems["fields"][0] == {
        "text": "0017",
        "name": "Sở Nội vụ",
        "meant": "SNV",
        "rows": 1,
    }


def test_the_same_impossible_day_of_filing_is_reported_once():
    rows = [
        ["unit", "criterion", "year", "value", "submitted_on"],
        ["SNV", "TC1", 2022, 5, "1/12/2021"],
        ["SNV", "TC2", 2022, 5, "1/12/2021"],
    ]
    assert only_problem(read_sheets({"results": rows})) == (
        "filed_before_year",
        "E2",
        {"date": dt.date(2021, 12, 1), "year": 2022},
    )
