"""The checks between the parts of a plan, and their sentences."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from dashboard.plan import part_checks
from dashboard.plan.award_checks import award_mistakes
from dashboard.plan.mistakes import plan_sentence, toml_sentence
from dashboard.plan.model import Plan
from dashboard.plan.part_checks import Mistake, at_place, twice
from dashboard.plan.parts import TOTAL, Criterion, Target
from dashboard.plan.scale import HUNDRED, sums


class PlanError(Exception):
    """A plan that cannot be used; `.sentences` says why, one Vietnamese sentence a mistake."""

    def __init__(self, sentences: list[str]):
        self.sentences = sentences
        super().__init__("\n".join(sentences))


def plan_text(path: Path) -> str:
    """The text of a plan file; raises `PlanError` where it is not UTF-8."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise PlanError([plan_sentence("", "not_text", {})]) from error


def read_checked(text: str) -> Plan:
    """The plan in TOML text; raises `PlanError` with every mistake found."""
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise PlanError([toml_sentence(str(error))]) from error
    except (RecursionError, ValueError) as error:  # endless brackets, a number of 5,000 digits
        raise PlanError([plan_sentence("", "endless", {})]) from error
    try:
        plan = Plan.model_validate(raw)
    except ValidationError as error:
        raise PlanError(
            [_schema_sentence(one, raw) for one in _root_causes(error.errors())]
        ) from error
    mistakes = list(_period(plan)) or [one for check in CHECKS for one in check(plan)]
    if mistakes:
        raise PlanError([plan_sentence(*one) for one in mistakes])
    audiences = {group.code: group.audience for group in plan.groups}
    criteria = [
        one.model_copy(update={"audience": one.audience or audiences[one.group]})
        for one in plan.criteria
    ]
    return plan.model_copy(update={"criteria": tuple(criteria)})


def _root_causes(errors: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Without the lists that count as empty only because their parts are wrong."""
    places = [one["loc"] for one in errors]
    return [
        one
        for one in errors
        if one["type"] != "too_short"
        or not any(place[: len(one["loc"])] == one["loc"] != place for place in places)
    ]


def _schema_sentence(error: Mapping[str, Any], raw: dict) -> str:
    key = ""
    here: Any = raw
    for step in error["loc"]:
        key += f"[{step + 1}]" if isinstance(step, int) else f"{'.' if key else ''}{step}"
        here = (
            here[step]
            if isinstance(here, list) and isinstance(step, int)
            else here.get(step)
            if isinstance(here, dict)
            else None
        )
        if isinstance(step, int) and isinstance(here, dict) and "code" in here:
            key += f" ({here['code']})"
    fields = {**error.get("ctx", {}), "input": error.get("input")}
    fields["expected"] = str(fields.get("expected", "")).replace(" or ", " hoặc ")
    return plan_sentence(key, error["type"], fields)


def _period(plan: Plan) -> Iterator[Mistake]:
    if plan.last_year < plan.first_year:
        yield "last_year", "period_backwards", {"first": plan.first_year, "last": plan.last_year}


def _milestones(plan: Plan) -> Iterator[Mistake]:
    for one in plan.milestones:
        where = at_place("milestones", one.code)
        if one.year not in plan.years:
            yield (
                f"{where}.year",
                "year_outside",
                {"year": one.year, "first": plan.first_year, "last": plan.last_year},
            )
        elif one.due.year < one.year:
            yield f"{where}.due", "milestone_due_before_year", {"due": one.due, "year": one.year}
        for target in one.targets:
            for code, fields in _target(plan, target):
                yield f"{where}.targets", code, fields
        for measure in twice(
            (target.measure or target.audience, target.kinds) for target in one.targets
        ):
            yield f"{where}.targets", "target_twice", {"measure": measure}
    years = [one.year for one in plan.milestones if one.kind != "annual" and one.year in plan.years]
    if years != sorted(set(years)):
        yield "milestones", "milestones_unordered", {}


def _target(plan: Plan, target: Target) -> Iterator[tuple[str, dict]]:
    criteria = {one.code: one for one in plan.criteria}
    known = {TOTAL} | plan.group_codes | set(criteria)
    if (target.measure is None) == (target.audience is None):
        yield "target_needs_measure", {}
    elif target.measure is not None and target.measure not in known:
        yield "unknown_measure", {"code": target.measure}
    else:
        criterion = criteria.get(target.measure or "")
        is_rate = criterion.how.is_share if criterion else target.audience is not None
        if is_rate and not 0 <= target.value <= 1:
            yield (
                "rate_target_outside",
                {"measure": target.measure or target.audience, "value": target.value},
            )
        top = plan.scale_of(target.measure).top
        asked = [criterion] if criterion else plan.criteria
        if not is_rate and not _is_score(asked, target.value, top):
            fields = {"measure": target.measure, "value": target.value, "top": top}
            yield "score_target_outside", fields
        if not is_rate and top == HUNDRED and 0 < target.value <= 1:
            fields = {"measure": target.measure, "value": target.value, "top": top}
            yield "score_target_as_rate", fields
    for kind in set(target.kinds) - {one.code for one in plan.kinds}:
        yield "unknown_kind", {"code": kind}


def _is_score(criteria: Iterable[Criterion], value: float, top: float) -> bool:
    """Whether a score of these criteria can be so: above the top only where one gives a bonus."""
    return 0 <= value and (value <= top or any(one.bonus for one in criteria))


def _classes(plan: Plan) -> Iterator[Mistake]:
    for one in plan.classes:
        if not _is_score(plan.criteria, one.min, plan.scale.top):
            fields = {"value": one.min, "top": plan.scale.top}
            yield f"{at_place('classes', one.code)}.min", "class_outside", fields
    for cut, times in Counter(one.min for one in plan.classes).items():
        if times > 1:
            yield "classes", "class_cut_twice", {"value": cut}


def _total(plan: Plan) -> Iterator[Mistake]:
    """Points of its own that differ by year or kind need to be told what the total is of."""
    if plan.total.shown == "percent":
        if plan.total.max is not None:
            yield "total.max", "total_max_of_percent", {}
        return
    kinds = tuple(one.code for one in plan.kinds)
    by_year = sums(plan.criteria, kinds, plan.years)
    worth = sorted({one for year in by_year.values() for one in year})
    if plan.total.max is None and len(worth) > 1:
        yield "total.max", "total_max_needed", {"worth": ", ".join(f"{one:g}" for one in worth)}


CHECKS = (
    part_checks.codes,
    part_checks.nouns,
    part_checks.codes_alike,
    part_checks.references,
    part_checks.criteria,
    _milestones,
    _classes,
    _total,
    part_checks.deadlines,
    part_checks.rewards,
    award_mistakes,
    part_checks.limits,
)
