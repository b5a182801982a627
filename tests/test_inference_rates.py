"""Rates: Wilson and Newcombe against the published tables, and the largest rate that lies surely below."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

from dashboard import inference

COUNTS = st.integers(1, 3000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@pytest.mark.parametrize(
    ("x", "n", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilson_gives_the_table_of_newcombe_1998a(x, n, low, high):
    assert np.round(inference.wilson(x, n, 0.95), 4).tolist() == [low, high]


@pytest.mark.parametrize(
    ("counts", "low", "high"),
    [
        ((56, 70, 48, 80), 0.0524, 0.3339),
        ((9, 10, 3, 10), 0.1705, 0.8090),
        ((6, 7, 2, 7), 0.0582, 0.8062),
        ((5, 56, 0, 29), -0.0381, 0.1926),
        ((0, 10, 0, 20), -0.1611, 0.2775),
        ((10, 10, 0, 20), 0.6791, 1.0),
        ((10, 10, 0, 10), 0.6075, 1.0),
    ],
)
def test_newcombe_gives_method_10_of_the_table_of_1998b(counts, low, high):
    assert np.round(inference.newcombe(*counts, 0.95), 4).tolist() == [low, high]


def test_both_intervals_are_those_of_statsmodels_to_the_last_digits():
    n1, n2 = np.repeat([1, 7, 30, 263, 3000], 40), np.tile(np.arange(1, 41), 5)
    x1, x2 = np.round(n1 * np.linspace(0, 1, 200)), np.round(n2 * np.linspace(1, 0, 200))
    theirs = proportion_confint(x1, n1, alpha=0.05, method="wilson")
    assert np.allclose(inference.wilson(x1, n1, 0.95), theirs, rtol=0, atol=1e-14)
    theirs = confint_proportions_2indep(x1, n1, x2, n2, method="newcomb", compare="diff")
    assert np.allclose(inference.newcombe(x1, n1, x2, n2, 0.95), theirs, rtol=0, atol=1e-14)


def test_a_survey_without_forms_has_no_interval():
    low, high = inference.wilson([0, 5, np.nan], [0, np.nan, 10], 0.95)
    assert np.isnan(low).all() and np.isnan(high).all()
    assert np.isnan(inference.newcombe(0, 0, 1, 2, 0.95)).all()


def test_nobody_and_everybody_touch_the_ends_exactly():
    assert inference.wilson(0, 30, 0.95)[0] == 0
    assert inference.wilson(30, 30, 0.95)[1] == 1
    x, n = inference.effective_counts(np.array([37.0]), np.array([37.0]), 0.013)
    assert inference.wilson(x, n, 0.95)[1].tolist() == [1.0]


@given(COUNTS)
def test_wilson_is_the_same_seen_from_the_dissatisfied(counts):
    x, n = counts
    low, high = inference.wilson(x, n, 0.95)
    mirrored_low, mirrored_high = inference.wilson(n - x, n, 0.95)
    assert 0 <= low <= x / n <= high <= 1
    assert low == pytest.approx(1 - mirrored_high) and high == pytest.approx(1 - mirrored_low)


@given(COUNTS)
def test_more_forms_at_the_same_rate_never_widen_wilson(counts):
    x, n = counts
    (low, high), (closer_low, closer_high) = (
        inference.wilson(x, n, 0.95),
        inference.wilson(2 * x, 2 * n, 0.95),
    )
    assert closer_high - closer_low <= high - low + 1e-12


def test_the_table_of_the_method_page_is_reproduced():
    forms = np.array([15, 30, 60, 100, 200, 500, 1000, 3000])
    shown = np.round(100 * inference.largest_rate_below(0.9, forms, 0.95), 1)
    assert shown.tolist() == [73.3, 76.7, 81.7, 84.0, 85.5, 87.2, 88.1, 88.9]
    assert inference.largest_rate_below(0.9, 3000, 0.95, 0.02) == pytest.approx(0.816, abs=5e-4)


@given(st.integers(2, 400), st.sampled_from([0.5, 0.8, 0.9, 0.95]))
def test_the_largest_rate_below_is_the_last_whose_interval_misses_the_target(n, target):
    below = np.flatnonzero(inference.wilson(np.arange(n + 1), n, 0.95)[1] < target)
    found = inference.largest_rate_below(target, n, 0.95)
    assert np.isnan(found) if below.size == 0 else found == pytest.approx(below.max() / n)
