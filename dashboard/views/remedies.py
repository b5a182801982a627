"""What would lift a flag: points, people, a report. One sentence a flag."""

from __future__ import annotations

import math
from typing import Any

from dashboard.assessment.standing import Standing
from dashboard.inference import people_needed
from dashboard.plan import TOTAL
from dashboard.views.lagging_words import LIFTS
from dashboard.writing import formats


def lifts(standing: Standing, flag: Any) -> str:
    """The sentence beside a flag (a row of `Standing.flags`); '' where its own sentence says it, or nothing needs to be lifted."""
    writer = _WRITERS.get(flag.rule)
    return LIFTS[flag.rule] if writer is None else writer(standing, flag)


def points_to_peers(gap: float, z: float, least_gap: float, least_z: float) -> float:
    """Points after which a score is no longer far below its block: the smaller way out of the two conditions (gap, z).

    The block's middle and scale are taken as they are. Example: gap 12, z −6 (scale 2), limits 5 points and −3: min(12 − 5, 12 − 6) = 6.
    """
    scale = gap / abs(z)
    return min(gap - least_gap, gap - abs(least_z) * scale)


def _target(standing: Standing, flag: Any) -> str:
    numbers = flag.numbers
    if flag.indicator == "score":
        return LIFTS["points"].format(
            gap=formats.apart(numbers["value"], numbers["target"])[2],
            target=formats.number(numbers["target"], None),
        )
    return _people("survey", numbers["target"], numbers["respondents"], numbers["satisfied"])


def _below_target(standing: Standing, flag: Any) -> str:
    numbers = flag.numbers
    if flag.indicator == "score":
        return _target(standing, flag)
    criterion = (
        standing.plan.survey
        if flag.indicator == "satisfaction"
        else standing.plan.criterion(flag.indicator)
    )
    if criterion.is_rate:
        return _people(
            "survey" if criterion.kind == "survey" else "share",
            numbers["target"],
            numbers["out_of"],
            round(numbers["value"] * numbers["out_of"]),
        )
    gap = 100 * (numbers["target"] - numbers["value"])
    return LIFTS["criterion"].format(
        gap=formats.number(gap), target=formats.number(100 * numbers["target"], None)
    )


def _people(code: str, target: float, forms: float, satisfied: float) -> str:
    return LIFTS[code].format(
        people=formats.count(people_needed(target, forms, satisfied)),
        forms=formats.count(forms),
        target=formats.percent(target, None),
    )


def _falling(standing: Standing, flag: Any) -> str:
    is_score = flag.indicator == "score"
    own = standing.progress_by_unit[TOTAL if is_score else standing.plan.survey.code][flag.unit]
    value, target = own["value"], own["due_target"]
    if formats.is_missing(value) or formats.is_missing(target) or value >= target - 1e-9:
        return LIFTS["falling"]
    gap = f"{formats.apart(value, target)[2]} điểm" + ("" if is_score else " phần trăm")
    aim = formats.number(target, None) if is_score else formats.percent(target / 100, None)
    return LIFTS["falling_below"].format(gap=gap, target=aim)


def _peers(standing: Standing, flag: Any) -> str:
    limits = standing.plan.limits
    gap = points_to_peers(
        flag.numbers["gap"], flag.numbers["z"], limits.peers_gap_points, limits.peers_z_watch
    )
    return LIFTS["peers"].format(gap=formats.number(gap))


def _funnel(standing: Standing, flag: Any) -> str:
    low = standing.inferred["funnel"].at[flag.unit, "low"]
    forms, satisfied = flag.numbers["respondents"], flag.numbers["satisfied"]
    people = max(math.ceil(low * forms - 1e-9) - satisfied, 1)
    return LIFTS["funnel"].format(people=formats.count(people), forms=formats.count(forms))


_WRITERS = {
    "target": _target,
    "below_target": _below_target,
    "falling": _falling,
    "peers": _peers,
    "funnel": _funnel,
}
