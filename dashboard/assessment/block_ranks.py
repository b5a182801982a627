"""Ranks inside a block, how far they could move, and why a unit has none."""

from __future__ import annotations

import numpy as np
import pandas as pd

from dashboard import inference
from dashboard.plan import Limits

COLUMNS = ["unit", "rank", "rank_of", "rank_low", "rank_high", "band", "unranked"]


def ranks(units: pd.DataFrame, levels: pd.DataFrame, limits: Limits) -> pd.DataFrame:
    """Rank of every unit in its block on unrounded scores (1, 2, 2, 4), with its interval and band.

    In: `units` (unit, block, assessed, score, score_low, score_high); `levels` by unit with year_shrunk, year_shrunk_sd (this year's level
    drawn to the mean). Out: `COLUMNS`. Without a rank `unranked` says why (not_assessed, no_score, incomplete, alone), and an
    incomplete unit has the best and worst rank that its bounds allow.
    """
    table = units.set_index("unit")
    able = table["assessed"] & table["score"].notna()
    blocks = table["block"].where(table["assessed"])
    of = able.groupby(blocks).transform("sum").reindex(table.index).fillna(0)
    values = table["score"].where(able & (of > 1))
    rank = inference.competition_rank(values, blocks)
    known = levels.reindex(table.index).where(rank.notna())
    drawn = _drawn(known, blocks, limits)
    bands = inference.rank_bands(
        drawn, probability=limits.bottom_probability, tail_share=limits.bottom_share
    )
    worst, best = (
        table["score"].fillna(table[bound]).where(table["assessed"])
        for bound in ("score_low", "score_high")
    )
    bounds = inference.rank_bounds(worst, best, blocks)
    incomplete = table["assessed"] & table["score"].isna() & table["score_low"].notna()
    cases = [~table["assessed"], incomplete, table["score"].isna(), of <= 1]
    reasons = np.select(cases, ["not_assessed", "incomplete", "no_score", "alone"], "")
    high = pd.Series(np.fmax(drawn["high"], rank)).where(drawn["high"].notna())
    return pd.DataFrame(
        {
            "unit": table.index,
            "rank": rank.to_numpy(),
            "rank_of": of.where(rank.notna()).to_numpy(float),
            "rank_low": np.where(incomplete, bounds["best"], np.fmin(drawn["low"], rank)),
            "rank_high": np.where(incomplete, bounds["worst"], high),
            "band": bands.to_numpy(object),
            "unranked": pd.Series(reasons, dtype=object).replace("", None).to_numpy(object),
        }
    )[COLUMNS].assign(
        rank_low=lambda made: made["rank_low"].where(
            incomplete.to_numpy() | drawn["low"].notna().to_numpy()
        )
    )


def _drawn(known: pd.DataFrame, blocks: pd.Series, limits: Limits) -> pd.DataFrame:
    """Intervals of the ranks, drawn from this year's levels, with the limits of the plan."""
    return inference.rank_intervals(
        known["year_shrunk"],
        known["year_shrunk_sd"],
        blocks,
        draws=limits.rank_draws,
        seed=limits.seed,
        confidence=limits.confidence,
        tail_share=limits.bottom_share,
    )
