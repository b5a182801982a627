"""Glyphs of a page, each with its place → words in lines, whatever order the file draws them in."""

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


def lines_of(glyphs: list[Glyph]) -> list[Line]:
    """The lines from the top, each cut into runs where its gaps are as wide as between columns."""
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
