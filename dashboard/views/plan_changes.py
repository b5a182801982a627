"""What changed between two plans, in words: one sentence a change, old and new beside each other.

Every leaf of the plan's own model is compared (`plan.leaves`), so no field can be left out by a list that somebody forgot to lengthen.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from dashboard.plan import Criterion, Plan
from dashboard.plan.award_law import Decree
from dashboard.plan.leaves import ABSENT, GIVEN, Leaves, Path, kinds_on, leaves, part_at
from dashboard.plan.parts import Milestone, Part, ReportDeadline, RewardRule, Target
from dashboard.views import plan_words as words
from dashboard.views.limit_words import LIMITS
from dashboard.views.plan_rows import kinds_text, limit_text, target_name, target_text
from dashboard.writing import first_letter, formats
from dashboard.writing.nouns import worded


def changed(before: Plan, after: Plan) -> list[str]:
    """Every difference; empty if there is none.

    Example: the target of the review from 75 to 78 gives “Chỉ tiêu Sơ kết 2022, Tổng điểm: 75 điểm → 78 điểm.”
    """
    old, new = leaves(before), leaves(after)
    paths = [*new, *(one for one in old if one not in new)]
    return [
        f"{one}."
        for path in paths
        if old.get(path, ABSENT) != new.get(path, ABSENT)
        for one in _told(before, after, path, old, new)
    ]


def _told(before: Plan, after: Plan, path: Path, old: Leaves, new: Leaves) -> Iterator[str]:
    """The sentences of one leaf that differs; what lies inside a part that came or went is told with that part."""
    kinds = kinds_on(path)
    if kinds[-1] == "list":
        yield from _list(before, after, path, old.get(path), new.get(path))
    elif kinds[-1] == "part":
        came = new.get(path) == GIVEN
        plan, verb = (after, words.PART_ADDED) if came else (before, words.PART_REMOVED)
        yield verb.format(
            part=first_letter.small(words.PARTS[path[-1]]), holds=contents(plan, path)
        )
    elif (path in old and path in new) or kinds[-2:] == ["map", "value"]:
        was, now = (
            value_text(plan, path, found.get(path, ABSENT))
            for plan, found in ((before, old), (after, new))
        )
        yield f"{place(before, after, path)}: {was} → {now}"


def _list(before: Plan, after: Plan, path: Path, old: Any, new: Any) -> Iterator[str]:
    """Parts that went, that came, and whether those that stayed changed places."""
    if old is None or new is None:  # the list of a part that came or went
        return
    for key in old:
        if key not in new:
            yield _moved_part(words.REMOVED, before, (*path, key))
    for key in new:
        if key not in old:
            yield _moved_part(words.ADDED, after, (*path, key))
    stayed = [[one for one in some if one in other] for some, other in ((old, new), (new, old))]
    if stayed[0] != stayed[1]:
        yield words.REORDERED.format(part=first_letter.small(words.PARTS[path[-1]]))


def _moved_part(verb: str, plan: Plan, path: Path) -> str:
    part = part_at(plan, path)
    if isinstance(part, Target):
        value = target_text(plan, part)
        tail = f": {value} (nguồn: {part.source})" if verb is words.ADDED else f" ({value})"
        name = f"{_target_place(plan, path)}{tail}"
        return verb.format(part=first_letter.small(words.PARTS["targets"]), name=name)
    inside = contents(plan, path) if verb is words.ADDED else ""
    name = _name(plan, part) + (f": {inside}" if inside else "")
    return verb.format(part=first_letter.small(words.PARTS[path[-2]]), name=name)


def contents(plan: Plan, path: Path) -> str:
    """All that a part holds, beside its name: “nhóm: G1; điểm tối đa: 10”."""
    part = part_at(plan, path)
    fields = type(part).model_fields
    said = [
        f"{words.key(path[-2] if len(path) > 1 else '', name)} {value_text(plan, (*path, name), getattr(part, name))}"
        for name, field in fields.items()
        if name not in ("code", "name") and getattr(part, name) != field.default
    ]
    return "; ".join(said)


def place(before: Plan, after: Plan, path: Path) -> str:
    """Where a leaf stands, in words: “Tiêu chí A (Tiêu chí A), trọng số”. Names are those of the newer plan that has it."""
    if path[0] == "limits":
        return f"{words.PARTS['limits']} {worded(LIMITS)[path[1]].label}"
    if path[0] == "limit_sources":
        label = worded(LIMITS)[path[1]].label if path[1] in LIMITS else path[1]
        return f"{words.PARTS['limits']} {label}, nguồn"
    steps = [
        part_place(before, after, path[: length + 1])
        for length, kind in enumerate(kinds_on(path))
        if kind in ("item", "part")
    ]
    if len(path) == 1:
        return words.TOP[path[0]]
    is_value = path[-3:-2] == ("targets",) and path[-1] == "value"
    own = path[-3] if len(path) > 2 else path[0]
    return steps[-1] if is_value else f"{steps[-1]}, {words.key(own, path[-1])}"


def part_place(before: Plan, after: Plan, path: Path) -> str:
    """A part in words: “Tiêu chí A (Tiêu chí A)”, “Cơ quan ban hành báo cáo”."""
    if kinds_on(path)[-1] == "part":
        return words.PARTS[path[-1]]
    plan = after if has_part(after, path) else before
    part = part_at(plan, path)
    name = _target_place(plan, path) if isinstance(part, Target) else _name(plan, part)
    return f"{words.PARTS[path[-2]]} {name}"


def has_part(plan: Plan, path: Path) -> bool:
    """Whether a list of the plan has the part at a path."""
    return path[-1] in leaves(plan).get(path[:-1], ())


def _target_place(plan: Plan, path: Path) -> str:
    target, milestone = part_at(plan, path), part_at(plan, path[:-2])
    kinds = f", {kinds_text(plan, target.kinds)}" if target.kinds else ""
    return f"{milestone.label}, {target_name(plan, target)}{kinds}"


def _name(plan: Plan, part: Part | Any) -> str:
    """What a part of a list is called."""
    if isinstance(part, Milestone):
        return part.label
    if isinstance(part, ReportDeadline):
        kinds = f" ({kinds_text(plan, part.kinds)})" if part.kinds else ""
        return f"{part.name} {part.year}{kinds}"
    if isinstance(part, RewardRule):
        return f"{part.code} ({part.form})"
    if isinstance(part, Decree):
        return words.FROM_YEAR.format(number=part.number or words.BLANK, year=part.first_year)
    return f"{part.code} ({part.label if isinstance(part, Criterion) else part.name})"


def value_text(plan: Plan, path: Path, value: object) -> str:
    """A value of a plan as people read it: “76 điểm”, “95%”, “để trống”."""
    if value is ABSENT:
        return words.BLANK
    if path[0] == "limits" and isinstance(value, int | float):
        return limit_text(path[1], value)
    if path[-1] == "value" and path[-3:-2] == ("targets",):
        return target_text(plan, part_at(plan, path[:-1]))
    if isinstance(value, tuple) and value and isinstance(value[0], Part):
        return "; ".join(_listed(plan, one) for one in value)
    return _text(value)


def _listed(plan: Plan, part: Part | Any) -> str:
    if isinstance(part, Target):
        return f"{target_name(plan, part)} {target_text(plan, part)}"
    return _name(plan, part)


def _text(value: object) -> str:
    if value is None or value == "" or value == ():
        return words.BLANK
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
