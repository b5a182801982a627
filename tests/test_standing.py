"""The whole calculation on tables that a person can work out by hand."""
from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
import tiny

from dashboard.standing import assess


def row(standing, unit: str) -> pd.Series:
    return standing.table.set_index("unit").loc[unit]


def rules(standing, unit: str) -> set[tuple[str, str, str]]:
    flags = standing.flags[standing.flags["unit"] == unit]
    return set(zip(flags["indicator"], flags["rule"], flags["level"]))


@pytest.fixture
def three():
    units = tiny.units({"unit": "U1"}, {"unit": "U2"}, {"unit": "U3"})
    results = tiny.results(("U1", "A", 2022, 54), ("U1", "B", 2022, 30), ("U2", "A", 2022, 42), ("U2", "B", 2022, 28), ("U3", "A", 2022, 48),
                           ("U1", "HL", 2022, 190, 200), ("U2", "HL", 2022, 150, 200), ("U3", "HL", 2022, 8, 9))
    return assess(tiny.plan(), tiny.records(units, results), 2022, tiny.AS_OF)


def test_the_score_is_the_share_of_the_attainable_points(three):
    assert row(three, "U1")["score"] == pytest.approx(84)
    assert row(three, "U2")["score"] == pytest.approx(70)


def test_a_missing_criterion_gives_bounds_and_no_rank(three):
    third = row(three, "U3")
    assert np.isnan(third["score"]) and np.isnan(third["rank"])
    assert (third["score_low"], third["score_high"], third["coverage"]) == (pytest.approx(48), pytest.approx(88), pytest.approx(0.6))
    assert third["unranked"] == "incomplete"
    assert (third["rank_low"], third["rank_high"]) == (1, 3)


def test_ranks_count_only_units_with_a_score(three):
    assert (row(three, "U1")["rank"], row(three, "U2")["rank"], row(three, "U1")["rank_of"]) == (1, 2, 2)


def test_status_class_and_distance_at_a_due_milestone(three):
    assert (row(three, "U1")["status"], row(three, "U1")["class_name"]) == ("ahead", "Tốt")
    assert (row(three, "U2")["status"], row(three, "U2")["distance"]) == ("very_slow", pytest.approx(-6))
    assert row(three, "U3")["status"] == "no_data", "bounds 48–88 do not agree"


def test_satisfaction_is_judged_by_its_interval(three):
    assert row(three, "U1")["satisfaction_status"] == "ahead"
    assert row(three, "U2")["satisfaction_status"] == "slow", "75 %, Wilson 68,6–80,5 %, target 85 %: upper end within five points"
    assert row(three, "U3")["satisfaction_status"] == "no_data", "nine forms"


def test_below_target_is_a_fact_and_one_year_names_nobody(three):
    assert rules(three, "U2") >= {("score", "below_target", "fact"), ("satisfaction", "below_target", "fact"), ("report", "missing_report", "fact")}
    assert set(three.flags["level"]) <= {"fact"}


def test_not_applicable_leaves_both_sides():
    results = tiny.results(("U1", "A", 2022, 45), ("U1", "B", 2022, None, None, {"state": "not_applicable"}))
    standing = assess(tiny.plan(), tiny.records(tiny.units({"unit": "U1"}), results), 2022, tiny.AS_OF)
    assert row(standing, "U1")["score"] == pytest.approx(75)
    assert row(standing, "U1")["coverage"] == 1


def test_the_appraised_score_counts_only_when_all_is_appraised():
    units = tiny.units({"unit": "U1"}, {"unit": "U2"})
    own = tiny.results(("U1", "A", 2022, 60), ("U1", "B", 2022, 40), ("U2", "A", 2022, 60), ("U2", "B", 2022, 40), stage="self")
    appraised = tiny.results(("U1", "A", 2022, 30), ("U1", "B", 2022, 20), ("U2", "A", 2022, 30))
    standing = assess(tiny.plan(), tiny.records(units, pd.concat([own, appraised])), 2022, tiny.AS_OF)
    assert (row(standing, "U1")["score"], row(standing, "U1")["stage"]) == (pytest.approx(50), "appraised")
    assert (row(standing, "U2")["score"], row(standing, "U2")["stage"]) == (pytest.approx(100), "self")


def test_equal_scores_share_a_rank():
    units = tiny.units(*({"unit": name} for name in "ABCD"))
    results = tiny.results(*((name, code, 2022, value) for name, total in zip("ABCD", (90, 80, 80, 70)) for code, value in (("A", total * 0.6), ("B", total * 0.4))))
    standing = assess(tiny.plan(), tiny.records(units, results), 2022, tiny.AS_OF)
    assert list(standing.table["rank"]) == [1, 2, 2, 4]


def test_a_district_dissolved_in_june_is_not_assessed_and_a_commune_founded_on_1_july_is():
    units = tiny.units({"unit": "D", "valid_to": "2025-06-30"}, {"unit": "C", "valid_from": "2025-07-01"})
    results = tiny.results(("D", "A", 2025, 60), ("D", "B", 2025, 40), ("C", "A", 2025, 60), ("C", "B", 2025, 40))
    standing = assess(tiny.plan(), tiny.records(units, results), 2025, tiny.AS_OF)
    assert (row(standing, "D")["status"], row(standing, "D")["unranked"]) == ("not_assessed", "not_assessed")
    assert row(standing, "C")["status"] == "ahead"
    assert rules(standing, "D") == set()


def test_reports_are_judged_to_the_day():
    units = tiny.units({"unit": "U1"}, {"unit": "U2"}, {"unit": "U3"})
    filings = pd.DataFrame([{"unit": unit, "year": 2022, "kind": "annual", "number": None, "dated": pd.NaT, "submitted_on": pd.Timestamp(day), "first_submitted_on": pd.Timestamp(day), "file": "n.csv", "sheet": None, "cell": "A2"}
                            for unit, day in (("U1", "2022-12-15"), ("U2", "2022-12-18"))])
    standing = assess(tiny.plan(), tiny.records(units, tiny.results(("U1", "A", 2022, 60)), filings=filings), 2022, tiny.AS_OF)
    states = standing.reports.set_index("unit")
    assert list(states["report_state"]) == ["on_time", "late", "missing"]
    assert states.at["U2", "days_late"] == 3
    reason = standing.flags[standing.flags["rule"] == "late_report"]["reason"].item()
    assert reason == "Đơn vị U2: nộp báo cáo năm 2022 ngày 18/12/2022, chậm 3 ngày so với hạn 15/12/2022."


def test_a_limitation_is_information_in_the_units_own_words():
    limitations = pd.DataFrame([{"unit": "U1", "year": 2022, "category": "gio_giac_di_muon", "quote": "một số ít cán bộ còn đi làm muộn", "place": "5", "file": "b.docx", "sheet": None, "cell": None}])
    standing = assess(tiny.plan(), tiny.records(tiny.units({"unit": "U1"}), tiny.results(("U1", "A", 2022, 60), ("U1", "B", 2022, 40)), limitations=limitations), 2022, tiny.AS_OF)
    flag = standing.flags[standing.flags["rule"] == "limitation"].iloc[0]
    assert flag["level"] == "info"
    assert flag["reason"] == "Đơn vị U1 tự nêu trong báo cáo 2022 (trang 5): “một số ít cán bộ còn đi làm muộn”."


def test_the_period_result_is_the_mean_of_at_least_two_years_since_the_last_review():
    results = tiny.results(*(("U1", code, year, value) for year, total in ((2022, 60), (2023, 80), (2025, 90)) for code, value in (("A", total * 0.6), ("B", total * 0.4))))
    standing = assess(tiny.plan(), tiny.records(tiny.units({"unit": "U1"}), results), 2025, tiny.AS_OF)
    assert row(standing, "U1")["period_score"] == pytest.approx(85)
    assert row(standing, "U1")["period_years"] == 2


def test_with_nothing_stored_nothing_is_invented():
    standing = assess(tiny.plan(), tiny.records(tiny.units({"unit": "U1"}), tiny.results(("U1", "A", 2019, 60)).iloc[:0]), 2025, tiny.AS_OF)
    assert row(standing, "U1")["status"] == "no_data"
    assert standing.table[["score", "score_low", "score_high", "satisfaction"]].isna().all(axis=None)
