"""How much more a unit's surveys jump from year to year than the number of forms explains."""

from __future__ import annotations

from typing import Any, TypeVar

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from dashboard.inference.histories import survey_years
from dashboard.inference.lines import FEWEST_WITH_RESIDUAL, weighted_lines

Counts = TypeVar("Counts", np.ndarray, pd.Series, pd.DataFrame)


def arcsine(satisfied: ArrayLike, respondents: ArrayLike) -> np.ndarray:
    """Anscombe's arcsine of a rate, asin sqrt((x + 3/8) / (n + 3/4)): its variance hardly depends on the rate."""
    x, n = np.asarray(satisfied, dtype=float), np.asarray(respondents, dtype=float)
    return np.arcsin(np.sqrt((x + 0.375) / (n + 0.75)))


def rate_of_arcsine(angle: ArrayLike) -> np.ndarray:
    """The rate 0–1 whose arcsine is `angle`: sin^2 of the angle, held inside 0..pi/2."""
    return np.sin(np.clip(np.asarray(angle, dtype=float), 0.0, np.pi / 2)) ** 2


def arcsine_variance(respondents: ArrayLike, rho: float) -> np.ndarray:
    """Variance of `arcsine`, design effect included: (1 + (n - 1) rho) / (4 (n + 1/2)) (Rao and Scott 1992)."""
    n = np.asarray(respondents, dtype=float)
    return design_effect(n, rho) / (4 * (n + 0.5))


def design_effect(respondents: Counts, rho: float) -> Counts:
    """1 + (n - 1) rho, never below 1: by how much clustering widens the variance. Example: n = 101, rho 0.02 -> 3."""
    widened: Any = 1 + np.maximum(respondents - 1, 0) * rho  # of the kind that came in
    return widened


def effective_counts(satisfied: Counts, respondents: Counts, rho: float) -> tuple[Counts, Counts]:
    """Counts divided by the design effect, so that ordinary formulae give honest widths (Rao and Scott 1992, Biometrics 48:577).

    Takes and gives arrays, Series or frames. Where `rho` could not be estimated pass 0.0 and call no unit by what comes out.
    Example: 90 of 101 at rho 0.02 -> 30 of 33.67.
    """
    effect = design_effect(respondents, rho)
    return satisfied / effect, respondents / effect


def within_rho(satisfied: pd.DataFrame, respondents: pd.DataFrame, min_df: int) -> float | None:
    """Correlation of two answers in one survey beyond the unit's own straight line, 0–1; None below `min_df` degrees of freedom.

    Wide histories of counts; units with fewer than three surveys tell nothing. Per unit a weighted line through the arcsine
    rates (w = 4 (n + 1/2)) leaves Q = sum w r^2 on T - 2 degrees; C = tr W - tr((X'WX)^-1 X'W^2 X);
    rho = 4 max(0, sum(Q - df) / sum C): DerSimonian and Laird generalised to lines (DerSimonian and Kacker 2007).
    """
    years, x, n = survey_years(satisfied, respondents)
    enough = np.isfinite(x).sum(axis=1) >= FEWEST_WITH_RESIDUAL
    x, n = x[enough], n[enough]
    lines = weighted_lines(years, arcsine(x, n), 4 * (n + 0.5))
    degrees = (lines.points - 2).sum()
    if degrees < max(min_df, 1):
        return None
    weights = np.where(np.isfinite(n), 4 * (n + 0.5), 0.0)
    apart = years - lines.mean_year[:, None]
    trace = (weights**2).sum(axis=1) / lines.weight + (weights**2 * apart**2).sum(
        axis=1
    ) / lines.sxx
    excess = (lines.residual - (lines.points - 2)).sum() / (lines.weight - trace).sum()
    return float(4 * max(0.0, excess))
