"""Counts of people: which are impossible, how many are satisfied, how many more are needed."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import inference


@pytest.mark.parametrize(
    ("satisfied", "respondents", "very", "included", "code"),
    [
        (40, 50, 10, True, None),
        (40, 50, np.nan, None, None),
        (40, 50, 0, None, None),
        (np.nan, 50, np.nan, None, None),
        (-1, 50, np.nan, None, "negative"),
        (40.5, 50, np.nan, None, "fraction"),
        (np.inf, 50, np.nan, None, "fraction"),
        (40, np.nan, np.nan, None, "respondents_missing"),
        (40, 50, 10, None, "coding_undeclared"),
        (40, 50, np.nan, False, "very_missing"),
        (10, 50, 12, True, "very_above_satisfied"),
        (51, 50, np.nan, None, "satisfied_above_respondents"),
        (40, 50, 11, False, "satisfied_above_respondents"),
        (40, 50, 10, False, None),
    ],
)
def test_a_survey_that_cannot_be_is_named_by_its_first_fault(
    satisfied, respondents, very, included, code
):
    assert inference.check_counts([satisfied], [respondents], [very], [included]).tolist() == [code]


def test_the_codes_stand_at_the_rows_they_speak_of():
    satisfied = pd.Series([40, 60], index=["a", "b"])
    codes = inference.check_counts(satisfied, [50, 50], np.nan, None)
    assert codes["a"] is None and codes["b"] == "satisfied_above_respondents"


def test_very_satisfied_is_added_only_where_it_stands_beside_satisfied():
    counted = inference.satisfied_counts(
        [40, 40, 40, 40], [25, 25, 25, np.nan], [True, False, None, None]
    )
    assert counted[:2].tolist() == [40, 65] and np.isnan(counted[2]) and counted[3] == 40


def test_nine_tenths_of_eighty_are_seventy_two_and_not_seventy_three():
    assert inference.people_needed(0.9, 80, 0) == 72
    assert inference.people_needed(0.9, 80, 70) == 2


def test_an_error_of_decimal_arithmetic_asks_for_nobody():
    assert 0.07 * 100 > 7
    assert inference.people_needed(0.07, 100, 0) == 7


def test_nobody_is_needed_above_the_target_and_nothing_is_known_without_staff():
    assert inference.people_needed([0.9, 0.9], [80, 0], [75, 0]).tolist()[0] == 0
    assert np.isnan(inference.people_needed(0.9, 0, 0))


@given(st.integers(1, 5000), st.integers(0, 100), st.data())
def test_the_people_needed_reach_the_target_and_one_fewer_do_not(staff, percent, data):
    met = data.draw(st.integers(0, staff))
    needed = int(inference.people_needed(percent / 100, staff, met))
    assert (met + needed) * 100 >= percent * staff
    assert needed == 0 or (met + needed - 1) * 100 < percent * staff
