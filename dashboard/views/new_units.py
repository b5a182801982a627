"""Units that a change founds: from which day, in which block, what is due of them."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from dashboard.assessment.lineage import on_todays_boundaries, predecessors
from dashboard.assessment.standing import Records
from dashboard.plan import Plan
from dashboard.views import units_words as words
from dashboard.writing import formats


def new_units(
    plan: Plan, tables: Mapping[str, pd.DataFrame], records: Records, surveys: pd.DataFrame
) -> pd.DataFrame:
    """The units that a change makes: name, kind, since, family (who they come from), block (of their first year in one), reports (due of them), comparable (years whose ballots add up to theirs).

    In: the tables to store; the records with them; `Standing.surveys` of the last year, which hold every year.
    """
    made = tables.get("units", pd.DataFrame(columns=["unit"]))
    names = records.units.set_index("unit")["name"].to_dict()
    pairs = tables.get("lineage", pd.DataFrame(columns=["before", "after"]))
    born = made[made["unit"].isin(pairs["after"]) | _is_founded(made, pairs)]
    like = on_todays_boundaries(surveys, records.lineage)
    kinds = {one.code: one.name for one in plan.kinds}
    every = records.units.set_index("unit")
    rows = [
        {
            "name": names[unit],
            "kind": kinds.get(every.at[unit, "kind"]),
            "since": every.at[unit, "valid_from"],
            "family": formats.listed(
                [names.get(one, one) for one in predecessors(records.lineage, unit)]
            ),
            "block": _first_block(records.unit_years, unit),
            "reports": _due(plan, every.loc[unit]),
            "comparable": formats.listed(
                sorted({str(year) for year in like.loc[like["unit"] == unit, "year"]})
            ),
        }
        for unit in born["unit"]
    ]
    frame = pd.DataFrame(rows, columns=list(words.NEW_UNIT_COLUMNS))
    return frame.replace("", None)


def _is_founded(made: pd.DataFrame, pairs: pd.DataFrame) -> pd.Series:
    """Units that begin with these rows and end none."""
    if "valid_from" not in made:
        return pd.Series(False, index=made.index)
    return made["valid_from"].notna() & ~made["unit"].isin(pairs["before"])


def _first_block(unit_years: pd.DataFrame, unit: str) -> str | None:
    own = unit_years[(unit_years["unit"] == unit) & unit_years["block"].notna()]
    return own.sort_values("year")["block"].iloc[0] if len(own) else None


def _due(plan: Plan, unit: pd.Series) -> str:
    """“Báo cáo năm 2025 (hạn 15/12/2025)”: what the unit must file while it lives."""
    return "; ".join(
        words.DUE.format(name=one.name, due=formats.date(one.due))
        for one in plan.reports
        if (not one.kinds or unit["kind"] in one.kinds)
        and (pd.isna(unit["valid_from"]) or unit["valid_from"] <= pd.Timestamp(one.due))
        and (pd.isna(unit["valid_to"]) or unit["valid_to"] >= pd.Timestamp(one.due))
    )
