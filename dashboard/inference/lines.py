"""Straight lines through the years of every unit at once, and slopes drawn together by how alike the units are."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from dashboard.inference.shrinkage import dersimonian_laird

FEWEST_WITH_RESIDUAL = 3
"""A line through two points fits exactly: the third is the first that tells how far points stray from it."""


class Lines(NamedTuple):
    """Weighted least squares per unit, arrays of shape (units,). `slope` is NaN below two points, the rest below one."""

    points: np.ndarray
    weight: np.ndarray
    mean_year: np.ndarray
    mean: np.ndarray
    slope: np.ndarray
    sxx: np.ndarray
    residual: np.ndarray


class Slopes(NamedTuple):
    """Slopes after shrinking, shape (units,), and their variances, the unit of values a year."""

    slope: np.ndarray
    variance: np.ndarray


def weighted_lines(years: np.ndarray, values: np.ndarray, weights: np.ndarray) -> Lines:
    """Lines value = mean + slope (year - mean_year), weights = 1 / variance; `residual` = sum w r^2, `sxx` = sum w (t - mean)^2.

    years (T,), values and weights (units, T) with NaN where there is no value. Example: values 1, 3, 5 in 2019–2021, weights
    1 -> mean 3 at 2020, slope 2, sxx 2, residual 0.
    """
    present = np.isfinite(values)
    w, y = np.where(present, weights, 0.0), np.where(present, values, 0.0)
    points, origin = present.sum(axis=1), years[:1].sum()
    with np.errstate(divide="ignore", invalid="ignore"):
        weight = w.sum(axis=1)
        mean_year = origin + (w @ (years - origin)) / weight
        mean = (w * y).sum(axis=1) / weight
        apart = years - mean_year[:, None]
        sxx = np.where(points >= 2, (w * apart**2).sum(axis=1), 0.0)
        slope = np.where(points >= 2, (w * apart * (y - mean[:, None])).sum(axis=1) / sxx, np.nan)
        fitted = mean[:, None] + np.where(points >= 2, slope, 0.0)[:, None] * apart
        residual = (w * (y - fitted) ** 2).sum(axis=1)
    return Lines(points, weight, mean_year, mean, slope, sxx, residual)


def shrink_slopes(lines: Lines, *, min_units: int) -> Slopes:
    """Each unit's slope drawn to the mean slope: B b + (1 - B) mean, B = tau^2 / (tau^2 + 1 / sxx).

    tau^2 (how unlike the true slopes are) comes from the units with three points or more (DerSimonian and Laird 1986) and is 0
    with fewer than `min_units` of them: then all share the mean slope. A unit with one or two points takes the mean slope.
    The variance holds what is unknown of the unit's own slope, B / sxx (tau^2 without own slope), and of the mean, (1 - B)^2 Var.
    """
    bent = lines.points >= FEWEST_WITH_RESIDUAL
    many = bent.sum() >= min_units
    telling = bent if many else lines.points >= 2
    if not telling.any():
        return Slopes(np.zeros(len(bent)), np.zeros(len(bent)))
    variances = 1 / lines.sxx[telling]
    tau2 = float(dersimonian_laird(lines.slope[telling], variances)) if many else 0.0
    pull = 1 / (variances + tau2)
    mean, mean_variance = (pull * lines.slope[telling]).sum() / pull.sum(), 1 / pull.sum()
    own = np.where(bent, tau2 * lines.sxx / (tau2 * lines.sxx + 1), 0.0)
    slope = mean + own * np.where(bent, lines.slope - mean, 0.0)
    return Slopes(slope, tau2 * (1 - own) + (1 - own) ** 2 * mean_variance)
