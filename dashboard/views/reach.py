"""How many units reached the milestone that each year looks at, by appraised scores and by their own alone."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from dashboard.assessment import milestones, statuses
from dashboard.assessment.comparability import breaks
from dashboard.assessment.standing import Standing
from dashboard.assessment.tally import DONE
from dashboard.inference.rates import newcombe
from dashboard.plan import TOTAL
from dashboard.views.regrouped import regrouped_years
from dashboard.writing import formats

COLUMNS = ["year", "stone", "goal", "done", "own", "units", "share"]


class Before(NamedTuple):
    """The reach that the shown one is held against. `same_goal`: both years ask the same points. `why_not`: the year from which the total is scored anew, None where the two can be compared; `regrouped`: many of its units have been merged or dissolved since."""

    year: int
    goal: str
    done: int
    units: int
    same_goal: bool
    why_not: int | None
    regrouped: bool


def by_year(standing: Standing, values: pd.DataFrame, members: pd.DataFrame) -> pd.DataFrame:
    """One row a year with scores, up to the one looked at: year, stone (the milestone of that very year, ''), goal (“75”; '' where kinds differ), done, own (those of them that are not wholly appraised), units (assessed), share (0–1).

    In: `series.unit_values` of the total and `series.members_until`, both of the units in view. A year looks at its next milestone with a
    target, after the last at that one: the goal that its statuses are about.
    """
    names = {one.year: one.name for one in standing.plan.milestones if one.kind != "annual"}
    rows = []
    for year in sorted(values["year"].unique()):
        assessed = members[(members["year"] == year) & members["assessed"]]
        scores = values[(values["year"] == year) & values["unit"].isin(assessed["unit"])]
        goals = _goals(standing, assessed, year)
        if not goals or not len(assessed):
            continue
        done = scores[_done(standing, scores, goals)]
        own, units = int((done["stage"] != "appraised").sum()), len(assessed)
        asked = {formats.number(one.value, None) for one in goals.values()}
        goal = asked.pop() if len(asked) == 1 else ""
        share = len(done) / units
        rows.append((int(year), names.get(year, ""), goal, len(done), own, units, share))
    return pd.DataFrame(rows, columns=COLUMNS)


def _goals(
    standing: Standing, assessed: pd.DataFrame, year: int
) -> dict[str | None, milestones.Goal]:
    """Kind of unit → the goal that the year looks at, of the kinds that have one."""
    found = {
        kind: milestones.next_goal(
            milestones.goals(standing.plan, TOTAL, kind, year, standing.as_of), year
        )
        for kind in assessed["kind"].unique()
    }
    return {kind: goal for kind, goal in found.items() if goal is not None}


def _done(
    standing: Standing, scores: pd.DataFrame, goals: dict[str | None, milestones.Goal]
) -> np.ndarray:
    """Which scores reach their goal, by the same bounds as the statuses."""
    done = np.zeros(len(scores), dtype=bool)
    for kind, goal in goals.items():
        of_kind = (scores["kind"] == kind).to_numpy()
        part = scores[of_kind]
        low, high = part["low"].to_numpy(float), part["high"].to_numpy(float)
        status = statuses.bounded_status(low, high, low * np.nan, goal, standing.plan.limits)
        done[of_kind] = np.isin(status, DONE)
    return done


def before(standing: Standing, reached: pd.DataFrame, members: pd.DataFrame) -> Before | None:
    """What the year's reach is held against: in a milestone's year the milestone before it, else the newest earlier year that asks the same points; None where there is none.

    In: `by_year`, `series.members_until` of the units in view.
    """
    now = reached[reached["year"] == standing.year]
    earlier = reached[reached["year"] < standing.year]
    if now.empty or earlier.empty:
        return None
    asked = _milestone_years(standing)
    stones = earlier[earlier["year"].isin(asked)] if standing.year in asked else earlier.iloc[:0]
    same = earlier[(earlier["goal"] == now["goal"].iloc[0]) & (earlier["goal"] != "")]
    found = stones if len(stones) else same
    if found.empty:
        return None
    one = found.iloc[-1]
    first = int(one["year"])
    kinds = members.loc[members["year"] == standing.year, "kind"].unique()
    between = range(first + 1, standing.year + 1)
    anew = [
        cut.year
        for kind in kinds
        for cut in breaks(standing.plan, TOTAL, kind)
        if cut.year in between
    ]
    return Before(
        first,
        str(one["goal"]),
        int(one["done"]),
        int(one["units"]),
        bool(one["goal"] == now["goal"].iloc[0]),
        max(anew, default=None),
        any(year in between for year in regrouped_years(members)),
    )


def _milestone_years(standing: Standing) -> set[int]:
    """Years of milestones that ask something of the total."""
    return {
        one.year
        for one in standing.plan.milestones
        if any(target.measure == TOTAL for target in one.targets)
    }


def difference(done: int, units: int, earlier: Before, confidence: float) -> int:
    """1 where the share is surely higher than the earlier one, −1 where surely lower, 0 where the two cannot be told apart.

    Newcombe's interval of the difference; units that are there twice make it too wide, never too narrow.
    Example: 77 of 101 after 141 of 189 is 0 (−0,09 to +0,12), 90 of 101 after 141 of 189 is 1.
    """
    low, high = newcombe(done, units, earlier.done, earlier.units, confidence)
    return int(low > 0) - int(high < 0)
