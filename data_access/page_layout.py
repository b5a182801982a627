"""Lines of a page with their places → text in the order in which people read it: columns one after the other, rows of figures across."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from data_access.glyphs import Glyph, Line, lines_of

NEW_PARAGRAPH = 1.75  # of the letter's size from one base line to the next
FIGURES = 0.5


def text_of(glyphs: list[Glyph]) -> str:
    """The glyphs as lines; of two columns side by side the left one first, rows of a table with wide gaps between their cells.

    Example: “ỦY BAN …” beside “CỘNG HÒA …” are two lines, not one.
    """
    lines = lines_of(glyphs)
    blocks = [_in_order(block) for block in _blocks(lines)]
    return "\n".join(line for block in blocks for line in _spaced(block))


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
