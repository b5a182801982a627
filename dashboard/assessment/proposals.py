"""What the plan's rules would propose for commendation, and what became of everybody else. Proposals with their grounds, no awards; people decide."""

from __future__ import annotations

import math
from typing import Any, NamedTuple

import pandas as pd

from dashboard.assessment.commending import NOTHING_KNOWN, SLACK, Known, case_of, cut_of, rules_of
from dashboard.assessment.eligibility import answers
from dashboard.assessment.like_for_like import MERGED
from dashboard.assessment.standing import Standing
from dashboard.plan import Milestone, Plan
from dashboard.plan.parts import RewardRule, Rewards
from dashboard.wording import proposal_words as words
from dashboard.writing import formats

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
    "places",
    "even_with",
    "basis",
    "grounds",
]
OTHER_COLUMNS = ["unit", "name", "block", "reason", "why"]
EVEN, BEYOND = "even", "beyond"


class Proposals(NamedTuple):
    """`rows`: the units proposed (`REWARD_COLUMNS`), block by block in each form. `others`: every other unit of the year once (`OTHER_COLUMNS`):

    `even` (may be proposed, and the ranks do not tell it from one that is: the council chooses), `beyond` (may be proposed, behind the quota),
    else the code of a reason of `eligibility.REASONS`. Both together are all units of the year's table.
    """

    rows: pd.DataFrame
    others: pd.DataFrame


def commendations(
    standing: Standing, milestone: Milestone, known: Known = NOTHING_KNOWN
) -> pd.DataFrame:
    """The `rows` of `propose`."""
    return propose(standing, milestone, known).rows


def propose(standing: Standing, milestone: Milestone, known: Known = NOTHING_KNOWN) -> Proposals:
    """Units that the plan's rules propose, form by form from the highest, block by block, and all others; both empty without rules.

    `result` is what counts at the milestone (`like_for_like.period_results`), `score` the year's own; both must reach the class of the form.
    Inside a class small collectives and front-line units come `first`. A block proposes at most its quota; units that tie with the last one
    are all listed (`tied`), `places` is the quota. `even_with` counts the units not proposed from which the ranks do not separate this one. A unit gets its highest form only.
    """
    if standing.plan.rewards is None:
        return Proposals(pd.DataFrame(columns=REWARD_COLUMNS), pd.DataFrame(columns=OTHER_COLUMNS))
    case = case_of(standing, milestone, known)
    told = answers(case)
    able = set(told.loc[told["reason"] == "", "unit"])
    pool = _pool(standing.plan, standing.plan.rewards, case.rows.reset_index(), able)
    chosen, even = _chosen(standing, rules_of(standing.plan, milestone), pool)
    return Proposals(_with_grounds(standing, chosen), _others(told, chosen, even))


def quota(rule: RewardRule, units: int) -> int:
    """How many units a block of so many may propose. Example: 20 % of 27 units, at least 1, at most 5: 5."""
    allowed = max(rule.at_least, math.floor(rule.share * units + SLACK))
    return allowed if rule.at_most is None else min(allowed, rule.at_most)


def _pool(plan: Plan, rewards: Rewards, rows: pd.DataFrame, able: set[str]) -> pd.DataFrame:
    """Who may be proposed, with `class_name`, `cut` of it and whether they come `first`, in the order of proposing."""
    rows = rows[rows["unit"].isin(able)]
    classes: list[Any] = [plan.class_of(one) for one in rows["least"]]
    cuts: dict[Any, float] = {one.name: one.min for one in plan.classes}
    small = (rows["staff"] <= rewards.small_staff).fillna(False).astype(bool)
    rows = rows.assign(
        class_name=classes,
        cut=pd.Series(classes, rows.index, dtype=object).map(cuts),
        first=small | rows["kind"].isin(rewards.front_line),
    )
    return rows.sort_values(
        ["cut", "first", "result", "position"], ascending=[False, False, False, True], kind="stable"
    )


def _chosen(
    standing: Standing, rules: list[RewardRule], pool: pd.DataFrame
) -> tuple[pd.DataFrame, set[str]]:
    """The units proposed rule by rule, and those not proposed that the ranks do not tell from one that is."""
    sizes = standing.table[standing.table["assessed"]].groupby("block").size()
    parts, even = (
        [pool.iloc[:0].assign(form="", individuals=0, tied=False, places=0, even_with=0)],
        set(),
    )
    left = pool
    for rule in rules:
        able = _able(standing.plan, rule, left)
        for block, part in able.groupby("block", sort=False):
            places = quota(rule, int(sizes[block]))
            found, beside = _told_apart(part, _first(part, places).assign(places=places))
            even |= beside
            parts.append(found.assign(form=rule.form, individuals=rule.individuals))
        left = left[~left["unit"].isin(pd.concat(parts)["unit"])]
    chosen = pd.concat([part for part in parts if len(part)] or parts, ignore_index=True)
    return chosen, even - set(chosen["unit"])


def _able(plan: Plan, rule: RewardRule, pool: pd.DataFrame) -> pd.DataFrame:
    """Those who reach the rule's class and are of its kinds."""
    able = pool[pool["least"] >= cut_of(plan, rule.from_class) - SLACK]
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
    return part.loc[part.index.isin(chosen)].assign(tied=same & (len(chosen) > allowed))


def _told_apart(part: pd.DataFrame, found: pd.DataFrame) -> tuple[pd.DataFrame, set[str]]:
    """The units found with `even_with`, and the others of the block that are even with one of them.

    Only inside a class, and among those who come first or those who do not: there the points alone decide, and the ranks say how far points can.
    """
    even: set[str] = set()
    counts: list[int] = []
    others = part.loc[~part.index.isin(found.index)]
    for one in found.to_dict("records"):
        rivals = others[(others["cut"] == one["cut"]) & (others["first"] == one["first"])]
        near = rivals[~(rivals["rank_low"] > one["rank_high"]) & rivals["rank_low"].notna()]
        near = near if not formats.is_missing(one["rank_high"]) else rivals.iloc[:0]
        counts.append(len(near))
        even |= set(near["unit"])
    return found.assign(even_with=counts), even


def _others(told: pd.DataFrame, chosen: pd.DataFrame, even: set[str]) -> pd.DataFrame:
    left = told[~told["unit"].isin(chosen["unit"])]
    able = left["reason"] == ""
    is_even = able & left["unit"].isin(even)
    beyond = able & ~is_even
    return left.assign(
        reason=left["reason"].mask(is_even, EVEN).mask(beyond, BEYOND),
        why=left["why"].mask(is_even, words.IS_EVEN).mask(beyond, words.IS_BEYOND),
    )[OTHER_COLUMNS].reset_index(drop=True)


def _with_grounds(standing: Standing, chosen: pd.DataFrame) -> pd.DataFrame:
    rows: Any = chosen.itertuples(index=False)
    return chosen.assign(grounds=[_grounds(standing, one) for one in rows])[REWARD_COLUMNS]


def _grounds(standing: Standing, one: Any) -> str:
    said = [
        words.CLASS.format(
            class_name=one.class_name, result=standing.plan.scale.written(one.result)
        ),
        words.YEAR.format(year=standing.year, score=standing.plan.scale.written(one.score)),
        *([words.MERGED.format(parents=one.parents)] if one.basis == MERGED else []),
        *([] if formats.is_missing(one.rank) else [_rank_words(one)]),
        *([words.FIRST.format(staff=formats.count(one.staff, "người"))] if one.first else []),
    ]
    if one.respondents and not formats.is_missing(one.respondents):
        forms = formats.out_of(one.satisfied, one.respondents, "phiếu")
        said.append(words.SATISFIED.format(forms=forms))
    said += [words.TIED] if one.tied else []
    if one.even_with:
        said.append(words.EVEN_WITH.format(units=formats.count(one.even_with, "đơn vị")))
    return "; ".join(said)


def _rank_words(one: Any) -> str:
    """The rank, and from where to where it could be: an order only as far as the points carry it."""
    rank = formats.out_of(one.rank, one.rank_of)
    if formats.is_missing(one.rank_low) or one.rank_low == one.rank_high:
        return words.RANK.format(rank=rank)
    return words.RANK_BETWEEN.format(
        rank=rank, low=formats.count(one.rank_low), high=formats.count(one.rank_high)
    )
