"""Years in which so many units were merged or dissolved that their middle is no longer that of the year before."""

from __future__ import annotations

import pandas as pd

STAYED_SHARE = 0.75
"""Where fewer of last year's units are still there, the middle of all units is not compared over that year: a matter of drawing, not of judging."""


def regrouped_years(members: pd.DataFrame) -> list[int]:
    """Years in which so many units were merged or dissolved that their middle cannot be compared with the year before.

    In: `members` as in a `Standing` (unit, year, assessed), of the units in view. Example: of 4 units 2 are left a year later: that year.
    """
    return regrouped_by(members.assign(block=""), "block").get("", [])


def regrouped_by(members: pd.DataFrame, group: str) -> dict[str, list[int]]:
    """`regrouped_years` of every group (a column of `members`) at once; a group may be lacking where there are none."""
    rows = members[members["assessed"].to_numpy(bool) & members[group].notna().to_numpy()]
    codes, groups = pd.factorize(rows[group])
    one = {"group": codes, "unit": pd.factorize(rows["unit"])[0], "year": rows["year"].to_numpy()}
    units = pd.DataFrame(one).drop_duplicates().sort_values(["group", "unit", "year"])
    units["next"] = units.groupby(["group", "unit"])["year"].shift(-1)
    years = units.groupby(["group", "year"]).size().rename("all").reset_index()
    years["later"] = years.groupby("group")["year"].shift(-1)
    stays = units.merge(years, on=["group", "year"])
    stays = stays[stays["next"] == stays["later"]].groupby(["group", "year"]).size()
    stayed = pd.MultiIndex.from_frame(years[["group", "year"]]).map(stays).fillna(0).to_numpy()
    broken = years[years["later"].notna() & (stayed < STAYED_SHARE * years["all"])]
    found = broken.groupby("group")["later"]
    return {groups[code]: [int(year) for year in later] for code, later in found}
