"""How far the quote of a figure reaches, and which words before it are of its list."""

from __future__ import annotations

import re
from functools import cache

from dashboard.reading.outline import Passage
from dashboard.reading.phrases import any_of, rules


def widened(folded: str, passage: Passage, first: int, last: int) -> tuple[int, int]:
    """The span grown to whole clauses: back to the comma, semicolon or start before it, on to the next one after it."""
    starts = [
        mark.end()
        for mark in re.compile(r"[,;]\s").finditer(folded, passage.start, first)
        if not _in_list(folded, mark.start(), mark.end())
    ]
    ends = [
        mark.start()
        for mark in re.compile(r"[,;](?=\s)|[.;]?\s*$").finditer(folded, last, passage.end)
        if not _in_list(folded, mark.start(), mark.end())
    ]
    return max([passage.start, *starts]), min([*ends, passage.end])


def _in_list(folded: str, start: int, end: int) -> bool:
    """A comma inside “cán bộ, công chức, viên chức” ends no clause."""
    ended, begun = _people()
    return (
        ended.search(folded, max(0, start - 20), start) is not None
        and begun.match(folded, end) is not None
    )


@cache
def _people() -> tuple[re.Pattern[str], re.Pattern[str]]:
    people = any_of(rules("figures")["counted"]["people"]).pattern
    return re.compile(people + "$"), re.compile(r"\s*" + people)
