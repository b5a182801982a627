"""How far a rank could move if the year were measured again: ranks of draws from the shrunken levels."""

from __future__ import annotations

import os
import zlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
import pandas as pd

from dashboard.inference.ties import SLACK

COLUMNS = ["low", "high", "top", "bottom", "units"]
WORTH_THREADS, MOST_THREADS = 20_000_000, 4
"""Values to draw from which threads are worth beginning; the numbers are drawn and sorted outside of Python's lock."""
VALUES_AT_ONCE = 200_000
"""Draws held in memory at a time, as many as stay near the processor; changes no result, since the stream of random numbers runs on."""


def end_group(units: np.ndarray | int, share: float) -> np.ndarray:
    """How many units the top or bottom group of a block holds: ceil(units * share). Example: 23 units, 0.10 -> 3."""
    return np.ceil(np.asarray(units, dtype=float) * share - SLACK)


def _times_at_rank(
    means: np.ndarray, sds: np.ndarray, draws: int, random: np.random.Generator
) -> np.ndarray:
    """In how many draws each of the m units (row) had rank 1..m (column), the highest drawn value first.

    Each value bears its unit in its last bits, so one plain sort tells the order: of a block of 20 units the last 5 of 53, of
    10,000 the last 14, which is less than what counts as equal elsewhere (`SLACK`).
    """
    units = len(means)
    times = np.zeros(units * units, dtype=np.uint16 if draws < 65_536 else np.uint32)
    at_once = max(1, VALUES_AT_ONCE // units)
    owners, places = np.arange(units), np.arange(units - 1, -1, -1)
    last_bits = (1 << (units - 1).bit_length()) - 1
    for done in range(0, draws, at_once):
        drawn = random.standard_normal((min(at_once, draws - done), units))
        drawn *= sds
        drawn += means
        cells = drawn.view(np.int64)
        cells &= ~last_bits
        cells |= owners
        drawn.sort(axis=1)
        cells &= last_bits
        cells *= units
        cells += places
        np.add.at(times, cells.ravel(), times.dtype.type(1))
    return times.reshape(units, units)


def _block_intervals(
    means: np.ndarray,
    sds: np.ndarray,
    block: str,
    *,
    draws: int,
    seed: int,
    confidence: float,
    tail_share: float,
) -> np.ndarray:
    """The columns of `rank_intervals` for one block, whose units come in the order of their codes; they are drawn from a stream of its own."""
    stream = np.random.default_rng([seed, zlib.crc32(block.encode())])
    times = _times_at_rank(means, sds, draws, stream)
    units, tail = len(means), int(end_group(len(means), tail_share))
    top, bottom = (
        times[:, which].sum(axis=1) / draws for which in (np.s_[:tail], np.s_[units - tail :])
    )
    up_to = np.cumsum(times, axis=1, dtype=times.dtype, out=times)
    low, high = (
        1 + (up_to < np.ceil(share * draws - SLACK)).sum(axis=1)
        for share in ((1 - confidence) / 2, (1 + confidence) / 2)
    )
    return np.stack([low, high, top, bottom, np.full(units, units)], axis=1)


def _each_at_once(
    drawn: Callable[[Any, np.ndarray], None], blocks: list[tuple[Any, np.ndarray]], values: int
) -> None:
    """Each block, several at once where there is much to draw: a block has a stream of its own, so none waits for another."""
    if values < WORTH_THREADS:
        for block, places in blocks:
            drawn(block, places)
        return
    with ThreadPoolExecutor(min(MOST_THREADS, os.cpu_count() or 1)) as threads:
        for done in [threads.submit(drawn, block, places) for block, places in blocks]:
            done.result()


def rank_intervals(
    levels: pd.Series,
    sds: pd.Series,
    blocks: pd.Series,
    *,
    draws: int,
    seed: int,
    confidence: float,
    tail_share: float,
) -> pd.DataFrame:
    """Interval of each unit's rank in its block, by draws N(level, sd) of shrunken levels (Laird and Louis 1989; 1 = highest).

    Comes out, index of `levels` (the units' codes, unique): low, high (ranks, the inverted-cdf quantiles of `confidence`), top and
    bottom (chance 0–1 of a place among the first or last ceil(units * tail_share)), units (drawn in the block). NaN without
    level, sd or block, and in blocks of fewer than two. The order of rows changes nothing, nor do other blocks.
    Example: levels 90 and 50 with sd 1 -> 1–1 and 2–2.
    """
    table = pd.DataFrame(
        {"level": levels, "sd": sds, "block": blocks.reindex(levels.index)}, index=levels.index
    )
    table = table.dropna().sort_index()
    means, spreads = table["level"].to_numpy(float), table["sd"].to_numpy(float)
    found = np.full((len(table), len(COLUMNS)), np.nan)

    def drawn(block: Any, places: np.ndarray) -> None:
        found[places] = _block_intervals(
            means[places],
            spreads[places],
            str(block),
            draws=draws,
            seed=seed,
            confidence=confidence,
            tail_share=tail_share,
        )

    indices: Any = table.groupby("block").indices
    _each_at_once(drawn, [one for one in indices.items() if len(one[1]) >= 2], len(table) * draws)
    return pd.DataFrame(found, index=table.index, columns=COLUMNS).reindex(levels.index)


def rank_bands(intervals: pd.DataFrame, *, probability: float, tail_share: float) -> pd.Series:
    """What can be said of a rank: top, bottom, middle or not_distinguishable; missing where there is no interval.

    Takes the frame of `rank_intervals`. top / bottom: the chance of a place among the first / last ceil(units * tail_share) is at
    least `probability`. middle: the interval lies wholly between these two groups. Everything else is not_distinguishable.
    Example: 20 units, interval 5–16 -> middle; 2–16 -> not_distinguishable.
    """
    tail = end_group(intervals["units"].to_numpy(), tail_share)
    between = (intervals["low"] > tail) & (intervals["high"] <= intervals["units"] - tail)
    said = [
        intervals["low"].isna(),
        intervals["bottom"] >= probability,
        intervals["top"] >= probability,
        between,
    ]
    words = np.select(said, ["", "bottom", "top", "middle"], default="not_distinguishable")
    return pd.Series(words, index=intervals.index, dtype=object).replace("", None)
