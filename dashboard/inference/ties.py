"""When two values are the same: closer than the error of decimal arithmetic."""

from __future__ import annotations

import numpy as np

SLACK = 1e-9
"""Values closer than this are equal: 0.1 + 0.2 is 0.3 to people."""


def places(values: np.ndarray) -> np.ndarray:
    """Place of each value in its row counted from the lowest, 0, 1, 2, …; equal values share a place, NaN comes last, each alone.

    Values (rows, columns). Two values are equal when a chain of gaps of at most 1e-9 joins them.
    Example: 5.0, 3.0, 5.0 + 1e-12, NaN -> 1, 0, 1, 2.
    """
    order = np.argsort(values, axis=1, kind="stable")
    ascending = np.take_along_axis(values, order, axis=1)
    higher = ~(np.diff(ascending, axis=1) <= SLACK)
    found = np.empty(values.shape, dtype=int)
    counted = np.concatenate(
        [np.zeros((len(values), min(1, values.shape[1])), dtype=int), higher.cumsum(axis=1)], axis=1
    )
    np.put_along_axis(found, order, counted, axis=1)
    return found
