"""Tables of a report as rows of cells, each with its place; those of plans and inner lists are passed over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from dashboard.reading.folding import Source
from dashboard.reading.outline import Passage

_BREAK = re.compile(r"\t| *\| ?|(?<=\S) {3,}(?=\S)")
_YEAR = re.compile(r"\s*(?:năm )?20\d\d(?!\d)")
_SILENT = frozenset({"tasks", "proposals", "lessons"})


@dataclass(frozen=True)
class Cell:
    """A cell: its text and where it stands."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class TableRow:
    """A row of cells."""

    passage: Passage
    cells: tuple[Cell, ...]


def tables_in(
    source: Source, parts: list[Passage], silent: bool = False
) -> Iterator[list[TableRow]]:
    """The tables of a report, row by row; ``silent``: with those under headings of plans and lessons."""
    rows: list[TableRow] = []
    for passage in [part for part in parts if silent or part.section not in _SILENT]:
        if rows and (not passage.table or passage.paragraph != rows[-1].passage.paragraph + 1):
            yield rows
            rows = []
        if passage.table:
            rows.append(TableRow(passage, _cells(source.folded, source.plain, passage)))
    if rows:
        yield rows


def _cells(folded: str, plain: str, passage: Passage) -> tuple[Cell, ...]:
    """The cells between tabs or bars; of a row drawn with bars at its ends what is outside of them is no cell (“ | 5” has an empty first one)."""
    cuts = [
        passage.start,
        *(mark.end() for mark in _BREAK.finditer(plain, passage.start, passage.end)),
        passage.end + 1,
    ]
    cells = [
        Cell(first, last - 1, folded[first : last - 1].strip(" |"))
        for first, last in zip(cuts, cuts[1:], strict=False)
    ]
    row = plain[passage.start : passage.end]
    drawn = row.lstrip().startswith("|") and not row.startswith(" | ")
    return tuple(cells[drawn : len(cells) - (drawn and row.rstrip().endswith("|"))])


def column_head(source: Source, position: int) -> str:
    """The text over the cell of a table in which a place of the text stands, '' over the first row."""
    plain = source.plain  # in the folded text a tab is a blank
    start = plain.rfind("\n", 0, position) + 1
    first = _first_rows(plain).get(start, start)
    if first == start:
        return ""
    column = len(_BREAK.findall(plain, start, position))
    end, stop = plain.find("\n", first), (plain + "\n").find("\n", position)
    cuts = [first, *(mark.end() for mark in _BREAK.finditer(plain, first, end)), end + 1]
    heads = [source.folded[one : other - 1] for one, other in zip(cuts, cuts[1:], strict=False)]
    if len(heads) == len(_BREAK.findall(plain, start, stop)) and _YEAR.match(heads[0]):
        heads.insert(0, "")  # over the labels stands nothing
    return heads[column].strip(" |") if column < len(heads) else ""


@lru_cache(maxsize=2)
def _first_rows(plain: str) -> dict[int, int]:
    """Of each line of a table where its first line begins, both as offsets."""
    found: dict[int, int] = {}
    first: int | None = None
    for line in re.finditer(r"[^\n]*\n?", plain):
        if _BREAK.search(line[0]) is None:
            first = None
            continue
        first = line.start() if first is None else first
        found[line.start()] = first
    return found
