"""Tables whose cells lost their bars: a cell a line, or cells parted by semicolons, are read as rows of cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from dashboard.reading.folding import Source

_LEAST_COLUMNS, _MOST_COLUMNS, _LEAST_ROWS, _LONGEST = 3, 9, 2, 80
_LINE = re.compile(r"[^\n]*")
_COUNTS_ROWS = re.compile(r"(?im)^[^\S\n]*(?:tt|stt|số tt)[^\S\n]*$")
_SEMICOLONS = re.compile(r"[^;\n]*(?:;(?![^\S\n]+\S)[^;\n]*){2,}")


def with_tables(source: Source) -> Source:
    """The text with what parts the cells of such a table read as a tab, one sign for one.

    Example: the lines “TT”, “Chỉ tiêu”, “Năm 2023”, “1”, “Đúng hạn”, “97%”, “2”, “Hài lòng”, “95%” are a head and two rows of three cells; so are
    “STT;Nội dung;Kết quả” and the lines below it with as many semicolons.
    """
    marks = [*_between_lines(source.plain), *_semicolons(source.plain)]
    if not marks:
        return source
    signs = list(source.plain)
    for place in marks:
        signs[place] = "\t"
    return source.with_plain("".join(signs))


def _between_lines(plain: str) -> Iterator[int]:
    """The line breaks inside the rows of tables that were written a cell a line: below “TT” as many lines of heads as each numbered row has."""
    for opened in _COUNTS_ROWS.finditer(plain):
        lines = _block(plain, opened.start())
        numbered = [end for end, text in enumerate(text for _, text in lines) if text == "1"]
        columns = numbered[0] if numbered else 0
        if not _LEAST_COLUMNS <= columns <= _MOST_COLUMNS:
            continue
        rows = _numbered_rows([text for _, text in lines[columns:]], columns)
        if rows < _LEAST_ROWS:
            continue
        for number, (end, _) in enumerate(lines[: columns * (rows + 1)], 1):
            if number % columns:
                yield end


def _numbered_rows(cells: list[str], columns: int) -> int:
    """How many whole rows follow each other, the first cell of each its number."""
    rows = 0
    while len(cells) >= (rows + 1) * columns and cells[rows * columns] == str(rows + 1):
        rows += 1
    return rows


def _block(plain: str, start: int) -> list[tuple[int, str]]:
    """The short lines up to the next blank one: where each ends, and its text."""
    lines = []
    for line in _LINE.finditer(plain, start):
        text = line[0].strip()
        if not text or len(text) > _LONGEST:
            if line.end() > line.start() or lines and lines[-1][0] + 1 == line.start():
                break
            continue
        lines.append((line.end(), text))
    return lines


def _semicolons(plain: str) -> Iterator[int]:
    """The semicolons of lines one below the other that have as many of them, none followed by a blank."""
    lines = [line.span() for line in re.finditer(r"[^\n]+", plain)]
    counted = [
        (plain.count(";", *span) if _SEMICOLONS.fullmatch(plain, *span) else 0, span)
        for span in lines
    ]
    for count, group in groupby(counted, key=lambda one: one[0]):
        rows = [span for _, span in group]
        beside = all(after[0] == before[1] + 1 for before, after in pairwise(rows))
        if count and len(rows) > _LEAST_ROWS and beside:
            yield from (place for span in rows for place in range(*span) if plain[place] == ";")
