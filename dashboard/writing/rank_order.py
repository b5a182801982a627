"""The order in which ranked units stand in every list: a score that is not appraised never leads one."""

from __future__ import annotations

import pandas as pd

from dashboard.writing.alphabet import alphabet_key
from dashboard.writing.stages import is_provisional


def in_order(table: pd.DataFrame) -> pd.DataFrame:
    """Rows by rank, the appraised ones first, then those whose rank is provisional, then the unranked; ties by the Vietnamese alphabet.

    In: rows of one block of `Standing.table` with name, rank and stage.
    Example: ranks 1 (self-scored), 2 and 3 (appraised) stand as 2, 3, 1.
    """
    ordered = table.assign(_place=place(table), _name=table["name"].map(alphabet_key))
    ordered = ordered.sort_values(["_place", "rank", "_name"], kind="stable")
    return ordered.drop(columns=["_place", "_name"]).reset_index(drop=True)


def place(table: pd.DataFrame) -> pd.Series:
    """Which part of a list a row belongs to: 0 ranked by appraised figures, 1 ranked provisionally, 2 unranked."""
    waits = table["stage"].map(is_provisional).astype(int)
    return waits.where(table["rank"].notna(), 2)


def judged(table: pd.DataFrame) -> pd.DataFrame:
    """The ranked rows that may be called the highest or the lowest: the appraised; where none is, all of them."""
    places = place(table)
    return table[places == 0] if (places == 0).any() else table[places == 1]
