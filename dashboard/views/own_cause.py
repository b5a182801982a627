"""Why, in a unit's own words: the newest limitation that it wrote in a report, quoted."""

from __future__ import annotations

import textwrap
from typing import Any

import pandas as pd

LETTERS = 150
RECENT = 2
"""How many years back a unit's words still count as its reason; what is older speaks of another time."""


def causes(written: pd.DataFrame, year: int) -> dict[str, str]:
    """Unit → “… (báo cáo 2025)”, of the newest report of the year or the two before it. In: the table `limitations`.

    Only what the unit itself wrote; nothing is guessed for who wrote nothing.
    """
    recent = written[
        (written["year"] <= year) & (written["year"] >= year - RECENT) & written["quote"].notna()
    ]
    newest: Any = (
        recent.sort_values("year", ascending=False, kind="stable")
        .drop_duplicates("unit")
        .itertuples(index=False)
    )
    return {one.unit: f"“{shortened(one.quote)}” (báo cáo {one.year})" for one in newest}


def shortened(text: str) -> str:
    """A quote of at most so many letters, whole words, the cut marked.

    >>> shortened("Một số công chức còn đi làm muộn."), len(shortened("muộn " * 100)) <= LETTERS
    ('Một số công chức còn đi làm muộn', True)
    """
    return textwrap.shorten(" ".join(text.split()).rstrip("."), LETTERS, placeholder=" […]")
