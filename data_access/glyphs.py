"""Glyphs of a page, each with its place → lines of text in the order in which people read them, whatever order the file draws them in."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from data_access.legacy import is_syllable

SAME_LINE = (
    0.4  # of the letter's size: glyphs of two fonts stand on one base line, a raised number near it
)
SAME_PLACE = 0.15  # a letter drawn twice to look bold
NARROW, BLANK = (
    0.12,
    0.45,
)  # a gap inside a word, one that parts words for certain; many files write their blanks, some only leave room
GUTTER = 2.0  # a gap wider than two letters parts columns, justified words stand nearer
MAYBE_GUTTER, GUTTER_LINES = 0.9, 4  # a narrower one does where as many lines have it in one place
NEW_PARAGRAPH = 1.75  # of the letter's size from one base line to the next
FIGURES = 0.5


class Glyph(NamedTuple):
    """One letter: from ``left`` to ``right`` on the base line ``y`` (growing downwards), all in points."""

    y: float
    left: float
    right: float
    size: float
    char: str


class Run(NamedTuple):
    """Words of one line without a wide gap in them."""

    left: float
    right: float
    text: str


class _Word(NamedTuple):
    """Letters without a gap; ``apart``: what stands before it is another word for certain."""

    left: float
    right: float
    text: str
    size: float
    apart: bool


class Line(NamedTuple):
    """The runs on one base line, from left to right."""

    y: float
    size: float
    runs: tuple[Run, ...]


def text_of(glyphs: list[Glyph]) -> str:
    """The glyphs as lines; of two columns side by side the left one first, rows of a table with wide gaps between their cells.

    Example: “ỦY BAN …” beside “CỘNG HÒA …” are two lines, not one.
    """
    lines = _lines(glyphs)
    blocks = [_in_order(block) for block in _blocks(lines)]
    return "\n".join(line for block in blocks for line in _spaced(block))


def _lines(glyphs: list[Glyph]) -> list[Line]:
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs):
        if rows and glyph.y - rows[-1][0].y <= SAME_LINE * max(rows[-1][0].size, glyph.size):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    worded = [list(_words(sorted(row, key=lambda one: (one.left, one.right)))) for row in rows]
    gutters = _gutters(worded)
    return [
        Line(
            median(one.y for one in row),
            median(one.size for one in row),
            tuple(_runs(words, gutters)),
        )
        for row, words in zip(rows, worded, strict=True)
        if words
    ]


def _gutters(lines: list[list[_Word]]) -> list[float]:
    """Middles of the narrower gaps that stand one under the other in several lines: columns set close together."""
    gaps = [
        (one.right, other.left)
        for words in lines
        for one, other in pairwise(words)
        if MAYBE_GUTTER * other.size < other.left - one.right <= GUTTER * other.size
    ]
    middles = [(left + right) / 2 for left, right in gaps]
    return [
        middle
        for middle in middles
        if sum(left < middle < right for left, right in gaps) >= GUTTER_LINES
    ]


def _runs(words: list[_Word], gutters: list[float]) -> Iterator[Run]:
    """The words of a row, cut where the gap is as wide as between columns."""
    run: list[_Word] = []
    for word in words:
        if run and _parts(run[-1], word, gutters):
            yield _run(run)
            run = []
        if run and not word.apart and _is_one_word(run[-1].text, word.text):
            run[-1] = run[-1]._replace(right=word.right, text=run[-1].text + word.text)
        else:
            run.append(word)
    yield _run(run)


def _parts(before: _Word, word: _Word, gutters: list[float]) -> bool:
    gap = word.left - before.right
    return gap > GUTTER * word.size or (
        gap > MAYBE_GUTTER * word.size
        and any(before.right < middle < word.left for middle in gutters)
    )


def _run(words: list[_Word]) -> Run:
    return Run(words[0].left, words[-1].right, " ".join(word.text for word in words))


def _is_one_word(first: str, second: str) -> bool:
    """Whether the room between two pieces is only what a letter of another font leaves: “đị” + “nh”, not “hồ” + “sơ”."""
    end = second.rstrip('.,;:!?)”"')
    both = is_syllable(first) and is_syllable(end) and end not in ("a", "e", "i", "o", "u", "y")
    return is_syllable(first + end) and not both


def _words(row: list[Glyph]) -> Iterator[_Word]:
    """The letters of a row between its gaps; blanks that the file writes count only where no letter stands over them."""
    written = [one for one in row if not one.char.isspace()]
    blanks = [(one.left + one.right) / 2 for one in row if one.char.isspace()]
    word: _Word | None = None
    before: Glyph | None = None
    for glyph in written:
        if before and _is_twice(before, glyph):
            continue
        gap = (glyph.left - before.right) / glyph.size if before else 0.0
        apart = before is not None and (gap > BLANK or _holds(blanks, before, glyph))
        if word and not apart and gap <= NARROW:
            word = word._replace(right=glyph.right, text=word.text + glyph.char)
        else:
            if word:
                yield word
            word = _Word(glyph.left, glyph.right, glyph.char, glyph.size, apart)
        before = glyph
    if word:
        yield word


def _is_twice(before: Glyph, glyph: Glyph) -> bool:
    return before.char == glyph.char and glyph.left - before.left < SAME_PLACE * glyph.size


def _holds(blanks: list[float], before: Glyph, glyph: Glyph) -> bool:
    """Whether a blank of the file stands between two letters; the lists are a line long."""
    first, last = min(before.right, glyph.left), max(before.right, glyph.left)
    return any(first - 0.1 <= blank <= last + 0.1 for blank in blanks) and glyph.left > before.left


def _blocks(lines: list[Line]) -> Iterator[list[Line]]:
    """Lines that share a gutter together, every other line alone."""
    block: list[Line] = []
    gutter: tuple[float, float] | None = None
    for line in lines:
        shared = _shared(gutter, line) if block and _alike(block, line) else None
        if block and shared is None:
            yield block
            block = []
        block.append(line)
        gutter = shared or _widest(line)
        if gutter is None:
            yield block
            block = []
    if block:
        yield block


def _alike(block: list[Line], line: Line) -> bool:
    """Whether a line may go on with a block: a row of many cells does not follow on two columns, nor the other way round."""
    rows = [len(one.runs) for one in block if len(one.runs) > 1]
    return len(line.runs) == 1 or not rows or (rows[-1] > 2) == (len(line.runs) > 2)


def _shared(gutter: tuple[float, float] | None, line: Line) -> tuple[float, float] | None:
    """What is left of a gutter beside one more line; None if the line runs over it."""
    if gutter is None:
        return _widest(line)
    left, right = gutter
    for run in line.runs:
        if run.right <= (left + right) / 2:
            left = max(left, run.right)
        elif run.left >= (left + right) / 2:
            right = min(right, run.left)
        else:
            return None
    return (left, right) if right - left > line.size else None


def _widest(line: Line) -> tuple[float, float] | None:
    gaps = [(one.right, other.left) for one, other in pairwise(line.runs)]
    return max(gaps, key=lambda gap: gap[1] - gap[0]) if gaps else None


def _in_order(block: list[Line]) -> list[tuple[float, float, str]]:
    """(y, size, text) of each line: two columns one after the other, else rows."""
    if len(block) < 2 or _is_table(block):
        return [
            (line.y, line.size, (" " * 4).join(run.text for run in line.runs)) for line in block
        ]
    ordered = []
    middle = _middle(block)
    for side in (True, False):
        for line in block:
            text = " ".join(run.text for run in line.runs if (run.right <= middle) is side)
            if text:
                ordered.append((line.y, line.size, text))
    return ordered


def _middle(block: list[Line]) -> float:
    gutter: tuple[float, float] | None = None
    for line in block:
        gutter = _shared(gutter, line)
    return sum(gutter) / 2 if gutter else 0.0


def _is_table(block: list[Line]) -> bool:
    """More than two cells in most lines, or figures in the right column."""
    rows = [line for line in block if len(line.runs) > 1]
    if 2 * sum(len(line.runs) > 2 for line in rows) > len(rows):
        return True
    last = [line.runs[-1].text for line in rows]
    return sum(_is_figure(text) for text in last) >= FIGURES * len(last)


def _is_figure(text: str) -> bool:
    digits = sum(char.isdigit() for char in text)
    return digits > 0 and digits >= sum(char.isalpha() for char in text)


def _spaced(block: list[tuple[float, float, str]]) -> Iterator[str]:
    for y_before, (y, size, text) in zip([None, *(one[0] for one in block)], block, strict=False):
        if y_before is not None and y - y_before > NEW_PARAGRAPH * size:
            yield ""
        yield text
