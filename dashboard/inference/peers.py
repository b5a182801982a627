"""Far below the middle of its own block."""

from __future__ import annotations

import numpy as np
import pandas as pd

from dashboard.inference.distributions import normal_at

SMALL_SAMPLE_FACTORS = {
    2: 1.196,
    3: 1.495,
    4: 1.363,
    5: 1.206,
    6: 1.200,
    7: 1.140,
    8: 1.129,
    9: 1.107,
}
"""What makes the MAD of so few values unbiased (Croux and Rousseeuw 1992, COMPSTAT, p. 411–428)."""


def small_sample_factor(count: int) -> float:
    """b_n: the factor of the MAD of n >= 2 values; n / (n - 0.8) above nine. Example: 5 -> 1.206, 20 -> 1.0417."""
    return SMALL_SAMPLE_FACTORS[count] if count in SMALL_SAMPLE_FACTORS else count / (count - 0.8)


def peer_scores(
    values: pd.Series, blocks: pd.Series, *, min_units: int, floor: float
) -> pd.DataFrame:
    """Each unit against the median of its block, in robust standard deviations; one row per unit, index of `values`.

    Columns: units (with a value in the block), median, scale (of the block), pooled (mean of the scales weighted by units), gap
    (median - value, positive = below), z = (value - median) / max(scale, pooled, floor). NaN without a value or block and in
    blocks of fewer than `min_units` (at least 2) units. scale = b_n MAD / 0.6745. The pooled scale keeps a block of near-equal
    units from naming one for a trifle. Example: 80, 81, 82, 83, 60 alone -> median 81, MAD 1, scale 1.788, gap 21, z -11.7.
    """
    table = pd.DataFrame(
        {"value": values.astype(float), "block": blocks.reindex(values.index)}, index=values.index
    ).dropna()
    by_block = table.groupby("block")["value"]
    table["units"] = by_block.transform("size")
    table["median"] = by_block.transform("median")
    table = table[table["units"] >= max(min_units, 2)].copy()
    apart = (table["value"] - table["median"]).abs()
    factors = table["units"].map(small_sample_factor)
    table["scale"] = factors * apart.groupby(table["block"]).transform("median") / normal_at(0.75)
    table["pooled"] = table["scale"].mean()
    table["gap"] = table["median"] - table["value"]
    table["z"] = -table["gap"] / np.maximum(np.maximum(table["scale"], table["pooled"]), floor)
    return (
        table[["units", "median", "scale", "pooled", "gap", "z"]]
        .reindex(values.index)
        .astype(float)
    )
