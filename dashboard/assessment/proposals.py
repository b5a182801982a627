"""What the plan's rules would propose: units to commend and units to inspect. Proposals with their grounds; people decide."""

from __future__ import annotations

import math
import random
from typing import Any, NamedTuple

import pandas as pd

from dashboard.assessment.standing import Standing
from dashboard.plan import Inspections, Milestone, Plan
from dashboard.plan.parts import RewardRule, Rewards
from dashboard.wording import proposal_words as words
from dashboard.writing import formats

SLACK = 1e-9
REWARD_COLUMNS = [
    "unit",
    "name",
    "block",
    "form",
    "result",
    "score",
    "class_name",
    "rank",
    "rank_of",
    "staff",
    "first",
    "individuals",
    "tied",
    "grounds",
]
INSPECTION_COLUMNS = ["unit", "name", "block", "how", "grounds", "last_inspected"]


class Drawn(NamedTuple):
    """Units proposed for inspection (`INSPECTION_COLUMNS`), the seed of the lot and how many units it was drawn from."""

    rows: pd.DataFrame
    seed: int
    lot_of: int


def commendations(standing: Standing, milestone: Milestone) -> pd.DataFrame:
    """Units that the plan's rules propose, form by form from the highest, block by block: columns `REWARD_COLUMNS`; empty without rules.

    `result` is what counts at the milestone (the year's score, or the mean of the period), `score` the year's own. Inside a class small
    collectives and front-line units come `first`. A block proposes at most its quota; units that tie with the last one are all listed
    (`tied`), since no rule tells them apart. A unit gets its highest form only.
    """
    plan = standing.plan
    if plan.rewards is None:
        return pd.DataFrame(columns=REWARD_COLUMNS)
    pool, parts = _candidates(standing, milestone, plan.rewards), []
    taken: set[str] = set()
    sizes = standing.table[standing.table["assessed"]].groupby("block").size()
    for rule in plan.rewards.rules:
        if rule.milestones and milestone.code not in rule.milestones:
            continue
        able = _able(plan, rule, pool[~pool["unit"].isin(taken)])
        chosen = [
            _first(part, quota(rule, int(sizes[block])))
            for block, part in able.groupby("block", sort=False)
        ]
        found = pd.concat(chosen) if chosen else able.assign(tied=False)
        parts.append(found.assign(form=rule.form, individuals=rule.individuals))
        taken |= set(found["unit"])
    if not parts:
        return pd.DataFrame(columns=REWARD_COLUMNS)
    every = pd.concat(parts, ignore_index=True)
    return every.assign(grounds=[_grounds(standing, one) for one in every.itertuples(index=False)])[
        REWARD_COLUMNS
    ]


def quota(rule: RewardRule, units: int) -> int:
    """How many units a block of so many may propose. Example: 20 % of 27 units, at least 1, at most 5: 5."""
    allowed = max(rule.at_least, math.floor(rule.share * units + SLACK))
    return allowed if rule.at_most is None else min(allowed, rule.at_most)


def _candidates(standing: Standing, milestone: Milestone, rewards: Rewards) -> pd.DataFrame:
    """Appraised units with a result and no named flag, with `result`, its `class_name`, whether they come `first`, in the order of proposing."""
    plan, table = standing.plan, standing.table
    named = set(standing.flags.loc[standing.flags["level"] == "named", "unit"])
    result = table["period_score"] if milestone.result == "period_mean" else table["score"]
    classes: list[Any] = [plan.class_of(one) for one in result]
    rows = table.assign(result=result, class_name=classes)
    rows = rows[
        rows["assessed"]
        & rows["result"].notna()
        & (rows["stage"] == "appraised")
        & ~rows["unit"].isin(named)
    ]
    small = (rows["staff"] <= rewards.small_staff).fillna(False).astype(bool)
    rows = rows.assign(
        first=small | rows["kind"].isin(rewards.front_line),
        cut=rows["class_name"].map(_cuts(plan)),
    )
    return rows.sort_values(
        ["cut", "first", "result", "position"], ascending=[False, False, False, True], kind="stable"
    )


def _cuts(plan: Plan) -> dict[str, float]:
    return {one.name: one.min for one in plan.classes}


def _able(plan: Plan, rule: RewardRule, pool: pd.DataFrame) -> pd.DataFrame:
    """Those who reach the rule's class and are of its kinds."""
    least = next(one.min for one in plan.classes if one.code == rule.from_class)
    able = pool[pool["result"] >= least - SLACK]
    return able[able["kind"].isin(rule.kinds)] if rule.kinds else able


def _first(part: pd.DataFrame, allowed: int) -> pd.DataFrame:
    """The first `allowed` of a block in the order of proposing, and all that tie with the last of them."""
    if allowed == 0 or part.empty:
        return part.head(0).assign(tied=False)
    last = part.iloc[min(allowed, len(part)) - 1]
    same = (
        (part["cut"] == last["cut"])
        & (part["first"] == last["first"])
        & ((part["result"] - last["result"]).abs() <= SLACK)
    )
    chosen = part.iloc[:allowed].index.union(part.index[same], sort=False)
    return part.loc[part.index.isin(chosen)].assign(tied=bool(len(chosen) > allowed) & same)


def _grounds(standing: Standing, one) -> str:
    said = [
        words.CLASS.format(class_name=one.class_name, result=formats.points(one.result)),
        words.YEAR.format(year=standing.year, score=formats.points(one.score)),
    ]
    said += (
        [words.RANK.format(rank=formats.out_of(one.rank, one.rank_of))]
        if not formats.is_missing(one.rank)
        else []
    )
    said += [words.FIRST.format(staff=formats.count(one.staff, "người"))] if one.first else []
    said += (
        [words.SATISFIED.format(forms=formats.out_of(one.satisfied, one.respondents, "phiếu"))]
        if one.respondents and not formats.is_missing(one.respondents)
        else []
    )
    said += [words.NO_FLAG] + ([words.TIED] if one.tied else [])
    return "; ".join(said)


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
