"""The extra noise of surveys: found where it was put, absent where it was not."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from dashboard import inference
from dashboard.inference.survey_noise import arcsine

YEARS = range(2019, 2026)


def _surveys(rho: float, units: int = 200, seed: int = 0) -> tuple[pd.DataFrame, pd.DataFrame]:
    random = np.random.default_rng(seed)
    level = np.clip(random.normal(0.88, 0.05, units), 0.5, 0.98)[:, None] + 0.003 * np.arange(-3, 4)
    rates = random.beta(level * (1 - rho) / rho, (1 - level) * (1 - rho) / rho) if rho else level
    forms = np.exp(random.uniform(np.log(15), np.log(3000), (units, 7))).astype(int)
    return pd.DataFrame(random.binomial(forms, rates), columns=YEARS), pd.DataFrame(
        forms, columns=YEARS
    )


@pytest.mark.parametrize(("rho", "tolerance"), [(0.005, 0.0015), (0.02, 0.004), (0.0, 0.0004)])
def test_rho_is_found_where_it_was_put(rho, tolerance):
    assert inference.within_rho(*_surveys(rho), 30) == pytest.approx(rho, abs=tolerance)


def test_rho_is_the_formula_worked_out_for_one_unit_by_matrices():
    x, n = (
        pd.DataFrame([[70, 95, 60, 88]], columns=YEARS[:4]),
        pd.DataFrame([[100, 120, 90, 100]], columns=YEARS[:4]),
    )
    y, w = arcsine(x, n).ravel(), 4 * (n.to_numpy().ravel() + 0.5)
    lines, weights = np.column_stack([np.ones(4), [0, 1, 2, 3]]), np.diag(w)
    inverse = np.linalg.inv(lines.T @ weights @ lines)
    residuals = y - lines @ inverse @ lines.T @ weights @ y
    spare = w.sum() - np.trace(inverse @ lines.T @ weights @ weights @ lines)
    by_hand = 4 * ((w * residuals**2).sum() - 2) / spare
    assert inference.within_rho(x, n, 2) == pytest.approx(by_hand) and by_hand > 0


def test_too_few_degrees_of_freedom_give_no_rho():
    x, n = _surveys(0.005, units=5)
    assert inference.within_rho(x, n, 26) is None
    assert inference.within_rho(x, n, 25) is not None


def test_units_with_two_surveys_and_empty_surveys_tell_nothing():
    x, n = _surveys(0.02, units=40)
    more = pd.DataFrame(np.nan, index=[100, 101], columns=YEARS)
    more.loc[100, [2019, 2020]] = 5
    forms = more.copy()
    forms.loc[100, [2019, 2020, 2021]] = [20, 20, 0]
    assert inference.within_rho(pd.concat([x, more]), pd.concat([n, forms]), 30) == pytest.approx(
        inference.within_rho(x, n, 30)
    )


def test_no_surveys_at_all_give_no_rho():
    nothing = pd.DataFrame(np.nan, index=[0, 1], columns=YEARS)
    assert inference.within_rho(nothing, nothing, 30) is None


def test_a_design_effect_of_three_leaves_a_third_of_the_forms():
    x, n = inference.effective_counts(np.array([90.0]), np.array([101.0]), 0.02)
    assert x[0] == pytest.approx(30.0) and n[0] == pytest.approx(101 / 3)


def test_without_clustering_the_counts_stay_and_frames_stay_frames():
    x, n = _surveys(0.005, units=3)
    kept, forms = inference.effective_counts(x, n, 0.0)
    pd.testing.assert_frame_equal(kept, x.astype(float))
    pd.testing.assert_frame_equal(forms, n.astype(float))


def test_the_arcsine_comes_back_to_its_rate():
    assert inference.rate_of_arcsine(np.arcsin(np.sqrt([0.0, 0.3, 1.0]))) == pytest.approx(
        [0.0, 0.3, 1.0]
    )
