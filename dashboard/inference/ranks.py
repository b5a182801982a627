"""Ranks inside a block: the highest value is first, equal values share a rank, what is unknown has bounds."""

from __future__ import annotations

import numpy as np
import pandas as pd

from dashboard.inference.ties import SLACK


def competition_rank(values: pd.Series, blocks: pd.Series) -> pd.Series:
    """Rank inside the block, 1 = highest, ties share the better rank (1, 2, 2, 4); NaN where there is no value or no block.

    Values are unrounded; closer than 1e-9 is equal. Example: 90, 85, 85, 80 -> 1, 2, 2, 4.
    """
    table = pd.DataFrame(
        {"value": values.astype(float), "block": blocks.reindex(values.index)}, index=values.index
    ).dropna()
    table["block"] = pd.factorize(table["block"])[0]
    table = table.sort_values(["block", "value"], ascending=[True, False], kind="stable")
    block, value = table["block"].to_numpy(), table["value"].to_numpy()
    position = np.arange(len(table))
    opens_block = np.ones(len(table), dtype=bool)
    opens_block[1:] = block[1:] != block[:-1]
    opens_tie = opens_block.copy()
    opens_tie[1:] |= value[:-1] - value[1:] > SLACK
    start_of_block = np.maximum.accumulate(np.where(opens_block, position, 0))
    start_of_tie = np.maximum.accumulate(np.where(opens_tie, position, 0))
    return pd.Series(start_of_tie - start_of_block + 1.0, index=table.index).reindex(values.index)


def rank_bounds(lows: pd.Series, highs: pd.Series, blocks: pd.Series) -> pd.DataFrame:
    """Best and worst rank inside the block that the bounds of values allow; columns best, worst, NaN without bounds or block.

    A complete unit has low = high = its value; an incomplete one the bounds of its score. Best: the unit at its high, all others at
    their low; worst: the other way round; closer than 1e-9 is equal and no worse rank. Ranks count all units with bounds in the block.
    Example: values 90 and 70 and a unit between 60 and 95 -> best 1, worst 3.
    """
    low, high = lows.to_numpy(dtype=float), highs.reindex(lows.index).to_numpy(dtype=float)
    kinds = blocks.reindex(lows.index).where(np.isfinite(low) & np.isfinite(high))
    bounds = np.full((len(low), 2), np.nan)
    for rows in kinds.groupby(kinds).indices.values():
        lowest, highest = low[rows], high[rows]
        surely_better = len(rows) - np.searchsorted(np.sort(lowest), highest + SLACK, side="right")
        maybe_better = (
            len(rows)
            - np.searchsorted(np.sort(highest), lowest + SLACK, side="right")
            - (highest - lowest > SLACK)
        )
        bounds[rows] = np.stack([1 + surely_better, 1 + maybe_better], axis=1)
    return pd.DataFrame(bounds, index=lows.index, columns=["best", "worst"])
