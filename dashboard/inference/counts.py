"""Counts of people: are they possible, how many are satisfied, how many are still needed."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from dashboard.inference.ties import SLACK


def _declared(very_included: ArrayLike) -> np.ndarray:
    """1.0 = inside “satisfied”, 0.0 = beside it, NaN = nobody said."""
    return pd.array(
        np.atleast_1d(np.asarray(very_included, dtype=object)), dtype="boolean"
    ).to_numpy(dtype=float, na_value=np.nan)


def satisfied_counts(satisfied: ArrayLike, very: ArrayLike, very_included: ArrayLike) -> np.ndarray:
    """Number of people at least satisfied, shape of the inputs; NaN where the coding does not tell.

    `very_included` True: `very` is part of `satisfied`; False: it stands beside it and is added; None: not declared, which
    only matters when `very` is above 0. Example: 40 satisfied, 25 very, False -> 65; True -> 40; None -> NaN.
    """
    x, v, inside = np.broadcast_arrays(
        np.atleast_1d(np.asarray(satisfied, float)),
        np.asarray(very, float),
        _declared(very_included),
    )
    undecided = np.isnan(inside) & (v > 0)
    return np.where(inside == 0, x + v, np.where(undecided, np.nan, x))


def check_counts(
    satisfied: ArrayLike, respondents: ArrayLike, very: ArrayLike, very_included: ArrayLike
) -> pd.Series:
    """The first thing wrong with each survey, as a code; None where the counts are possible or there is no survey.

    Codes: negative, fraction, respondents_missing, coding_undeclared (very > 0 and nobody said whether it is inside),
    very_missing (declared beside, but not given), very_above_satisfied, satisfied_above_respondents.
    A Series in `satisfied` lends its index. Example: 50 of 40 people -> satisfied_above_respondents.
    """
    index = satisfied.index if isinstance(satisfied, pd.Series) else None
    x, n, v, inside = np.broadcast_arrays(
        np.atleast_1d(np.asarray(satisfied, float)),
        np.asarray(respondents, float),
        np.asarray(very, float),
        _declared(very_included),
    )
    counts = np.stack([x, n, v])
    given = np.isfinite(x)
    at_least_satisfied = satisfied_counts(x, v, very_included)
    faults = {
        "negative": (counts < 0).any(axis=0),
        "fraction": (np.isinf(counts) | (np.floor(counts) != counts) & ~np.isnan(counts)).any(
            axis=0
        ),
        "respondents_missing": given & np.isnan(n),
        "coding_undeclared": np.isnan(inside) & (v > 0),
        "very_missing": given & (inside == 0) & np.isnan(v),
        "very_above_satisfied": (inside == 1) & (v > x),
        "satisfied_above_respondents": at_least_satisfied > n,
    }
    return pd.Series(
        np.select(list(faults.values()), list(faults), default=""), index=index, dtype=object
    ).replace("", None)


def people_needed(target: ArrayLike, staff: ArrayLike, met: ArrayLike) -> np.ndarray:
    """How many more people must meet a criterion for `met / staff` to reach `target` (0–1); NaN without staff.

    max(0, ceil(target * staff - 1e-9) - met). Example: 90 % of 80 people with 70 meeting it: 72 - 70 = 2.
    """
    share, people, meeting = (np.asarray(one, dtype=float) for one in (target, staff, met))
    needed = np.maximum(0.0, np.ceil(share * people - SLACK) - meeting)
    return np.where(people > 0, needed, np.nan)[()]
