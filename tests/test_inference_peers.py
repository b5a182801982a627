"""Far below the middle of the block, in a scale that one odd unit does not stretch."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import inference
from dashboard.inference.peers import small_sample_factor

LIMITS = {"min_units": 5, "floor": 0.5}


def _block(values: list[float], block: str = "a") -> tuple[pd.Series, pd.Series]:
    values = pd.Series(
        values, index=[f"{block}{number}" for number in range(len(values))], dtype=float
    )
    return values, pd.Series(block, index=values.index)


@pytest.mark.parametrize(
    ("count", "factor"),
    [(5, 1.206), (6, 1.200), (7, 1.140), (8, 1.129), (9, 1.107), (10, 10 / 9.2), (20, 20 / 19.2)],
)
def test_the_factors_are_those_of_croux_and_rousseeuw(count, factor):
    assert small_sample_factor(count) == pytest.approx(factor)


def test_the_factors_make_the_mad_of_normal_values_unbiased():
    random = np.random.default_rng(1)
    for count in (5, 6, 12):
        values = random.normal(0, 1, (60_000, count))
        mads = np.median(abs(values - np.median(values, axis=1, keepdims=True)), axis=1)
        assert small_sample_factor(count) * mads.mean() / 0.6744897501960817 == pytest.approx(
            1.0, abs=0.015
        )


def test_a_block_of_five_worked_out_by_hand():
    found = inference.peer_scores(*_block([80, 81, 82, 83, 60]), **LIMITS).loc["a4"]
    scale = 1.206 * 1 / 0.6744897501960817
    assert (found["median"], found["gap"], found["units"]) == (81, 21, 5)
    assert found["scale"] == pytest.approx(scale) and found["z"] == pytest.approx(-21 / scale)


def test_a_block_of_near_equals_borrows_the_scale_of_the_others():
    tight, wide = _block([80, 80, 80, 80, 79]), _block([60, 70, 80, 90, 100], "b")
    found = inference.peer_scores(
        pd.concat([tight[0], wide[0]]), pd.concat([tight[1], wide[1]]), **LIMITS
    )
    pooled = (5 * 0 + 5 * 1.206 * 10 / 0.6744897501960817) / 10
    assert found["pooled"].to_numpy() == pytest.approx(pooled)
    assert found.loc["a4", "z"] == pytest.approx(-1 / pooled)


def test_where_all_are_equal_the_floor_is_the_scale():
    found = inference.peer_scores(*_block([80, 80, 80, 80, 79]), **LIMITS)
    assert found.loc["a4", "z"] == pytest.approx(-2)


def test_four_with_values_are_too_few_to_compare():
    assert inference.peer_scores(*_block([80, 81, 82, 83, np.nan]), **LIMITS).isna().all(axis=None)


def test_a_unit_without_value_or_block_is_compared_with_nobody():
    values, blocks = _block([80, 81, 82, 83, 84, np.nan, 60])
    blocks = blocks.astype(object)
    blocks.iloc[6] = None
    found = inference.peer_scores(values, blocks, **LIMITS)
    assert found.iloc[[5, 6]].isna().all(axis=None) and found["units"].iloc[0] == 5


@given(st.lists(st.floats(0, 100), min_size=5, max_size=30), st.floats(0, 20))
def test_a_lower_value_never_stands_better_and_moving_all_changes_nothing(numbers, shift):
    values, blocks = _block(numbers)
    found = inference.peer_scores(values, blocks, **LIMITS)
    assert (np.diff(found["z"].to_numpy()[np.argsort(numbers)]) >= -1e-9).all()
    moved = inference.peer_scores(values + shift, blocks, **LIMITS)
    assert moved["z"].to_numpy() == pytest.approx(found["z"].to_numpy(), abs=1e-6)
