"""Whether what a plan says of commendation agrees with its own award law: persons' titles go to no collective and the other way."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dashboard.plan.award_law import mistakes
from dashboard.plan.model import Plan
from dashboard.plan.parts import RewardRule


def award_mistakes(plan: Plan) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """What is wrong in the law itself, then in the rules of proposing against it."""
    for key, code, fields in mistakes(plan.award_law):
        yield key, code, dict(fields)
    for rule in plan.rewards.rules if plan.rewards else ():
        yield from _against_law(plan, rule)


def _against_law(plan: Plan, rule: RewardRule) -> Iterator[tuple[str, str, dict[str, Any]]]:
    title = plan.award_law.title_of(rule.form)
    where = f"rewards.rules ({rule.code})"
    if title and "collective" not in title.bearers:
        yield f"{where}.form", "form_not_for_collectives", {"form": title.name}
    if title and rule.individuals and "person" not in title.bearers:
        yield f"{where}.individuals", "form_not_for_persons", {"form": title.name}
