"""Exact Mann–Kendall test of a falling series, for many short series with ties and gaps at once."""

from __future__ import annotations

from functools import cache

import numpy as np
import pandas as pd

from dashboard.inference.histories import years_and_values
from dashboard.inference.ties import places

FEWEST_POINTS = 3


@cache
def _gaussian_binomial(places_in_all: int, chosen: int) -> tuple[int, ...]:
    """Ways to put `chosen` equal values among the places, counted by inversions: the q-binomial coefficient."""
    if chosen in (0, places_in_all):
        return (1,)
    without = _gaussian_binomial(places_in_all - 1, chosen)
    with_last = _gaussian_binomial(places_in_all - 1, chosen - 1)
    ways = [0] * (chosen * (places_in_all - chosen) + 1)
    for inversions, count in enumerate(with_last):
        ways[inversions] += count
    for inversions, count in enumerate(without):
        ways[inversions + chosen] += count
    return tuple(ways)


@cache
def _chance_of_falls(tied: tuple[int, ...]) -> np.ndarray:
    """Chance of at least 0, 1, 2, … falling pairs when every order of the values is equally likely.

    `tied` are the sizes of the groups of equal values. The count of falling pairs of a shuffled multiset follows the Gaussian
    multinomial coefficient (MacMahon), a product of Gaussian binomials: exact for any length, with no list of orders.
    """
    ways = np.ones(1)
    held = 0
    for size in tied:
        held += size
        ways = np.convolve(ways, np.array(_gaussian_binomial(held, size), dtype=float))
    return np.cumsum(ways[::-1])[::-1] / ways.sum()


def _exact(rising_places: np.ndarray, down: np.ndarray) -> np.ndarray:
    """p of each row; the rows are grouped by their pattern of ties, of which short series have few."""
    ps = np.full(len(down), np.nan)
    sizes = np.sort(
        (rising_places[:, :, None] == np.arange(rising_places.shape[1])).sum(axis=1), axis=1
    )
    for pattern in set(map(tuple, sizes.tolist())):
        rows = (sizes == pattern).all(axis=1)
        if sum(pattern) >= FEWEST_POINTS:
            ps[rows] = _chance_of_falls(tuple(size for size in pattern if size))[down[rows]]
    return ps


def mann_kendall(history: pd.DataFrame) -> pd.DataFrame:
    """Exact one-sided Mann–Kendall test of a fall per unit (Mann 1945, Kendall 1975; Gilbert 1987, table A18).

    Comes out, index of `history`: points, pairs (of years, n (n - 1) / 2), down (pairs in which the later value is lower),
    s (= rising minus falling pairs), p (chance of an S as low as this if the order of the years meant nothing; NaN below three
    points). Ties are kept. Example: 90, 85, 88, 80, 70 -> 10 pairs, 9 down, S = -8, p = 5/120 = 0.0417.
    """
    _, values = years_and_values(history)
    present = np.isfinite(values)
    ranks = np.where(present, places(values), -1)
    early, late = np.triu_indices(values.shape[1], k=1)
    both = present[:, early] & present[:, late]
    down = (both & (ranks[:, late] < ranks[:, early])).sum(axis=1)
    up = (both & (ranks[:, late] > ranks[:, early])).sum(axis=1)
    tested = {
        "points": present.sum(axis=1),
        "pairs": both.sum(axis=1),
        "down": down,
        "s": up - down,
        "p": _exact(ranks, down),
    }
    return pd.DataFrame(tested, index=history.index)
