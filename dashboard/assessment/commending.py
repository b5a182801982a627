"""What decides who may be proposed for commendation: a standing at its milestone, what stands beside it, the shape of a reason why not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

import pandas as pd

from dashboard.assessment.like_for_like import period_results
from dashboard.assessment.standing import Standing
from dashboard.assessment.with_results import first_of_period
from dashboard.plan import Milestone, Plan

SLACK = 1e-9
NO_LINEAGE = pd.DataFrame(columns=["before", "after", "on", "kind", "document"])
NO_DISCIPLINE = pd.DataFrame(columns=["id", "unit", "year", "step", "on", "document", "what"])

NO_NOMINEES = pd.DataFrame(
    columns=["id", "milestone", "unit", "person", "post", "form", "achievement", "step"]
)


class Known(NamedTuple):
    """What stands beside a standing and decides who is considered: rows of the store's `lineage` and `disciplines`."""

    lineage: pd.DataFrame = NO_LINEAGE
    disciplines: pd.DataFrame = NO_DISCIPLINE


NOTHING_KNOWN = Known()


class Case(NamedTuple):
    """What the reasons look at. `rows`: `Standing.table` by unit with result, basis, parents, why_not, least (the lower of the result and the year's score)."""

    standing: Standing
    milestone: Milestone
    known: Known
    rows: pd.DataFrame

    @property
    def first_year(self) -> int:
        """The first year that counts at the milestone."""
        if self.milestone.result != "period_mean":
            return self.standing.year
        return first_of_period(self.standing.plan, self.standing.year)


@dataclass(frozen=True)
class Reason:
    """Why units are not considered: `find` gives the sentence of each to whom it applies; `counted` heads their number (“không đạt mốc”)."""

    code: str
    counted: str
    find: Callable[[Case], Mapping[str, str]]


def case_of(standing: Standing, milestone: Milestone, known: Known) -> Case:
    """The case of a milestone in the standing of its year."""
    results = period_results(standing, milestone, known.lineage).set_index("unit")
    rows = standing.table.set_index("unit").join(results)
    return Case(
        standing, milestone, known, rows.assign(least=rows[["result", "score"]].min(axis=1))
    )


def rules_of(plan: Plan, milestone: Milestone) -> list:
    """The plan's rules of commendation that hold at a milestone, the highest form first."""
    rules = plan.rewards.rules if plan.rewards else ()
    return [one for one in rules if not one.milestones or milestone.code in one.milestones]


def cut_of(plan: Plan, code: str) -> float:
    """The least score of a class."""
    return next(one.min for one in plan.classes if one.code == code)
