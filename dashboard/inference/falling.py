"""Is it falling: the trend test of a rate, and the size of a fall of scores."""

from __future__ import annotations

import numpy as np
import pandas as pd

from dashboard.inference.distributions import normal_below
from dashboard.inference.histories import first_and_last, survey_years, years_and_values


def cochran_armitage(
    satisfied: pd.DataFrame, respondents: pd.DataFrame, *, year: int, min_years: int
) -> pd.DataFrame:
    """Test of a falling rate over the years per unit (Armitage 1955), on counts or effective counts in wide histories.

    Comes out, index of `satisfied`: points, first, last (years), slope (rate a year), fall (rate lost from first to last year,
    positive = fell), z, p (one-sided, small = falling). NaN in z and p with fewer than `min_years` surveys, none in `year`, or
    everybody or nobody satisfied. T = sum t (x - n p), V = p (1 - p) (sum n t^2 - (sum n t)^2 / N), z = T / sqrt V.
    Example: 83/86, 90/93, 129/136, 70/82 -> z^2 = 8.2249 (R, prop.trend.test).
    """
    years, x, n = survey_years(satisfied, respondents)
    points = np.isfinite(x).sum(axis=1)
    first, last = first_and_last(years, x)
    x, n = np.nan_to_num(x), np.nan_to_num(n)
    with np.errstate(divide="ignore", invalid="ignore"):
        share = x.sum(axis=1) / n.sum(axis=1)
        apart = years - ((n * years).sum(axis=1) / n.sum(axis=1))[:, None]
        spread = (n * apart**2).sum(axis=1)
        moment = (apart * (x - n * share[:, None])).sum(axis=1)
        slope = np.where(points >= 2, moment / spread, np.nan)
        z = moment / np.sqrt(share * (1 - share) * spread)
    surveyed = n[:, years == year].sum(axis=1) > 0
    z = np.where((points >= min_years) & surveyed & (share > 0) & (share < 1), z, np.nan)
    found = {
        "points": points,
        "first": first,
        "last": last,
        "slope": slope,
        "fall": -slope * (last - first),
        "z": z,
        "p": normal_below(z),
    }
    return pd.DataFrame(found, index=satisfied.index)


def theil_sen(history: pd.DataFrame) -> pd.DataFrame:
    """Median slope over all pairs of years per unit (Sen 1968), which one odd year does not move.

    Comes out, index of `history`: first, last (years), slope (a year), intercept (median of y - slope t, t the year itself), fall (lost from
    first to last year, positive = fell); NaN below two points. Example: 90, 88, 50, 84 in 2019–2022 -> slope -2, fall 6.
    """
    years, values = years_and_values(history)
    early, late = np.triu_indices(len(years), k=1)
    slopes = (
        pd.DataFrame((values[:, late] - values[:, early]) / (years[late] - years[early]))
        .median(axis=1)
        .to_numpy()
    )
    intercepts = pd.DataFrame(values - slopes[:, None] * years).median(axis=1).to_numpy()
    first, last = first_and_last(years, values)
    found = {
        "first": first,
        "last": last,
        "slope": slopes,
        "intercept": intercepts,
        "fall": -slopes * (last - first),
    }
    return pd.DataFrame(found, index=history.index)
