"""Where two people changed the same thing of a plan in two ways, in words."""

from __future__ import annotations

from dashboard.plan import Plan
from dashboard.plan.leaves import ABSENT, GIVEN, Path, kinds_on, leaves
from dashboard.plan.merging import Conflict
from dashboard.views import plan_words as words
from dashboard.views.plan_changes import contents, has_part, part_place, place, value_text


def conflict_texts(
    one: Conflict, base: Plan, theirs: Plan, mine: Plan
) -> tuple[str, str, str, str]:
    """A place that two people changed: where, what it was, what each made of it. A part that somebody took out is “bỏ”."""
    path = one.path
    where = part_place if kinds_on(path)[-1] in ("item", "part") else place
    holder = mine if _has_all(mine, path) else theirs
    texts = [_side(plan, path) for plan in (base, theirs, mine)]
    return where(base, holder, path), *texts


def _side(plan: Plan, path: Path) -> str:
    """What a plan has at a path: a value, all that a part holds, or that it has none."""
    if not _has_all(plan, path):
        return words.TAKEN_OUT
    if kinds_on(path)[-1] in ("item", "part"):
        return contents(plan, path)
    return value_text(plan, path, leaves(plan).get(path, ABSENT))


def _has_all(plan: Plan, path: Path) -> bool:
    """Whether a plan has the part at a path; a value it always has, if only as blank."""
    kind = kinds_on(path)[-1]
    if kind == "item":
        return has_part(plan, path)
    return kind != "part" or leaves(plan).get(path) == GIVEN
