"""The score of a group of criteria in the points that the plan gives it: what is written of one group by itself."""

from __future__ import annotations

import pandas as pd

from dashboard.plan import Plan
from dashboard.plan.scale import HUNDRED

SCORES = ("score", "score_low", "score_high")


def in_points(plan: Plan, group_scores: pd.DataFrame, group: str) -> pd.DataFrame:
    """The rows of one group with score, score_low, score_high on its own scale; the same where the plan shows everything of 100.

    In: `Standing.group_scores` (per cent of what a group can give). Example: 81 of a group of ten points is 8,1.
    """
    own = group_scores[group_scores["group"] == group]
    worth = plan.scale_of(group).top / HUNDRED
    return own if worth == 1 else own.assign(**{one: own[one] * worth for one in SCORES})
