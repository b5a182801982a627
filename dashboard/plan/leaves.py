"""A plan taken apart into its single values, whatever its model holds: the ground of comparing, of merging two editors' work, of writing a file back.

A leaf is a path and a value. Lists of parts are keyed by what their parts are known by (a code; of a target what it is about; of a deadline its year and
kind), so a part that moves or whose neighbour goes is still itself. The keys of a list, in order, are a leaf of their own.
"""

from __future__ import annotations

import typing
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Literal

from dashboard.plan.award_law import Decree
from dashboard.plan.model import Plan
from dashboard.plan.parts import Part, ReportDeadline, Target

Path = tuple[str, ...]
Leaves = dict[Path, Any]
Shape = Literal["list", "part", "map", "value"]
GIVEN = "given"
"""The value at the path of an optional part that is there."""


class Absent:
    """What stands where a plan has no such leaf."""

    def __repr__(self) -> str:
        return "ABSENT"


ABSENT = Absent()


@cache
def shapes(model: type[Part]) -> dict[str, tuple[Shape, type[Part] | None]]:
    """Of every field of a part: whether it holds a list of parts, one part (which may be None), a map, or a plain value; and of which parts."""
    return {name: _shape(field.annotation) for name, field in model.model_fields.items()}


def _shape(annotation: Any) -> tuple[Shape, type[Part] | None]:
    inner = [one for one in (annotation, *typing.get_args(annotation)) if _is_part(one)]
    origin = typing.get_origin(annotation)
    if inner:
        return ("list" if origin is tuple else "part"), inner[0]
    return ("map" if origin is dict else "value"), None


def _is_part(one: Any) -> bool:
    return isinstance(one, type) and issubclass(one, Part)


def leaves(plan: Part) -> Leaves:
    """Every value of a plan (or of a part of one) by its path.

    Example: the path (“criteria”, “A”, “max”) → 60.0, (“criteria”,) → (“A”, “B”), (“reply_days”,) → 10.
    """
    return dict(_walked(plan, ()))


def _walked(part: Part, path: Path) -> Iterator[tuple[Path, Any]]:
    for name, (shape, _) in shapes(type(part)).items():
        value, here = getattr(part, name), (*path, name)
        if shape == "list":
            named = keyed(value)
            yield here, tuple(named)
            for key, one in named.items():
                yield from _walked(one, (*here, key))
        elif shape == "part":
            yield here, None if value is None else GIVEN
            if value is not None:
                yield from _walked(value, here)
        elif shape == "map":
            yield from (((*here, key), one) for key, one in value.items())
        else:
            yield here, value


def keyed(parts: typing.Iterable[Part]) -> dict[str, Part]:
    """Parts of a list by what they are known by; a second one of the same key bears its number."""
    found: dict[str, Part] = {}
    for one in parts:
        key, number = key_of(one), 2
        while (known := key if number == 2 else f"{key} #{number - 1}") in found:
            number += 1
        found[known] = one
    return found


def key_of(part: Any) -> str:
    """What a part of a list is known by."""
    if isinstance(part, Target):
        return " ".join([part.measure or f"audience:{part.audience}", *part.kinds])
    if isinstance(part, ReportDeadline):
        return " ".join([str(part.year), part.kind, *part.kinds])
    if isinstance(part, Decree):
        return str(part.first_year)
    return str(part.code)


def part_at(plan: Part, path: Path) -> Any:
    """The part of a plan that stands at a path.

    Example: (“milestones”, “m22”, “targets”, “total”) → that target.
    """
    found: Any = plan
    for step in path:
        found = keyed(found)[step] if isinstance(found, tuple) else getattr(found, step)
    return found


def data_of(found: Mapping[Path, Any], model: type[Part] = Plan, path: Path = ()) -> dict[str, Any]:
    """The plan that leaves are of, as plain data for `Plan.model_validate`; a value without its leaf is left to its default."""
    data: dict[str, Any] = {}
    for name, (shape, inner) in shapes(model).items():
        here = (*path, name)
        if shape == "map":
            data[name] = {one[-1]: value for one, value in found.items() if one[:-1] == here}
        elif here not in found:
            continue
        elif shape == "list" and inner:
            data[name] = [data_of(found, inner, (*here, key)) for key in found[here]]
        elif shape == "part" and inner:
            data[name] = None if found[here] is None else data_of(found, inner, here)
        else:
            data[name] = found[here]
    return data


def is_order(path: Path) -> bool:
    """Whether the leaf of a path holds the keys of a list of parts."""
    kinds = kinds_on(path)
    return bool(kinds) and kinds[-1] == "list"


def kinds_on(path: Path) -> list[str]:
    """What each step of a path is: `list` (its keys), `item` (a part of it), `part`, `map`, `value`.

    >>> kinds_on(("milestones", "m22", "targets", "total", "value")), kinds_on(("rewards",))
    (['list', 'item', 'list', 'item', 'value'], ['part'])
    """
    kinds: list[str] = []
    model: type[Part] = Plan
    for step in path:
        if kinds and kinds[-1] == "list":
            kinds.append("item")
            continue
        if kinds and kinds[-1] == "map":
            kinds.append("value")
            continue
        shape, inner = shapes(model)[step]
        kinds.append(shape)
        model = inner or model
    return kinds


def with_key(order: tuple[str, ...], wanted: tuple[str, ...], key: str) -> tuple[str, ...]:
    """The keys with this one, or without it, as in those wanted; a new one stands before the first that follows it there."""
    if key not in wanted:
        return tuple(one for one in order if one != key)
    if key in order:
        return order
    later = set(wanted[wanted.index(key) + 1 :])
    place = next((n for n, one in enumerate(order) if one in later), len(order))
    return (*order[:place], key, *order[place:])
