"""Our distributions against those of scipy.stats, which a start does without; the adjusted p-values and the rising fit likewise."""

from __future__ import annotations

import doctest

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from scipy.optimize import isotonic_regression

from dashboard import inference
from dashboard.charts import label_places
from dashboard.inference import distributions as ours

CHANCES = st.floats(1e-6, 1 - 1e-6)
DRAWN = np.random.default_rng(20190920)
NAN = float("nan")


def test_student_and_normal_are_those_of_scipy_to_the_last_digit():
    t, df = DRAWN.normal(0, 5, 5_000), DRAWN.uniform(0.5, 300, 5_000)
    p = DRAWN.uniform(0, 1, 5_000)
    assert np.array_equal(ours.student_below(t, df), stats.t.cdf(t, df))
    assert np.array_equal(ours.student_at(p, df), stats.t.ppf(p, df))
    assert np.array_equal(ours.normal_below(t), stats.norm.cdf(t))
    assert np.array_equal(ours.normal_at(p), stats.norm.ppf(p))
    assert [ours.normal_density(one) for one in t] == pytest.approx(stats.norm.pdf(t), rel=1e-14)


@given(CHANCES)
def test_the_reach_of_a_confidence_leaves_the_rest_on_both_sides(confidence):
    assert ours.normal_reach(confidence) == stats.norm.isf((1 - confidence) / 2)


@pytest.mark.parametrize(
    ("t", "df"), [(1.0, 0.0), (NAN, 3.0), (1.0, NAN), (np.inf, 3.0), (-np.inf, 3.0), (1.2, np.inf)]
)
def test_what_student_cannot_answer_is_missing_and_its_ends_are_certain(t, df):
    np.testing.assert_equal(ours.student_below(t, df), stats.t.cdf(t, df))


@given(st.integers(1, 5_000), CHANCES, CHANCES)
def test_the_binomial_quantile_is_that_of_scipy(n, rate, p):
    assert ours.binomial_at(p, n, rate) == stats.binom.ppf(p, n, rate)


@given(st.integers(0, 5_000), st.integers(-2, 5_002), st.floats(0, 1))
def test_the_binomial_sum_is_that_of_scipy(n, x, rate):
    assert ours.binomial_below(x, n, rate) == pytest.approx(stats.binom.cdf(x, n, rate), abs=1e-13)


@pytest.mark.parametrize(("x", "n"), [(NAN, 5.0), (2.0, NAN), (2.0, 5.5)])
def test_a_binomial_without_a_number_is_missing(x, n):
    assert np.isnan(ours.binomial_below(x, n, 0.5))


@given(st.lists(st.floats(0, 1), min_size=1, max_size=60))
def test_adjusted_p_values_are_those_of_scipy_to_the_last_digit(ps):
    adjusted = inference.benjamini_hochberg(pd.Series(ps))
    assert adjusted.tolist() == stats.false_discovery_control(ps, method="bh").tolist()


@given(st.lists(st.floats(-100, 100), min_size=1, max_size=40))
def test_the_rising_fit_is_the_isotonic_regression_of_scipy(values):
    found = label_places.rising(np.array(values))
    assert found == pytest.approx(isotonic_regression(values).x, abs=1e-9)


def test_the_examples_of_label_places_hold():
    assert doctest.testmod(label_places).failed == 0
