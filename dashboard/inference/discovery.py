"""Many tests at once: what share of the names on a list may be wrong."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike


def benjamini_hochberg(ps: ArrayLike) -> pd.Series:
    """Adjusted p-values of one family (Benjamini and Hochberg 1995); NaN = not testable, stays NaN and does not count.

    A Series lends its index. Example: 0.01, NaN, 0.04 -> 0.02, NaN, 0.04.
    """
    family = pd.Series(ps, dtype=float)
    testable = family.notna()
    adjusted = family.copy()
    adjusted[testable] = _adjusted(family[testable].to_numpy())
    return adjusted


def _adjusted(ps: np.ndarray) -> np.ndarray:
    """p · m / its place from the smallest, never more than what a larger p comes to, nor than 1."""
    order = np.argsort(ps)[::-1]
    stepped = ps[order] * (len(ps) / np.arange(len(ps), 0, -1))
    adjusted = np.empty_like(ps)
    adjusted[order] = np.minimum.accumulate(stepped)
    return np.clip(adjusted, 0, 1)
