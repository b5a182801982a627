"""Two editors' plans made one, value by value; where both changed the same, people decide."""

from __future__ import annotations

import typing
from typing import Any, NamedTuple

from dashboard.plan.leaves import ABSENT, Leaves, Path, is_order, kinds_on, with_key


class Conflict(NamedTuple):
    """Where two people changed the same thing in two ways: the path of a value, or of a part that one of them took out; what it was, and both now (ABSENT: taken out)."""

    path: Path
    base: Any
    theirs: Any
    mine: Any


class Merged(NamedTuple):
    """The work of both; where they differ (`conflicts`) it holds theirs."""

    found: Leaves
    conflicts: list[Conflict]


def merged(base: Leaves, theirs: Leaves, mine: Leaves) -> Merged:
    """What two people made of one plan, laid together value by value; parts that either of them added or took out are added or taken out.

    Example: the one sets the weight of A, the other its maximum: both hold. Both set its weight, to 20 and to 30: a conflict, with 20 of theirs.
    """
    found, conflicts = dict(theirs), {}
    for path in {**base, **theirs, **mine}:
        was, their, my = (one.get(path, ABSENT) for one in (base, theirs, mine))
        if my == was or my == their:
            continue
        if is_order(path) and ABSENT not in (their, my):
            found[path] = _both_orders(was, their, my)
        elif their == was:
            found[path] = my
        else:
            place = _taken_out(path, theirs, mine) or path
            conflicts[place] = Conflict(
                place, *(one.get(path, ABSENT) for one in (base, theirs, mine))
            )
    for place in conflicts:
        _put(found, theirs, place)
    return Merged(_present(found), list(conflicts.values()))


def settled(both: Merged, mine: Leaves, chosen: typing.Iterable[Path]) -> Leaves:
    """The merged leaves, with mine at the chosen ones of the conflicts' paths."""
    found = dict(both.found)
    for path in chosen:
        _put(found, mine, path)
    return _present(found)


def _taken_out(path: Path, theirs: Leaves, mine: Leaves) -> Path | None:
    """The part on the way to this leaf that one side has and the other has not."""
    for length, kind in enumerate(kinds_on(path), start=1):
        place = path[:length]
        if kind == "item" and _holds(theirs, place) != _holds(mine, place):
            return place
        if kind == "part" and theirs.get(place) != mine.get(place):
            return place
    return None


def _holds(found: Leaves, item: Path) -> bool:
    return item[-1] in found.get(item[:-1], ())


def _both_orders(was: Any, their: Any, my: Any) -> tuple[str, ...]:
    """Their order without what I took out, or mine where they kept the old one; what either added comes last."""
    old = () if was is ABSENT else was
    first, second = (my, their) if their == was else (their, my)
    kept = [one for one in first if one in second or one not in old]
    return (*kept, *(one for one in second if one not in first and one not in old))


def _put(found: Leaves, source: Leaves, path: Path) -> None:
    """Lay what a source has at and below a path over `found`; a part of a list is in the list, or not, as in the source."""
    for one in [one for one in found if one[: len(path)] == path]:
        del found[one]
    found.update({one: value for one, value in source.items() if one[: len(path)] == path})
    if kinds_on(path)[-1] == "item" and path[:-1] in found:
        found[path[:-1]] = with_key(found[path[:-1]], source.get(path[:-1], ()), path[-1])


def _present(found: Leaves) -> Leaves:
    return {path: value for path, value in found.items() if value is not ABSENT}
