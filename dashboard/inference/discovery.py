"""Many tests at once: what share of the names on a list may be wrong."""

from __future__ import annotations

import pandas as pd
from numpy.typing import ArrayLike
from scipy.stats import false_discovery_control


def benjamini_hochberg(ps: ArrayLike) -> pd.Series:
    """Adjusted p-values of one family (Benjamini and Hochberg 1995); NaN = not testable, stays NaN and does not count.

    A Series lends its index. Example: 0.01, NaN, 0.04 -> 0.02, NaN, 0.04.
    """
    family = pd.Series(ps, dtype=float)
    testable = family.notna()
    adjusted = family.copy()
    adjusted[testable] = false_discovery_control(family[testable].to_numpy(), method="bh")
    return adjusted
