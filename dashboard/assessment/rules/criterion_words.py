"""A criterion's figure in its own measure: people and forms, points, days, yes or no."""

from __future__ import annotations

from typing import Any

from dashboard.plan import Criterion
from dashboard.writing import formats


def criterion_words(criterion: Criterion, one: Any) -> dict[str, str]:
    """The fields of the criterion's sentence as people write them."""
    target = one.due_target / 100
    if criterion.is_rate:
        met = one.satisfied if criterion.is_survey else one.raw
        return {
            "x": formats.count(met),
            "n": formats.count(one.out_of),
            "rate": formats.percent(one.reached / 100, verdict_against=target),
            "target": formats.percent(target, None),
            "low": formats.percent(getattr(one, "low", None)),
            "high": formats.percent(getattr(one, "high", None)),
        }
    unit = f" {criterion.unit}" if criterion.unit else ""
    return {
        "raw": formats.number(one.raw, None) + unit,
        "most": formats.number(criterion.max, None),
        "value": formats.number(one.reached, verdict_against=one.due_target),
        "target": formats.number(one.due_target, None),
        "floor": formats.number(criterion.floor, None),
        "goal": formats.number(criterion.goal, None) + unit,
    }
