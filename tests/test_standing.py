"""The whole calculation on tables that a person can work out by hand."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pandas as pd
import pytest
import tiny

from dashboard.assessment.standing import assess
from dashboard.plan import load_plan


def row(standing, unit: str) -> pd.Series:
    return standing.table.set_index("unit").loc[unit]


def rules(standing, unit: str) -> set[tuple[str, str, str]]:
    flags = standing.flags[standing.flags["unit"] == unit]
    return set(zip(flags["indicator"], flags["rule"], flags["level"]))


@pytest.fixture
def three():
    units = tiny.units({"unit": "U1"}, {"unit": "U2"}, {"unit": "U3"})
    results = tiny.results(
        ("U1", "A", 2022, 54),
        ("U1", "B", 2022, 30),
        ("U2", "A", 2022, 42),
        ("U2", "B", 2022, 28),
        ("U3", "A", 2022, 48),
        ("U1", "HL", 2022, 190, 200),
        ("U2", "HL", 2022, 150, 200),
        ("U3", "HL", 2022, 8, 9),
    )
    return assess(tiny.plan(), tiny.records(units, results), 2022, tiny.AS_OF)


def test_the_score_is_the_share_of_the_attainable_points(three):
    assert row(three, "U1")["score"] == pytest.approx(84)
    assert row(three, "U2")["score"] == pytest.approx(70)


def test_a_missing_criterion_gives_bounds_and_no_rank(three):
    third = row(three, "U3")
    assert np.isnan(third["score"]) and np.isnan(third["rank"])
    assert (third["score_low"], third["score_high"], third["coverage"]) == (
        pytest.approx(48),
        pytest.approx(88),
        pytest.approx(0.6),
    )
    assert third["unranked"] == "incomplete"
    assert (third["rank_low"], third["rank_high"]) == (1, 3)


def test_ranks_count_only_units_with_a_score(three):
    assert (row(three, "U1")["rank"], row(three, "U2")["rank"], row(three, "U1")["rank_of"]) == (
        1,
        2,
        2,
    )


def test_status_class_and_distance_at_a_due_milestone(three):
    assert (row(three, "U1")["status"], row(three, "U1")["class_name"]) == ("ahead", "Tốt")
    assert (row(three, "U2")["status"], row(three, "U2")["distance"]) == (
        "very_slow",
        pytest.approx(-6),
    )
    assert row(three, "U3")["status"] == "no_data", "bounds 48–88 do not agree"


def test_satisfaction_is_judged_by_its_interval(three):
    assert row(three, "U1")["satisfaction_status"] == "ahead"
    assert row(three, "U2")["satisfaction_status"] == "slow", (
        "75 %, Wilson 68,6–80,5 %, target 85 %: upper end within five points"
    )
    assert row(three, "U3")["satisfaction_status"] == "no_data", "nine forms"


def test_below_target_is_a_fact_and_one_year_names_nobody(three):
    assert rules(three, "U2") >= {
        ("score", "below_target", "fact"),
        ("satisfaction", "below_target", "fact"),
        ("report", "missing_report", "fact"),
    }
    assert set(three.flags["level"]) <= {"fact"}


def test_not_applicable_leaves_both_sides():
    results = tiny.results(
        ("U1", "A", 2022, 45), ("U1", "B", 2022, None, None, {"state": "not_applicable"})
    )
    standing = assess(
        tiny.plan(), tiny.records(tiny.units({"unit": "U1"}), results), 2022, tiny.AS_OF
    )
    assert row(standing, "U1")["score"] == pytest.approx(75)
    assert row(standing, "U1")["coverage"] == 1


def test_stages_add_up_criterion_by_criterion():
    units = tiny.units({"unit": "U1"}, {"unit": "U2"})
    own = tiny.results(
        ("U1", "A", 2022, 60),
        ("U1", "B", 2022, 40),
        ("U2", "A", 2022, 60),
        ("U2", "B", 2022, 40),
        stage="self",
    )
    appraised = tiny.results(("U1", "A", 2022, 30), ("U1", "B", 2022, 20), ("U2", "A", 2022, 30))
    standing = assess(
        tiny.plan(), tiny.records(units, pd.concat([own, appraised])), 2022, tiny.AS_OF
    )
    assert (row(standing, "U1")["score"], row(standing, "U1")["stage"]) == (
        pytest.approx(50),
        "appraised",
    )
    assert (row(standing, "U2")["score"], row(standing, "U2")["stage"]) == (
        pytest.approx(70),  # A appraised 30, B self-scored 40
        "partly",
    )
    assert row(standing, "U2")["appraised_share"] == pytest.approx(0.6)


def test_equal_scores_share_a_rank():
    units = tiny.units(*({"unit": name} for name in "ABCD"))
    results = tiny.results(
        *(
            (name, code, 2022, value)
            for name, total in zip("ABCD", (90, 80, 80, 70))
            for code, value in (("A", total * 0.6), ("B", total * 0.4))
        )
    )
    standing = assess(tiny.plan(), tiny.records(units, results), 2022, tiny.AS_OF)
    assert list(standing.table["rank"]) == [1, 2, 2, 4]


def test_a_district_dissolved_in_june_is_not_assessed_and_a_commune_founded_on_1_july_is():
    units = tiny.units(
        {"unit": "D", "valid_to": "2025-06-30"}, {"unit": "C", "valid_from": "2025-07-01"}
    )
    results = tiny.results(
        ("D", "A", 2025, 60), ("D", "B", 2025, 40), ("C", "A", 2025, 60), ("C", "B", 2025, 40)
    )
    standing = assess(tiny.plan(), tiny.records(units, results), 2025, tiny.AS_OF)
    assert (row(standing, "D")["status"], row(standing, "D")["unranked"]) == (
        "not_assessed",
        "not_assessed",
    )
    assert row(standing, "C")["status"] == "ahead"
    assert rules(standing, "D") == set()


def test_reports_are_judged_to_the_day():
    units = tiny.units({"unit": "U1"}, {"unit": "U2"}, {"unit": "U3"})
    filings = pd.DataFrame(
        [
            {
                "unit": unit,
                "year": 2022,
                "kind": "annual",
                "number": None,
                "dated": pd.NaT,
                "submitted_on": pd.Timestamp(day),
                "first_submitted_on": pd.Timestamp(day),
                "file": "n.csv",
                "sheet": None,
                "cell": "A2",
            }
            for unit, day in (("U1", "2022-12-15"), ("U2", "2022-12-18"))
        ]
    )
    standing = assess(
        tiny.plan(),
        tiny.records(units, tiny.results(("U1", "A", 2022, 60)), filings=filings),
        2022,
        tiny.AS_OF,
    )
    states = standing.reports.set_index("unit")
    assert list(states["report_state"]) == ["on_time", "late", "missing"]
    assert states.at["U2", "days_late"] == 3
    reason = standing.flags[standing.flags["rule"] == "late_report"]["reason"].item()
    assert (
        reason
        == "Đơn vị U2: nộp báo cáo năm 2022 ngày 18/12/2022, chậm 3 ngày so với hạn 15/12/2022."
    )


def _filed(*rows: tuple[str, int, str]) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                "unit": unit,
                "year": year,
                "kind": "annual",
                "number": None,
                "dated": pd.NaT,
                "submitted_on": pd.Timestamp(day),
                "first_submitted_on": pd.Timestamp(day),
                "file": "n.csv",
                "sheet": None,
                "cell": "A2",
            }
            for unit, year, day in rows
        ]
    )


def test_who_ended_before_or_began_after_the_deadline_is_not_due_whatever_it_sends_later():
    units = tiny.units(
        {"unit": "OLD", "valid_to": "2022-12-14"},
        {"unit": "NEW", "valid_from": "2022-12-16"},
        {"unit": "EARLY", "valid_to": "2022-06-30"},
        {"unit": "DAY", "valid_from": "2022-12-15"},
    )
    filings = _filed(
        ("OLD", 2022, "2022-12-20"), ("NEW", 2022, "2022-12-20"), ("EARLY", 2022, "2022-06-20")
    )
    standing = assess(
        tiny.plan(),
        tiny.records(units, tiny.results(("DAY", "A", 2022, 60)), filings=filings),
        2022,
        tiny.AS_OF,
    )
    assert standing.reports.set_index("unit")["report_state"].to_dict() == {
        "OLD": "not_due",
        "NEW": "not_due",
        "EARLY": "on_time",
        "DAY": "missing",
    }
    assert standing.reports["days_late"].isna().all()


def test_a_report_is_pending_through_its_last_day_and_missing_from_the_next():
    units, results = tiny.units({"unit": "U1"}), tiny.results(("U1", "A", 2022, 60))
    states = [
        assess(tiny.plan(), tiny.records(units, results), 2022, dt.date(2022, 12, day))
        .reports["report_state"]
        .item()
        for day in (14, 15, 16)
    ]
    assert states == ["pending", "pending", "missing"]


def test_a_unit_of_less_than_half_a_year_has_no_flag_not_even_of_its_report():
    units = tiny.units(
        {"unit": "JULY", "valid_from": "2022-07-01"}, {"unit": "LATER", "valid_from": "2022-07-02"}
    )
    standing = assess(
        tiny.plan(),
        tiny.records(
            units,
            tiny.results(("JULY", "A", 2022, 60), ("LATER", "A", 2022, 60)),
            filings=_filed(("LATER", 2022, "2022-12-20")),
        ),
        2022,
        tiny.AS_OF,
    )
    assert (
        rules(standing, "JULY") == {("report", "missing_report", "fact")}
        and rules(standing, "LATER") == set()
    )


def test_deadlines_of_different_kinds_of_units_keep_their_own_names():
    plan = load_plan(
        tiny.PLAN.replace(
            "reports = [",
            'reports = [{year = 2022, due = 2022-11-15, name = "Báo cáo của xã", kinds = ["xa"], source = "thử"}, {year = 2022, due = 2022-12-15, name = "Báo cáo của sở 2022", kinds = ["so"], source = "thử"}]\n#',
            1,
        )
    )
    units = tiny.units({"unit": "S", "kind": "so"}, {"unit": "X", "kind": "xa"})
    found = assess(
        plan, tiny.records(units, tiny.results(("S", "A", 2022, 60))), 2022, tiny.AS_OF
    ).flags.set_index("unit")["reason"]
    assert (
        "chưa có báo cáo của xã 2022 (hạn 15/11/2022)" in found["X"]
        and "chưa có báo cáo của sở 2022 (hạn 15/12/2022)" in found["S"]
    )


def test_a_score_far_below_its_peers_is_watched_from_the_second_year_on():
    """80, 81, 82, 83, 60: median 81, MAD 1, scale 1.206 / 0.6745 = 1.788, z = -21 / 1.788 = -11.7; two years are too few for any test of levels."""
    scores = {"P1": 80, "P2": 81, "P3": 82, "P4": 83, "P5": 60}
    results = tiny.results(
        *(
            (unit, code, year, score * part)
            for unit, score in scores.items()
            for year in (2021, 2022)
            for code, part in (("A", 0.6), ("B", 0.4))
        )
    )
    records = tiny.records(tiny.units(*({"unit": unit} for unit in scores)), results)
    assert ("score", "peers", "watch") in rules(
        assess(tiny.plan(), records, 2022, tiny.AS_OF), "P5"
    )
    assert not [
        rule
        for rule in rules(assess(tiny.plan(), records, 2021, tiny.AS_OF), "P5")
        if rule[1] == "peers"
    ], "one year of data: facts only"


def test_a_limitation_is_information_in_the_units_own_words():
    limitations = pd.DataFrame(
        [
            {
                "unit": "U1",
                "year": 2022,
                "category": "gio_giac_di_muon",
                "quote": "một số ít cán bộ còn đi làm muộn",
                "place": "5",
                "file": "b.docx",
                "sheet": None,
                "cell": None,
            }
        ]
    )
    standing = assess(
        tiny.plan(),
        tiny.records(
            tiny.units({"unit": "U1"}),
            tiny.results(("U1", "A", 2022, 60), ("U1", "B", 2022, 40)),
            limitations=limitations,
        ),
        2022,
        tiny.AS_OF,
    )
    flag = standing.flags[standing.flags["rule"] == "limitation"].iloc[0]
    assert flag["level"] == "info"
    assert (
        flag["reason"]
        == "Đơn vị U1 tự nêu trong báo cáo 2022 (trang 5): “một số ít cán bộ còn đi làm muộn”."
    )


def test_the_period_result_is_the_mean_of_at_least_two_years_since_the_last_review():
    results = tiny.results(
        *(
            ("U1", code, year, value)
            for year, total in ((2022, 60), (2023, 80), (2025, 90))
            for code, value in (("A", total * 0.6), ("B", total * 0.4))
        )
    )
    standing = assess(
        tiny.plan(), tiny.records(tiny.units({"unit": "U1"}), results), 2025, tiny.AS_OF
    )
    assert row(standing, "U1")["period_score"] == pytest.approx(85)
    assert row(standing, "U1")["period_years"] == 2


def test_with_nothing_stored_nothing_is_invented():
    standing = assess(
        tiny.plan(),
        tiny.records(tiny.units({"unit": "U1"}), tiny.results(("U1", "A", 2019, 60)).iloc[:0]),
        2025,
        tiny.AS_OF,
    )
    assert row(standing, "U1")["status"] == "no_data"
    assert (
        standing.table[["score", "score_low", "score_high", "satisfaction"]].isna().all(axis=None)
    )


def test_a_share_without_counts_changes_no_score_rate_rank_or_flag():
    units = tiny.units({"unit": "U1"}, {"unit": "U2"}, {"unit": "U3"})
    rows = [
        ("U1", "A", 2022, 54),
        ("U1", "B", 2022, 30),
        ("U2", "A", 2022, 42),
        ("U2", "B", 2022, 28),
        ("U3", "A", 2022, 48),
        ("U1", "HL", 2022, 190, 200),
        ("U2", "HL", 2022, 150, 200),
    ]
    rate = ("U3", "HL", 2022, 0.2, None, {"comparator": "rate"})
    without = assess(tiny.plan(), tiny.records(units, tiny.results(*rows)), 2022, tiny.AS_OF)
    with_it = assess(tiny.plan(), tiny.records(units, tiny.results(*rows, rate)), 2022, tiny.AS_OF)
    pd.testing.assert_frame_equal(with_it.table, without.table)
    pd.testing.assert_frame_equal(with_it.flags, without.flags)


@pytest.mark.parametrize(("stage", "level"), [("appraised", "named"), ("self", "watch")])
def test_only_appraised_figures_name_a_unit(stage, level):
    """Eight units, seven years, 95 % of 1,000 satisfied everywhere, 60 % at the first: certain, but its own figures alone name nobody."""
    rows = [
        (f"U{number}", "HL", year, 950 if number else 600, 1000)
        for number in range(8)
        for year in range(2019, 2026)
    ]
    scores = [
        (f"U{number}", code, 2025, value)
        for number in range(8)
        for code, value in (("A", 55), ("B", 38))
    ]
    units = tiny.units(*({"unit": f"U{number}"} for number in range(8)))
    records = tiny.records(units, tiny.results(*rows, *scores, stage=stage))
    found = rules(assess(tiny.plan(), records, 2025, tiny.AS_OF), "U0")
    assert ("satisfaction", "target", level) in found


@pytest.mark.parametrize(("score", "missed"), [(76, False), (75.99, True)])
def test_a_score_on_the_target_misses_nothing(score, missed):
    units = tiny.units({"unit": "U1"}, {"unit": "U2"})
    rows = tiny.results(
        ("U1", "A", 2022, score - 30),
        ("U1", "B", 2022, 30),
        ("U2", "A", 2022, 55),
        ("U2", "B", 2022, 30),
    )
    found = rules(assess(tiny.plan(), tiny.records(units, rows), 2022, tiny.AS_OF), "U1")
    assert (("score", "below_target", "fact") in found) is missed
