"""How noisy scores are: few years a unit, so the noise of one unit is learnt from all (Smyth 2004)."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from dashboard.inference.distributions import student_below
from dashboard.inference.histories import in_year, years_and_values
from dashboard.inference.lines import Lines, weighted_lines
from dashboard.inference.special_functions import special


class Squeezed(NamedTuple):
    """Moderated variances (units,), and the prior they were drawn to: variance `s0_squared` on `d0` degrees (inf = all alike)."""

    variances: np.ndarray
    s0_squared: float
    d0: float


class Noise(NamedTuple):
    """Per unit (units,): variance of one year's value around the line and its degrees of freedom; and the variance of all pooled."""

    variances: np.ndarray
    degrees: np.ndarray
    pooled: float


def trigamma_inverse(value: float) -> float:
    """x with trigamma(x) = value > 0, by Newton's method on 1 / trigamma (Smyth 2004, appendix). Example: pi^2 / 6 -> 1."""
    x = 0.5 + 1 / value
    step = np.inf
    while abs(step) > 1e-12 * x:
        trigamma = special.polygamma(1, x)
        step = trigamma * (1 - trigamma / value) / special.polygamma(2, x)
        x += step
    return float(x)


def squeeze_var(variances: np.ndarray, degrees: np.ndarray) -> Squeezed:
    """Variances > 0, each on `degrees` > 0 of freedom, drawn to a common prior (Smyth 2004; limma `squeezeVar`).

    The prior is fitted to the mean and spread of log variances. When they spread no more than their degrees explain, d0 = inf
    and every variance becomes the pooled one. Otherwise (d0 s0^2 + d s^2) / (d0 + d).
    Example: 2, 2, 2 on 3 degrees -> 2, 2, 2, d0 = inf.
    """
    pooled = float((degrees * variances).sum() / degrees.sum())
    half = degrees / 2
    centred = np.log(variances) - special.digamma(half) + np.log(half)
    excess = centred.var(ddof=1) - special.polygamma(1, half).mean()
    if excess <= 0:
        return Squeezed(np.full(len(variances), pooled), pooled, np.inf)
    d0 = 2 * trigamma_inverse(excess)
    s0_squared = float(np.exp(centred.mean() + special.digamma(d0 / 2) - np.log(d0 / 2)))
    return Squeezed((d0 * s0_squared + degrees * variances) / (d0 + degrees), s0_squared, d0)


def moderated_noise(lines: Lines, *, step: float, min_points: int, min_units: int) -> Noise:
    """Noise of scores around each unit's unweighted line; all NaN with fewer than `min_units` units of `min_points` points.

    `step` > 0 is the finest difference in which scores are given: no variance is below step^2 / 12 (the error of rounding).
    A unit with fewer points gets the pooled variance on d0 degrees. Degrees are d0 + T - 2, and never more than all residual
    degrees together (as limma): the pooled variance itself is known no better.
    """
    if step <= 0:
        raise ValueError("step must be above 0: scores are never exact")
    full = lines.points >= min_points
    if full.sum() < min_units:
        return Noise(np.full(len(full), np.nan), np.full(len(full), np.nan), np.nan)
    own = (lines.points[full] - 2).astype(float)
    measured = np.maximum(lines.residual[full] / own, step**2 / 12)
    squeezed = squeeze_var(measured, own)
    pooled = float((own * measured).sum() / own.sum())
    variances, degrees = np.full(len(full), pooled), np.full(len(full), squeezed.d0)
    variances[full], degrees[full] = squeezed.variances, squeezed.d0 + own
    return Noise(variances, np.minimum(degrees, own.sum()), pooled)


def moderated_slopes(
    scores: pd.DataFrame, *, year: int, step: float, min_points: int, min_units: int
) -> pd.DataFrame:
    """Ordinary slope per unit with a moderated variance, and its one-sided test of a fall.

    Comes out, index of `scores`: points, slope (points a year), se, t, df, p (small = falling; Student t). NaN in se, t, df and p
    for units with fewer than `min_points` years or none in `year`, and for all with fewer than `min_units` units of that many.
    """
    years, values = years_and_values(scores)
    lines = weighted_lines(years, values, np.ones_like(values))
    noise = moderated_noise(lines, step=step, min_points=min_points, min_units=min_units)
    testable = (lines.points >= min_points) & np.isfinite(in_year(scores, year))
    with np.errstate(divide="ignore", invalid="ignore"):
        se = np.where(testable, np.sqrt(noise.variances / lines.sxx), np.nan)
    t, df = lines.slope / se, np.where(testable, noise.degrees, np.nan)
    found = {
        "points": lines.points,
        "slope": lines.slope,
        "se": se,
        "t": t,
        "df": df,
        "p": student_below(t, df),
    }
    return pd.DataFrame(found, index=scores.index)
