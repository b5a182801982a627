"""The funnel: exact limits, over-dispersion as FunnelPlotR computes it (with the correction it omits), blocks apart."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from dashboard import inference
from dashboard.inference.funnels import winsorised_square

EDGES = [0.001, 0.025, 0.975, 0.999]


def test_exact_limits_are_interpolated_between_counts():
    # Bin(2, 0.5): F = 0.25, 0.75, 1. p = 0.5 -> r = 1, a = (0.75 - 0.5) / 0.5 = 0.5, limit (1 - 0.5) / 2.
    assert inference.funnel_limits([2], 0.5, [0.5]) == pytest.approx(np.array([[0.25]]))
    # p = 0.9 -> r = 2, a = (1 - 0.9) / 0.25 = 0.4, limit (2 - 0.4) / 2 = 0.8.
    assert inference.funnel_limits([2], 0.5, [0.9]) == pytest.approx(np.array([[0.8]]))


def test_limits_have_one_row_per_unit_and_none_without_respondents():
    limits = inference.funnel_limits([0, 50], 0.9, EDGES)
    assert limits.shape == (2, 4) and np.isnan(limits[0]).all() and np.isfinite(limits[1]).all()
    assert np.isnan(inference.adjusted_limits([0], 0.9, 0.001, EDGES)).all()


def test_where_everybody_is_satisfied_the_limits_are_the_centre():
    assert inference.funnel_limits([20], 1.0, EDGES).tolist() == [[1.0] * 4]
    assert inference.funnel_limits([20], 0.0, EDGES).tolist() == [[0.0] * 4]


@given(st.integers(5, 3000), st.floats(0.05, 0.95))
def test_limits_are_ordered_and_inside_0_and_1(n, centre):
    for limits in (
        inference.funnel_limits(n, centre, EDGES),
        inference.adjusted_limits(n, centre, 0.001, EDGES),
    ):
        assert (np.diff(limits) >= 0).all() and limits.min() >= 0 and limits.max() <= 1


def test_the_winsorised_square_is_the_integral_it_stands_for():
    assert winsorised_square(0.1) == pytest.approx(0.6786545589528744, abs=1e-12)
    z = stats.norm.ppf((np.arange(200_000) + 0.5) / 200_000)
    assert winsorised_square(0.2) == pytest.approx(
        (np.clip(z, *stats.norm.ppf([0.2, 0.8])) ** 2).mean(), abs=1e-6
    )
    assert winsorised_square(0.0) == 1.0


def test_overdispersion_follows_the_recipe_step_by_step():
    x, n = np.array([80, 70, 95, 60, 88, 40]), np.array([100, 100, 100, 100, 100, 50])
    centre = x.sum() / n.sum()
    z = (np.arcsin(np.sqrt(x / n)) - np.arcsin(np.sqrt(centre))) * 2 * np.sqrt(n)
    phi = (np.clip(z, *np.quantile(z, [0.1, 0.9])) ** 2).mean() / 0.6786545589528744
    w = 4 * n
    found = inference.overdispersion(x, n, centre, winsor=0.1)
    assert found.phi == pytest.approx(phi)
    assert found.tau2 == pytest.approx((6 * phi - 5) / (w.sum() - (w**2).sum() / w.sum()))


def test_chance_alone_gives_phi_one_and_no_added_variance():
    random = np.random.default_rng(5)
    n = random.integers(200, 2000, 4000)
    found = inference.overdispersion(random.binomial(n, 0.8), n, 0.8, winsor=0.1)
    assert found.phi == pytest.approx(1.0, abs=0.05) and found.tau2 < 1e-5


def test_added_variance_is_found_where_it_was_put():
    random = np.random.default_rng(6)
    n = np.full(4000, 800)
    angle = random.normal(np.arcsin(np.sqrt(0.8)), 0.05, 4000)
    found = inference.overdispersion(random.binomial(n, np.sin(angle) ** 2), n, 0.8, winsor=0.1)
    assert found.tau2 == pytest.approx(0.0025, rel=0.1)


def test_adjusted_limits_without_added_variance_are_the_plain_arcsine_ones():
    # asin sqrt 0.5 = pi/4; z / (2 sqrt 100) = 0.0979982; sin^2(0.8833963) = 0.59737.
    assert inference.adjusted_limits([100], 0.5, 0.0, [0.975]) == pytest.approx(
        np.array([[0.59737]]), abs=1e-5
    )


def _province(blocks: int, units: int) -> tuple[pd.Series, pd.Series, pd.Series]:
    random = np.random.default_rng(7)
    codes = [f"{block}-{unit:02d}" for block in range(blocks) for unit in range(units)]
    n = pd.Series(random.integers(50, 900, len(codes)), index=codes)
    return (
        pd.Series(random.binomial(n, random.normal(0.85, 0.03, len(codes))), index=codes),
        n,
        pd.Series([c[0] for c in codes], index=codes),
    )


def test_every_block_has_a_centre_of_its_own_from_summed_counts():
    x, n, blocks = _province(2, 12)
    found = inference.funnel(x, n, blocks, winsor=0.1, min_units=10)
    assert found.loc["0-00", "centre"] == pytest.approx(x[:12].sum() / n[:12].sum())
    assert found.loc["1-00", "units"] == 12
    low = found["z"] < 0
    assert (found.loc[low, "p"] < 0.5).all() and (found.loc[~low, "p"] >= 0.5).all()


def test_small_blocks_get_a_centre_and_no_verdict():
    x, n, blocks = _province(1, 9)
    found = inference.funnel(x, n, blocks, winsor=0.1, min_units=10)
    assert found["centre"].notna().all() and found[["phi", "tau2", "z", "p"]].isna().all(axis=None)


def test_a_unit_without_respondents_counts_nowhere():
    x, n, blocks = _province(1, 12)
    x.iloc[0] = n.iloc[0] = 0
    found = inference.funnel(x, n, blocks, winsor=0.1, min_units=10)
    assert found.iloc[0].isna().all() and found["units"].iloc[1] == 11


def test_the_order_of_units_changes_nothing_in_the_funnel():
    x, n, blocks = _province(3, 11)
    found = inference.funnel(x, n, blocks, winsor=0.1, min_units=10)
    mixed = inference.funnel(x.sample(frac=1, random_state=1), n, blocks, winsor=0.1, min_units=10)
    pd.testing.assert_frame_equal(mixed.loc[found.index], found)
