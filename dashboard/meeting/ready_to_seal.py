"""Readiness from what is kept: the checks of a milestone with the waivers that people entered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.assessment.standing import Standing
from dashboard.meeting.entered_until import Kept
from dashboard.meeting.readiness import Item, readiness, with_given
from dashboard.meeting.readiness_checks import Case
from dashboard.views.result_doubts import Doubts


def readiness_of(
    kept: Kept,
    standing: Standing,
    milestone: str,
    doubts: Doubts,
    given: Sequence[Mapping[str, Any]] = (),
) -> tuple[Item, ...]:
    """What is there and what is missing for a milestone (its code), with the waivers that were entered and those `given` now; nothing for a year without a milestone."""
    held = next((one for one in standing.plan.milestones if one.code == milestone), None)
    if held is None:
        return ()
    case = Case(
        standing,
        held,
        doubts,
        kept.load("unit_heads"),
        kept.load("awards"),
        kept.conclusions(),
        standing.as_of,
    )
    return readiness(case, with_given(kept.entered("waivers"), given))
