"""Noise learnt from all units: the moderated variances of Smyth 2004 and the slopes tested with them."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import optimize, special, stats

from dashboard import inference
from dashboard.inference.lines import weighted_lines
from dashboard.inference.variances import moderated_noise, trigamma_inverse

YEARS = np.arange(2019, 2026)
LIMITS = {"step": 0.1, "min_points": 4, "min_units": 10}


@given(st.floats(1e-3, 1e3))
def test_the_inverse_of_trigamma_is_its_inverse(x):
    assert trigamma_inverse(float(special.polygamma(1, x))) == pytest.approx(x, rel=1e-8)


def test_squeezing_two_variances_worked_out_by_hand():
    # 2 degrees: digamma(1) = -gamma, trigamma(1) = pi^2/6. Log variances +-a with 2 a^2 = pi^2/3 leave an excess of pi^2/6,
    # so d0 = 2, s0^2 = exp(0) = 1, and each variance becomes (2 * 1 + 2 s^2) / 4.
    spread = np.exp(np.pi / np.sqrt(6) * np.array([1, -1]))
    found = inference.squeeze_var(spread, np.array([2.0, 2.0]))
    assert found.d0 == pytest.approx(2) and found.s0_squared == pytest.approx(1)
    assert found.variances == pytest.approx((1 + spread) / 2)


def test_squeezing_solves_the_moment_equations_of_smyth():
    variances, degrees = np.array([0.2, 5.0, 1.0, 9.0, 0.6]), np.array([2.0, 5, 3, 4, 5])
    centred = np.log(variances) - special.digamma(degrees / 2) + np.log(degrees / 2)
    excess = centred.var(ddof=1) - special.polygamma(1, degrees / 2).mean()
    d0 = 2 * optimize.brentq(lambda half: special.polygamma(1, half) - excess, 1e-3, 1e3)
    s0 = np.exp(centred.mean() + special.digamma(d0 / 2) - np.log(d0 / 2))
    found = inference.squeeze_var(variances, degrees)
    assert found.d0 == pytest.approx(d0)
    assert found.variances == pytest.approx((d0 * s0 + degrees * variances) / (d0 + degrees))


def test_variances_no_more_unlike_than_chance_become_the_pooled_one():
    found = inference.squeeze_var(np.array([1.0, 2.0, 3.0]), np.array([1.0, 2, 1]))
    assert found.d0 == np.inf and found.variances.tolist() == [2.0, 2.0, 2.0]


def test_the_prior_is_found_where_it_was_put():
    random = np.random.default_rng(3)
    truth = 4 * 8 / random.chisquare(8, 4000)
    found = inference.squeeze_var(truth * random.chisquare(5, 4000) / 5, np.full(4000, 5.0))
    assert found.d0 == pytest.approx(8, rel=0.2) and found.s0_squared == pytest.approx(4, rel=0.1)


@given(st.lists(st.floats(0.01, 100), min_size=3, max_size=20))
def test_squeezing_keeps_the_order_and_stays_between_the_extremes_of_data_and_prior(variances):
    given_variances = np.array(variances)
    found = inference.squeeze_var(given_variances, np.full(len(variances), 4.0))
    ends = np.append(given_variances, found.s0_squared)
    assert (np.diff(found.variances[np.argsort(given_variances)]) >= -1e-9).all()
    assert found.variances.min() >= ends.min() * (
        1 - 1e-9
    ) and found.variances.max() <= ends.max() * (1 + 1e-9)


def _province(units: int, slope: float = 0.0, seed: int = 2) -> pd.DataFrame:
    random = np.random.default_rng(seed)
    values = (
        random.normal(80, 5, units)[:, None]
        + slope * (YEARS - 2022)
        + random.normal(0, 2, (units, 7))
    )
    return pd.DataFrame(values, index=[f"u{unit:03d}" for unit in range(units)], columns=YEARS)


def test_a_line_worked_out_by_hand():
    found = weighted_lines(
        np.array([2019.0, 2020, 2021]),
        np.array([[1.0, 3, 8], [4, np.nan, np.nan]]),
        np.ones((2, 3)),
    )
    # slope (8 - 1) / 2 = 3.5, mean 4, fitted 0.5 4 7.5, residuals 0.5 -1 0.5.
    assert (found.slope[0], found.mean[0], found.sxx[0], found.residual[0]) == pytest.approx(
        (3.5, 4, 2, 1.5)
    )
    assert np.isnan(found.slope[1]) and (found.mean[1], found.residual[1], found.mean_year[1]) == (
        4,
        0,
        2019,
    )


def test_the_slope_is_the_ordinary_one_and_its_error_the_moderated_one():
    scores = _province(12)
    found = inference.moderated_slopes(scores, year=2025, **LIMITS)
    ordinary = [stats.linregress(YEARS, row) for row in scores.to_numpy()]
    assert found["slope"].to_numpy() == pytest.approx([line.slope for line in ordinary])
    variances = np.array([line.stderr**2 * 28 for line in ordinary])
    squeezed = inference.squeeze_var(variances, np.full(12, 5.0))
    assert found["se"].to_numpy() == pytest.approx(np.sqrt(squeezed.variances / 28))
    assert found["df"].to_numpy() == pytest.approx(np.full(12, min(squeezed.d0 + 5, 60)))
    assert found["p"].to_numpy() == pytest.approx(
        stats.t.cdf(found["slope"] / found["se"], found["df"])
    )


def test_scores_in_whole_points_are_never_taken_for_exact():
    flat = pd.DataFrame(80.0, index=range(10), columns=YEARS)
    found = inference.moderated_slopes(flat, year=2025, step=1.0, min_points=4, min_units=10)
    assert found["se"].to_numpy() == pytest.approx(np.full(10, np.sqrt(1 / 12 / 28))) and found[
        "p"
    ].to_numpy() == pytest.approx(0.5)


def test_a_step_of_nothing_is_refused():
    with pytest.raises(ValueError, match="step"):
        inference.moderated_slopes(_province(12), year=2025, step=0.0, min_points=4, min_units=10)


def test_nine_units_are_too_few_to_learn_the_noise():
    assert (
        inference.moderated_slopes(_province(9), year=2025, **LIMITS)[["se", "t", "df", "p"]]
        .isna()
        .all(axis=None)
    )


def test_a_unit_with_three_years_or_without_this_year_is_not_tested():
    scores = _province(12)
    scores.iloc[0, :4] = np.nan
    scores.iloc[1, -1] = np.nan
    found = inference.moderated_slopes(scores, year=2025, **LIMITS)
    assert found["p"].isna().tolist() == [True, True] + [False] * 10
    assert found["slope"].notna().all()


def test_a_unit_with_few_years_gets_the_pooled_variance_on_the_degrees_of_the_prior():
    scores = _province(40)
    scores.iloc[0, :4] = np.nan
    values = scores.to_numpy()
    noise = moderated_noise(
        weighted_lines(YEARS.astype(float), values, np.ones_like(values)), **LIMITS
    )
    whole = weighted_lines(YEARS.astype(float), values[1:], np.ones_like(values[1:]))
    prior = inference.squeeze_var(whole.residual / 5, np.full(39, 5.0)).d0
    assert (
        noise.variances[0] == pytest.approx(whole.residual.sum() / (39 * 5))
        and noise.variances[0] == noise.pooled
    )
    assert noise.degrees[0] == pytest.approx(min(prior, 39 * 5))


def test_without_any_fall_few_units_look_falling():
    found = inference.moderated_slopes(_province(400), year=2025, **LIMITS)
    assert (found["p"] <= 0.05).mean() == pytest.approx(0.05, abs=0.025)
    assert (inference.benjamini_hochberg(found["p"]) <= 0.05).sum() == 0


def test_the_order_of_units_changes_no_slope():
    scores = _province(30)
    mixed = inference.moderated_slopes(scores.sample(frac=1, random_state=4), year=2025, **LIMITS)
    pd.testing.assert_frame_equal(
        mixed.loc[scores.index], inference.moderated_slopes(scores, year=2025, **LIMITS)
    )
