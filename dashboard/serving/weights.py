"""How many bytes of memory an answer of a view holds: weighed by who makes it ahead, so that no reader's run does."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any, NamedTuple

import pandas as pd

from dashboard.charts.drawings import Picture
from dashboard.writing.table_model import Table

MOST = 500
"""Rows of a table beyond which it is written when it is shown: its first rows alone."""


class Weighed(NamedTuple):
    """An answer with the bytes that it holds, everything written that is ever shown of it."""

    answer: Any
    bytes: int


def written_out(answer: object) -> Weighed:
    """An answer with the tables in it (but those of pictures, which wait folded) written out, weighed."""
    for table in _tables(answer):
        if len(table.frame) <= MOST:
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
