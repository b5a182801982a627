"""A person's yes and no to findings of a report: the rows as they are decided afterwards."""

from __future__ import annotations

import pandas as pd

from dashboard.views import reports_words as words


def with_all_sure(rows: pd.DataFrame) -> pd.DataFrame:
    """Every finding that needs no question is taken, what is taken already stays so."""
    return rows.assign(accepted=rows["accepted"] | rows["sure"])


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
