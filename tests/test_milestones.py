"""Path, status, pace: worked by hand."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pandas as pd
import pytest
import tiny
from hypothesis import given
from hypothesis import strategies as st

from dashboard.assessment import milestones, statuses
from dashboard.assessment.milestones import Goal
from dashboard.plan import TOTAL, Limits

LADDER = [Goal("m22", 2022, 76.0, False, ""), Goal("m25", 2025, 85.0, False, "")]
DUE = Goal("m25", 2025, 85.0, True, "")
AHEAD = Goal("m25", 2025, 85.0, False, "")


def one_path(start_year: float, start: float, year: int) -> float:
    return float(milestones.path(LADDER, np.array([start_year]), np.array([start]), year)[0])


@pytest.mark.parametrize(
    ("year", "required"), [(2019, 70), (2020, 72), (2022, 76), (2023, 79), (2025, 85), (2027, 85)]
)
def test_the_path_is_straight_between_milestones_and_flat_after_the_last(year, required):
    assert one_path(2019, 70, year) == pytest.approx(required)


def test_a_unit_that_starts_above_the_first_target_need_not_fall():
    assert one_path(2019, 80, 2020) == 76


def test_there_is_no_path_before_the_baseline():
    assert np.isnan(one_path(2021, 70, 2020))
    assert np.isnan(one_path(np.nan, np.nan, 2021))


def test_without_a_baseline_the_path_is_the_line_between_the_targets():
    assert one_path(np.nan, np.nan, 2023) == pytest.approx(79)  # 76 + (85 − 76) / 3
    assert one_path(np.nan, np.nan, 2026) == 85


@pytest.mark.parametrize(
    ("value", "status"),
    [
        (87, "ahead"),
        (86.99, "met"),
        (85, "met"),
        (84.99, "slow"),
        (80.01, "slow"),
        (80, "very_slow"),
        (np.nan, "no_data"),
    ],
)
def test_status_at_a_due_milestone(value, status):
    assert statuses.score_status(np.array([value]), np.array([85.0]), DUE, Limits())[0] == status


@pytest.mark.parametrize(
    ("value", "required", "status"),
    [
        (78.5, 79, "on_track"),
        (78.4, 79, "slow"),
        (74, 79, "very_slow"),
        (80, np.nan, "no_data"),
        (85, np.nan, "met"),
    ],
)
def test_status_before_the_milestone_is_due_follows_the_path(value, required, status):
    assert (
        statuses.score_status(np.array([value]), np.array([required]), AHEAD, Limits())[0] == status
    )


def test_bounds_give_a_status_only_when_they_agree():
    low, high = np.array([70.0, 88.0, 50.0]), np.array([90.0, 95.0, 60.0])
    assert list(statuses.bounded_status(low, high, np.full(3, 85.0), DUE, Limits())) == [
        "no_data",
        "ahead",
        "very_slow",
    ]


@pytest.mark.parametrize(
    ("rate", "low", "high", "n", "status"),
    [
        (0.95, 0.92, 0.97, 300, "ahead"),
        (0.91, 0.87, 0.94, 300, "met"),
        (0.89, 0.865, 0.915, 900, "near"),
        (0.86, 0.78, 0.92, 60, "no_data"),
        (0.86, 0.83, 0.885, 600, "slow"),
        (0.70, 0.60, 0.79, 90, "very_slow"),
        (0.5, 0.2, 0.8, 9, "no_data"),
    ],
)
def test_survey_status_by_its_interval(rate, low, high, n, status):
    survey = pd.DataFrame({"rate": [rate], "low": [low], "high": [high], "respondents": [n]})
    assert (
        statuses.survey_status(
            survey, np.array([90.0]), Goal("m25", 2025, 90.0, True, ""), Limits()
        )[0]
        == status
    )


def test_pace_is_change_made_over_change_required():
    value, start, required = np.array([73.0]), np.array([70.0]), np.array([72.0])
    assert milestones.pace(value, start, required, LADDER[0], 1.0)[0] == pytest.approx(1.5)


def test_pace_is_not_given_near_the_ceiling():
    assert np.isnan(
        milestones.pace(np.array([85.0]), np.array([84.5]), np.array([84.6]), LADDER[1], 1.0)[0]
    )


def test_the_pace_of_a_unit_that_fell_is_negative_and_of_one_above_its_path_unknown():
    fell, above = np.array([68.0]), np.array([87.0])
    assert milestones.pace(fell, np.array([70.0]), np.array([72.0]), LADDER[0], 1.0)[0] == -1
    assert np.isnan(milestones.pace(above, np.array([92.0]), np.array([79.0]), LADDER[1], 1.0)[0])


def test_what_is_needed_a_year():
    assert list(milestones.needed_a_year(np.array([79.0, 90.0]), AHEAD, 2023)) == [3, 0]


def test_the_most_specific_target_wins():
    text = tiny.PLAN.replace(
        '{measure = "total", value = 85, source = "thử"}',
        '{measure = "total", value = 85, source = "thử"}, {measure = "total", value = 80, kinds = ["xa"], source = "thử"}',
    )
    plan = tiny.plan(text)
    assert milestones.target_of(plan, plan.milestone("m25"), TOTAL, "xa").value == 80
    assert milestones.target_of(plan, plan.milestone("m25"), TOTAL, "so").value == 85
    assert milestones.target_of(plan, plan.milestone("m25"), "CN1", "so").value == 0.9, (
        "by its audience"
    )
    assert milestones.target_of(plan, plan.milestone("m25"), "A", "so") is None


@pytest.mark.parametrize(
    ("year", "day", "due"),
    [
        (2022, dt.date(2022, 12, 30), False),
        (2022, dt.date(2022, 12, 31), True),
        (2021, dt.date(2023, 6, 30), False),
        (2023, dt.date(2023, 6, 30), True),
    ],
)
def test_a_milestone_is_due_from_its_day_on_for_its_own_year_and_later_ones(year, day, due):
    assert milestones.is_due(tiny.plan().milestone("m22"), year, day) is due


def test_flags_use_the_last_due_target_and_none_before_the_first():
    ladder = milestones.goals(tiny.plan(), TOTAL, "so", 2024, tiny.AS_OF)
    assert milestones.last_due(ladder).value == 76
    assert milestones.next_goal(ladder, 2024).value == 85
    assert milestones.last_due(milestones.goals(tiny.plan(), TOTAL, "so", 2021, tiny.AS_OF)) is None


@given(st.floats(0, 100), st.floats(0, 100), st.floats(0, 100))
def test_a_higher_value_never_has_a_worse_status(a, b, required):
    order = {"ahead": 0, "met": 1, "on_track": 2, "slow": 3, "very_slow": 4}
    low, high = sorted((a, b))
    for goal in (DUE, AHEAD):
        worse, better = statuses.score_status(
            np.array([low, high]), np.full(2, required), goal, Limits()
        )
        assert order[better] <= order[worse]
