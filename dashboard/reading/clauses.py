"""Sentences → clauses (parted by “;”, “tuy nhiên”, “nhưng” …) → segments (parted by commas)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dashboard.reading.outline import Passage

_CLAUSE_BREAK = re.compile(
    r";|(?<!\w)(?:tuy nhiên|tuy vậy|nhưng mà|nhưng(?! không| chưa)|song(?! song)|mặc dù vậy|bên cạnh đó|ngoài ra|đồng thời|từ đó|(?<!hướng )dẫn đến|nên)(?!\w)"
)
_COMMA = re.compile(r",(?!\d)")


@dataclass(frozen=True)
class Segment:
    """``folded[start:end]`` between two commas."""

    start: int
    end: int


@dataclass(frozen=True)
class Clause:
    """``folded[start:end]``, its segments, and whether it opens as a consequence of the one before (“nên …”)."""

    start: int
    end: int
    segments: tuple[Segment, ...]
    consequence: bool


def clauses(folded: str, passage: Passage) -> list[Clause]:
    """The clauses of a sentence in order."""
    starts = [passage.start]
    consequences = [False]
    for mark in _CLAUSE_BREAK.finditer(folded, passage.start, passage.end):
        starts.append(mark.end() if mark[0] == ";" else mark.start())
        consequences.append(mark[0] in ("nên", "dẫn đến", "từ đó"))
    ends = [*starts[1:], passage.end]
    spans = zip(starts, ends, consequences, strict=True)
    return [
        Clause(start, end, _segments(folded, start, end), follows)
        for start, end, follows in spans
        if folded[start:end].strip(" ,.;")
    ]


def _segments(folded: str, start: int, end: int) -> tuple[Segment, ...]:
    cuts = [mark.end() for mark in _COMMA.finditer(folded, start, end)]
    return tuple(
        Segment(first, last)
        for first, last in zip([start, *cuts], [*cuts, end], strict=True)
        if folded[first:last].strip(" ,.;")
    )


def segment_end(clause: Clause, position: int) -> int:
    """Where the segment that holds a position ends."""
    return next((segment.end for segment in clause.segments if position <= segment.end), clause.end)
