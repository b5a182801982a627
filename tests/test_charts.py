"""Every family of charts: the finding as title, nothing missing shown as zero, one palette, names in full, a press that knows its unit."""

from __future__ import annotations

import doctest
import json
import re

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest

from dashboard.charts import (
    funnel_chart,
    heat_map,
    heat_steps,
    index_lines,
    multiples,
    profile_chart,
    rank_chart,
    reach_chart,
    satisfaction_chart,
    stack,
)
from dashboard.writing import rank_order, theme

LONG = "Ban Quản lý Dự án Đầu tư Xây dựng các công trình Nông nghiệp và Phát triển nông thôn <tỉnh> R&D"
YEARS = [2020, 2021, 2022]
TABLE = pd.DataFrame(
    {
        "unit": ["a", "b", "c", "d"],
        "name": ["Sở B", LONG, "Sở A", "Sở Đ"],
        "block": ["Khối 1", "Khối 1", "Khối 2", "Khối 2"],
        "stage": ["appraised", "self", "appraised", None],
        "score": [84.97, 101.5, np.nan, np.nan],
        "score_low": [84.97, 101.5, 60.0, np.nan],
        "score_high": [84.97, 101.5, 90.0, np.nan],
        "target": [85.0] * 4,
        "rank": [2.0, 1.0, np.nan, np.nan],
        "rank_of": [2.0, 2.0, np.nan, np.nan],
        "rank_low": [1.0, 1.0, np.nan, np.nan],
        "rank_high": [2.0, 2.0, np.nan, np.nan],
        "status": ["slow", "ahead", "no_data", "not_assessed"],
    }
)
CELLS = pd.DataFrame(
    {
        "unit": ["a", "a", "b", "b"],
        "name": ["Sở A", "Sở A", "Sở B", "Sở B"],
        "block": ["Khối 1"] * 4,
        "year": [2020, 2022, 2020, 2022],
        "score": [59.95, 80.0, 90.0, 85.0],
    }
)
SURVEYS = pd.DataFrame(
    {
        "unit": ["a", "b", "c"],
        "name": ["Sở A", "Sở B", LONG],
        "satisfied": [7, 18, 2699],
        "respondents": [8, 21, 3000],
        "rate": [7 / 8, 18 / 21, 2699 / 3000],
        "low": [0.53, 0.65, 0.888],
        "high": [0.98, 0.95, 0.91],
        "outside": [False, False, True],
    }
)
LIMITS = pd.DataFrame(
    {
        "respondents": [10, 3000],
        "low": [0.6, 0.88],
        "high": [1.0, 0.91],
        "adjusted_low": [0.5, 0.86],
        "adjusted_high": [1.0, 0.93],
    }
)
GROUPS = pd.DataFrame(
    {
        "group": ["x", "y"],
        "name": ["Thể chế", "Cải cách hành chính"],
        "score": [83.5, np.nan],
        "median": [85.0, 80.0],
        "low": [70.0, 60.0],
        "high": [95.0, 90.0],
    }
)
MEDIANS = pd.DataFrame(
    {
        "block": ["Khối 1", "Khối 1", None, None],
        "year": [2020, 2022, 2020, 2022],
        "median": [80.0, 84.0, 78.0, 79.0],
        "units": [5, 5, 9, 9],
    }
)
REACHED = pd.DataFrame(
    {
        "year": [2020, 2022],
        "stone": ["", "Sơ kết"],
        "goal": ["75", "80"],
        "done": [50, 76],
        "own": [0, 9],
        "units": [100, 100],
        "share": [0.5, 0.76],
    }
)
INDICES = pd.DataFrame(
    {
        "province": ["P", "P", "Q"],
        "index_name": ["PAPI"] * 3,
        "year": [2020, 2022, 2020],
        "score": [41.2, 42.9, 40.0],
        "max_score": [80] * 3,
        "rank": [np.nan, 12, np.nan],
    }
)

FIGURES = {
    "ranking": rank_chart.ranked_units(TABLE, title="T", subtitle="S", target=85, chosen="a"),
    "heat": heat_map.unit_years(
        CELLS, title="T", subtitle="S", years=YEARS, breaks={2022: "đổi bộ tiêu chí"}
    ),
    "stack": stack.status_shares(stack.status_counts(TABLE, "Toàn tỉnh"), title="T", subtitle="S"),
    "funnel": funnel_chart.satisfaction_funnel(
        SURVEYS, LIMITS, title="T", subtitle="S", mean=0.89, target=0.9
    ),
    "satisfaction": satisfaction_chart.satisfaction_rates(
        SURVEYS, title="T", subtitle="S", target=0.9
    ),
    "profile": profile_chart.group_profile(GROUPS, title="T", subtitle="S", unit_name="Sở A"),
    "multiples": multiples.block_trends(MEDIANS, title="T", subtitle="S", years=YEARS, target=85),
    "reach": reach_chart.reach_bars(REACHED, {2020: "50%", 2022: "76%"}, title="T", subtitle="S"),
    "indices": index_lines.index_years(
        INDICES, "PAPI", province="P", years=YEARS, title="T", subtitle="S"
    ),
}
each_family = pytest.mark.parametrize("figure", FIGURES.values(), ids=FIGURES.keys())


def notes(figure: go.Figure) -> list[str]:
    return [note.text for note in figure.layout.annotations]


@each_family
def test_the_finding_is_the_title_and_what_is_drawn_the_subtitle(figure):
    assert (figure.layout.title.text, figure.layout.title.subtitle.text) == ("T", "S")


@each_family
def test_every_colour_is_of_the_palette_so_that_the_dark_ground_has_its_twin(figure):
    assert set(re.findall(r"#[0-9A-Fa-f]{6}\b", figure.to_json())) <= set(theme.DARK)


@each_family
def test_no_pie_no_gauge_no_second_value_axis(figure):
    assert {trace.type for trace in figure.data} <= {"scatter", "bar"}
    assert all(getattr(axis, "overlaying", None) is None for axis in figure.select_yaxes())


@each_family
def test_numbers_read_with_a_decimal_comma_and_nothing_drags_or_zooms(figure):
    layout = figure.layout.template.layout
    assert (
        layout.separators,
        layout.dragmode,
        layout.xaxis.fixedrange,
        layout.yaxis.fixedrange,
    ) == (",.", False, True, True)


@each_family
def test_the_phone_has_a_form_of_its_own_that_can_be_sent(figure):
    meta = json.loads(figure.to_json())["layout"]["meta"]
    assert meta["narrow"]
    assert set(map(int, meta["narrow_traces"])) <= set(range(len(figure.data)))


@pytest.mark.parametrize("name", ["ranking", "heat", "stack", "satisfaction", "profile"])
def test_rows_do_not_overlap_on_either_width_and_are_high_enough_for_a_finger(name):
    figure = FIGURES[name]
    wide = figure.data[-1].width
    assert min(wide) >= (32 if name == "heat" else theme.TOUCH) if wide else name == "profile"
    assert figure.layout.meta["narrow"]["height"] >= sum(
        figure.layout.meta["narrow_traces"][str(len(figure.data) - 1)]["width"]
    )


@pytest.mark.parametrize("module", [heat_map])
def test_the_examples_of_the_docstrings_hold(module):
    assert doctest.testmod(module).failed == 0


def test_names_are_written_in_full_and_as_they_are():
    text = " ".join(notes(FIGURES["ranking"])).replace("<br>", " ")
    assert (
        "1. Ban Quản lý Dự án Đầu tư Xây dựng các công trình Nông nghiệp và Phát triển nông thôn &lt;tỉnh&gt; R&amp;D (tự chấm)"
        in text
    )


def test_a_ranking_goes_by_rank_then_alphabet_the_self_scored_follow_and_the_unranked_stand_last():
    assert list(rank_order.in_order(TABLE)["unit"]) == ["a", "b", "c", "d"], "b is 1, self-scored"
    assert list(rank_order.in_order(TABLE.assign(stage="self"))["unit"]) == ["b", "a", "c", "d"]
    headings = [one for one in notes(FIGURES["ranking"]) if "hạng tạm" in one]
    assert any("Chưa thẩm định đủ" in one for one in headings)


def test_ranking_bars_start_at_zero_and_a_score_above_its_maximum_is_not_clipped():
    apart = TABLE.assign(score=TABLE["score"].replace(84.97, 44.97))
    figure = rank_chart.ranked_units(apart, title="", target=85)
    bars, bounds = figure.data[:2]
    assert (bars.type, bars.base, list(bars.x)) == ("bar", None, [44.97, 101.5])
    assert figure.layout.xaxis.range[0] == 0
    assert (list(bounds.base), list(bounds.x), bounds.marker.pattern.shape) == ([60.0], [30.0], "/")


def test_where_bars_from_zero_would_look_alike_there_are_dots_on_a_scale_that_fits():
    assert rank_chart.begins_at(TABLE, 85) == 55, "the bounds of d begin at 60"
    figure = FIGURES["ranking"]
    dots = figure.data[0]
    assert (dots.type, dots.mode, list(dots.x)) == ("scatter", "markers", [84.97, 101.5])
    assert tuple(figure.layout.xaxis.range) == (55, 101.5)
    close = pd.DataFrame({"score": [81.0, 89.0], "score_low": [81.0, 89.0]})
    assert rank_chart.begins_at(close, 80) == 75
    wide = pd.DataFrame({"score": [40.0, 89.0], "score_low": [40.0, 89.0]})
    assert rank_chart.begins_at(wide, 80) == 0 == rank_chart.begins_at(close.iloc[:1], 80)


def test_a_unit_without_a_score_has_no_bar_but_the_reason():
    figure = rank_chart.ranked_units(TABLE, title="", reasons={"d": "chưa nộp phiếu chấm"})
    assert len(figure.data[0].x) == 2
    assert "○ chưa nộp phiếu chấm" in notes(figure) and "○ 60,0–90,0 · chưa đủ dữ liệu" in notes(
        figure
    )


def test_a_score_just_below_its_target_is_not_written_as_the_target():
    assert "<b>▼ 84,97</b>" in notes(FIGURES["ranking"])


def test_a_press_on_a_row_or_name_knows_the_unit():
    figure = FIGURES["ranking"]
    assert list(figure.data[-1].customdata) == ["a", "b", "c", "d"]
    assert [note.name for note in figure.layout.annotations if note.captureevents] == [
        "a",
        "b",
        "c",
        "d",
    ]


def test_rank_intervals_lie_beside_the_bars_on_wide_screens_only():
    figure = FIGURES["ranking"]
    assert [place for place, trace in enumerate(figure.data) if trace.xaxis == "x2"] == [2, 3]
    assert [figure.layout.meta["narrow_traces"][place]["visible"] for place in ("2", "3")] == [
        False,
        False,
    ]


def test_many_units_scroll_inside_their_frame_and_one_unit_does_not():
    many = pd.concat(
        [TABLE.iloc[:1].assign(unit=f"u{place}", rank=place + 1.0) for place in range(31)]
    )
    assert rank_chart.ranked_units(many, title="").layout.meta["scroll"] == rank_chart.SCROLL
    assert rank_chart.ranked_units(TABLE.iloc[:1], title="").layout.meta["scroll"] is None


def test_heat_cells_have_five_steps_with_the_figure_in_them_and_a_dash_where_nothing_is_known():
    filled, empty, _ = FIGURES["heat"].data
    assert list(filled.text) == ["59,95", "80,0", "90,0", "85,0"]
    assert list(filled.marker.color) == [theme.HEAT[0], theme.HEAT[3], theme.HEAT[4], theme.HEAT[3]]
    assert (list(empty.text), list(empty.base)) == (["–", "–"], [2020.53, 2020.53])


def test_worst_change_comes_first_inside_each_block():
    assert list(heat_map.worst_change_first(CELLS)["unit"].drop_duplicates()) == ["b", "a"]


def test_status_counts_leave_out_the_unassessed_and_the_province_stands_first():
    counts = stack.status_counts(TABLE, "Toàn tỉnh")
    assert counts.to_dict("records") == [
        {"block": "Toàn tỉnh", "ahead": 1, "slow": 1, "no_data": 1, "all": 3},
        {"block": "Khối 1", "ahead": 1, "slow": 1, "no_data": 0, "all": 2},
        {"block": "Khối 2", "ahead": 0, "slow": 0, "no_data": 1, "all": 1},
    ]


def test_a_stack_is_full_and_no_data_is_hatched():
    parts = FIGURES["stack"].data[:-1]
    assert np.allclose(sum(np.asarray(part.x, dtype=float) for part in parts), 1)
    assert [part.marker.pattern.shape for part in parts] == ["", "", "/"]


def test_too_few_forms_have_counts_without_a_percent_and_small_samples_say_so():
    assert {"7/8 phiếu", "85,7% · 18/21 phiếu · mẫu nhỏ", "89,97% · 2.699/3.000 phiếu"} <= set(
        notes(FIGURES["satisfaction"])
    )
    dots = FIGURES["satisfaction"].data[1]
    assert len(dots.x) == 2 and dots.marker.color[0] == theme.GROUND


def test_the_funnel_names_only_those_outside():
    figure = FIGURES["funnel"]
    assert [note.name for note in figure.layout.annotations if note.captureevents] == ["c"]
    assert {"mốc 90%", "trung bình 89,0%"} <= set(notes(figure))
    assert figure.layout.xaxis.type == "log"


def test_a_group_without_a_score_is_said_and_not_drawn():
    figure = FIGURES["profile"]
    assert "chưa có số liệu" in notes(figure) and "<b>83,5</b> · thấp hơn mức giữa 1,5" in notes(
        figure
    )
    assert np.isnan(figure.data[2].x[1])


def test_small_multiples_share_one_scale_and_leave_gaps():
    figure = FIGURES["multiples"]
    own = figure.data[1]
    assert own.y[1] is None or np.isnan(own.y[1])
    assert "<b>84,0</b>" in notes(figure) and list(own.customdata) == ["Khối 1"] * 3


def test_the_reach_stands_from_zero_with_what_is_self_scored_hatched_on_top():
    figure = FIGURES["reach"]
    appraised, own = figure.data
    assert figure.layout.barmode == "stack" and figure.layout.yaxis.range[0] == 0
    assert list(appraised.y + own.y) == [0.5, 0.76]
    assert list(own.y) == [0.0, 0.09] and own.marker.pattern.shape == "/"
    assert list(appraised.marker.color) == [theme.OTHERS, theme.ACCENT]
    assert {"<b>50%</b>", "<b>76%</b>"} <= set(notes(figure))
    assert list(figure.layout.xaxis.ticktext) == [
        "2020<br>mốc 75",
        "<b>2022</b><br>Sơ kết<br>mốc 80",
    ]


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        (
            rank_chart.alt_text(TABLE, block="Khối 1", target=85),
            "Biểu đồ thanh xếp hạng Khối 1: 2 đơn vị, cao nhất trong số đã thẩm định Sở B 84,97 điểm; "
            "1/2 đơn vị đạt mốc 85; 2 đơn vị không xếp hạng.",
        ),
        (
            heat_map.alt_text(CELLS, subject="tổng điểm"),
            "Bảng màu tổng điểm: 2 đơn vị, 2020–2022. Năm 2022 thấp nhất 80,0, cao nhất 85,0.",
        ),
        (
            stack.alt_text(stack.status_counts(TABLE, "Toàn tỉnh"), subject="năm 2025"),
            "Biểu đồ thanh trạng thái năm 2025 của 3 đơn vị: vượt mốc 1, chậm 1, chưa đủ dữ liệu 1; chia theo 2 khối.",
        ),
        (
            funnel_chart.alt_text(SURVEYS.head(2), mean=0.89),
            "Biểu đồ hình phễu về tỷ lệ hài lòng của 2 đơn vị theo số phiếu: trung bình 89,0%. "
            "Không đơn vị nào nằm ngoài dải dao động bình thường.",
        ),
        (
            satisfaction_chart.alt_text(SURVEYS.head(2), target=0.9),
            "Biểu đồ tỷ lệ hài lòng của 1 đơn vị kèm khoảng tin cậy: "
            "thấp nhất Sở B 85,7% (18/21 phiếu), cao nhất Sở B 85,7% (18/21 phiếu); 0/1 đơn vị từ mốc 90% trở lên; 1 đơn vị có quá ít phiếu.",
        ),
        (
            profile_chart.alt_text(GROUPS, unit_name="Sở A"),
            "Biểu đồ so Sở A với khối theo nhóm tiêu chí: Thể chế: 83,5 (mức giữa 85,0); Cải cách hành chính: chưa có số liệu.",
        ),
        (
            multiples.alt_text(MEDIANS, subject="mức giữa"),
            "Các biểu đồ nhỏ theo khối, mức giữa: Khối 1 tăng 4,0 điểm, nay 84,0.",
        ),
        (
            reach_chart.alt_text(REACHED),
            "Biểu đồ cột số đơn vị đạt mốc theo năm: 2020 50/100 đơn vị (50,0%) so với mốc 75; 2022 76/100 đơn vị (76,0%) so với mốc 80.",
        ),
        (
            index_lines.alt_text(INDICES, "PAPI", province="P"),
            "Biểu đồ PAPI của P: 2020 41,20, 2022 42,90 (hạng 12).",
        ),
    ],
)
def test_what_each_picture_tells_is_said_in_a_sentence(told, sentence):
    assert told == sentence


def test_the_steps_of_the_field_fit_what_is_in_it_in_whole_points():
    assert heat_steps.fitted_edges(pd.Series([81.0, 85.0, 89.0]), False) == (80, 85, 90, 95)
    assert heat_steps.fitted_edges(pd.Series([40.0, 90.0]), False) == (50, 60, 70, 80)
    assert heat_steps.fitted_edges(pd.Series([0.97, 0.99]), True) == (0.96, 0.97, 0.98, 0.99)
    assert heat_steps.fitted_edges(pd.Series([np.nan]), False) == heat_steps.SCORE_EDGES
