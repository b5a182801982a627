"""Xu hướng: series, lines, what is asked, pace, predecessors — each worked by hand."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go
import pytest
import tiny
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts.band_ahead import Ahead, with_band_ahead
from dashboard.charts.trend_chart import trend_lines
from dashboard.plan import TOTAL
from dashboard.views import (
    ancestors,
    asked,
    blocks,
    drawn_lines,
    line_names,
    measure_changes,
    pace,
    series,
    trends,
)
from dashboard.views import trend_lines as views
from dashboard.views.regrouped import regrouped_by, regrouped_years


def province(scores: dict[tuple[str, int], float], year: int, *rows: tuple, plan: str = tiny.PLAN):
    """A standing whose units have these totals (A of 60 and B of 40 points) and these further results."""
    units = sorted({unit for unit, _ in scores} | {row[0] for row in rows})
    made = [
        row
        for (unit, when), score in scores.items()
        for row in ((unit, "A", when, min(score, 60)), (unit, "B", when, max(score - 60, 0)))
    ]
    return tiny.assess(
        tiny.plan(plan),
        tiny.records(tiny.units(*({"unit": unit} for unit in units)), tiny.results(*made, *rows)),
        year,
        tiny.AS_OF,
    )


def lines_of(standing, code: str = TOTAL, units: list[str] | None = None):
    about = series.subject(standing.plan, code)
    values = series.unit_values(standing, code)
    return about, views.lines_of_units(
        standing, about, values, units
    ) if units else views.lines_of_province(standing, about, values)


def test_a_reader_chooses_from_the_total_groups_with_points_and_every_criterion():
    assert series.labels(tiny.plan()) == {
        "Tổng điểm": "total",
        "Nhóm: Nhóm một": "G1",
        "Tiêu chí A": "A",
        "Tiêu chí B": "B",
        "Hài lòng": "HL",
        "Trang phục": "CN1",
    }


def test_criteria_of_the_same_name_are_told_apart_by_their_codes():
    plan = tiny.plan(tiny.PLAN.replace('name = "Tiêu chí B"', 'name = "Tiêu chí A"'))
    assert {"Tiêu chí A (A)", "Tiêu chí A (B)"} <= set(series.labels(plan))


def test_points_are_read_as_percent_of_their_maximum_and_surveys_as_rates():
    standing = province({}, 2022, ("U1", "A", 2022, 45), ("U1", "HL", 2022, 80, 100))
    assert series.unit_values(standing, "A")["value"].tolist() == [75.0]  # 45 of 60
    rates = series.unit_values(standing, "HL")
    assert rates[["value", "counted", "out_of"]].to_numpy().tolist() == [[0.8, 80.0, 100.0]]


def test_a_survey_of_few_forms_keeps_its_counts_but_has_no_rate():
    values = series.unit_values(province({}, 2022, ("U1", "HL", 2022, 7, 9)), "HL")
    assert values["value"].isna().all()
    assert values["counted"].tolist() == [7]


def test_counts_of_units_are_added_and_scores_take_the_median():
    standing = province(
        {("U1", 2022): 70, ("U2", 2022): 80, ("U3", 2022): 99},
        2022,
        ("U1", "HL", 2022, 80, 100),
        ("U2", "HL", 2022, 9, 20),
    )
    about = series.subject(standing.plan, "HL")
    assert series.middles(series.unit_values(standing, "HL"), about)["median"].tolist() == [
        89 / 120
    ]
    assert series.middles(
        series.unit_values(standing, TOTAL), series.subject(standing.plan, TOTAL)
    ).to_numpy().tolist() == [[2022, 80, 3]]


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(50, 90)), min_size=1, max_size=8))
def test_a_common_rate_never_leaves_the_range_of_its_parts(counts):
    values = pd.DataFrame(
        {
            "unit": range(len(counts)),
            "year": 2022,
            "value": 0.5,
            "counted": [x for x, _ in counts],
            "out_of": [n for _, n in counts],
        }
    )
    rate = series.middles(values, series.Subject("HL", "Hài lòng", share=True, pooled=True))[
        "median"
    ].iloc[0]
    assert min(x / n for x, n in counts) - 1e-12 <= rate <= max(x / n for x, n in counts) + 1e-12


def test_a_year_in_which_too_many_units_went_breaks_their_common_line():
    members = pd.DataFrame(
        [
            (unit, year, True)
            for year, units in ((2023, "abcd"), (2024, "abc"), (2025, "axy"))
            for unit in units
        ],
        columns=["unit", "year", "assessed"],
    )
    assert regrouped_years(members) == [2025]  # 3 of 4 stayed in 2024, 1 of 3 in 2025
    other = members.assign(block="K2", year=members["year"] - 1)
    both = pd.concat([members.assign(block="K1"), other, members.assign(block=None)])
    assert regrouped_by(both, "block") == {"K1": [2025], "K2": [2024]}
    assert regrouped_by(both.assign(assessed=False), "block") == {}


def test_the_change_of_a_line_is_that_of_its_latest_run_without_a_break():
    rows = pd.DataFrame({"unit": "U1", "year": [2019, 2021, 2023], "value": [70.0, 74.0, 90.0]})
    told = ["unit", "first", "last", "change"]
    cut, whole = (measure_changes.changes(rows, "unit", breaks)[told] for breaks in ([2022], []))
    assert cut.to_numpy().tolist() == [["U1", 2019, 2021, 4.0]]
    assert whole.to_numpy().tolist() == [["U1", 2019, 2023, 20.0]]
    assert measure_changes.changes(rows.iloc[:1], "unit", []).empty


def test_the_path_runs_from_the_lines_own_first_value_through_every_target():
    standing = province({("U1", 2019): 70, ("U1", 2022): 80}, 2022)
    about, lines = lines_of(standing, units=["U1"])
    assert lines.asked.path["value"].tolist() == [
        70,
        72,
        74,
        76,
        79,
        82,
        85,
    ]  # to 76 in 2022, then to 85 in 2025
    assert lines.asked.milestones[["year", "target"]].fillna(-1).to_numpy().tolist() == [
        [2019, -1],
        [2022, 76],
        [2025, 85],
    ]


def test_targets_of_rates_are_in_the_scale_of_rates():
    standing = province({}, 2022, ("U1", "HL", 2019, 70, 100), ("U1", "HL", 2022, 80, 100))
    about, lines = lines_of(standing, "HL", ["U1"])
    assert lines.asked.path["value"].round(4).tolist() == [
        0.7,
        0.75,
        0.8,
        0.85,
        0.8667,
        0.8833,
        0.9,
    ]
    assert lines.target == pytest.approx(0.9)
    assert (
        asked.goal_words(standing, about, asked.next_goal(standing, about))
        == "mốc 85% (Sơ kết 2022)"
    )


def test_the_answer_says_how_a_unit_went_and_what_is_missing():
    standing = province({("U1", 2019): 70, ("U1", 2022): 73.5}, 2022)
    about, lines = lines_of(standing, units=["U1"])
    assert (
        drawn_lines.answer(standing, about, lines)
        == "Đơn vị U1: tổng điểm tăng 3,5 điểm, từ 70,0 (2019) lên 73,5 (2022); còn thiếu 2,5 điểm so với mốc 76 điểm (Sơ kết 2022)."
    )


def test_the_answer_of_many_units_speaks_of_their_middle():
    standing = province(
        {("U1", 2019): 70, ("U2", 2019): 72, ("U1", 2022): 80, ("U2", 2022): 82}, 2022
    )
    about, lines = lines_of(standing)
    assert (
        drawn_lines.answer(standing, about, lines)
        == "Tổng điểm, toàn tỉnh: mức giữa tăng 10,0 điểm, từ 71,0 (2019) lên 81,0 (2022); đã tới mốc 76 điểm (Sơ kết 2022)."
    )
    assert (
        drawn_lines.title(about, lines)
        == "Toàn tỉnh: mức giữa tăng 10,0 điểm, từ 71,0 (2019) lên 81,0 (2022)"
    )


def test_a_change_of_method_is_never_bridged_by_the_answer():
    plan = tiny.PLAN.replace(
        'name = "Tiêu chí B", max = 40', 'name = "Tiêu chí B", max = 40, break_years = [2022]'
    )
    standing = province({("U1", 2020): 70, ("U1", 2021): 72, ("U1", 2022): 90}, 2022, plan=plan)
    about, lines = lines_of(standing, units=["U1"])
    assert drawn_lines.answer(standing, about, lines) == (
        "Đơn vị U1: tổng điểm tăng 2,0 điểm, từ 70,0 (2020) lên 72,0 (2021); "
        "năm 2022 (sau khi đổi cách đo) là 90,0; đã tới mốc 76 điểm (Sơ kết 2022)."
    )


def test_without_figures_the_answer_says_what_to_choose():
    standing = province({("U1", 2022): 80}, 2022)
    about, lines = lines_of(standing, "HL", ["U1"])
    assert drawn_lines.answer(standing, about, lines).startswith(
        "Chưa có số liệu về hài lòng của Đơn vị U1"
    )


def test_a_few_units_are_read_side_by_side_in_the_order_they_were_chosen():
    standing = province({("U1", 2022): 80, ("U2", 2022): 70.5, ("U3", 2021): 75}, 2022)
    about, lines = lines_of(standing, units=["U2", "U1", "U3"])
    assert (
        drawn_lines.answer(standing, about, lines)
        == "Tổng điểm năm 2022: Đơn vị U2 70,5; Đơn vị U1 80,0; Đơn vị U3 chưa có số liệu; mốc 76 điểm (Sơ kết 2022)."
    )


def test_the_province_is_drawn_before_its_blocks_and_a_unit_before_its_block():
    standing = province({("U1", 2022): 80, ("U2", 2022): 70}, 2022)
    _, whole = lines_of(standing)
    assert whole.shows_blocks
    assert set(whole.rows["unit"]) == {"Khối 1", views.MANY}
    _, one = lines_of(standing, units=["U1"])
    assert not one.shows_blocks
    assert one.middle["median"].tolist() == [75]


def test_a_chosen_block_is_drawn_before_its_units_with_the_province_behind():
    standing = province({("U1", 2022): 80, ("U2", 2022): 70}, 2022)
    about = series.subject(standing.plan, TOTAL)
    lines = views.lines_in_view(
        standing, about, series.unit_values(standing, TOTAL), "Khối 1", None
    )
    assert lines.who == "Khối 1"
    assert lines.spoken["value"].tolist() == [75]
    assert set(lines.rows["unit"]) == {"U1", "U2", views.MANY}
    nobody = views.lines_in_view(
        standing, about, series.unit_values(standing, TOTAL), "Khối 9", None
    )
    assert drawn_lines.answer(standing, about, nobody).startswith("Chưa có số liệu")


def test_bodies_of_the_same_name_are_told_apart_by_their_years():
    units = tiny.units(
        {"unit": "S1", "name": "Sở Nội vụ", "valid_to": "2025-02-28"},
        {"unit": "S2", "name": "Sở Nội vụ", "valid_from": "2025-03-01"},
        {"unit": "T", "name": "Sở Y tế"},
    )
    standing = tiny.assess(
        tiny.plan(), tiny.records(units, tiny.results(("S2", "A", 2025, 50))), 2025, tiny.AS_OF
    )
    assert line_names.unit_names(standing) == {
        "S2": "Sở Nội vụ (từ 2025)",
        "S1": "Sở Nội vụ (2019–2024)",
        "T": "Sở Y tế",
    }
    offered = trends.choosers(standing).units
    assert offered == {"Sở Nội vụ (từ 2025)": "S2", "Sở Nội vụ (2019–2024)": "S1", "Sở Y tế": "T"}


def test_the_table_of_a_picture_begins_with_the_line_that_is_spoken_of():
    standing = province({("U1", 2022): 80, ("U2", 2022): 70}, 2022)
    about, lines = lines_of(standing, units=["U2"])
    listed = drawn_lines.listed(about, lines)
    assert listed[["name", "year", "value", "stage_words"]].to_numpy().tolist() == [
        ["Đơn vị U2", "2022", 70.0, "thẩm định"],
        ["Đơn vị U1", "2022", 80.0, "thẩm định"],
    ]


def test_what_is_needed_a_year_stands_beside_what_was_gained_a_year():
    standing = province({("U1", 2019): 70, ("U1", 2023): 74}, 2023)
    about, lines = lines_of(standing, units=["U1"])
    needed = "Đơn vị U1: cần tăng thêm 5,5 điểm mỗi năm để đạt mốc 85 điểm (Tổng kết 2025); từ 2019 đến nay bình quân mỗi năm tăng 1,0 điểm."
    assert pace.sentences(standing, about, lines) == [needed]
    rows = pace.pace_rows(standing, about, series.unit_values(standing, TOTAL), standing.table)
    assert rows[["value", "target", "distance", "gained", "needed"]].to_numpy().tolist() == [
        [74, 85, -11, 1, 5.5]
    ]


def test_a_reached_target_needs_nothing_and_a_measure_without_target_has_no_pace():
    standing = province({("U1", 2022): 90}, 2022)
    about, lines = lines_of(standing, units=["U1"])
    assert pace.sentences(standing, about, lines) == []
    group = series.subject(standing.plan, "G1")
    assert pace.pace_rows(standing, group, series.unit_values(standing, "G1"), standing.table).empty


def test_those_furthest_behind_come_first():
    standing = province({("U1", 2022): 75, ("U2", 2022): 60, ("U3", 2022): 90}, 2022)
    about, _ = lines_of(standing)
    assert list(
        pace.pace_rows(standing, about, series.unit_values(standing, TOTAL), standing.table)["unit"]
    ) == ["U2", "U1", "U3"]


def test_a_projection_needs_four_years_of_ten_units():
    scores = {
        (f"U{unit}", year): 70 + 2 * (year - 2019)
        for unit in range(10)
        for year in range(2019, 2023)
    }
    standing = province(scores, 2022)
    about, lines = lines_of(standing, units=["U1"])
    found = pace.projection_of(standing, about, "U1")
    assert (found.year, found.value, found.to_year) == (2022, 76, 2025)
    assert found.expected == pytest.approx(82)  # 2 points a year on
    assert pace.sentences(standing, about, lines)[-1].startswith(
        "Nếu giữ đà hiện nay, năm 2025 dự kiến trong khoảng 81,"
    )
    few = province({key: score for key, score in scores.items() if key[0] != "U9"}, 2022)
    assert pace.projection_of(few, about, "U1") is None


def test_the_band_ahead_widens_the_axis_and_keeps_the_lines_above_it():
    rows = pd.DataFrame({"unit": "U1", "year": [2022], "score": [76.0]})
    bare = trend_lines(rows, title="", years=[2022, 2025], chosen="U1")
    drawn = with_band_ahead(bare, Ahead(2022, 76, 2025, 90, 60, 99))
    assert len(drawn.data) == len(bare.data) + 2
    assert drawn.layout.yaxis.range[0] <= 59 and drawn.layout.yaxis.range[1] >= 100
    assert drawn.data[-1].customdata == bare.data[-1].customdata
    assert "dự kiến 60,0–99,0" in [note.text for note in drawn.layout.annotations]
    assert isinstance(with_band_ahead(bare, None), go.Figure) and len(
        with_band_ahead(bare, None).data
    ) == len(bare.data)


def merged_province(*rows: tuple):
    """Two communes that became one on 1 July 2025, with these results."""
    units = tiny.units(
        {"unit": "X1", "name": "Xã Một", "kind": "xa", "valid_to": "2025-06-30"},
        {"unit": "X2", "name": "Xã Hai", "kind": "xa", "valid_to": "2025-06-30"},
        {"unit": "X", "name": "Xã Mới", "kind": "xa", "valid_from": "2025-07-01"},
    )
    standing = tiny.assess(tiny.plan(), tiny.records(units, tiny.results(*rows)), 2025, tiny.AS_OF)
    lineage = pd.DataFrame(
        {"before": ["X1", "X2"], "after": "X", "on": pd.Timestamp(2025, 7, 1), "kind": "merge"}
    )
    return standing, lineage


def test_on_todays_boundaries_predecessors_counts_are_added_before_the_birth():
    standing, lineage = merged_province(
        ("X1", "HL", 2022, 80, 100),
        ("X2", "HL", 2022, 45, 50),
        ("X1", "HL", 2023, 90, 100),
        ("X", "HL", 2025, 95, 100),
    )
    about, lines = lines_of(standing, "HL", ["X"])
    past = ancestors.past(standing, about, lines, lineage, wanted=True)
    assert past.before.to_numpy().tolist() == [[2022, 125 / 150]]  # 2023 lacks one predecessor
    assert past.before_name == "Xã Một và Xã Hai"
    assert past.notes == [
        "Xã Mới thành lập ngày 1/7/2025 từ Xã Một và Xã Hai; số liệu trước đó chỉ để tham khảo, không dùng để đánh giá."
    ]
    assert ancestors.past(standing, about, lines, lineage, wanted=False).before is None


def test_scores_start_anew_and_the_page_says_why():
    standing, lineage = merged_province(
        ("X1", "A", 2022, 50), ("X", "A", 2025, 55), ("X", "B", 2025, 30)
    )
    about, lines = lines_of(standing, units=["X"])
    past = ancestors.past(standing, about, lines, lineage, wanted=True)
    assert past.before is None
    assert "chỉ áp dụng cho khảo sát" in past.notes[1]


def test_blocks_are_compared_over_the_same_comparable_years():
    scores = [("A", 2019, 70), ("A", 2022, 80), ("B", 2019, 70), ("B", 2022, 84), ("C", 2022, 60)]
    values = pd.DataFrame(
        [
            (f"{block}{unit}", block, year, score)
            for block, year, score in scores
            for unit in (1, 2)
        ],
        columns=["unit", "block", "year", "value"],
    )
    members = values.assign(assessed=True)
    about = series.Subject(TOTAL, "Tổng điểm", share=False, pooled=False)
    found = blocks.medians(values, members[members["block"] != "C"], about)
    assert (
        blocks.title(found, members, about, [])
        == "Tăng nhiều nhất trong các khối có số liệu 2019–2022: B (+14,0 điểm)"
    )
    assert list(found["block"].dropna().unique()) == ["A", "B", "C"]


def test_the_field_of_a_block_keeps_years_without_a_value_and_can_begin_with_the_greatest_loss():
    members = pd.DataFrame(
        {
            "unit": ["U1", "U1", "U2", "U2"],
            "block": "A",
            "year": [2021, 2022] * 2,
            "assessed": True,
            "position": [0, 0, 1, 1],
        }
    )
    values = pd.DataFrame(
        {
            "unit": ["U1", "U1", "U2"],
            "year": [2021, 2022, 2022],
            "value": [70.0, 75.0, 60.0],
            "block": "A",
        }
    )
    names = {"U1": "Một", "U2": "Hai"}
    cells = blocks.cells(values, members.assign(name="x"), "A", names, worst_first=False)
    assert cells[["name", "year"]].to_numpy().tolist() == [
        ["Một", 2021],
        ["Một", 2022],
        ["Hai", 2021],
        ["Hai", 2022],
    ]
    assert cells["value"].isna().tolist() == [False, False, True, False]
    loss = values.assign(value=[75.0, 70.0, 60.0])
    about = series.Subject(TOTAL, "Tổng điểm", share=False, pooled=False)
    fallen = blocks.cells(loss, members.assign(name="x"), "A", names, worst_first=True)
    assert (
        blocks.cells_title(fallen, "A", about, [])
        == "A: 0/1 đơn vị ở năm cuối có số liệu cao hơn năm đầu (tổng điểm)"
    )


def test_units_that_never_had_a_value_are_counted_and_not_drawn():
    cells = pd.DataFrame(
        {
            "unit": ["U1", "U2"],
            "name": ["Một", "Hai"],
            "block": "A",
            "year": 2022,
            "value": [70.0, None],
        }
    )
    figure = blocks.field(
        cells, "A", series.Subject(TOTAL, "Tổng điểm", share=False, pooled=False), {}
    )
    assert figure.layout.title.subtitle.text.endswith("Không vẽ 1 đơn vị chưa năm nào có số liệu.")


def test_the_field_opens_at_the_chosen_units_block_else_at_the_longest_history():
    values = pd.DataFrame(
        {
            "unit": ["U1", "U1", "U2"],
            "block": ["A", "A", "B"],
            "year": [2021, 2022, 2022],
            "value": 1.0,
        }
    )
    assert blocks.with_values(values) == ["A", "B"]
    assert blocks.place_of(["A", "B"], values, []) == 0
    assert blocks.place_of(["A", "B"], values, ["U2"]) == 1
