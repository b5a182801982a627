"""Which units the plan's rules would have inspected next: risk first, then a lot that anybody can repeat."""

from __future__ import annotations

import math
import random
from typing import NamedTuple

import pandas as pd

from dashboard.assessment.standing import Standing
from dashboard.plan import Inspections
from dashboard.wording import proposal_words as words
from dashboard.writing import formats

SLACK = 1e-9
INSPECTION_COLUMNS = ["unit", "name", "block", "how", "grounds", "last_inspected"]


class Drawn(NamedTuple):
    """Units proposed for inspection (`INSPECTION_COLUMNS`), the seed of the lot and how many units it was drawn from."""

    rows: pd.DataFrame
    seed: int
    lot_of: int


def inspections(standing: Standing, visits: pd.DataFrame) -> Drawn:
    """Units to inspect next: risk first, then a random part by lot. In: `visits` (unit, year, inspected_on).

    Risk: named flags, then watch flags, then a missing report, then the longest without a visit. The lot is `random.Random(seed).sample` of all
    codes in alphabetical order: it settles units of equal risk and draws the random part from those left, and anybody can repeat it.
    """
    rules = standing.plan.inspections
    if rules is None:
        return Drawn(pd.DataFrame(columns=INSPECTION_COLUMNS), 0, 0)
    pool = _to_visit(standing, visits, rules)
    wanted = min(
        math.ceil(rules.share * len(standing.table[standing.table["assessed"]]) - SLACK), len(pool)
    )
    chance = random.Random(rules.seed)
    shuffled = chance.sample(sorted(pool["unit"]), len(pool))
    pool = pool.assign(lot=pool["unit"].map({unit: place for place, unit in enumerate(shuffled)}))
    by_risk = pool[pool["risk"] > 0].sort_values(
        ["named", "watch", "missing", "last_inspected", "lot"],
        ascending=[False, False, False, True, True],
        kind="stable",
        na_position="first",
    )
    risky = by_risk.head(wanted - math.floor(rules.random_part * wanted))
    left = pool[~pool["unit"].isin(risky["unit"])]
    lot = set(left.sort_values("lot")["unit"].head(wanted - len(risky)))
    drawn = pool[pool["unit"].isin(lot)].sort_values("position", kind="stable")
    rows = pd.concat([risky.assign(how="risk"), drawn.assign(how="lot")], ignore_index=True)
    grounds = [
        _risk_words(one)
        if one.how == "risk"
        else words.LOT.format(seed=rules.seed, units=formats.count(len(left), "đơn vị"))
        for one in rows.itertuples(index=False)
    ]
    return Drawn(rows.assign(grounds=grounds)[INSPECTION_COLUMNS], rules.seed, len(left))


def _to_visit(standing: Standing, visits: pd.DataFrame, rules: Inspections) -> pd.DataFrame:
    """Assessed units not inspected within the free years, with the counts that make their risk."""
    table, flags = standing.table[standing.table["assessed"]], standing.flags
    last = visits[visits["year"] <= standing.year].groupby("unit")["year"].max()
    rows = table.assign(
        last_inspected=table["unit"].map(last),
        **{
            level: table["unit"]
            .map(flags[flags["level"] == level].groupby("unit").size())
            .fillna(0)
            .astype("int64")
            for level in ("named", "watch")
        },
    )
    rows = rows.assign(
        missing=rows["unit"]
        .isin(flags.loc[flags["rule"] == "missing_report", "unit"])
        .astype("int64")
    )
    rows = rows.assign(risk=rows["named"] + rows["watch"] + rows["missing"])
    return rows[~(rows["last_inspected"] > standing.year - rules.free_years)]


def _risk_words(one) -> str:
    said = [words.NAMED.format(number=formats.count(one.named))] if one.named else []
    said += [words.WATCHED.format(number=formats.count(one.watch))] if one.watch else []
    said += [words.MISSING] if one.missing else []
    said.append(
        words.LAST_VISIT.format(year=int(one.last_inspected))
        if not formats.is_missing(one.last_inspected)
        else words.NO_VISIT
    )
    return "; ".join(said)
