"""Like for like over a change of criteria: what is compared, what is said of it, who is found falling by it."""

import datetime as dt

import numpy as np
import pandas as pd
import pytest
import tiny

from dashboard.assessment import as_tables
from dashboard.assessment.comparability import break_years
from dashboard.assessment.kept_criteria import kept, kept_scores
from dashboard.assessment.standing import assess
from dashboard.exports.open_data import resource
from dashboard.plan import KEPT, TOTAL, load_plan
from dashboard.views import kept_total, series, trends
from dashboard.views.choices_made import Choices

AS_OF = dt.date(2026, 6, 30)
CHANGED = tiny.PLAN.replace(
    '{code = "B", group = "G1", kind = "points", name = "Tiêu chí B", max = 40, source = "thử"},',
    """{code = "B", group = "G1", kind = "points", name = "Tiêu chí B", max = 40, valid_to = 2021, source = "thử"},
  {code = "B2", group = "G1", kind = "points", name = "Tiêu chí B mới", max = 20, valid_from = 2022, source = "thử"},
  {code = "C", group = "G1", kind = "points", name = "Tiêu chí C", max = 40, source = "thử"},""",
)
"""The maximum of B changed in 2022 from 40 to 20; A (60) and C (40) stayed."""


def test_what_stayed_is_compared_from_the_first_year_on():
    found = kept(tiny.plan(CHANGED), "so", 2025)
    assert (found.first, found.last, found.criteria, found.asked) == (2019, 2025, ("A", "C"), 3)
    assert [(one.year, one.why, one.criterion) for one in found.cuts] == [
        (2022, "ends", "B"),
        (2022, "starts", "B2"),
    ]


@pytest.mark.parametrize(("text", "year"), [(tiny.PLAN, 2025), (CHANGED, 2021)])
def test_without_a_change_nothing_else_is_compared(text, year):
    assert kept(tiny.plan(text), "so", year) is None


def test_too_little_that_stayed_is_not_called_a_total():
    """C alone is 40 of 140 in 2021 where A is measured anew in 2022: less than half. From 2022 on nothing changed."""
    text = CHANGED.replace("max = 60,", "max = 60, break_years = [2022],")
    assert kept(tiny.plan(text), "so", 2025) is None
    loose = load_plan(f"limits = {{kept_weight = 0.25}}\n{text}")
    assert kept(loose, "so", 2025).criteria == ("C",)


def changed_standing(text: str = CHANGED):
    rows = [("a", "A", 2021, 30), ("a", "B", 2021, 40), ("a", "C", 2021, 35)]
    rows += [("a", "A", 2020, 30), ("a", "A", 2022, 36), ("a", "B2", 2022, 1), ("a", "C", 2022, 36)]
    return assess(
        tiny.plan(text), tiny.records(tiny.units({"unit": "a"}), tiny.results(*rows)), 2022, AS_OF
    )


def test_rows_for_other_systems_have_the_same_sum():
    """As in `test_the_sum_by_hand`: 65 and 72 of 100; a plan without a change has no such measure."""
    rows = as_tables.trend_rows(changed_standing(), KEPT)
    said = rows[["unit_code", "year", "attained", "out_of", "comparable"]]
    assert said.to_dict("records") == [
        {
            "unit_code": "a",
            "year": year,
            "attained": pytest.approx(sum_),
            "out_of": 100.0,
            "comparable": True,
        }
        for year, sum_ in ((2021, 65), (2022, 72))
    ]
    measures = resource.trends(changed_standing())["measure"]
    assert list(measures.unique()[:2]) == ["score", KEPT]
    with pytest.raises(KeyError):
        as_tables.trend_rows(changed_standing(tiny.PLAN), KEPT)


def test_the_sum_by_hand():
    """A 30 of 60 and C 35 of 40 are 65 of 100, whatever B and B2 are; 2020 lacks C and has none."""
    standing = changed_standing()
    kinds = pd.Series({"a": "so"})
    found = kept_scores(standing.plan, standing.chosen, standing.scores, kinds, 2022)
    assert found.to_dict("records") == [
        {"unit": "a", "year": 2021, "score": pytest.approx(65)},
        {"unit": "a", "year": 2022, "score": pytest.approx(72)},
    ]
    assert series.unit_values(standing, KEPT)["value"].tolist() == [
        pytest.approx(0.65),
        pytest.approx(0.72),
    ]
    assert kept_total.unit_notes(standing, "a") == [
        "Không so được tổng điểm giữa tất cả các năm vì bộ tiêu chí thay đổi: năm 2022 thôi chấm tiêu chí Tiêu chí B và thêm tiêu chí Tiêu chí B mới. "
        "Phần so được là tổng các tiêu chí giữ nguyên 2019–2022 (2/3 tiêu chí); xem ở trang Xu hướng, chỉ tiêu “Tổng các tiêu chí giữ nguyên”.",
        "Trên các tiêu chí ấy, đơn vị tăng 7,0 điểm phần trăm: từ 65,0% (2021) đến 72,0% (2022).",
    ]
    [about] = kept_total.notes(standing, KEPT, "so")
    assert "Tiêu chí A và Tiêu chí C" in about and "không nêu tên ai" in about


def test_a_measure_over_what_stayed_is_offered_only_where_the_total_is_cut():
    assert KEPT in series.labels(tiny.plan(CHANGED)).values()
    assert KEPT not in series.labels(tiny.plan()).values()
    assert break_years(tiny.plan(CHANGED), TOTAL, "so") == [2022]
    assert break_years(tiny.plan(CHANGED), KEPT, "so") == []


UNITS, FALLS = 120, 30
STEEP = ("s0", "s1")


@pytest.fixture(scope="module")
def changed_province():
    """120 units with known truth: the first 30 lose two points of A a year (of 60; 2,4 of the 100 that stayed), the others none; noise of 1,5 points a criterion. Two more lose six a year, every year."""
    random = np.random.default_rng(20250101)
    rows = []
    for n in range(UNITS):
        a, c = random.uniform(48, 56), random.uniform(28, 36)
        for year in range(2019, 2026):
            lost = 2 * (year - 2019) if n < FALLS else 0
            drawn = random.normal(0, 1.5, 3)
            rows += [
                (f"u{n}", "A", year, float(np.clip(a - lost + drawn[0], 0, 60))),
                (f"u{n}", "C", year, float(np.clip(c + drawn[1], 0, 40))),
                (f"u{n}", "B", year, float(np.clip(30 + drawn[2], 0, 40)))
                if year < 2022
                else (f"u{n}", "B2", year, float(np.clip(12 + drawn[2], 0, 20))),
            ]
    for year in range(2019, 2026):
        fallen = 56.0 - 6 * (year - 2019)
        rows += [(one, "A", year, fallen) for one in STEEP] + [
            (one, "C", year, 32) for one in STEEP
        ]
        rows += [(one, "B" if year < 2022 else "B2", year, 15) for one in STEEP]
    units = tiny.units(*({"unit": one} for one in (*(f"u{n}" for n in range(UNITS)), *STEEP)))
    return assess(tiny.plan(CHANGED), tiny.records(units, tiny.results(*rows)), 2025, AS_OF)


def test_like_for_like_finds_the_falling_units_that_a_change_of_criteria_hides(changed_province):
    flags = changed_province.flags
    truly = {f"u{n}" for n in range(FALLS)}
    of_total = set(flags.loc[flags["rule"] == "falling", "unit"])
    of_kept = flags[flags["rule"] == "falling_kept"]
    found = set(of_kept["unit"])
    assert len(of_total & truly) <= 0.1 * FALLS, "four years are left of the total's own series"
    assert len(found & truly) >= 0.8 * FALLS
    assert len(found - truly) <= 0.05 * len(found) + 1
    assert set(of_kept["level"]) == {"watch"}, "no target is about this sum: nobody is named for it"


def test_a_fall_that_the_total_itself_shows_is_not_told_once_more(changed_province):
    """Six of 120 points a year since the cut of 2022: the four years of the total tell of it."""
    flags = changed_province.flags
    fallen = flags[flags["unit"].isin(STEEP) & flags["rule"].isin(["falling", "falling_kept"])]
    assert fallen[["unit", "rule"]].values.tolist() == [[one, "falling"] for one in STEEP]


def test_xu_huong_draws_the_sum_of_what_stayed_like_any_measure(changed_province):
    choice, tables = (
        Choices(2025),
        {"lineage": pd.DataFrame(columns=["before", "after", "on", "kind"])},
    )
    shown = trends.trend(changed_province, tables, choice, KEPT, ())
    assert shown.answer.startswith("Tổng các tiêu chí giữ nguyên, toàn tỉnh: mức giữa")
    assert "2019–2025 (2/3 tiêu chí)" in shown.notes and shown.picture is not None
    one = trends.trend(changed_province, tables, choice, KEPT, ("u0",))
    assert "giảm" in one.answer and "(2019) xuống" in one.answer, "one run of seven years, uncut"
    assert trends.side_by_side(changed_province, choice, KEPT) is not None
    assert trends.paces(changed_province, choice, KEPT) is None, "no target is about it"
    total = trends.trend(changed_province, tables, choice, TOTAL, ("u0",))
    assert "năm 2022 thôi chấm" in total.notes
