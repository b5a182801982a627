"""Rates of many units together: all forms added, block by block."""

from __future__ import annotations

import pandas as pd

from dashboard.writing import formats
from dashboard.writing.alphabet import alphabet_key

PROVINCE = "Cộng chung"


def pooled(rows: pd.DataFrame) -> dict[str, float]:
    """Counts added over units: units, satisfied, respondents, rate, very, very_of (forms of units that tell them apart), very_rate.

    Example: 80/100 and 9/20 satisfied give 89/120, not the mean of 80% and 45%.
    """
    telling = rows[rows["very"].notna()]
    satisfied, respondents, very, very_of = (
        rows["satisfied"].sum(),
        rows["respondents"].sum(),
        telling["very"].sum(),
        telling["respondents"].sum(),
    )
    return {
        "units": len(rows),
        "satisfied": satisfied,
        "respondents": respondents,
        "rate": satisfied / respondents if respondents else float("nan"),
        "very": very,
        "very_of": very_of,
        "very_rate": very / very_of if very_of else float("nan"),
    }


def by_block(rows: pd.DataFrame, fewest: int) -> pd.DataFrame:
    """`pooled` of each block by the alphabet and of all, first; a block under the least number of forms has counts but no rate."""
    every = pd.DataFrame([{"block": PROVINCE, **pooled(rows)}])
    blocks = pd.concat([every, _pooled_by_block(rows)], ignore_index=True)
    return blocks.assign(
        rate=blocks["rate"].where(blocks["respondents"] >= fewest),
        very_rate=blocks["very_rate"].where(blocks["very_of"] >= fewest),
        forms=[
            formats.out_of(*pair)
            for pair in blocks[["satisfied", "respondents"]].itertuples(index=False)
        ],
    )


def _pooled_by_block(rows: pd.DataFrame) -> pd.DataFrame:
    """`pooled` of every block at once, by the alphabet."""
    telling = rows["respondents"].where(rows["very"].notna(), 0)
    counts = rows.assign(units=1, very_of=telling)
    sums = counts.groupby("block")[["units", "satisfied", "respondents", "very", "very_of"]].sum()
    sums = sums.loc[sorted(sums.index, key=alphabet_key)].reset_index()
    return sums.assign(
        rate=sums["satisfied"] / sums["respondents"], very_rate=sums["very"] / sums["very_of"]
    )


def block_choices(rows: pd.DataFrame) -> dict[str, str]:
    """Blocks with forms, the one with the most units first: what the reader presses → block."""
    counts = rows["block"].value_counts(sort=False)
    ordered = sorted(counts.index, key=lambda block: (-counts[block], alphabet_key(block)))
    return {f"{block} ({formats.count(counts[block], 'đơn vị')})": block for block in ordered}
