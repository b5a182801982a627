"""Noise of scores and all-years levels: moderated variances, empirical Bayes (statistics 4.2, 6.1, decisions 11 and 30)."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from scipy.optimize import brentq
from scipy.special import polygamma, psi


@dataclass(frozen=True)
class Noise:
    """Prior of the variance of a score (points²), its degrees of freedom and the sum of all degrees."""

    prior: float
    prior_df: float
    all_df: float
    pooled: float


@dataclass(frozen=True)
class Level:
    """Level of a unit in the year on the working scale, with its standard deviation."""

    mean: float
    sd: float


def line_of(series: dict[int, float]) -> tuple[float, float, float, float]:
    """(mean year, mean value, slope, residual sum of squares) of an unweighted line."""
    years = np.array(sorted(series), float)
    values = np.array([series[int(year)] for year in years])
    centred = years - years.mean()
    slope = float((centred * values).sum() / (centred**2).sum()) if len(years) > 1 else 0.0
    residuals = values - values.mean() - slope * centred
    return float(years.mean()), float(values.mean()), slope, float((residuals**2).sum())


def score_noise(
    series: dict[str, dict[int, float]], min_years: int, min_units: int, step: float
) -> Noise | None:
    """Smyth's prior from units with enough years; None with too few units."""
    floor = step**2 / 12
    spread = []
    for values in series.values():
        if len(values) >= min_years:
            degrees = len(values) - 2
            spread.append((max(line_of(values)[3] / degrees, floor), degrees))
    if len(spread) < min_units:
        return None
    s2 = np.array([one for one, _ in spread])
    df = np.array([degrees for _, degrees in spread], float)
    pooled = float((s2 * df).sum() / df.sum())
    e = np.log(s2) - psi(df / 2) + np.log(df / 2)
    excess = float(e.var(ddof=1) - polygamma(1, df / 2).mean())
    if excess <= 0:
        return Noise(pooled, math.inf, float(df.sum()), pooled)
    prior_df = 2 * brentq(lambda x: polygamma(1, x) - excess, 1e-6, 1e8)
    prior = math.exp(float(e.mean()) + psi(prior_df / 2) - math.log(prior_df / 2))
    return Noise(prior, prior_df, float(df.sum()), pooled)


def moderated(values: dict[int, float], noise: Noise, min_years: int, step: float):
    """(variance, degrees) of one unit's score: moderated with enough years, else pooled on the prior's degrees alone, for its own residuals are not used."""
    if len(values) < min_years:
        return noise.pooled, min(noise.prior_df, noise.all_df)
    degrees = len(values) - 2
    own = max(line_of(values)[3] / degrees, step**2 / 12)
    if math.isinf(noise.prior_df):
        return noise.prior, noise.all_df
    variance = (noise.prior_df * noise.prior + degrees * own) / (noise.prior_df + degrees)
    return variance, min(noise.prior_df + degrees, noise.all_df)


def random_effects(effects: list[float], variances: list[float], floor: float = 0.0):
    """DerSimonian–Laird: (tau², mean, variance of the mean)."""
    y, w = np.array(effects), 1 / np.array(variances)
    fixed = (w * y).sum() / w.sum()
    excess = (w * (y - fixed) ** 2).sum() - (len(y) - 1)
    below = w.sum() - (w**2).sum() / w.sum()
    tau2 = max(floor, excess / below if below > 0 else 0.0, 0.0)
    full = 1 / (tau2 + 1 / w)
    return float(tau2), float((full * y).sum() / full.sum()), float(1 / full.sum())


def levels(points: dict[str, list[tuple[int, float, float]]], year: int, min_units: int):
    """All-years level of each unit with a value in the year, slopes of all units told, from (year, value, variance): own mean carried along the shrunken slope."""
    lines = {unit: _weighted_line(rows) for unit, rows in points.items() if rows}
    steep = {unit: line for unit, line in lines.items() if len(points[unit]) >= 3}
    many = len(steep) >= min_units
    telling = steep if many else {u: line for u, line in lines.items() if len(points[u]) >= 2}
    tau2, mean_slope, mean_var = _slopes(telling, many)
    found = {}
    for unit, (centre, mean, slope, sxx, total) in lines.items():
        if points[unit][-1][0] != year:
            continue
        h = year - centre
        pull = tau2 / (tau2 + 1 / sxx) if unit in steep and sxx > 0 else 0.0
        tilt = mean_slope + pull * (slope - mean_slope)
        own = tau2 * (1 - pull)  # = B / Sxx; all of tau² for a unit without a slope of its own
        var = 1 / total + h**2 * (own + (1 - pull) ** 2 * mean_var)
        found[unit] = Level(mean + tilt * h, math.sqrt(var))
    return found


def _slopes(steep: dict, many: bool) -> tuple[float, float, float]:
    if not steep:
        return 0.0, 0.0, 0.0
    slopes = [line[2] for line in steep.values()]
    variances = [1 / line[3] for line in steep.values()]
    if many:
        return random_effects(slopes, variances)
    w = 1 / np.array(variances)
    return 0.0, float((w * slopes).sum() / w.sum()), float(1 / w.sum())


def _weighted_line(rows: list[tuple[int, float, float]]) -> tuple[float, ...]:
    t = np.array([row[0] for row in rows], float)
    y = np.array([row[1] for row in rows])
    w = 1 / np.array([row[2] for row in rows])
    centre, mean = (w * t).sum() / w.sum(), (w * y).sum() / w.sum()
    sxx = (w * (t - centre) ** 2).sum()
    slope = (w * (t - centre) * (y - mean)).sum() / sxx if sxx > 0 else 0.0
    return centre, mean, slope, float(sxx), float(w.sum())


def shrunk(found: dict[str, Level], group_of: dict[str, object], min_units: int, floor_of):
    """Levels pulled to the mean of the block (10 units or more) or of all; `floor_of(mean)` is the least tau."""
    out = {}
    for unit in found:
        mates = [other for other in found if group_of[other] == group_of[unit]]
        if len(mates) < min_units:
            mates = list(found)
        means = [found[mate].mean for mate in mates]
        variances = [found[mate].sd ** 2 for mate in mates]
        tau2, mean, var = random_effects(means, variances)
        least = floor_of(mean) ** 2
        if tau2 < least:
            tau2, mean, var = random_effects(means, variances, least)
        pull = tau2 / (tau2 + found[unit].sd ** 2)
        sd2 = pull * found[unit].sd ** 2 + (1 - pull) ** 2 * var
        out[unit] = Level(mean + pull * (found[unit].mean - mean), math.sqrt(sd2))
    return out
