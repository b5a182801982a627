"""Clauses that people labelled: what tells a limitation and of which category, what tells none, and where each stood."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dashboard.reading.outline import Passage

NONE = "-"
_FIRST_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Labelled:
    """One clause of the list: where it is from, the code of its category (``-`` = none), where it stood, the words."""

    origin: str
    code: str
    where: tuple[str, ...]
    clause: str


@cache
def labelled_clauses() -> tuple[Labelled, ...]:
    """The lines of ``labelled_clauses.tsv``."""
    listed = Path(__file__).with_name("labelled_clauses.tsv").read_text(encoding="utf-8")
    return tuple(_labelled(line) for line in listed.splitlines() if not line.startswith("#"))


def _labelled(line: str) -> Labelled:
    origin, code, where, clause = line.split("\t", 3)
    return Labelled(origin, code, tuple(where.split()), clause)


def where_it_stands(folded: str, passage: Passage) -> Sequence[str]:
    """What the list says of a clause's place: section, “table” or “title”, ^ and the first word of its sentence."""
    first = _FIRST_WORD.search(folded, passage.start, passage.end)
    return [
        passage.section,
        *["table"] * passage.table,
        *["title"] * passage.title,
        *([f"^{first[0]}"] if first else []),
    ]
