"""Where labels stand so that none lies on another: moved as little as needed."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np


def spread(
    places: Sequence[float], sizes: Sequence[float], bounds: tuple[float, float] = (-np.inf, np.inf)
) -> np.ndarray:
    """Places moved as little as needed (least squares) so that things of these sizes, centred there, neither overlap nor leave the bounds.

    Isotonic regression on the places less the room that must lie before each (Best & Chakravarti 1990), cut at the bounds;
    where the bounds are too narrow for all, the lower one holds.

    >>> spread([1.0, 1.0, 9.0], [2.0, 2.0, 2.0]).tolist(), spread([1.0, 1.0], [2.0, 2.0], (0.5, 9.0)).tolist()
    ([0.0, 2.0, 9.0], [1.5, 3.5])
    """
    if not len(places):
        return np.array([])
    order = np.argsort(places, kind="stable")
    size = np.asarray(sizes, dtype=float)[order]
    room = np.concatenate([[0.0], np.cumsum((size[1:] + size[:-1]) / 2)])
    least, most = bounds[0] + size[0] / 2, bounds[1] - size[-1] / 2 - room[-1]
    apart = np.empty(len(order))
    apart[order] = (
        np.clip(
            rising(np.asarray(places, dtype=float)[order] - room),
            least,
            max(least, most),
        )
        + room
    )
    return apart


def rising(values: np.ndarray) -> np.ndarray:
    """The nearest values (least squares) that never fall: neighbours that would are drawn together at their mean.

    `scipy.optimize.isotonic_regression` gives the same; the module around it costs every start 0.2 s.

    >>> rising(np.array([1.0, 3.0, 2.0, 9.0])).tolist()
    [1.0, 2.5, 2.5, 9.0]
    """
    means, sizes = [], []
    for value in values:
        means.append(float(value))
        sizes.append(1)
        while len(means) > 1 and means[-2] > means[-1]:
            last, many = means.pop(), sizes.pop()
            means[-1] = (means[-1] * sizes[-1] + last * many) / (sizes[-1] + many)
            sizes[-1] += many
    return np.repeat(means, sizes)
