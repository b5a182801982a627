"""Which units are flagged, by which rule, at which level, and the sentence that says why. One object a rule in one file; `RULES` is the list."""

from __future__ import annotations

import pandas as pd

from dashboard.assessment.rules import (
    below_target_rule,
    falling_rule,
    funnel_rule,
    kept_falling_rule,
    late_report_rule,
    limitation_rule,
    missing_report_rule,
    peers_rule,
    staff_share_rule,
    target_rule,
)
from dashboard.assessment.rules.case import COLUMNS, Case
from dashboard.assessment.rules.rule import LEVEL_ORDER, LEVELS, Rule

RULES: dict[str, Rule] = {
    one.RULE.code: one.RULE
    for one in (
        target_rule,
        falling_rule,
        kept_falling_rule,
        below_target_rule,
        peers_rule,
        funnel_rule,
        staff_share_rule,
        missing_report_rule,
        late_report_rule,
        limitation_rule,
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
