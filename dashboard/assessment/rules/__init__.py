"""Which units are flagged, by which rule, at which level, and the sentence that says why. One function a rule; `RULES` is the list."""

from __future__ import annotations

import pandas as pd

from dashboard.assessment.rules.case import COLUMNS, Case
from dashboard.assessment.rules.facts import (
    below_target,
    late_report,
    limitation,
    missing_report,
    staff_share,
)
from dashboard.assessment.rules.inferred import falling, funnel, peers, target

RULES = (
    target,
    falling,
    below_target,
    peers,
    funnel,
    staff_share,
    missing_report,
    late_report,
    limitation,
)
LEVEL_ORDER = {"named": 0, "watch": 1, "fact": 2, "info": 3}


def found(case: Case) -> pd.DataFrame:
    """All flags of the year, gravest first, units in their protocol order: columns of `case.COLUMNS`."""
    parts = [part for part in (rule(case) for rule in RULES) if not part.empty]
    if not parts:
        return pd.DataFrame(columns=COLUMNS)
    every = pd.concat(parts, ignore_index=True)
    place = case.table.set_index("unit")["position"]
    order = pd.DataFrame(
        {
            "level": every["level"].map(LEVEL_ORDER),
            "position": every["unit"].map(place),
            "unit": every["unit"],
        }
    )
    return every.loc[
        order.sort_values(["level", "position", "unit"], kind="stable").index
    ].reset_index(drop=True)
