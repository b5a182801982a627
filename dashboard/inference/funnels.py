"""Funnel of rates in one year: how far from the mean of its kind a rate may lie with so many respondents (Spiegelhalter 2005)."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from dashboard.inference.distributions import (
    binomial_at,
    binomial_below,
    normal_at,
    normal_below,
    normal_density,
)


class Overdispersion(NamedTuple):
    """phi: mean squared winsorised z over its value under chance alone; tau2: variance added on the arcsine scale, >= 0."""

    phi: float
    tau2: float


def funnel_limits(respondents: ArrayLike, centre: float, probabilities: ArrayLike) -> np.ndarray:
    """Exact binomial limits of x/n around `centre` (0–1), interpolated; shape (respondents, probabilities), NaN where n = 0.

    r = ppf(p), a = (F(r) - p) / (F(r) - F(r - 1)), limit = (r - a) / n, held in 0..1 (Spiegelhalter 2005, Stat Med 24:1185, A.1.1).
    Example: n = 1, centre 0.5, p = 0.75 -> r = 1, a = 0.5, limit 0.5.
    """
    n = np.asarray(respondents, dtype=float)[..., None]
    p = np.asarray(probabilities, dtype=float)
    if centre in (0.0, 1.0):
        return np.where(n > 0, centre, np.nan) + 0 * p
    n = np.where(n > 0, n, np.nan)
    r = binomial_at(p, n, centre)
    beyond = binomial_below(r, n, centre)
    share = (beyond - p) / (beyond - binomial_below(r - 1, n, centre))
    return np.clip((r - share) / n, 0.0, 1.0)


def adjusted_limits(
    respondents: ArrayLike, centre: ArrayLike, tau2: ArrayLike, probabilities: ArrayLike
) -> np.ndarray:
    """Limits around `centre` with over-dispersion: sin^2(asin sqrt(centre) + z_p sqrt(1/(4n) + tau2)), inside 0..1.

    Centre and tau2 are one number or one for each n. Shape (respondents, probabilities), NaN where n = 0. Example: centre 0.5, n = 100, tau2 0, p 0.975 -> 0.5973.
    """
    n, middle, added = (
        np.asarray(one, dtype=float)[..., None] for one in (respondents, centre, tau2)
    )
    variance = 1 / (4 * np.where(n > 0, n, np.nan)) + added
    angle = np.arcsin(np.sqrt(middle)) + normal_at(probabilities) * np.sqrt(variance)
    return np.sin(np.clip(angle, 0.0, np.pi / 2)) ** 2


def _z(
    satisfied: np.ndarray, respondents: np.ndarray, centre: float, tau2: float = 0.0
) -> np.ndarray:
    """Distance from the centre on the arcsine scale in standard errors, tau2 added to the variance 1/(4n)."""
    return (np.arcsin(np.sqrt(satisfied / respondents)) - np.arcsin(np.sqrt(centre))) / np.sqrt(
        1 / (4 * respondents) + tau2
    )


def winsorised_square(winsor: float) -> float:
    """E[Z^2] of a standard normal held between its `winsor` and 1 - `winsor` quantiles. Example: 0.1 -> 0.6786545589528744."""
    if winsor == 0:
        return 1.0
    edge = -float(normal_at(winsor))
    return float(2 * winsor * edge**2 + 1 - 2 * winsor - 2 * edge * normal_density(edge))


def overdispersion(
    satisfied: ArrayLike, respondents: ArrayLike, centre: float, *, winsor: float
) -> Overdispersion:
    """How much more the rates of one group differ than chance (Spiegelhalter 2005b, QSHC 14:347; FunnelPlotR, data_type "PR").

    Counts of the units of one group, n > 0. z = (asin sqrt(x/n) - asin sqrt(centre)) 2 sqrt n, held at its `winsor` and 1 - `winsor`
    quantiles; phi = mean z^2 / `winsorised_square` (which the published recipe leaves out, and so corrects too little);
    tau2 = max(0, (I phi - (I - 1)) / (sum w - sum w^2 / sum w)), w = 4n.
    """
    x, n = np.asarray(satisfied, dtype=float), np.asarray(respondents, dtype=float)
    z = _z(x, n, centre)
    low, high = np.quantile(z, [winsor, 1 - winsor])
    phi = float((np.clip(z, low, high) ** 2).mean() / winsorised_square(winsor))
    w = 4 * n
    spare = w.sum() - (w**2).sum() / w.sum()
    return Overdispersion(
        phi, max(0.0, (len(z) * phi - (len(z) - 1)) / spare) if len(z) > 1 else 0.0
    )


def funnel(
    satisfied: pd.Series,
    respondents: pd.Series,
    blocks: pd.Series,
    *,
    winsor: float,
    min_units: int,
) -> pd.DataFrame:
    """Every unit against the pooled rate of its block in one year, one row per unit (index of `satisfied`).

    Columns: units (surveyed in the block), centre (sum x / sum n of the block), phi, tau2, z (with tau2), p (one-sided, small = low).
    Units without a survey are NaN; in blocks of fewer than `min_units` surveyed units phi, tau2, z and p are NaN: exact limits only.
    """
    x, n = (
        satisfied.to_numpy(dtype=float),
        respondents.reindex(satisfied.index).to_numpy(dtype=float),
    )
    kinds = blocks.reindex(satisfied.index).where((n > 0) & np.isfinite(x))
    found = np.full((len(x), 5), np.nan)
    for rows in kinds.groupby(kinds).indices.values():
        centre = x[rows].sum() / n[rows].sum()
        found[rows, :2] = len(rows), centre
        if len(rows) >= min_units:
            phi, tau2 = overdispersion(x[rows], n[rows], centre, winsor=winsor)
            found[rows, 2:4] = phi, tau2
            found[rows, 4] = _z(x[rows], n[rows], centre, tau2)
    table = pd.DataFrame(
        found, index=satisfied.index, columns=["units", "centre", "phi", "tau2", "z"]
    )
    return table.assign(p=normal_below(table["z"]))
