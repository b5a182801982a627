"""What is said of a total that changed criteria cut, and of the sum of those that stayed: on Xu hướng and on a unit's page."""

from __future__ import annotations

import pandas as pd

from dashboard.assessment.kept_criteria import Kept, kept, kept_scores
from dashboard.assessment.made_once import made_once
from dashboard.assessment.standing import Standing
from dashboard.plan import KEPT, TOTAL, Plan
from dashboard.views import kept_words as words
from dashboard.wording.profile_words import WHY
from dashboard.writing import differences, formats


@made_once
def values(standing: Standing) -> pd.DataFrame:
    """The sum of what stayed of every unit assessed in the year, over the years that it compares: unit, year, value (0–1), stage."""
    table = standing.table[standing.table["assessed"]]
    kinds = table.set_index("unit")["kind"]
    found = kept_scores(standing.plan, standing.chosen, standing.scores, kinds, standing.year)
    stages = standing.scores[["unit", "year", "stage"]]
    return found.assign(value=found["score"] / 100).merge(stages, on=["unit", "year"], how="left")


def notes(standing: Standing, code: str, kind: str) -> list[str]:
    """What the total's line is cut by and what compares instead, or what the sum of what stayed is. In: the measure; a kind of unit ('' = all)."""
    kinds = [kind] if kind else list(standing.table["kind"].dropna().unique())
    found = {one: kept(standing.plan, one, standing.year) for one in kinds}
    known = list(dict.fromkeys(one for one in found.values() if one))
    if not known or code not in (TOTAL, KEPT):
        return []
    say = _cut if code == TOTAL else _about
    return [say(standing.plan, one) for one in known]


def unit_notes(standing: Standing, unit: str) -> list[str]:
    """How the unit went on the criteria that stayed, after why its total is cut; nothing without a cut."""
    kind = standing.by_unit[unit]["kind"]
    said = notes(standing, TOTAL, kind)
    own = values(standing)
    own = own[own["unit"] == unit].sort_values("year")
    if not said or len(own) < 2:
        return said
    first, last = own.iloc[0], own.iloc[-1]
    change = differences.moved(first["value"] * 100, last["value"] * 100)
    went = words.WENT.format(
        change=differences.delta_words(change, "điểm phần trăm"),
        before=formats.percent(first["value"]),
        first=int(first["year"]),
        now=formats.percent(last["value"]),
        last=int(last["year"]),
    )
    return [*said, went]


def _cut(plan: Plan, found: Kept) -> str:
    causes: dict[int, list[str]] = {}
    for one in found.cuts:
        said = f"{WHY[one.why]} {plan.criterion(one.criterion).label}"
        causes.setdefault(one.year, []).append(said)
    years = "; ".join(f"năm {year} {formats.listed(why)}" for year, why in causes.items())
    return words.CUT.format(causes=years, kept=_named(found), name=words.NAME)


def _about(plan: Plan, found: Kept) -> str:
    names = formats.listed([plan.criterion(one).label for one in found.criteria])
    return words.ABOUT.format(kept=_named(found), names=names)


def _named(found: Kept) -> str:
    return words.NAMED.format(
        first=found.first,
        last=found.last,
        criteria=formats.out_of(len(found.criteria), found.asked),
    )
