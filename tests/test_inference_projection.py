"""Projection: the common pace carried on, with a band that keeps its promise."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from dashboard import inference

LIMITS = {"to_year": 2025, "step": 0.5, "min_points": 4, "min_units": 10, "confidence": 0.80}
YEARS = range(2019, 2023)


def _parallel(units: int) -> pd.DataFrame:
    return pd.DataFrame(
        [[start, start + 2, start + 4, start + 6] for start in range(70, 70 + units)],
        columns=YEARS,
        dtype=float,
    )


def test_parallel_lines_go_on_and_rounding_is_the_only_noise():
    found = inference.projection(_parallel(10), 90.0, **LIMITS).iloc[0]
    # s^2 = 0.25 / 12; T = 4, h = 4.5, sxx = 5, ten units share the slope.
    sd = np.sqrt(0.25 / 12 * (1 / 4 + 4.5**2 / 5 / 10 + 1))
    assert found["expected"] == pytest.approx(82) and found["sd"] == pytest.approx(sd)
    assert (found["low"], found["high"]) == pytest.approx(
        (82 - 1.2815515655 * sd, 82 + 1.2815515655 * sd)
    )
    assert found["chance"] == pytest.approx(stats.norm.sf((90 - 82) / sd))


def test_every_unit_may_have_a_target_of_its_own_or_none():
    target = pd.Series({0: 60.0, 1: 99.0})
    found = inference.projection(_parallel(10), target, **LIMITS)
    assert (
        found.loc[0, "chance"] > 0.99
        and found.loc[1, "chance"] < 0.01
        and np.isnan(found.loc[2, "chance"])
    )


def test_three_points_or_nine_units_are_no_projection():
    assert inference.projection(_parallel(9), 90.0, **LIMITS).isna().all(axis=None)
    gappy = _parallel(11)
    gappy.loc[0, 2020] = np.nan
    found = inference.projection(gappy, 90.0, **LIMITS)
    assert found.loc[0].isna().all() and found.loc[1:].notna().all(axis=None)


def test_the_band_stays_between_nothing_and_everything():
    steep = pd.DataFrame(
        [[40.0 + unit, 60 + unit, 80 + unit, 99] for unit in range(10)], columns=YEARS
    )
    found = inference.projection(steep, 90.0, **LIMITS)
    assert (found["high"] == 100).all() and found["low"].between(0, 100).all()


@pytest.mark.parametrize(("units", "rounds"), [(15, 100), (200, 8)])
def test_eight_in_ten_later_scores_fall_inside_the_band(units, rounds):
    random = np.random.default_rng(4)
    inside = []
    for _ in range(rounds):
        pace = random.normal(0.5, 0.2, units)[:, None] * np.arange(7)
        scores = pd.DataFrame(
            random.normal(75, 5, units)[:, None] + pace + random.normal(0, 2, (units, 7)),
            columns=range(2019, 2026),
        )
        found = inference.projection(scores[list(YEARS)], 90.0, **LIMITS)
        inside.append(scores[2025].between(found["low"], found["high"]).mean())
    assert np.mean(inside) == pytest.approx(0.80, abs=0.04)


def test_the_order_of_units_changes_no_projection():
    random = np.random.default_rng(9)
    scores = pd.DataFrame(random.normal(80, 4, (20, 4)), columns=YEARS)
    found = inference.projection(scores, 90.0, **LIMITS)
    mixed = inference.projection(scores.sample(frac=1, random_state=2), 90.0, **LIMITS)
    pd.testing.assert_frame_equal(mixed.loc[found.index], found)
