"""Ranks: 1, 2, 2, 4, what bounds allow, and how far a rank could move."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import rankdata

from dashboard import inference

DRAWING = {"draws": 4000, "seed": 20250101, "confidence": 0.95, "tail_share": 0.10}


def _series(values: list, prefix: str = "u") -> pd.Series:
    return pd.Series(values, index=[f"{prefix}{number:02d}" for number in range(len(values))])


def _one_block(values: pd.Series) -> pd.Series:
    return pd.Series("b", index=values.index)


def test_ties_share_the_better_rank():
    values = _series([90.0, 85.0, 85.0, 80.0])
    assert inference.competition_rank(values, _one_block(values)).tolist() == [1, 2, 2, 4]


def test_what_differs_only_by_decimal_noise_ties_and_what_differs_by_more_does_not():
    values = _series([0.3, 0.1 + 0.2, 0.3 - 1e-6])
    assert inference.competition_rank(values, _one_block(values)).tolist() == [1, 1, 3]


def test_units_are_ranked_inside_their_block_and_not_without_value_or_block():
    values = _series([90.0, np.nan, 80.0, 70.0, 60.0])
    blocks = pd.Series(["a", "a", "a", "b", None], index=values.index)
    ranks = inference.competition_rank(values, blocks)
    assert ranks.iloc[[0, 2, 3]].tolist() == [1, 2, 1] and ranks.iloc[[1, 4]].isna().all()


@given(st.lists(st.integers(0, 6), min_size=1, max_size=20))
def test_competition_ranks_are_those_of_scipy(values):
    scores = _series([float(value) for value in values])
    assert (
        inference.competition_rank(scores, _one_block(scores)).tolist()
        == rankdata(-scores.to_numpy(), method="min").tolist()
    )


def test_an_incomplete_unit_has_the_best_and_worst_rank_of_its_bounds():
    lows, highs = _series([90.0, 70.0, 60.0]), _series([90.0, 70.0, 95.0])
    bounds = inference.rank_bounds(lows, highs, _one_block(lows))
    assert bounds.loc["u02"].tolist() == [1, 3] and bounds.loc["u00"].tolist() == [1, 2]


def test_bounds_that_touch_a_value_tie_with_it():
    lows, highs = _series([90.0, 80.0]), _series([90.0, 90.0])
    assert inference.rank_bounds(lows, highs, _one_block(lows)).loc["u01"].tolist() == [1, 2]
    assert inference.rank_bounds(lows, highs, _one_block(lows)).loc["u00"].tolist() == [1, 1]


def test_without_bounds_or_block_a_rank_has_none():
    lows = _series([90.0, np.nan, 80.0])
    bounds = inference.rank_bounds(lows, lows, pd.Series(["a", "a", None], index=lows.index))
    assert bounds.loc["u00"].tolist() == [1, 1] and bounds.loc[["u01", "u02"]].isna().all(axis=None)


@given(st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), min_size=1, max_size=8), st.data())
def test_whatever_the_missing_points_turn_out_to_be_the_rank_lies_within_its_bounds(pairs, data):
    lows, highs = (
        _series([float(min(pair)) for pair in pairs]),
        _series([float(max(pair)) for pair in pairs]),
    )
    bounds = inference.rank_bounds(lows, highs, _one_block(lows))
    truth = _series([float(data.draw(st.integers(min(pair), max(pair)))) for pair in pairs])
    ranks = inference.competition_rank(truth, _one_block(truth))
    assert ((bounds["best"] <= ranks) & (ranks <= bounds["worst"])).all()


def test_units_far_apart_keep_their_rank():
    levels = _series([50.0, 90.0, 70.0])
    found = inference.rank_intervals(levels, _series([1.0] * 3), _one_block(levels), **DRAWING)
    assert found["low"].tolist() == [3, 1, 2] and found["high"].tolist() == [3, 1, 2]
    assert (
        found["bottom"].tolist() == [1, 0, 0]
        and found["top"].tolist() == [0, 1, 0]
        and found["units"].tolist() == [3, 3, 3]
    )


def test_units_alike_may_stand_anywhere():
    levels = _series([80.0] * 20)
    found = inference.rank_intervals(levels, _series([2.0] * 20), _one_block(levels), **DRAWING)
    assert (found["low"] == 1).all() and (found["high"] == 20).all()
    assert found["bottom"].to_numpy() == pytest.approx(np.full(20, 0.1), abs=0.03)


def test_two_units_change_places_as_often_as_the_normal_law_says():
    # P(N(1, 2) > 0) = Phi(1 / sqrt 2) = 0.7602.
    levels = _series([81.0, 80.0])
    found = inference.rank_intervals(
        levels, _series([1.0, 1.0]), _one_block(levels), **{**DRAWING, "draws": 40_000}
    )
    assert found.loc["u00", "top"] == pytest.approx(0.7602, abs=0.01)


def test_the_bottom_group_is_a_tenth_rounded_up():
    levels = _series([float(value) for value in range(0, 110, 10)])
    found = inference.rank_intervals(levels, _series([0.1] * 11), _one_block(levels), **DRAWING)
    assert found["bottom"].tolist() == [1, 1] + [0] * 9 and found["top"].tolist() == [0] * 9 + [
        1,
        1,
    ]


def _two_blocks() -> tuple[pd.Series, pd.Series, pd.Series]:
    random = np.random.default_rng(2)
    levels = _series(random.normal(80, 3, 30).tolist())
    return levels, _series(random.uniform(1, 3, 30).tolist()), _series(["a"] * 12 + ["b"] * 18)


def test_neither_the_order_of_rows_nor_another_block_changes_an_interval():
    levels, sds, blocks = _two_blocks()
    found = inference.rank_intervals(levels, sds, blocks, **DRAWING)
    mixed = inference.rank_intervals(levels.sample(frac=1, random_state=1), sds, blocks, **DRAWING)
    pd.testing.assert_frame_equal(mixed.loc[found.index], found)
    alone = inference.rank_intervals(levels.iloc[:12], sds, blocks, **DRAWING)
    pd.testing.assert_frame_equal(alone, found.iloc[:12])


def test_the_size_of_a_batch_of_draws_changes_nothing(monkeypatch):
    levels, sds, blocks = _two_blocks()
    found = inference.rank_intervals(levels, sds, blocks, **DRAWING)
    monkeypatch.setattr("dashboard.inference.rank_draws.VALUES_AT_ONCE", 100)
    pd.testing.assert_frame_equal(inference.rank_intervals(levels, sds, blocks, **DRAWING), found)


def test_blocks_drawn_several_at_once_have_the_same_intervals(monkeypatch):
    random = np.random.default_rng(3)
    levels = _series(list(random.normal(80, 5, 60)))
    blocks = pd.Series([f"b{n % 7}" for n in range(60)], index=levels.index)
    one_by_one = inference.rank_intervals(levels, levels * 0 + 2, blocks, **DRAWING)
    monkeypatch.setattr("dashboard.inference.rank_draws.WORTH_THREADS", 0)
    at_once = inference.rank_intervals(levels, levels * 0 + 2, blocks, **DRAWING)
    pd.testing.assert_frame_equal(at_once, one_by_one, check_exact=True)


def test_one_unit_or_an_unknown_noise_has_no_interval():
    levels = _series([80.0, 81.0, 82.0, 83.0])
    blocks = pd.Series(["a", "a", "a", "alone"], index=levels.index)
    found = inference.rank_intervals(levels, _series([1.0, 1.0, np.nan, 1.0]), blocks, **DRAWING)
    assert (
        found["low"].isna().tolist() == [False, False, True, True] and found["units"].iloc[0] == 2
    )
    assert (
        inference.rank_intervals(levels, levels * np.nan, blocks, **DRAWING).isna().all(axis=None)
    )


@settings(max_examples=25, deadline=None)
@given(st.lists(st.floats(60, 95), min_size=2, max_size=15), st.floats(0.5, 5))
def test_intervals_lie_inside_the_block_and_probabilities_add_up(values, sd):
    levels = _series(values)
    found = inference.rank_intervals(
        levels, _series([sd] * len(values)), _one_block(levels), **{**DRAWING, "draws": 500}
    )
    assert (
        (1 <= found["low"]) & (found["low"] <= found["high"]) & (found["high"] <= len(values))
    ).all()
    assert found["top"].sum() == pytest.approx(np.ceil(len(values) / 10)) and found[
        "bottom"
    ].sum() == pytest.approx(np.ceil(len(values) / 10))


def _interval(
    low: float, high: float, top: float, bottom: float, units: float = 20.0
) -> pd.DataFrame:
    return pd.DataFrame(
        {"low": [low], "high": [high], "top": [top], "bottom": [bottom], "units": [units]}
    )


@pytest.mark.parametrize(
    ("interval", "band"),
    [
        (_interval(15, 20, 0.0, 0.80), "bottom"),
        (_interval(15, 20, 0.0, 0.79), "not_distinguishable"),
        (_interval(1, 4, 0.85, 0.0), "top"),
        (_interval(3, 18, 0.01, 0.02), "middle"),
        (_interval(2, 18, 0.04, 0.02), "not_distinguishable"),
        (_interval(3, 19, 0.02, 0.04), "not_distinguishable"),
        (_interval(np.nan, np.nan, np.nan, np.nan, np.nan), None),
    ],
)
def test_a_band_is_given_only_where_chance_leaves_little_doubt(interval, band):
    assert inference.rank_bands(interval, probability=0.80, tail_share=0.10).tolist() == [band]


def test_shrunken_draws_cover_the_true_rank_as_often_as_they_promise():
    random = np.random.default_rng(8)
    codes = [f"u{number:03d}" for number in range(400)]
    truth = pd.Series(random.normal(0, 2, 400), index=codes)
    seen, blocks = (
        truth + random.normal(0, 1.5, 400),
        pd.Series([f"b{number % 16}" for number in range(400)], index=codes),
    )
    keep = 4 / (4 + 2.25)
    found = inference.rank_intervals(
        keep * seen, pd.Series(np.sqrt(keep) * 1.5, index=codes), blocks, **DRAWING
    )
    ranks = inference.competition_rank(truth, blocks)
    assert ((found["low"] <= ranks) & (ranks <= found["high"])).mean() == pytest.approx(
        0.96, abs=0.03
    )
