"""How lines are called: a unit's name, with the years in which it lived where it must be told from another."""

from __future__ import annotations

import pandas as pd

from dashboard.assessment.made_once import made_once
from dashboard.assessment.standing import Standing
from dashboard.views.unit_names import short_names
from dashboard.writing.alphabet import alphabet_key


@made_once
def unit_names(standing: Standing) -> dict[str, str]:
    """Codes → names by which units are told apart, by the alphabet; bodies of the same name carry the years in which they were assessed."""
    lives = (
        standing.members.sort_values(["assessed", "year"], kind="stable")
        .groupby("unit")
        .agg(name=("name", "last"))
        .reset_index()
    )
    years = (
        standing.members[standing.members["assessed"]].groupby("unit")["year"].agg(["min", "max"])
    )
    twice = lives["name"].duplicated(keep=False)
    lives["label"] = [
        f"{name}{_years_words(standing, years, unit)}" if again else name
        for unit, name, again in zip(lives["unit"], lives["name"], twice, strict=True)
    ]
    again = lives["label"].duplicated(keep=False)
    lives.loc[again, "label"] = lives["label"][again] + " " + lives["unit"][again]
    return dict(
        sorted(
            zip(lives["unit"], lives["label"], strict=True), key=lambda pair: alphabet_key(pair[1])
        )
    )


@made_once
def drawn_names(standing: Standing) -> dict[str, str]:
    """Codes → what pictures call units: the short name where no other unit of any year bears it, else as `unit_names`."""
    lives = standing.members.sort_values("year", kind="stable").drop_duplicates("unit", keep="last")
    label = unit_names(standing)
    told = short_names(lives.assign(name=lives["unit"].map(label)))
    return {unit: told[unit] for unit in label}


def called(standing: Standing, rows: pd.DataFrame) -> pd.DataFrame:
    """Rows (unit, name) under the names that pictures call them by."""
    return rows.assign(name=rows["unit"].map(drawn_names(standing)).fillna(rows["name"]))


def _years_words(standing: Standing, years: pd.DataFrame, unit: str) -> str:
    if unit not in years.index:
        return ""
    first, last = years.loc[unit]
    return f" (từ {first})" if last == standing.plan.last_year else f" ({first}–{last})"
