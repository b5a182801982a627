"""What units say of themselves in their reports: how often each kind recurs, and the words themselves. Never counted against anyone."""

from __future__ import annotations

import pandas as pd

from dashboard.assessment.standing import Standing
from dashboard.plan import Plan
from dashboard.views import lagging_words as words
from dashboard.views.limitation_names import limitation_names, listed_code
from dashboard.wording.sources import source_words
from dashboard.writing import formats
from dashboard.writing.nouns import worded


def named_kinds(plan: Plan, limitations: pd.DataFrame) -> pd.Series:
    """The Vietnamese name of each row's category; one that nobody knows stands as it was written."""
    names = limitation_names(plan)
    codes = limitations["category"].map(lambda code: listed_code(plan, code), na_action="ignore")
    return codes.map(lambda code: names.get(code, code), na_action="ignore").fillna(names["khac"])


def recurring(plan: Plan, limitations: pd.DataFrame, units: pd.Series, year: int) -> pd.DataFrame:
    """Each kind up to a year, the most widespread of that year first: kind, now (units in the year), before (units in the year before),
    units (in all years), years (in how many years anybody wrote it).

    In: the table of limitations; `units` in view. A unit that writes the same twice is counted once.
    """
    own = limitations[limitations["unit"].isin(units) & (limitations["year"] <= year)]
    own = own.assign(kind=named_kinds(plan, own))
    by_kind = own.groupby("kind")
    counts = pd.DataFrame(
        {
            "now": _units_of(own, year),
            "before": _units_of(own, year - 1),
            "units": by_kind["unit"].nunique(),
            "years": by_kind["year"].nunique(),
        }
    )
    counts = counts.fillna(0).astype("int64").rename_axis("kind").reset_index()
    return counts.sort_values(["now", "units"], ascending=False, kind="stable").reset_index(
        drop=True
    )


def _units_of(own: pd.DataFrame, year: int) -> pd.Series:
    return own[own["year"] == year].groupby("kind")["unit"].nunique()


def finding(kinds: pd.DataFrame, year: int) -> str:
    """“Năm 2025, đơn vị nêu nhiều nhất: Tinh thần trách nhiệm (11 đơn vị), Nhận thức về phong trào (10 đơn vị).”"""
    now = kinds[kinds["now"] > 0].head(2)
    if now.empty:
        return words.OWN_WORDS_NONE.format(year=year)
    kinds_said = [f"{one.kind} ({formats.count(one.now, 'đơn vị')})" for one in now.itertuples()]
    return f"Năm {year}, các {worded('đơn vị')} tự nêu nhiều nhất: {formats.listed(kinds_said)}."


def quotes(standing: Standing, limitations: pd.DataFrame, units: pd.Series) -> pd.DataFrame:
    """The words of the year: unit, name, block, kind, quote, place, source; units in their protocol order."""
    own = limitations[limitations["unit"].isin(units) & (limitations["year"] == standing.year)]
    rows = (
        own.assign(kind=named_kinds(standing.plan, own))
        .merge(standing.table[["unit", "name", "block", "position"]], on="unit")
        .sort_values("position", kind="stable")
    )
    sources = [
        source_words(*place) for place in rows[["file", "sheet", "cell"]].itertuples(index=False)
    ]
    return rows.assign(source=sources)[
        ["unit", "name", "block", "kind", "quote", "place", "source"]
    ]


def years_until(plan: Plan, year: int) -> int:
    """How many years of the plan there are up to a year."""
    return sum(one <= year for one in plan.years)


def drawn(year: int) -> str:
    """What the chart of recurring kinds draws."""
    return f"Số {worded('đơn vị')} nêu trong báo cáo năm {year} (vạch đứng: năm {year - 1}); bên phải: số năm có {worded('đơn vị')} nêu loại này"
