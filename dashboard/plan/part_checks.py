"""The checks of groups, criteria, deadlines, rewards and limits of a plan against one another, and their sentences."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TypeVar

from dashboard.plan.limits import Limits
from dashboard.plan.model import Plan
from dashboard.plan.parts import KEPT, TOTAL, Criterion, RewardRule

About = TypeVar("About")
Mistake = tuple[str, str, dict]  # key, code of the sentence, fields
LONGEST_NOUN = 24
RESERVED = frozenset({TOTAL, KEPT, "score", "satisfaction", "report"})
"""Words that the answers use for the total, the main survey and the reports."""


def at_place(part: str, code: str, key: str = "") -> str:
    """Where a mistake stands, as a person finds it in the file."""
    return f"{part} ({code}){'.' + key if key else ''}"


def codes(plan: Plan) -> Iterator[Mistake]:
    """Every code is used once, and none is a word of the answers."""
    for part in ("kinds", "groups", "criteria", "milestones", "classes", "limitations"):
        for code, times in Counter(one.code for one in getattr(plan, part)).items():
            if times > 1:
                yield at_place(part, code), "code_twice", {"code": code}
    taken = plan.group_codes | RESERVED
    for one in plan.criteria:
        if one.code in taken:
            yield at_place("criteria", one.code), "code_taken", {"code": one.code}
    for group in plan.groups:
        if group.code in RESERVED:
            yield at_place("groups", group.code), "code_taken", {"code": group.code}


def nouns(plan: Plan) -> Iterator[Mistake]:
    """What units and their groups are called fits into a sentence, a column's head and the name of a sheet, and tells one from the other."""
    for key, noun in plan.nouns.model_dump().items():
        if not re.fullmatch(r"[^\W\d_]+(?:,? [^\W\d_]+)*", noun) or not noun[0].islower():
            yield f"nouns.{key}", "noun_not_words", {"input": noun}
        elif len(noun) > LONGEST_NOUN:
            yield f"nouns.{key}", "string_too_long", {"input": noun, "max_length": LONGEST_NOUN}
    if plan.nouns.unit == plan.nouns.group:
        yield "nouns.group", "nouns_alike", {"input": plan.nouns.group}


def codes_alike(plan: Plan) -> Iterator[Mistake]:
    """Codes of criteria differ by more than capitals."""
    spelt: dict[str, str] = {}
    for code in dict.fromkeys(one.code for one in plan.criteria):
        if spelt.setdefault(code.casefold(), code) != code:
            yield (
                at_place("criteria", code),
                "code_alike",
                {"code": code, "other": spelt[code.casefold()]},
            )


def references(plan: Plan) -> Iterator[Mistake]:
    """What is referred to is there: groups, kinds of units, the main survey, limits."""
    groups, kinds = plan.group_codes, {one.code for one in plan.kinds}
    for one in plan.criteria:
        if one.group not in groups:
            yield at_place("criteria", one.code, "group"), "unknown_group", {"code": one.group}
        for kind in set(one.unit_kinds) - kinds:
            yield at_place("criteria", one.code, "unit_kinds"), "unknown_kind", {"code": kind}
    for report in plan.reports:
        for kind in set(report.kinds) - kinds:
            yield f"reports ({report.year}).kinds", "unknown_kind", {"code": kind}
    if plan.main_survey and plan.main_survey not in {
        one.code for one in plan.criteria if one.is_survey
    }:
        yield "main_survey", "unknown_survey", {"code": plan.main_survey}
    for name in set(plan.limit_sources) - set(Limits.model_fields):
        yield f"limit_sources.{name}", "unknown_limit", {"name": name}


def criteria(plan: Plan) -> Iterator[Mistake]:
    """Criteria hold by themselves and within the plan's years, and some have weight."""
    for one in plan.criteria:
        for key, code, fields in _criterion(one):
            yield at_place("criteria", one.code, key), code, fields
        for year in (*one.break_years, one.valid_from, one.valid_to):
            if year is not None and year not in plan.years:
                yield (
                    at_place("criteria", one.code),
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


def twice(said: Iterable[tuple[About, tuple[str, ...]]]) -> list[About]:
    """What is said twice for one kind of units (no kinds named = all)."""
    times = Counter((about, kind) for about, kinds in said for kind in kinds or (None,))
    return list(dict.fromkeys(about for (about, _), count in times.items() if count > 1))


def deadlines(plan: Plan) -> Iterator[Mistake]:
    """Deadlines of reports lie in the plan's years, one a kind of units."""
    for one in plan.reports:
        if one.year not in plan.years:
            yield (
                f"reports ({one.year}).year",
                "year_outside",
                {"year": one.year, "first": plan.first_year, "last": plan.last_year},
            )
        if one.due.year < one.year:
            yield f"reports ({one.year}).due", "due_before_year", {"due": one.due}
    for year, _ in twice(((one.year, one.kind), one.kinds) for one in plan.reports):
        yield f"reports ({year})", "deadline_twice", {"year": year}


def rewards(plan: Plan) -> Iterator[Mistake]:
    """Rules of commendation refer to what the plan has."""
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
    where = at_place("rewards.rules", rule.code)
    if rule.from_class not in classes:
        yield f"{where}.from_class", "unknown_class", {"code": rule.from_class}
    for kind in set(rule.kinds) - kinds:
        yield f"{where}.kinds", "unknown_kind", {"code": kind}
    for code in set(rule.milestones) - milestones:
        yield f"{where}.milestones", "unknown_milestone", {"code": code}
    if rule.at_most is not None and rule.at_most < rule.at_least:
        yield f"{where}.at_most", "quota_backwards", {"first": rule.at_least, "last": rule.at_most}


def limits(plan: Plan) -> Iterator[Mistake]:
    """Limits that belong together are in order."""
    limits = plan.limits
    if limits.peers_z_far > limits.peers_z_watch:
        yield "limits.peers_z_far", "z_order", {}
    if limits.min_respondents > limits.small_sample:
        yield "limits.small_sample", "sample_order", {}
