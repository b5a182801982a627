"""What changed between two plans, in words: one sentence a change, old and new beside each other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence

from dashboard.plan import Criterion, Milestone, Plan
from dashboard.plan.parts import Part, Target
from dashboard.views import plan_words as words
from dashboard.views.limit_words import LIMITS
from dashboard.views.plan import kinds_text, limit_text, target_name, target_text
from dashboard.writing import formats


def changed(before: Plan, after: Plan) -> list[str]:
    """Every difference; empty if there is none.

    Example: the target of the review from 75 to 78 gives “Chỉ tiêu Sơ kết 2022, Tổng điểm: 75 điểm → 78 điểm.”
    """
    return [
        f"{one}."
        for check in (
            _top,
            _offices,
            _chapters,
            _award_law,
            _lists,
            _milestones,
            _deadlines,
            _limits,
        )
        for one in check(before, after)
    ]


def _top(before: Plan, after: Plan) -> Iterator[str]:
    for name, label in words.TOP.items():
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            yield f"{label}: {_text(old)} → {_text(new)}"


def _offices(before: Plan, after: Plan) -> Iterator[str]:
    for name, label in words.OFFICES.items():
        old, new = getattr(before, name), getattr(after, name)
        if old and new:
            yield from _fields(label, old, new)
        elif old or new:
            yield f"{'Bỏ' if old else 'Thêm'} {label.lower()} {(old or new).body}"


def _chapters(before: Plan, after: Plan) -> Iterator[str]:
    if before.chapters != after.chapters:
        yield from _fields(words.CHAPTERS, before.chapters, after.chapters)


def _award_law(before: Plan, after: Plan) -> Iterator[str]:
    old, new = before.award_law, after.award_law
    if old.model_copy(update={"titles": ()}) != new.model_copy(update={"titles": ()}):
        yield words.AWARD_LAW
    yield from _by_key(words.AWARD_TITLE, old.titles, new.titles, _coded)


def _lists(before: Plan, after: Plan) -> Iterator[str]:
    for name in ("kinds", "groups", "criteria", "classes"):
        yield from _by_key(words.PARTS[name], getattr(before, name), getattr(after, name), _coded)


def _coded(one: Part) -> tuple[str, str]:
    """The code that two versions of a part share, and how it is called."""
    return one.code, f"{one.code} ({one.label if isinstance(one, Criterion) else one.name})"


def _by_key(
    part: str,
    before: Sequence[Part],
    after: Sequence[Part],
    named: Callable[[Part], tuple[str, str]],
) -> Iterator[str]:
    old, new = {named(one)[0]: one for one in before}, {named(one)[0]: one for one in after}
    for key in [*old, *(one for one in new if one not in old)]:
        if key not in new:
            yield f"Bỏ {part.lower()} {named(old[key])[1]}"
        elif key not in old:
            yield f"Thêm {part.lower()} {named(new[key])[1]}"
        else:
            yield from _fields(f"{part} {named(new[key])[1]}", old[key], new[key])


def _fields(place: str, old: Part, new: Part) -> Iterator[str]:
    for name in type(new).model_fields:
        was, now = getattr(old, name), getattr(new, name)
        if was != now and name != "targets":
            yield f"{place}, {words.KEYS[name]}: {_text(was)} → {_text(now)}"


def _milestones(before: Plan, after: Plan) -> Iterator[str]:
    yield from _by_key(
        words.PARTS["milestones"],
        before.milestones,
        after.milestones,
        lambda one: (one.code, one.label),
    )
    old, new = (
        {one.code: one for one in before.milestones},
        {one.code: one for one in after.milestones},
    )
    for code in [*old, *(one for one in new if one not in old)]:
        yield from _targets(before, after, old.get(code), new.get(code))


def _targets(
    before: Plan, after: Plan, old: Milestone | None, new: Milestone | None
) -> Iterator[str]:
    was, now = (
        {_target_key(one): one for one in milestone.targets} if milestone else {}
        for milestone in (old, new)
    )
    for key in [*was, *(one for one in now if one not in was)]:
        plan, milestone, target = (after, new, now[key]) if key in now else (before, old, was[key])
        kinds = f", {kinds_text(plan, target.kinds)}" if target.kinds else ""
        place = f"{milestone.label}, {target_name(plan, target)}{kinds}"
        if key not in now:
            yield f"Bỏ chỉ tiêu {place} ({target_text(before, was[key])})"
        elif key not in was:
            yield f"Thêm chỉ tiêu {place}: {target_text(after, now[key])} (nguồn: {now[key].source})"
        else:
            yield from _target(before, after, place, was[key], now[key])


def _target_key(target: Target) -> tuple:
    return target.measure, target.audience, target.kinds


def _target(before: Plan, after: Plan, place: str, was: Target, now: Target) -> Iterator[str]:
    if was.value != now.value:
        yield f"Chỉ tiêu {place}: {target_text(before, was)} → {target_text(after, now)}"
    if was.source != now.source:
        yield f"Chỉ tiêu {place}, nguồn: {was.source} → {now.source}"


def _deadlines(before: Plan, after: Plan) -> Iterator[str]:
    yield from _by_key(
        words.PARTS["reports"],
        before.reports,
        after.reports,
        lambda one: (
            f"{one.year} {one.kind} {' '.join(one.kinds)}",
            f"{one.name} {one.year}" + (f" ({kinds_text(after, one.kinds)})" if one.kinds else ""),
        ),
    )


def _limits(before: Plan, after: Plan) -> Iterator[str]:
    for name, wording in LIMITS.items():
        was, now = getattr(before.limits, name), getattr(after.limits, name)
        if was != now:
            yield f"Tham số {wording.label}: {limit_text(name, was)} → {limit_text(name, now)}"
        old, new = before.limit_sources.get(name), after.limit_sources.get(name)
        if old != new:
            yield f"Tham số {wording.label}, nguồn: {_text(old)} → {_text(new)}"


def _text(value: object) -> str:
    """Any value of a plan as people read it."""
    if value is None or value == "" or value == ():
        return "để trống"
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, dt.date):
        return formats.date(value)
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return formats.number(value, None)
    if isinstance(value, tuple):
        return "; ".join(map(_text, value))
    return words.VALUES.get(str(value), str(value))
