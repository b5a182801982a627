"""Where the scores would be in a later year if the pace held."""

from __future__ import annotations

import numpy as np
import pandas as pd

from dashboard.inference.distributions import normal_below, normal_reach
from dashboard.inference.histories import per_unit, years_and_values
from dashboard.inference.lines import shrink_slopes, weighted_lines


def projection(
    scores: pd.DataFrame,
    target: pd.Series | float,
    *,
    to_year: int,
    step: float,
    min_points: int,
    min_units: int,
    confidence: float,
    top: float = 100,
) -> pd.DataFrame:
    """Score expected in `to_year` (0 to `top`), its band and the chance of reaching `target`; one row per unit of the wide `scores`.

    Columns: expected, sd, low, high (band of `confidence`, held in 0..`top`), chance (0–1; NaN without a target). All NaN for units
    with fewer than `min_points` scores, and for all with fewer than `min_units` units of that many. Mean level plus the slope drawn
    to the common slope; variance s^2 / T + h^2 Var(slope) + s^2 with s^2 pooled over units, at least step^2 / 12.
    Example: all units on lines rising 2 a year without noise, 2019–2022 at 80, 82, 84, 86 -> 92 in 2025.
    """
    years, values = years_and_values(scores)
    full = np.isfinite(values).sum(axis=1) >= min_points
    found = pd.DataFrame(
        np.nan, index=scores.index, columns=["expected", "sd", "low", "high", "chance"]
    )
    if full.sum() < max(min_units, 1):
        return found
    values = values[full]
    plain = weighted_lines(years, values, np.ones_like(values))
    noise = max(plain.residual.sum() / (plain.points - 2).sum(), step**2 / 12)
    lines = weighted_lines(years, values, np.full_like(values, 1 / noise))
    slopes = shrink_slopes(lines, min_units=min_units)
    ahead = to_year - lines.mean_year
    expected = lines.mean + slopes.slope * ahead
    sd = np.sqrt(1 / lines.weight + ahead**2 * slopes.variance + noise)
    reach = normal_reach(confidence) * sd
    chance = normal_below((expected - per_unit(target, scores.index)[full]) / sd)
    band = [
        expected,
        sd,
        np.clip(expected - reach, 0, top),
        np.clip(expected + reach, 0, top),
        chance,
    ]
    found.loc[full] = np.stack(band, axis=1)
    return found
