"""Levels: the line with a shrunken slope, the second shrinking to the mean, and what they say about a target."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from scipy import stats
from statsmodels.stats.meta_analysis import combine_effects

from dashboard import inference
from dashboard.inference.lines import shrink_slopes, weighted_lines
from dashboard.inference.shrinkage import dersimonian_laird, shrink_to_mean

YEARS = np.arange(2019, 2026)
SURVEY_LIMITS = {"year": 2025, "rho": 0.0, "min_units": 10, "tau_floor_points": 1.0}
SCORE_LIMITS = {
    "year": 2025,
    "step": 0.1,
    "min_points": 4,
    "min_units": 10,
    "tau_floor_points": 1.0,
}


def _codes(units: int) -> list[str]:
    return [f"u{unit:03d}" for unit in range(units)]


def _blocks(units: int, size: int) -> pd.Series:
    return pd.Series([f"b{unit // size}" for unit in range(units)], index=_codes(units))


def _scores(units: int, seed: int = 1, noise: float = 2.0) -> pd.DataFrame:
    random = np.random.default_rng(seed)
    values = random.normal(82, 5, units)[:, None] + random.normal(0, noise, (units, 7))
    return pd.DataFrame(values, index=_codes(units), columns=YEARS)


def _surveys(units: int, seed: int = 1) -> tuple[pd.DataFrame, pd.DataFrame]:
    random = np.random.default_rng(seed)
    forms = random.integers(30, 800, (units, 7))
    rates = np.clip(random.normal(0.88, 0.04, units), 0.5, 0.97)[:, None]
    satisfied = random.binomial(forms, np.broadcast_to(rates, forms.shape))
    return tuple(
        pd.DataFrame(one, index=_codes(units), columns=YEARS).astype(float)
        for one in (satisfied, forms)
    )


def test_three_effects_of_variance_one_worked_out_by_hand():
    assert dersimonian_laird(np.array([0.0, 2.0, 4.0]), np.ones(3)) == pytest.approx(3.0)


@pytest.mark.parametrize("spread", [2.0, 3.0])
def test_dersimonian_laird_is_that_of_statsmodels_group_by_group(spread):
    random = np.random.default_rng(4)
    y, v = random.normal(0, spread, 12), random.uniform(0.1, 4, 12)
    first, second = (
        combine_effects(y[part], v[part], method_re="dl").tau2
        for part in (slice(0, 7), slice(7, 12))
    )
    assert dersimonian_laird(y, v, np.repeat([0, 1], [7, 5])) == pytest.approx([first, second])
    assert dersimonian_laird(y[:7], v[:7]) == pytest.approx(first)


def test_effects_closer_than_their_noise_have_no_spread_and_a_single_one_has_none():
    assert dersimonian_laird(np.array([1.0, 1.1, 0.9]), np.ones(3)) == 0
    assert dersimonian_laird(np.array([1.0]), np.ones(1)) == 0


def test_slopes_are_drawn_to_their_mean_by_the_share_that_is_noise():
    # Three units of slopes 0, 2, 4 over 2019–2021, weights 1: sxx = 2, 1/sxx = 0.5, Q = 2 * 8 = 16, tau^2 = (16 - 2) / 4 = 3.5.
    values = np.array([[10.0, 10, 10], [8, 10, 12], [6, 10, 14]])
    lines = weighted_lines(np.array([2019.0, 2020, 2021]), values, np.ones((3, 3)))
    found = shrink_slopes(lines, min_units=3)
    own = 3.5 / (3.5 + 0.5)
    assert found.slope == pytest.approx([2 - 2 * own, 2, 2 + 2 * own])
    assert found.variance == pytest.approx(np.full(3, own / 2 + (1 - own) ** 2 * (0.5 + 3.5) / 3))


def test_few_units_all_share_the_mean_slope():
    values = np.array([[10.0, 10, 10], [8, 10, 12], [6, 10, 14]])
    found = shrink_slopes(
        weighted_lines(np.array([2019.0, 2020, 2021]), values, np.ones((3, 3))), min_units=4
    )
    assert found.slope == pytest.approx([2, 2, 2]) and found.variance == pytest.approx(
        np.full(3, 0.5 / 3)
    )


def test_a_unit_with_two_years_takes_the_mean_slope_and_its_full_uncertainty():
    values = np.array([[10.0, 10, 10], [8, 10, 12], [6, 10, 14], [np.nan, 0, 50]])
    found = shrink_slopes(
        weighted_lines(np.array([2019.0, 2020, 2021]), values, np.ones((4, 3))), min_units=3
    )
    assert found.slope[3] == pytest.approx(2) and found.variance[3] == pytest.approx(3.5 + 4 / 3)


def _floor(points: float):
    return lambda mean: np.full(len(mean), points)


def test_equal_levels_keep_half_of_their_noise_at_the_floor():
    # All 50, sd 1, floor 1: B = 1 / 2, Var(mean) = (1 + 1) / 10 = 0.2, sd^2 = 0.5 + 0.25 * 0.2.
    levels, sds = pd.Series(50.0, index=_codes(10)), pd.Series(1.0, index=_codes(10))
    found = shrink_to_mean(levels, sds, _blocks(10, 10), min_units=10, floor_at=_floor(1.0))
    assert found["level"].to_numpy() == pytest.approx(50) and found[
        "sd"
    ].to_numpy() == pytest.approx(np.sqrt(0.55))


def test_a_full_block_is_drawn_to_its_own_mean_and_a_small_one_to_that_of_all():
    levels = pd.Series([90.0] * 10 + [60.0] * 4, index=_codes(14))
    sds = pd.Series(1.0, index=levels.index)
    found = shrink_to_mean(levels, sds, _blocks(14, 10), min_units=10, floor_at=_floor(1.0))
    assert found["level"].iloc[:10].to_numpy() == pytest.approx(90)
    assert (found["level"].iloc[10:] > 60).all()


def test_units_without_a_level_or_a_block_are_handled_apart():
    levels = pd.Series([90.0, np.nan, 80.0], index=_codes(3))
    blocks = pd.Series(["b0", "b0", None], index=_codes(3))
    found = shrink_to_mean(
        levels, pd.Series(1.0, index=_codes(3)), blocks, min_units=2, floor_at=_floor(1.0)
    )
    assert found["level"].isna().tolist() == [False, True, False]
    assert found["level"].iloc[0] < 90 and found["level"].iloc[2] > 80
    nothing = shrink_to_mean(levels * np.nan, levels, blocks, min_units=2, floor_at=_floor(1.0))
    assert nothing.isna().all(axis=None)


def test_a_single_survey_is_its_own_level():
    x, n = pd.DataFrame([[80.0]], columns=[2025]), pd.DataFrame([[100.0]], columns=[2025])
    found = inference.satisfaction_levels(x, n, pd.Series(["b"]), 0.9, **SURVEY_LIMITS).iloc[0]
    level, sd = np.arcsin(np.sqrt(80.375 / 100.75)), np.sqrt(1 / (4 * 100.5))
    assert (found["level"], found["sd"], found["year_level"], found["year_sd"]) == pytest.approx(
        (level, sd, level, sd)
    )
    expected = stats.norm.cdf((level - np.arcsin(np.sqrt(0.9))) / sd)
    assert (found["p"], found["year_p"]) == pytest.approx((expected, expected)) and found[
        "points"
    ] == 1


def test_the_design_effect_widens_every_survey():
    x, n = pd.DataFrame([[80.0]], columns=[2025]), pd.DataFrame([[101.0]], columns=[2025])
    found = inference.satisfaction_levels(
        x, n, pd.Series(["b"]), 0.9, **{**SURVEY_LIMITS, "rho": 0.02}
    )
    assert found["year_sd"].item() == pytest.approx(np.sqrt(3 / (4 * 101.5)))


def test_two_lone_surveys_share_the_slope_they_show():
    # One unit, two years: the mean slope is its own, so the level is the line through both points and the noise is this year's.
    x, n = (
        pd.DataFrame([[70.0, 80.0]], columns=[2024, 2025]),
        pd.DataFrame([[100.0, 100.0]], columns=[2024, 2025]),
    )
    found = inference.satisfaction_levels(x, n, pd.Series(["b"]), 0.9, **SURVEY_LIMITS).iloc[0]
    assert (found["level"], found["sd"]) == pytest.approx((found["year_level"], found["year_sd"]))


def test_nobody_has_a_level_in_a_year_without_value():
    x, n = _surveys(12)
    n.loc["u000", 2025] = 0
    x.loc["u001", 2025] = np.nan
    found = inference.satisfaction_levels(x, n, _blocks(12, 12), 0.9, **SURVEY_LIMITS)
    assert (
        found.loc[["u000", "u001"], ["level", "p", "year_p", "shrunk", "below"]]
        .isna()
        .all(axis=None)
    )
    assert found["level"].iloc[2:].notna().all()
    missing = inference.satisfaction_levels(
        x, n, _blocks(12, 12), 0.9, **{**SURVEY_LIMITS, "year": 2030}
    )
    assert missing["level"].isna().all()


def test_every_unit_may_have_a_target_of_its_own_or_none():
    scores = _scores(12)
    target = pd.Series([70.0, 95.0, np.nan], index=_codes(3))
    found = inference.score_levels(scores, _blocks(12, 12), target, **SCORE_LIMITS)
    assert found.loc["u000", "p"] > 0.5 > found.loc["u001", "p"]
    assert found.loc["u002", ["p", "year_p", "below"]].isna().all() and np.isfinite(
        found.loc["u002", "shrunk"]
    )
    assert found.loc["u001", "below"] == pytest.approx(
        stats.norm.cdf((95 - found.loc["u001", "shrunk"]) / found.loc["u001", "shrunk_sd"])
    )


def test_the_level_of_a_score_is_tested_by_student_with_the_moderated_noise():
    scores = _scores(12)
    slopes = inference.moderated_slopes(scores, year=2025, step=0.1, min_points=4, min_units=10)
    found = inference.score_levels(scores, _blocks(12, 12), 85.0, **SCORE_LIMITS)
    spread = slopes["se"] * np.sqrt(28)
    assert found["year_sd"].to_numpy() == pytest.approx(spread.to_numpy())
    assert found["year_p"].to_numpy() == pytest.approx(
        stats.t.cdf((scores[2025] - 85) / spread, slopes["df"])
    )
    assert found["p"].to_numpy() == pytest.approx(
        stats.t.cdf((found["level"] - 85) / found["sd"], slopes["df"])
    )


def test_where_nobody_knows_the_noise_of_scores_nothing_is_inferred():
    found = inference.score_levels(_scores(9), _blocks(9, 9), 85.0, **SCORE_LIMITS)
    assert (
        found.drop(columns="year_level")[
            ["level", "sd", "p", "year_p", "shrunk", "year_shrunk", "below"]
        ]
        .isna()
        .all(axis=None)
    )
    one_year = inference.score_levels(_scores(30)[[2025]], _blocks(30, 10), 85.0, **SCORE_LIMITS)
    assert one_year[["level", "p", "shrunk", "year_shrunk_sd"]].isna().all(axis=None)


def test_tau_has_a_floor_of_one_point_carried_to_the_arcsine_scale():
    # Equal rates 0.8 of 400: no spread, so tau is the floor 0.01 / (2 sqrt(0.8 * 0.2)) = 0.0125; the mean is a hair off 0.8.
    x, n = (pd.DataFrame(value, index=_codes(10), columns=[2025]) for value in (320.0, 400.0))
    found = inference.satisfaction_levels(x, n, _blocks(10, 10), 0.9, **SURVEY_LIMITS)
    tau2, v = 0.0125**2, 1 / (4 * 400.5)
    keep = tau2 / (tau2 + v)
    assert found["shrunk_sd"].to_numpy() == pytest.approx(
        np.full(10, np.sqrt(keep * v + (1 - keep) ** 2 * (v + tau2) / 10)), rel=1e-3
    )


def test_where_everybody_is_satisfied_levels_stay_finite():
    x, n = (pd.DataFrame(500.0, index=_codes(10), columns=YEARS) for _ in range(2))
    found = inference.satisfaction_levels(x, n, _blocks(10, 10), 1.0, **SURVEY_LIMITS)
    assert np.isfinite(found[["level", "sd", "p", "shrunk", "shrunk_sd", "below"]]).all(axis=None)


def test_the_order_of_units_changes_no_level():
    x, n = _surveys(30)
    scores, blocks = _scores(30), _blocks(30, 15)
    mixed = scores.sample(frac=1, random_state=3).index
    for found, again in (
        (
            inference.satisfaction_levels(x, n, blocks, 0.9, **SURVEY_LIMITS),
            inference.satisfaction_levels(x.loc[mixed], n, blocks, 0.9, **SURVEY_LIMITS),
        ),
        (
            inference.score_levels(scores, blocks, 85.0, **SCORE_LIMITS),
            inference.score_levels(scores.loc[mixed], blocks, 85.0, **SCORE_LIMITS),
        ),
    ):
        pd.testing.assert_frame_equal(again.loc[found.index], found)


def test_levels_cover_the_truth_as_often_as_they_promise():
    random = np.random.default_rng(11)
    truth = random.normal(82, 5, 400)[:, None] + random.normal(0.5, 0.5, 400)[:, None] * (
        YEARS - 2022
    )
    scores = pd.DataFrame(truth + random.normal(0, 2, (400, 7)), index=_codes(400), columns=YEARS)
    found = inference.score_levels(scores, _blocks(400, 20), 85.0, **SCORE_LIMITS)
    for level, sd in (("level", "sd"), ("shrunk", "shrunk_sd")):
        assert (abs(found[level] - truth[:, -1]) < 1.96 * found[sd]).mean() == pytest.approx(
            0.95, abs=0.03
        )


def test_naming_below_the_target_names_hardly_anybody_wrongly():
    random = np.random.default_rng(12)
    truth = random.normal(86, 3, 400)[:, None] + np.zeros(7)
    scores = pd.DataFrame(truth + random.normal(0, 2, (400, 7)), index=_codes(400), columns=YEARS)
    found = inference.score_levels(scores, _blocks(400, 20), 85.0, **SCORE_LIMITS)
    named = (
        (inference.benjamini_hochberg(found["p"]) <= 0.05)
        & (scores[2025] < 85)
        & (found["year_p"] <= 0.20)
    )
    assert named.sum() >= 20
    assert (truth[named.to_numpy(), -1] >= 85).mean() <= 0.05
