"""A total in points of its own: every figure by hand, on every way it takes to a reader."""

import datetime as dt

import foreign
import pandas as pd
import pytest
import tiny
from test_exports_content import TODAY, TYPES, frame

from dashboard.assessment import as_tables
from dashboard.assessment.standing import assess
from dashboard.exports.report.beside_figures import Extras
from dashboard.exports.report.chapters.achieved import achieved
from dashboard.exports.report.chapters.aims_chapter import against_aims
from dashboard.exports.report.chapters.named_units import found_below, in_brief
from dashboard.exports.report.material import Material
from dashboard.plan import load_plan
from dashboard.plan.checks import PlanError
from dashboard.plan.scale import Scale, Total
from dashboard.views import changes, drawn_lines, plan_rows, series, unit_summary
from dashboard.views.method import parameters

AS_OF = dt.date(2025, 6, 30)
POINTS = (4.0, 5.5, 4.8, 5.0, 4.5, 5.0, 5.0, 5.0)
"""Eight dimensions of ten points: 38,8 of 80, which is 48,5 %."""
PLAN = load_plan(foreign.EIGHT)


def standing_of(plan=PLAN, points=POINTS):
    rows = [(unit, f"D{n + 1}", 2024, one) for unit in "ab" for n, one in enumerate(points)]
    units = tiny.units({"unit": "a", "kind": "tinh"}, {"unit": "b", "kind": "tinh"})
    return assess(plan, tiny.records(units, tiny.results(*rows)), 2024, AS_OF)


def test_a_total_of_eight_dimensions_is_the_sum_of_their_points():
    one = standing_of().by_unit["a"]
    assert (one["score"], one["target"]) == (pytest.approx(38.8), 52)
    assert one["distance"] == pytest.approx(-13.2)
    assert one["status"] == "very_slow", "13,2 of 80 are 16,5 %, more than the 5 % that are much"


def test_what_is_said_of_it_is_in_points_of_eighty():
    standing = standing_of()
    reason = standing.flags.set_index(["unit", "rule"]).at[("a", "below_target"), "reason"]
    assert reason == (
        "Đơn vị a: điểm 2024 là 38,8/80, thấp hơn mốc 52 (mốc Cuối kỳ 2024) là 13,2 điểm."
    )
    assert unit_summary.answer(standing, "a").startswith("Đơn vị a: 38,8/80 điểm năm 2024")


def test_the_report_and_the_hall_say_what_its_scores_are_of():
    """Six units from 36,0 in 2019 to 38,8 in 2024; of another score nothing is told."""
    units = "abcdef"
    first = (4.0, 5.0, 4.0, 5.0, 4.0, 5.0, 4.0, 5.0)
    rows = [
        (unit, f"D{n + 1}", year, one)
        for unit in units
        for year, points in ((2019, first), (2023, first), (2024, POINTS))
        for n, one in enumerate(points)
    ]
    listed = tiny.units(*({"unit": unit, "kind": "tinh"} for unit in units))
    standing = assess(PLAN, tiny.records(listed, tiny.results(*rows)), 2024, AS_OF)
    extras = Extras(*(frame(name) for name in TYPES), TODAY)
    material = Material.at(standing, PLAN.milestone("cuoi_ky"), extras)
    said = " ".join(one.text for one in (*against_aims(material).said, *achieved(material)))
    assert "mức giữa từ 36,0 lên 38,8/80 điểm" in said and "(36,0 → 38,8/80 điểm)" in said
    assert changes.step_words(PLAN.scale, standing.table.iloc[0]) == "36,0 → 38,8/80 điểm"


def test_a_named_unit_is_told_of_what_its_score_is():
    numbers = {"value": 38.8, "target": 52}
    flag = {"indicator": "score", "rule": "target", "numbers": numbers, "said": ""}
    flags = pd.DataFrame([flag])
    assert in_brief(PLAN.scale, flags) == "38,8/80 điểm, mốc 52"
    assert found_below(PLAN.scale, flags) == "tổng điểm 38,8/80, mốc 52"
    assert in_brief(Scale(), flags) == "38,8 điểm, mốc 52"


def test_limits_are_per_cent_of_the_maximum_and_told_in_points():
    assert PLAN.score_limits.fall_min_points == pytest.approx(2.4)
    told = parameters(PLAN)
    assert told["fall_min_points"] == "2,4 điểm (3% thang điểm)"
    assert told["jump_points"] == "15 điểm phần trăm"
    rows = plan_rows.limit_rows(PLAN).set_index("code")["value"]
    assert (rows["ahead_points"], rows["confidence"]) == ("1,6 điểm (2% thang điểm)", "95%")


def test_a_group_has_points_of_its_own_and_compares_with_others_in_per_cent():
    text = foreign.EIGHT.replace(
        'groups = [{code = "chung", name = "Tám nội dung"}]',
        'groups = [{code = "chung", name = "Tám nội dung"}, {code = "rieng", name = "Riêng"}]',
    )
    head, tail = text.rsplit('group = "chung"', 1)
    plan = load_plan(f'{head}group = "rieng"{tail}')
    standing = standing_of(plan, (*POINTS[:-1], 8.1))
    assert [plan.scale_of(one).top for one in ("total", "chung", "rieng")] == [80, 70, 10]
    first = plan.criteria[0].code
    assert plan.scale_of(first) == plan.scale_of(None) == tiny_percent().plan.scale == Scale()
    values = series.unit_values(standing, "rieng")["value"]
    assert values.tolist() == [pytest.approx(8.1)] * 2
    of_year = standing.group_scores.set_index(["unit", "year", "group"])["score"]
    assert of_year["a", 2024, "rieng"] == pytest.approx(81)


def test_a_changed_copy_of_a_plan_has_a_scale_of_its_own():
    """Also after the first one's was asked for: it is worked out once a plan."""
    assert PLAN.scale.top == 80
    fewer = PLAN.model_copy(update={"criteria": PLAN.criteria[:5]})
    assert (fewer.scale.top, fewer.score_limits.fall_min_points) == (50, pytest.approx(1.5))
    of_hundred = PLAN.model_copy(update={"total": Total()}, deep=True)
    assert (of_hundred.scale, PLAN.scale.top) == (Scale(), 80)
    assert PLAN.model_copy() == load_plan(foreign.EIGHT) == PLAN


def test_the_picture_of_the_total_says_its_scale():
    about = series.subject(PLAN, "total")
    assert (about.top, about.points, about.unit) == (80, 1, "điểm")
    assert drawn_lines.measure(about).share is False


def test_machines_are_told_what_a_score_is_of():
    standing = standing_of()
    row = as_tables.standing_rows(standing).iloc[0]
    assert (row["score"], row["score_max"]) == (pytest.approx(38.8), 80)
    trend = (
        as_tables.trend_rows(standing, "score").set_index(["unit_code", "year"]).loc[("a", 2024)]
    )
    assert (trend["attained"], trend["out_of"]) == (pytest.approx(38.8), 80)
    of_hundred = as_tables.standing_rows(tiny_percent()).iloc[0]
    assert (of_hundred["score"], of_hundred["score_max"]) == (pytest.approx(48.5), 100)


def tiny_percent():
    """The same figures where the plan says nothing of a scale."""
    text = foreign.EIGHT.replace('total = {shown = "points"}\n', "")
    return standing_of(load_plan(text))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("value = 52", "value = 85"), "phải viết theo thang điểm từ 0 đến 80"),
        (("max = 10", "max = 10\nvalid_from = 2022", 1), "hãy ghi max"),
        (
            ('{shown = "points"}', "{max = 80}"),
            "chỉ dùng khi tổng điểm ghi theo thang của kế hoạch",
        ),
    ],
)
def test_a_scale_that_cannot_be_is_refused_with_its_cure(change, said):
    with pytest.raises(PlanError, match=said):
        load_plan(foreign.EIGHT.replace(*change))


def test_where_maxima_differ_by_year_the_plan_says_what_the_total_is_of():
    text = foreign.EIGHT.replace("max = 10", "max = 10\nvalid_from = 2022", 1)
    plan = load_plan(text.replace('{shown = "points"}', '{shown = "points", max = 80}'))
    assert plan.scale.top == 80
