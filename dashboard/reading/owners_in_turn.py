"""Bodies in one run and figures in another, one by one: “Tân Xuân, Tân Phú và Tân Đồng lần lượt đạt 98,4%, 97,6% và 96,9%”."""

from __future__ import annotations

import re

from dashboard.reading.belonging import Own
from dashboard.reading.folding import CAPITALS, Citation, Source
from dashboard.reading.outline import Passage
from dashboard.reading.said_figures import Figure

_NAME = rf"(?:[^\W\d_]+\s){{0,3}}?[{CAPITALS}][a-zà-ỹ]+(?:\s[{CAPITALS}][a-zà-ỹ]+)*"
_AND = r"\s*(?:,|;|và|, và)\s*"
_IN_TURN = re.compile(
    rf"((?:{_NAME}{_AND})+{_NAME})\s+(?:(?:đạt|là|có|được)\s+)?(?:lần lượt|theo thứ tự)\s+(?:đạt|là|có|được)?\s*$"
)
_JOINS = re.compile(rf"[^\W\d_ ]?{_AND}")


def owners_in_turn(
    source: Source, passage: Passage, row: list[Figure], own: Own, found: dict[Figure, Citation]
) -> dict[Figure, Citation]:
    """``found`` with the figures of a run given to the bodies of the run before it, where both are as long; the unit's own figure is nobody else's."""
    for position, figure in enumerate(row):
        names = _names_before(source, passage, figure)
        run = _run(source.folded, row[position:])
        if not names or len(names) > len(run):
            continue
        for one, (start, end) in zip(run, names, strict=False):
            said = source.folded[start:end]
            if own.has(said) or said in own.whole or own.place and said.endswith(own.place):
                found.pop(one, None)
            else:
                found[one] = source.cite(start, end)
    return found


def _names_before(source: Source, passage: Passage, figure: Figure) -> list[tuple[int, int]]:
    told = _IN_TURN.search(source.plain, passage.start, figure.lead)
    if told is None:
        return []
    start = told.start(1)
    return [
        (start + one.start(), start + one.end())
        for one in re.finditer(rf"(?:(?!{_AND}).)+", told[1])
        if one[0].strip()
    ]


def _run(folded: str, row: list[Figure]) -> list[Figure]:
    """The first figure and those that follow it with nothing but commas and “và” between."""
    run = row[:1]
    for before, one in zip(row, row[1:], strict=False):
        if not _JOINS.fullmatch(folded, before.end, one.lead):
            break
        run.append(one)
    return run
