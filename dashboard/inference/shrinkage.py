"""How unlike units truly are, and values drawn towards the mean of their kind by as much as noise deserves."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import pandas as pd


class Centres(NamedTuple):
    """Per group: the mean, the variance of the true values around it, the variance of the mean itself. Shape (groups,)."""

    mean: np.ndarray
    tau2: np.ndarray
    mean_variance: np.ndarray


def _sums(values: np.ndarray, codes: np.ndarray) -> np.ndarray:
    return np.bincount(codes, weights=values)


def dersimonian_laird(
    effects: np.ndarray, variances: np.ndarray, codes: np.ndarray | None = None
) -> np.ndarray:
    """tau^2 >= 0 by the method of moments (DerSimonian and Laird 1986), one number, or one per group code 0..G-1.

    (Q - (k - 1)) / (sum w - sum w^2 / sum w) with w = 1 / variance and Q = sum w (y - weighted mean)^2; 0 for a single effect.
    Example: effects 0, 2, 4 with variance 1 -> Q = 8, tau^2 = (8 - 2) / (3 - 1) = 3.
    """
    groups = np.zeros(len(effects), dtype=int) if codes is None else codes
    w = 1 / variances
    total = _sums(w, groups)
    mean = _sums(w * effects, groups) / total
    q = _sums(w * (effects - mean[groups]) ** 2, groups)
    count = np.bincount(groups)
    spare = total - _sums(w**2, groups) / total
    tau2 = np.maximum(0.0, (q - (count - 1)) / np.where(count > 1, spare, 1.0))
    return tau2[0] if codes is None else tau2


def _centres(
    values: np.ndarray,
    variances: np.ndarray,
    codes: np.ndarray,
    floor_at: Callable[[np.ndarray], np.ndarray],
) -> Centres:
    """Means and spreads per code; the floor of tau is taken at the mean that the unfloored tau gives."""
    tau2 = dersimonian_laird(values, variances, codes)
    for floor_first in (True, False):
        w = 1 / (variances + tau2[codes])
        total = _sums(w, codes)
        mean = _sums(w * values, codes) / total
        if floor_first:
            tau2 = np.maximum(tau2, floor_at(mean) ** 2)
    return Centres(mean, tau2, 1 / total)


def _codes_of_full_blocks(blocks: pd.Series, min_units: int) -> tuple[np.ndarray, np.ndarray]:
    """Code of each unit's block, and whether the block has `min_units` units; an unknown block is never full."""
    codes, names = pd.factorize(blocks)
    codes = np.where(codes < 0, len(names), codes)
    full = np.bincount(codes, minlength=len(names) + 1) >= min_units
    full[len(names)] = False
    return codes, full[codes]


def shrink_to_mean(
    levels: pd.Series,
    sds: pd.Series,
    blocks: pd.Series,
    *,
    min_units: int,
    floor_at: Callable[[np.ndarray], np.ndarray],
) -> pd.DataFrame:
    """Levels drawn to the mean of their block if it has `min_units` units with values, else to the mean of all units.

    B = tau^2 / (tau^2 + sd^2), tau never below `floor_at(mean)`; level B y + (1 - B) mean, variance B sd^2 + (1 - B)^2 Var(mean).
    Comes out: columns level, sd (NaN where there was none), index of `levels`. Example: two blocks of ten with sd 1 and equal
    values 50 and 60, floor 1 -> B = 0.5, levels unchanged, sd = sqrt(0.5 + 0.25 * 0.2).
    """
    known = levels.notna() & sds.notna()
    shrunk = pd.DataFrame({"level": np.nan, "sd": np.nan}, index=levels.index)
    if not known.any():
        return shrunk
    y, variances = levels[known].to_numpy(dtype=float), sds[known].to_numpy(dtype=float) ** 2
    codes, full = _codes_of_full_blocks(blocks.reindex(levels.index)[known], min_units)
    everyone = np.zeros(len(y), dtype=int)
    _, compact = np.unique(codes, return_inverse=True)
    near, far = (
        _centres(y, variances, compact, floor_at),
        _centres(y, variances, everyone, floor_at),
    )
    mean, tau2, mean_variance = (
        np.where(full, own[compact], whole[0]) for own, whole in zip(near, far, strict=True)
    )
    keep = tau2 / (tau2 + variances)
    shrunk.loc[known, "level"] = keep * y + (1 - keep) * mean
    shrunk.loc[known, "sd"] = np.sqrt(keep * variances + (1 - keep) ** 2 * mean_variance)
    return shrunk
