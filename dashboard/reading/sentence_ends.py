"""Where a sentence ends: at a stop that is none of an abbreviation or a number, and never later than a reader's breath."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dashboard.reading.paragraphs import Paragraph

_STOP = re.compile(
    r"(?<!\b[Tt][Pp])(?<!\b[Tt][Xx])(?<!\bTS)(?<!\bThS)(?<!\bPGS)(?<!\b[HPQ])[.!?]+[\"”)]?(?=\s+(\S))"
)
LONGEST = 3000


def sentences(plain: str, paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    """Where each sentence of a paragraph begins and ends."""
    for start, end in _stopped(plain, paragraph):
        yield from _bounded(plain, start, end)


def _bounded(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A text that never stops (a garbled file) in pieces cut after “;”, a comma or a blank: what a rule looks over stays small."""
    while end - start > LONGEST:
        limit = start + LONGEST
        cut = next(
            (
                place + 1
                for mark in (";", ",", " ")
                if (place := plain.rfind(mark, start + LONGEST // 2, limit)) > 0
            ),
            limit,
        )
        yield start, cut
        start = cut
    yield start, end


def _stopped(plain: str, paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    start = paragraph.body
    if not paragraph.table:
        for stop in _STOP.finditer(plain, start, paragraph.end):
            if not (stop[1].islower() or stop[1] in ",;:)"):
                yield start, stop.end()
                start = stop.end()
    if plain[start : paragraph.end].strip():
        yield start, paragraph.end
