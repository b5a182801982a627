"""Which units are flagged, by which rule, at which level, and the sentence that says why. One object a rule in one file; `RULES` is the list."""

from __future__ import annotations

import pandas as pd

from dashboard.assessment.rules import (
    below_target,
    falling,
    funnel,
    late_report,
    limitation,
    missing_report,
    peers,
    staff_share,
    target,
)
from dashboard.assessment.rules.case import COLUMNS, Case
from dashboard.assessment.rules.rule import LEVEL_ORDER, LEVELS, Rule

RULES: dict[str, Rule] = {
    one.RULE.code: one.RULE
    for one in (
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
}
NAMES = {code: rule.name for code, rule in RULES.items()}
"""What people read for a rule's code."""

__all__ = ["LEVELS", "LEVEL_ORDER", "NAMES", "RULES", "Case", "found"]


def found(case: Case) -> pd.DataFrame:
    """All flags of the year, gravest first, units in their protocol order: columns of `case.COLUMNS`."""
    parts = [part for part in (rule.find(case) for rule in RULES.values()) if not part.empty]
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
