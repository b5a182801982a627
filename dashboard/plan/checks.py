"""The checks between the parts of a plan, and their sentences."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from dashboard.plan.award_checks import award_mistakes
from dashboard.plan.mistakes import plan_sentence, toml_sentence
from dashboard.plan.model import Plan
from dashboard.plan.parts import TOTAL, Criterion, Limits, RewardRule, Target

About = TypeVar("About")
Mistake = tuple[str, str, dict]  # key, code of the sentence, fields
RESERVED = frozenset({TOTAL, "score", "satisfaction", "report"})
"""Words that the answers use for the total, the main survey and the reports."""


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


def _at(part: str, code: str, key: str = "") -> str:
    return f"{part} ({code}){'.' + key if key else ''}"


def _period(plan: Plan) -> Iterator[Mistake]:
    if plan.last_year < plan.first_year:
        yield "last_year", "period_backwards", {"first": plan.first_year, "last": plan.last_year}


def _codes(plan: Plan) -> Iterator[Mistake]:
    for part in ("kinds", "groups", "criteria", "milestones", "classes"):
        for code, times in Counter(one.code for one in getattr(plan, part)).items():
            if times > 1:
                yield _at(part, code), "code_twice", {"code": code}
    taken = {one.code for one in plan.groups} | RESERVED
    for one in plan.criteria:
        if one.code in taken:
            yield _at("criteria", one.code), "code_taken", {"code": one.code}
    for group in plan.groups:
        if group.code in RESERVED:
            yield _at("groups", group.code), "code_taken", {"code": group.code}


def _codes_alike(plan: Plan) -> Iterator[Mistake]:
    spelt: dict[str, str] = {}
    for code in dict.fromkeys(one.code for one in plan.criteria):
        if spelt.setdefault(code.casefold(), code) != code:
            yield (
                _at("criteria", code),
                "code_alike",
                {"code": code, "other": spelt[code.casefold()]},
            )


def _references(plan: Plan) -> Iterator[Mistake]:
    groups, kinds = {one.code for one in plan.groups}, {one.code for one in plan.kinds}
    for one in plan.criteria:
        if one.group not in groups:
            yield _at("criteria", one.code, "group"), "unknown_group", {"code": one.group}
        for kind in set(one.unit_kinds) - kinds:
            yield _at("criteria", one.code, "unit_kinds"), "unknown_kind", {"code": kind}
    for report in plan.reports:
        for kind in set(report.kinds) - kinds:
            yield f"reports ({report.year}).kinds", "unknown_kind", {"code": kind}
    if plan.main_survey and plan.main_survey not in {
        one.code for one in plan.criteria if one.is_survey
    }:
        yield "main_survey", "unknown_survey", {"code": plan.main_survey}
    for name in set(plan.limit_sources) - set(Limits.model_fields):
        yield f"limit_sources.{name}", "unknown_limit", {"name": name}


def _criteria(plan: Plan) -> Iterator[Mistake]:
    for one in plan.criteria:
        for key, code, fields in _criterion(one):
            yield _at("criteria", one.code, key), code, fields
        for year in (*one.break_years, one.valid_from, one.valid_to):
            if year is not None and year not in plan.years:
                yield (
                    _at("criteria", one.code),
                    "year_outside",
                    {"year": year, "first": plan.first_year, "last": plan.last_year},
                )
    if not any(one.points_weight > 0 for one in plan.criteria):
        yield "criteria", "no_weight", {}


def _criterion(one: Criterion) -> Iterator[Mistake]:
    for key, code in one.how.mistakes(one):
        yield key, code, {}
    if one.valid_from and one.valid_to and one.valid_from > one.valid_to:
        yield "valid_to", "valid_backwards", {}


def _milestones(plan: Plan) -> Iterator[Mistake]:
    for one in plan.milestones:
        where = _at("milestones", one.code)
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
        for measure in _twice(
            (target.measure or target.audience, target.kinds) for target in one.targets
        ):
            yield f"{where}.targets", "target_twice", {"measure": measure}
    years = [one.year for one in plan.milestones if one.kind != "annual" and one.year in plan.years]
    if years != sorted(set(years)):
        yield "milestones", "milestones_unordered", {}


def _target(plan: Plan, target: Target) -> Iterator[tuple[str, dict]]:
    criteria = {one.code: one for one in plan.criteria}
    known = {TOTAL} | {one.code for one in plan.groups} | set(criteria)
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
        if not is_rate and not _is_score([criterion] if criterion else plan.criteria, target.value):
            yield "score_target_outside", {"measure": target.measure, "value": target.value}
        if not is_rate and 0 < target.value <= 1:
            yield "score_target_as_rate", {"measure": target.measure, "value": target.value}
    for kind in set(target.kinds) - {one.code for one in plan.kinds}:
        yield "unknown_kind", {"code": kind}


def _is_score(criteria: Iterable[Criterion], value: float) -> bool:
    """Whether a score of these criteria can be so: above 100 only where one gives a bonus."""
    return 0 <= value and (value <= 100 or any(one.bonus for one in criteria))


def _twice(said: Iterable[tuple[About, tuple[str, ...]]]) -> list[About]:
    """What is said twice for one kind of units (no kinds named = all)."""
    times = Counter((about, kind) for about, kinds in said for kind in kinds or (None,))
    return list(dict.fromkeys(about for (about, _), count in times.items() if count > 1))


def _classes(plan: Plan) -> Iterator[Mistake]:
    for one in plan.classes:
        if not _is_score(plan.criteria, one.min):
            yield f"{_at('classes', one.code)}.min", "class_outside", {"value": one.min}
    for cut, times in Counter(one.min for one in plan.classes).items():
        if times > 1:
            yield "classes", "class_cut_twice", {"value": cut}


def _deadlines(plan: Plan) -> Iterator[Mistake]:
    for one in plan.reports:
        if one.year not in plan.years:
            yield (
                f"reports ({one.year}).year",
                "year_outside",
                {"year": one.year, "first": plan.first_year, "last": plan.last_year},
            )
        if one.due.year < one.year:
            yield f"reports ({one.year}).due", "due_before_year", {"due": one.due}
    for year, _ in _twice(((one.year, one.kind), one.kinds) for one in plan.reports):
        yield f"reports ({year})", "deadline_twice", {"year": year}


def _rewards(plan: Plan) -> Iterator[Mistake]:
    if plan.rewards is None:
        return
    kinds, classes, milestones = (
        {one.code for one in part} for part in (plan.kinds, plan.classes, plan.milestones)
    )
    for kind in set(plan.rewards.front_line) - kinds:
        yield "rewards.front_line", "unknown_kind", {"code": kind}
    for code, times in Counter(one.code for one in plan.rewards.rules).items():
        if times > 1:
            yield f"rewards.rules ({code})", "code_twice", {"code": code}
    for one in plan.rewards.rules:
        yield from _reward_rule(one, kinds, classes, milestones)


def _reward_rule(
    rule: RewardRule, kinds: set[str], classes: set[str], milestones: set[str]
) -> Iterator[Mistake]:
    where = _at("rewards.rules", rule.code)
    if rule.from_class not in classes:
        yield f"{where}.from_class", "unknown_class", {"code": rule.from_class}
    for kind in set(rule.kinds) - kinds:
        yield f"{where}.kinds", "unknown_kind", {"code": kind}
    for code in set(rule.milestones) - milestones:
        yield f"{where}.milestones", "unknown_milestone", {"code": code}
    if rule.at_most is not None and rule.at_most < rule.at_least:
        yield f"{where}.at_most", "quota_backwards", {"first": rule.at_least, "last": rule.at_most}


def _limits(plan: Plan) -> Iterator[Mistake]:
    limits = plan.limits
    if limits.peers_z_far > limits.peers_z_watch:
        yield "limits.peers_z_far", "z_order", {}
    if limits.min_respondents > limits.small_sample:
        yield "limits.small_sample", "sample_order", {}


CHECKS = (
    _codes,
    _codes_alike,
    _references,
    _criteria,
    _milestones,
    _classes,
    _deadlines,
    _rewards,
    award_mistakes,
    _limits,
)
