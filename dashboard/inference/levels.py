"""Where a unit truly stands in a year, judged by all its years and by how alike units are; and how sure “below target” is."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import pandas as pd

from dashboard.inference.distributions import normal_below, student_below
from dashboard.inference.histories import in_year, per_unit, survey_years, years_and_values
from dashboard.inference.lines import shrink_slopes, weighted_lines
from dashboard.inference.shrinkage import shrink_to_mean
from dashboard.inference.survey_noise import arcsine, arcsine_variance, rate_of_arcsine
from dashboard.inference.variances import moderated_noise


class _Measured(NamedTuple):
    """Values on the working scale with known variances, the targets on the same scale, and how the floor of tau is found."""

    years: np.ndarray
    values: np.ndarray
    variances: np.ndarray
    degrees: np.ndarray
    target: np.ndarray
    floor_at: Callable[[np.ndarray], np.ndarray]


def _floor_on_arcsine(tau_floor_points: float) -> Callable[[np.ndarray], np.ndarray]:
    """The floor of tau carried to the arcsine scale: dy/dp = 1 / (2 sqrt(p (1 - p))) at the mean, which steps back from 0 and 1."""
    floor = tau_floor_points / 100

    def floor_at(mean: np.ndarray) -> np.ndarray:
        rate = np.clip(rate_of_arcsine(mean), floor, 1 - floor)
        return floor / (2 * np.sqrt(rate * (1 - rate)))

    return floor_at


def _levels(
    measured: _Measured, this_year: np.ndarray, blocks: pd.Series, *, year: int, min_units: int
) -> pd.DataFrame:
    """The frame that both kinds of levels give; see `satisfaction_levels` for the columns."""
    lines = weighted_lines(measured.years, measured.values, 1 / measured.variances)
    slopes = shrink_slopes(lines, min_units=min_units)
    ahead = year - lines.mean_year
    year_level, year_variance = this_year
    present = np.isfinite(year_level) & np.isfinite(year_variance)
    with np.errstate(divide="ignore", invalid="ignore"):
        level = np.where(present, lines.mean + slopes.slope * ahead, np.nan)
        sd = np.where(present, np.sqrt(1 / lines.weight + ahead**2 * slopes.variance), np.nan)
        year_sd = np.sqrt(year_variance)
        p = student_below((level - measured.target) / sd, measured.degrees)
        year_p = student_below((year_level - measured.target) / year_sd, measured.degrees)
    found = pd.DataFrame(
        {"points": lines.points, "level": level, "sd": sd, "df": measured.degrees, "p": p},
        index=blocks.index,
    )
    found[["year_level", "year_sd", "year_p"]] = np.stack(
        [year_level, np.where(present, year_sd, np.nan), year_p], axis=1
    )
    for name, own in (("shrunk", ("level", "sd")), ("year_shrunk", ("year_level", "year_sd"))):
        drawn = shrink_to_mean(
            found[own[0]], found[own[1]], blocks, min_units=min_units, floor_at=measured.floor_at
        )
        found[name], found[f"{name}_sd"] = drawn["level"], drawn["sd"]
    found["below"] = normal_below((measured.target - found["shrunk"]) / found["shrunk_sd"])
    return found


def satisfaction_levels(
    satisfied: pd.DataFrame,
    respondents: pd.DataFrame,
    blocks: pd.Series,
    target: pd.Series | float,
    *,
    year: int,
    rho: float,
    min_units: int,
    tau_floor_points: float,
) -> pd.DataFrame:
    """All-years level of satisfaction in `year` on the arcsine scale, one row per unit, for units surveyed in `year`.

    Wide histories of counts; `blocks` and `target` (0–1, NaN = none) by unit. Columns: points (surveys); level, sd, df (inf), p:
    the weighted line with shrunken slope at `year` and its one-sided p below the target, not drawn to any mean; year_level,
    year_sd, year_p: this year's survey alone; shrunk, shrunk_sd and year_shrunk, year_shrunk_sd: both drawn to the mean of the
    block (of all units where the block has fewer than `min_units`); below: chance 0–1 that the shrunken level misses the target.
    `rate_of_arcsine` brings levels back to 0–1. NaN where `year` has no survey; p, year_p and below also without a target.
    Source: DerSimonian and Kacker 2007 for tau; variances (1 + (n - 1) rho) / (4 (n + 1/2)).
    """
    years, x, n = survey_years(satisfied, respondents)
    values, variances = arcsine(x, n), arcsine_variance(n, rho)
    goal = np.arcsin(np.sqrt(per_unit(target, satisfied.index)))
    endless = np.full(len(satisfied), np.inf)
    measured = _Measured(
        years, values, variances, endless, goal, _floor_on_arcsine(tau_floor_points)
    )
    this_year = np.stack(
        [in_year(pd.DataFrame(part, columns=years), year) for part in (values, variances)]
    )
    return _levels(
        measured, this_year, blocks.reindex(satisfied.index), year=year, min_units=min_units
    )


def score_levels(
    scores: pd.DataFrame,
    blocks: pd.Series,
    target: pd.Series | float,
    *,
    year: int,
    step: float,
    min_points: int,
    min_units: int,
    tau_floor_points: float,
) -> pd.DataFrame:
    """All-years level of scores (0–100) in `year`: the columns of `satisfaction_levels`, in points, p by Student t on df.

    The variance of a year's score is the unit's moderated one (`moderated_noise`), pooled below `min_points` years; all levels
    are NaN while fewer than `min_units` units have that many years, for then nobody knows how noisy scores are.
    Example: every unit flat with noise 1, seven years -> sd about sqrt(1/7 + 9 Var(slope)).
    """
    years, values = years_and_values(scores)
    noise = moderated_noise(
        weighted_lines(years, values, np.ones_like(values)),
        step=step,
        min_points=min_points,
        min_units=min_units,
    )
    variances = np.repeat(noise.variances[:, None], len(years), axis=1)
    known = np.where(np.isfinite(variances), values, np.nan)
    goal = per_unit(target, scores.index)
    measured = _Measured(
        years,
        known,
        variances,
        noise.degrees,
        goal,
        lambda mean: np.full(len(mean), tau_floor_points),
    )
    this_year = np.stack([in_year(scores, year), noise.variances])
    return _levels(
        measured, this_year, blocks.reindex(scores.index), year=year, min_units=min_units
    ).assign(points=np.isfinite(values).sum(axis=1))
