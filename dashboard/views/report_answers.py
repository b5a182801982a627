"""A person's yes and no to findings of a report: the rows as they are decided afterwards."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import pandas as pd

from dashboard.views import edited_cells
from dashboard.views import reports_words as words

BY = "number"
"""The column by which rows of findings are told apart."""


def as_left(shown: pd.DataFrame, edits: Mapping[str, Any]) -> edited_cells.Laid:
    """The findings with the edits that were made of them. Where a person typed over a cell that says another thing now (another year was chosen) the edit is left out, and its finding waits again."""
    laid = edited_cells.with_edits(shown, edits, BY)
    again = laid.table[BY].astype("str").isin([row for row, _ in laid.left])
    return laid._replace(table=laid.table.assign(accepted=laid.table["accepted"] & ~again))


def with_all_sure(rows: pd.DataFrame, refused: Collection[int] = ()) -> pd.DataFrame:
    """Every finding that needs no question is taken, what is taken already stays so, and so does what was refused. In: the rows (0 is the first) that were answered with no."""
    return rows.assign(accepted=rows["accepted"] | (rows["sure"] & ~rows.index.isin(refused)))


def answered(kind: str, rows: pd.DataFrame, place: int, *, accepted: bool) -> pd.DataFrame:
    """One finding taken or not. Of the figures for one criterion and year one can be taken: a yes to one takes the others back."""
    made = rows.copy()
    if accepted and kind == "indicators":
        made.loc[rivals_of(rows, place), "accepted"] = False
    made.loc[place, "accepted"] = accepted
    return made


def rivals_of(figures: pd.DataFrame, place: int) -> pd.Index:
    """The other figures for the criterion and year of one, of which one alone can be taken; none of a statement."""
    own, rated = figures.loc[place], figures[figures["note"] != words.STATEMENT]
    same = (rated["criterion"] == own["criterion"]) & (rated["year"] == own["year"])
    return (
        rated.index[same].drop(place, errors="ignore") if place in rated.index else rated.index[:0]
    )
