"""A person's yes and no to findings of a report: the rows as they are decided afterwards."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from dashboard.views import reports_words as words


def with_all_sure(rows: pd.DataFrame, refused: Collection[int] = ()) -> pd.DataFrame:
    """Every finding that needs no question is taken, what is taken already stays so, and so does what was refused. In: the rows (0 is the first) that were answered with no."""
    return rows.assign(accepted=rows["accepted"] | (rows["sure"] & ~rows.index.isin(refused)))


def answered(kind: str, rows: pd.DataFrame, place: int, *, accepted: bool) -> pd.DataFrame:
    """One finding taken or not. Of the figures for one criterion and year one can be taken: a yes to one takes the others back."""
    made = rows.copy()
    if accepted and kind == "indicators":
        own, figures = rows.loc[place], rows[rows["note"] != words.STATEMENT]
        same = (figures["criterion"] == own["criterion"]) & (figures["year"] == own["year"])
        if place in figures.index:
            made.loc[figures.index[same], "accepted"] = False
    made.loc[place, "accepted"] = accepted
    return made
