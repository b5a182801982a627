"""Falling or not: Cochran–Armitage, exact Mann–Kendall and Theil–Sen against published values and other hands."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from dashboard import inference

GILBERT_A18 = {
    4: {0: 0.625, 2: 0.375, 4: 0.167, 6: 0.042},
    5: {0: 0.592, 2: 0.408, 4: 0.242, 6: 0.117, 8: 0.042, 10: 0.0083},
    6: {1: 0.500, 3: 0.360, 5: 0.235, 7: 0.136, 9: 0.068, 11: 0.028, 13: 0.0083, 15: 0.0014},
    7: {
        1: 0.500,
        3: 0.386,
        5: 0.281,
        7: 0.191,
        9: 0.119,
        11: 0.068,
        13: 0.035,
        15: 0.015,
        17: 0.0054,
        19: 0.0014,
        21: 0.0002,
    },
    8: {0: 0.548, 8: 0.199, 16: 0.031, 20: 0.0071, 22: 0.0028},
    10: {1: 0.500, 15: 0.108, 23: 0.023, 31: 0.0023},
}


def _wide(*rows: list[float]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=range(2019, 2019 + len(rows[0])), dtype=float)


def _falling_with(points: int, pairs_down: int) -> list[float]:
    """A series of so many points whose falling pairs are so many: each value is put before as many lower ones as needed."""
    series: list[float] = []
    for value in range(points):
        jumped = min(pairs_down, len(series))
        series.insert(len(series) - jumped, value)
        pairs_down -= jumped
    return series


@pytest.mark.parametrize(
    ("points", "s", "p"), [(n, s, p) for n, table in GILBERT_A18.items() for s, p in table.items()]
)
def test_mann_kendall_gives_the_table_of_gilbert(points, s, p):
    down = (points * (points - 1) // 2 + s) // 2
    found = inference.mann_kendall(_wide(_falling_with(points, down))).iloc[0]
    assert found["s"] == -s and found["down"] == down
    assert found["p"] == pytest.approx(p, abs=6e-4 if p > 0.01 else 6e-5)


@pytest.mark.parametrize(
    ("points", "smallest"),
    [(3, 1 / 6), (4, 1 / 24), (5, 1 / 120), (6, 1 / 720), (7, 1 / 5040), (10, 1 / 3628800)],
)
def test_the_smallest_p_is_one_order_in_all(points, smallest):
    assert inference.mann_kendall(_wide(_falling_with(points, points * (points - 1) // 2)))[
        "p"
    ].item() == pytest.approx(smallest)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 3), min_size=3, max_size=6))
def test_mann_kendall_with_ties_is_the_count_over_all_orders(values):
    def s(order):
        return sum(
            np.sign(order[j] - order[i])
            for i in range(len(order))
            for j in range(i + 1, len(order))
        )

    by_hand = np.mean([s(order) <= s(values) for order in permutations(values)])
    assert inference.mann_kendall(_wide(values))["p"].item() == pytest.approx(by_hand)


def test_gaps_are_left_out_and_two_points_are_no_test():
    found = inference.mann_kendall(
        _wide([90, np.nan, 85, 80, np.nan], [90, np.nan, np.nan, 80, np.nan], [np.nan] * 5)
    )
    assert found["points"].tolist() == [3, 2, 0] and found["pairs"].tolist() == [3, 1, 0]
    assert found.loc[0, "p"] == pytest.approx(1 / 6) and found.loc[[1, 2], "p"].isna().all()


def test_no_years_at_all_are_no_test():
    assert inference.mann_kendall(pd.DataFrame(index=["a", "b"]))["p"].isna().all()


def test_decimal_noise_is_a_tie():
    assert inference.mann_kendall(_wide([0.3, 0.1 + 0.2, 0.3]))["s"].item() == 0


def test_the_sentence_counts_the_pairs_of_years_that_fell():
    found = inference.mann_kendall(_wide([95, 90, 92, 88, 85, 86, 80])).iloc[0]
    assert (found["down"], found["pairs"]) == (19, 21)


def test_years_out_of_order_are_put_in_order():
    history = _wide([90, 85, 80, 70])
    pd.testing.assert_frame_equal(
        inference.mann_kendall(history[[2022, 2019, 2021, 2020]]), inference.mann_kendall(history)
    )


@settings(deadline=None)
@given(
    st.lists(st.one_of(st.none(), st.floats(0, 100)), min_size=4, max_size=7).filter(
        lambda row: sum(v is not None for v in row) >= 2
    )
)
def test_theil_sen_is_that_of_scipy(row):
    history = _wide([np.nan if value is None else value for value in row])
    kept = history.iloc[0].dropna()
    expected = stats.theilslopes(kept.to_numpy(), kept.index.to_numpy(dtype=float), method="joint")
    found = inference.theil_sen(history).iloc[0]
    assert found["slope"] == pytest.approx(expected.slope, abs=1e-9)
    assert found["intercept"] == pytest.approx(expected.intercept, abs=1e-6)
    assert found["fall"] == pytest.approx(
        -expected.slope * (kept.index[-1] - kept.index[0]), abs=1e-9
    )


def test_one_odd_year_does_not_move_theil_sen():
    assert inference.theil_sen(_wide([90, 88, 50, 84]))["fall"].item() == pytest.approx(6)


def test_a_single_year_has_no_slope():
    assert (
        inference.theil_sen(_wide([90, np.nan, np.nan]))
        .loc[0, ["slope", "intercept", "fall"]]
        .isna()
        .all()
    )


def _trend(x: list[float], n: list[float], **limits) -> pd.Series:
    return inference.cochran_armitage(
        _wide(x), _wide(n), **{"year": 2018 + len(x), "min_years": 4, **limits}
    ).iloc[0]


def test_cochran_armitage_gives_the_smokers_of_the_r_manual():
    found = _trend([83, 90, 129, 70], [86, 93, 136, 82])
    assert found["z"] ** 2 == pytest.approx(8.2249, abs=5e-5)
    assert 2 * found["p"] == pytest.approx(0.004132, abs=5e-7)


def test_cochran_armitage_gives_the_trend_of_a_two_by_two_table_as_a_plain_z():
    # 40/50 then 30/50: pooled 0.7, z = -0.2 / sqrt(0.7 * 0.3 * (1/50 + 1/50)).
    assert _trend([40, 30], [50, 50], min_years=2)["z"] == pytest.approx(
        -0.2 / np.sqrt(0.21 * 0.04)
    )


def test_the_fall_is_the_slope_over_the_years_surveyed():
    found = _trend([90, 80, 70, 60], [100, 100, 100, 100])
    assert found["slope"] == pytest.approx(-0.1) and found["fall"] == pytest.approx(0.3)
    assert (found["first"], found["last"]) == (2019, 2022)


@pytest.mark.parametrize(
    ("x", "n", "year"),
    [
        ([50, 50, 50, 50], [50, 50, 50, 50], 2022),
        ([0, 0, 0, 0], [50, 50, 50, 50], 2022),
        ([40, 30, 20, np.nan], [50, 50, 50, np.nan], 2021),
        ([40, 30, 20, 10, np.nan], [50, 50, 50, 50, np.nan], 2023),
        ([40, 30, 20, 10, 0], [50, 50, 50, 50, 0], 2023),
        ([40, 30, 20, 10], [50, 50, 50, 50], 2030),
    ],
)
def test_no_trend_is_tested_where_the_rules_forbid_it(x, n, year):
    assert np.isnan(_trend(x, n, year=year)["z"]) and np.isnan(_trend(x, n, year=year)["p"])


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(40, 90)), min_size=4, max_size=7))
def test_a_rise_seen_backwards_is_the_same_fall(surveys):
    x, n = ([float(part) for part in column] for column in zip(*surveys, strict=True))
    found, backwards = _trend(x, n), _trend(x[::-1], n[::-1])
    if np.isfinite(found["z"]):
        assert found["z"] == pytest.approx(-backwards["z"], abs=1e-9)
        assert found["p"] == pytest.approx(1 - backwards["p"], abs=1e-9)
