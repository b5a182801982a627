"""What is suspicious in a file, worked out by hand on a plan of two points criteria (60 and 40), a survey and a share."""

from __future__ import annotations

import pandas as pd
from tiny import PLAN, plan, results

from dashboard.assessment.suspicions import results_of, suspicions
from dashboard.wording.suspicion_sentences import heading, line

NONE = results(("X", "A", 2019, 1)).iloc[:0]
MORE = PLAN.replace(
    '  {code = "CN1"',
    "".join(
        f'  {{code = "P{n}", group = "G1", kind = "points", name = "P{n}", max = 10, source = "thử"}},\n'
        for n in range(4)
    )
    + '  {code = "CN1"',
)


def found(new, live=NONE, a_plan=None):
    return suspicions(a_plan or plan(), new, live)


def five(year, value, unit="X"):
    return [(unit, "A", year, value * 6), *[(unit, f"P{n}", year, value) for n in range(4)]]


def test_a_total_that_jumps_by_more_than_the_limit_is_shown_with_both_values():
    live = results(("X", "A", 2021, 30), ("X", "B", 2021, 40))
    rows = found(results(("X", "A", 2022, 54), ("X", "B", 2022, 40)), live)
    assert rows[["unit", "year", "criterion", "code"]].values.tolist() == [
        ["X", 2022, "total", "jump"]
    ]
    numbers = rows["numbers"].iloc[0]
    assert (round(numbers["value"], 6), round(numbers["previous"], 6)) == (94, 70)
    said = line(plan(), next(rows.itertuples()), {"X": "Sở X"})
    assert (
        said
        == "Sở X, năm 2022: Tổng điểm thẩm định: 94,0% so với 70,0% năm trước, tăng 24,0 điểm phần trăm; hãy kiểm tra số liệu hoặc ghi lý do. (a.xlsx, trang “Kết quả”, ô B2)"
    )


def test_a_change_of_exactly_the_limit_is_not_suspicious():
    live = results(("X", "HL", 2021, 80, 100))
    assert found(results(("X", "HL", 2022, 95, 100)), live).empty
    assert found(results(("X", "HL", 2022, 96, 100)), live)["criterion"].tolist() == ["HL"]


def test_only_criteria_of_both_years_are_compared():
    live = results(("X", "A", 2021, 30))
    assert found(results(("X", "A", 2022, 30), ("X", "B", 2022, 40)), live).empty


def test_a_year_in_which_the_way_of_measuring_changed_is_not_compared():
    broken = plan(PLAN.replace('name = "Hài lòng"', 'name = "Hài lòng", break_years = [2022]'))
    assert found(
        results(("X", "HL", 2022, 99, 100)), results(("X", "HL", 2021, 50, 100)), broken
    ).empty


def test_full_marks_everywhere_need_five_criteria_to_be_said():
    assert found(results(*five(2022, 10)), a_plan=plan(MORE))["code"].tolist() == ["all_full"]
    assert found(results(("X", "A", 2022, 60), ("X", "B", 2022, 40))).empty


def test_the_same_figures_as_last_year_are_said_but_full_marks_twice_are_no_copy():
    assert found(results(*five(2022, 8)), results(*five(2021, 8)), plan(MORE))["code"].tolist() == [
        "same_as_last_year"
    ]
    assert found(results(*five(2022, 10)), results(*five(2021, 10)), plan(MORE))[
        "code"
    ].tolist() == ["all_full"]


def test_a_self_score_far_above_the_appraised_is_shown_whichever_of_them_is_in_the_store():
    own, appraised = (
        results(("X", "A", 2022, 60), ("X", "B", 2022, 40), stage="self"),
        results(("X", "A", 2022, 50), ("X", "B", 2022, 35)),
    )
    for new, live in ((own, appraised), (appraised, own), (pd.concat([own, appraised]), NONE)):
        rows = found(new, live)
        assert rows["code"].tolist() == ["self_excess"]
        assert (
            round(rows["numbers"].iloc[0]["own"]),
            round(rows["numbers"].iloc[0]["appraised"]),
        ) == (100, 85)


def test_units_of_the_store_that_the_file_does_not_speak_of_are_left_alone():
    live = results(("Y", "HL", 2021, 50, 100), ("Y", "HL", 2022, 99, 100))
    assert found(results(("X", "HL", 2022, 90, 100)), live).empty


def test_a_file_without_results_has_nothing_suspicious():
    assert results_of([{"units": pd.DataFrame()}]).empty
    assert found(results_of([])).empty


def others(year, rate, *, but=()):
    """Six units with that share of satisfied in a hundred, some of them another."""
    return results(*[(f"U{n}", "HL", year, dict(but).get(f"U{n}", rate), 100) for n in range(6)])


def test_where_all_moved_alike_it_is_said_once_and_only_who_moved_otherwise_is_named():
    rows = found(others(2022, 70, but={"U3": 52}), others(2021, 50))
    assert rows[["code", "year", "criterion"]].values.tolist() == [
        ["all_moved", 2022, "HL"],
        ["jump", 2022, "HL"],
    ]
    assert rows["unit"].isna().tolist() == [True, False] and rows["unit"].iloc[1] == "U3"
    first, second = (line(plan(), row, {"U3": "Xã Ba"}) for row in rows.itertuples())
    assert first.startswith(
        "Các đơn vị, năm 2022: Hài lòng thẩm định của 6 đơn vị cùng thay đổi nhiều so với năm trước, mức giữa tăng 20,0 điểm phần trăm;"
    )
    assert second.startswith(
        "Xã Ba, năm 2022: Hài lòng thẩm định: 52,0% so với 50,0% năm trước, tăng 2,0 điểm phần trăm (mức giữa các đơn vị: tăng 20,0);"
    )


def test_units_in_the_store_tell_what_is_usual_for_a_file_of_one_unit():
    live = pd.concat([others(2021, 50), others(2022, 60).query("unit != 'U0'")])
    assert found(results(("U0", "HL", 2022, 74, 100)), live).empty, (
        "24 points, 14 beside the others' 10"
    )
    rows = found(results(("U0", "HL", 2022, 76, 100)), live)
    assert rows[["unit", "code"]].values.tolist() == [["U0", "jump"]] and round(
        rows["severity"].iloc[0], 6
    ) == round(16 / 15, 6)


def test_the_gravest_stands_first_and_is_counted_by_unit():
    live = results(("X", "HL", 2021, 50, 100), ("Y", "HL", 2021, 50, 100))
    rows = found(results(("X", "HL", 2022, 70, 100), ("Y", "HL", 2022, 90, 100)), live)
    assert rows["unit"].tolist() == ["Y", "X"] and heading(rows) == "2 điều đáng ngờ ở 2 đơn vị"


def test_bounds_and_criteria_that_do_not_apply_are_not_compared():
    live = results(("X", "HL", 2021, 50, 100), ("X", "A", 2021, 10))
    new = results(
        ("X", "HL", 2022, 95, None, {"comparator": ">"}),
        ("X", "A", 2022, None, None, {"state": "not_applicable"}),
    )
    assert found(new, live).empty


def test_a_self_score_is_set_beside_last_years_appraised_one_where_there_is_no_other():
    new = results(("X", "HL", 2022, 50, 100), stage="self")
    assert found(new, results(("X", "HL", 2021, 80, 100)))["code"].tolist() == ["jump"]
    both = pd.concat(
        [results(("X", "HL", 2021, 80, 100)), results(("X", "HL", 2021, 52, 100), stage="self")]
    )
    assert found(new, both).empty
