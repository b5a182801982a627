"""One rate x/n: its interval, the difference of two, and the largest that lies surely below a target."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from dashboard.inference.distributions import normal_reach


def _possible(satisfied: ArrayLike, respondents: ArrayLike) -> tuple[np.ndarray, np.ndarray]:
    """x and n as floats of one shape, both NaN where no rate exists (n = 0, missing, or x outside 0..n)."""
    x, n = np.broadcast_arrays(
        np.asarray(satisfied, dtype=float), np.asarray(respondents, dtype=float)
    )
    usable = (n > 0) & (x >= 0) & (x <= n)
    return np.where(usable, x, np.nan), np.where(usable, n, np.nan)


def wilson(
    satisfied: ArrayLike, respondents: ArrayLike, confidence: float
) -> tuple[np.ndarray, np.ndarray]:
    """Wilson score interval (low, high) of x/n in 0–1, shape of the inputs; NaN where n = 0.

    Counts may be fractions (effective counts). x = 0 gives low exactly 0, x = n gives high exactly 1.
    Example: 81 of 263 at 95 % -> 0.2553 to 0.3662 (Newcombe 1998, Stat Med 17:857, table I, method 3).
    """
    x, n = _possible(satisfied, respondents)
    low, high = _score_limits(x, n, confidence)
    return np.where(x == 0, 0.0, low)[()], np.where(x == n, 1.0, high)[()]


def _score_limits(x: np.ndarray, n: np.ndarray, confidence: float) -> tuple[np.ndarray, np.ndarray]:
    """Where the score test of the rate x/n turns: (p + z²/2n ± z √(p (1 - p)/n + z²/4n²)) / (1 + z²/n)."""
    z, rate = normal_reach(confidence), x / n
    middle = rate + z**2 / (2 * n)
    half = z * np.sqrt(rate * (1 - rate) / n + z**2 / (4 * n**2))
    whole = 1 + z**2 / n
    return np.clip(middle / whole - half / whole, 0, 1), np.clip(
        middle / whole + half / whole, 0, 1
    )


def newcombe(
    x1: ArrayLike, n1: ArrayLike, x2: ArrayLike, n2: ArrayLike, confidence: float
) -> tuple[np.ndarray, np.ndarray]:
    """Interval (low, high) of the difference x1/n1 - x2/n2, the hybrid score method without correction; NaN where an n is 0.

    Example: 56/70 - 48/80 at 95 % -> 0.0524 to 0.3339 (Newcombe 1998, Stat Med 17:873, table II, method 10).
    """
    first, first_of = _possible(x1, n1)
    second, second_of = _possible(x2, n2)
    p1, p2 = first / first_of, second / second_of
    (low1, high1), (low2, high2) = (
        _score_limits(x, n, confidence) for x, n in ((first, first_of), (second, second_of))
    )
    low = p1 - p2 - np.sqrt((p1 - low1) ** 2 + (high2 - p2) ** 2)
    high = p1 - p2 + np.sqrt((p2 - low2) ** 2 + (high1 - p1) ** 2)
    return low[()], high[()]


def largest_rate_below(
    target: float, respondents: ArrayLike, confidence: float, rho: float = 0.0
) -> np.ndarray:
    """Largest rate x/n whose Wilson interval still lies wholly below `target`; NaN where even x = 0 does not.

    Wilson inverts the score test, so high < T means x < n (T - z sqrt(T (1 - T) / n)); with `rho` the square root takes the
    effective n / (1 + (n - 1) rho). Example: T = 0.9, 95 %: n = 15 -> 11/15, n = 200 -> 171/200.
    """
    n = np.asarray(respondents, dtype=float)
    z = normal_reach(confidence)
    margin = z * np.sqrt(target * (1 - target) * (1 + (n - 1) * rho) / n)
    largest = np.ceil(n * (target - margin)) - 1
    return np.where(largest >= 0, largest / n, np.nan)[()]
