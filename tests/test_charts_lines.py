"""Lines over years show their gaps, breaks and self-assessed years, and their names do not cover one another."""

from __future__ import annotations

import doctest

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts import canvas, label_places, line_marks, trend_chart
from dashboard.charts.trend_chart import trend_lines
from dashboard.charts.trend_measure import Asked, Measure
from dashboard.writing import theme

YEARS = [2019, 2020, 2021, 2022]


def scores(*rows: tuple) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["unit", "year", "score", "stage"])


SERIES = scores(
    ("a", 2019, 70.0, "appraised"),
    ("a", 2021, 72.0, "appraised"),
    ("a", 2022, 74.0, "self"),
    ("b", 2020, 80.0, "appraised"),
    ("b", 2021, 81.0, "appraised"),
)


@pytest.mark.parametrize("module", [canvas, line_marks])
def test_the_examples_of_the_docstrings_hold(module):
    assert doctest.testmod(module).failed == 0


def test_a_missing_year_is_a_gap_and_a_break_year_cuts_before_it():
    cut = line_marks.cut(SERIES[SERIES["unit"] == "a"], YEARS, [2022])
    assert cut["year"].tolist() == [2019, 2020, 2021, 2021.5, 2022]
    assert cut["score"].isna().tolist() == [False, True, False, True, False]


def test_grey_lines_are_one_trace_with_a_gap_between_units_and_lone_years_as_dots():
    line, dots = line_marks.background(SERIES, "score", YEARS, [], {"a": "Sở A"}, False)
    a, b = np.asarray(line.y[:5], dtype=float), np.asarray(line.y[5:], dtype=float)
    assert np.array_equal(a, [70, np.nan, 72, 74, np.nan], equal_nan=True)
    assert np.array_equal(b, [np.nan, 80, 81, np.nan, np.nan], equal_nan=True)
    assert (list(dots.x), list(dots.y), list(dots.customdata)) == ([2019.0], [70.0], ["a"])
    assert dots.text[0] == "Sở A<br>2019: 70,0"


def test_the_chosen_line_is_heavy_its_self_assessed_year_hollow_and_the_others_grey():
    figure = trend_lines(
        SERIES, title="Sở A tăng chậm", years=YEARS, chosen="a", names={"a": "Sở A"}
    )
    grey, _, own = figure.data
    assert (grey.line.color, own.line.color, own.line.width) == (theme.OTHERS, theme.ACCENT, 3)
    assert list(own.marker.color) == [theme.ACCENT, theme.ACCENT, theme.ACCENT, theme.GROUND]
    assert own.text[-1] == "Sở A<br>2022: 74,0 (tự chấm)"
    assert [note.text for note in figure.layout.annotations] == ["<b>Sở A: 74,0</b>"]


def test_the_interval_is_a_band_for_each_run_of_known_years():
    rows = pd.DataFrame(
        {"year": YEARS, "low": [0.7, 0.7, np.nan, 0.8], "high": [0.9, 0.8, np.nan, 0.9]}
    )
    run, lone = line_marks.band(rows, "low", "high")
    assert (list(run.x), list(run.y)) == ([2019, 2020, 2020, 2019], [0.7, 0.7, 0.8, 0.9])
    assert lone.x[0] < 2022 < lone.x[1]


def test_milestones_are_named_uprights_targets_steps_the_path_dashed_and_breaks_noted():
    asked = Asked(
        milestones=pd.DataFrame(
            {"year": [2019, 2022], "name": ["Phát động", "Sơ kết"], "target": [np.nan, 80.0]}
        ),
        path=pd.DataFrame({"year": [2019, 2022], "value": [70.0, 80.0]}),
        breaks={2021: "đổi cách đo"},
    )
    figure = trend_lines(SERIES, title="", years=YEARS, chosen="a", asked=asked)
    path, step = figure.data[:2]
    assert (path.line.dash, list(step.x), list(step.y)) == ("dash", [2019, 2022], [80.0, 80.0])
    assert [shape.x0 for shape in figure.layout.shapes] == [2019, 2022, 2020.5]
    assert {"Phát động", "Sơ kết", "đổi cách đo", "mốc 80", "lộ trình cần đạt"} <= {
        note.text for note in figure.layout.annotations
    }


def test_predecessors_are_dashed_and_named_as_merged():
    before = pd.DataFrame({"year": [2019, 2020], "score": [60.0, 61.0]})
    figure = trend_lines(
        SERIES, title="", years=YEARS, chosen="a", before=before, before_name="xã B và xã C"
    )
    assert figure.data[2].line.dash == "dash"
    assert any("gộp từ xã B" in note.text for note in figure.layout.annotations)


def test_a_chart_without_any_data_is_still_a_chart():
    empty = SERIES.iloc[:0]
    assert (
        trend_lines(empty, title="Chưa có số liệu", years=YEARS).layout.title.text
        == "Chưa có số liệu"
    )
    assert (
        trend_chart.alt_text(empty, subject="tổng điểm", chosen="a", name="Sở A")
        == "Biểu đồ đường: tổng điểm. Sở A chưa có số liệu."
    )


def test_the_axis_of_shares_reads_in_percent_and_never_leaves_what_a_share_can_be():
    rates = pd.DataFrame({"unit": ["a", "a"], "year": [2019, 2020], "rate": [0.01, 0.02]})
    figure = trend_lines(
        rates, title="", years=YEARS, chosen="a", measure=Measure(value="rate", share=True)
    )
    assert figure.layout.yaxis.tickformat == ".0%"
    assert figure.layout.yaxis.range[0] == 0.0
    assert "a: 2,0%" in figure.layout.annotations[0].text


def test_what_the_picture_tells_is_said_in_a_sentence():
    told = trend_chart.alt_text(SERIES, subject="tổng điểm", chosen="a", name="Sở A")
    assert (
        told
        == "Biểu đồ đường: tổng điểm. Sở A: năm 2019 70,0 và năm 2022 74,0. Phía sau là 1 đơn vị khác."
    )


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(0.1, 5)), min_size=1, max_size=12))
def test_names_at_the_end_of_lines_never_overlap_and_keep_their_order(labels):
    places, sizes = np.array([place for place, _ in labels]), np.array([size for _, size in labels])
    apart = label_places.spread(places, sizes)
    order = np.argsort(places, kind="stable")
    room = (sizes[order][1:] + sizes[order][:-1]) / 2
    assert (np.diff(apart[order]) >= room - 1e-6).all()


@given(st.lists(st.floats(0, 100), min_size=1, max_size=8))
def test_names_stay_inside_the_plot_where_there_is_room(places):
    apart = label_places.spread(places, [5.0] * len(places), (0, 100))
    assert apart.min() >= 2.5 - 1e-6 and apart.max() <= 97.5 + 1e-6


def test_names_that_do_not_meet_stay_where_they_are():
    assert label_places.spread([10.0, 50.0], [4.0, 4.0]).tolist() == [10.0, 50.0]


def test_a_few_lines_are_named_in_their_own_colour_and_told_apart_without_it():
    values = pd.DataFrame(
        [
            (unit, year, 40.0 + place + year % 3)
            for place, unit in enumerate("abcd")
            for year in (2020, 2021, 2022)
        ],
        columns=["unit", "year", "score"],
    )
    figure = trend_lines(values, title="t", years=[2020, 2021, 2022], name_others=True)
    lines = {trace.customdata[0]: trace.line for trace in figure.data}
    labels = {
        note.text.replace("<br>", " ")[0]: note.font.color for note in figure.layout.annotations
    }
    assert labels == {unit: line.color for unit, line in lines.items()}
    assert len({line.color for line in lines.values()}) == 4
    assert len({line.dash for line in lines.values()}) == 4
