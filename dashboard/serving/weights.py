"""How many bytes of memory an answer of a view holds, weighed by who makes it ahead, so that no reader's run does; and roughly how many anything holds, told at once."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from itertools import islice
from types import FunctionType, MethodType
from typing import Any, NamedTuple
from weakref import ref

import numpy as np
import pandas as pd

from dashboard.charts.drawings import Picture
from dashboard.writing.table_model import Table

SAMPLE = 100
"""Members of a collection by which all of them are told roughly."""
_FRAMES: dict[int, tuple[ref[Any], int]] = {}
"""Frames that were weighed and are still there, by their places."""


class Weighed(NamedTuple):
    """An answer with the bytes that it holds, everything written that is ever shown of it."""

    answer: Any
    bytes: int


def written_out(answer: object) -> Weighed:
    """An answer with the tables in it (but those of pictures, which wait folded) written out, weighed."""
    for table in _tables(answer):
        table.written_out()
    return Weighed(answer, weight(answer))


def _tables(answer: object) -> Iterator[Table]:
    if isinstance(answer, Table):
        yield answer
    elif isinstance(answer, tuple):
        for one in answer:
            yield from _tables(one)
    elif is_dataclass(answer) and not isinstance(answer, Picture):
        for part in fields(answer):
            yield from _tables(getattr(answer, part.name))


def weight(answer: object) -> int:
    """Bytes of memory that an answer holds: its own records, tuples, texts and frames, each once."""
    seen: set[int] = set()
    waiting, total = [answer], 0
    while waiting:
        one = waiting.pop()
        if one is None or isinstance(one, bool | type) or id(one) in seen:
            continue
        seen.add(id(one))
        total += _own(one)
        waiting.extend(_parts(one))
    return total


def _own(one: object) -> int:
    if isinstance(one, pd.DataFrame):
        return int(one.memory_usage(index=True, deep=True).sum())
    return sys.getsizeof(one)


def _parts(one: object) -> Iterable[object]:
    if isinstance(one, str | bytes | pd.DataFrame):
        return ()
    if isinstance(one, Mapping):
        return (*one, *one.values())
    if isinstance(one, tuple | list | set | frozenset):
        return one
    return (vars(one),) if hasattr(one, "__dict__") else ()


def rough_weight(one: object, seen: set[int]) -> int:
    """Bytes that this holds beside what was `seen` (ids) before, which grows: of many members by the first of them, of frames without their texts, which tables share. A function holds what it was made with."""
    if one is None or isinstance(one, bool | type) or id(one) in seen:
        return 0
    seen.add(id(one))
    if isinstance(one, pd.DataFrame | pd.Series):
        return _weighed_once(one)
    parts = _own_parts(one)
    told = [rough_weight(part, seen) for part in islice(parts, SAMPLE)]
    return sys.getsizeof(one) + sum(told) * len(parts) // max(len(told), 1)


def _weighed_once(frame: pd.DataFrame | pd.Series) -> int:
    """Bytes of a frame without its texts: none is ever changed, and what is held is weighed again and again."""
    place = id(frame)
    known = _FRAMES.get(place)
    if known is None or known[0]() is not frame:
        alive = ref(frame, lambda _: _FRAMES.pop(place, None))
        known = _FRAMES[place] = alive, int(np.sum(frame.memory_usage(index=True)))
    return known[1]


def _own_parts(one: object) -> Sequence[object]:
    """The members of a collection, what the program's own objects bear, what a function was made with; nothing of other libraries' objects."""
    if isinstance(one, Mapping | tuple | list | set | frozenset):
        return list(one.values() if isinstance(one, Mapping) else one)
    if isinstance(one, MethodType):
        return (one.__self__,)
    if isinstance(one, FunctionType):
        return [cell.cell_contents for cell in one.__closure__ or ()]
    is_own = type(one).__module__.startswith("dashboard.")
    return [*vars(one).values()] if is_own and hasattr(one, "__dict__") else ()
