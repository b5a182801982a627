"""What fits on one slide. Lengths are in hundredths of the slide's height; the narrowest slide (4:3) decides, so a deck has the same slides everywhere."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Sequence
from typing import TypeVar

Row = TypeVar("Row")
WIDTH = 120.0  # of a 4:3 slide between its margins of a twentieth
TEXT, MESSAGE = 3.6, 6.0  # sizes of letters, as in deck.css
LETTER = 0.535  # width of an average letter, of its size
BOLD = 1.08  # how much wider bold letters are
HEADING = 5.6  # the line of heads above a picture
LINE = 1.2
FRAME = 26.5  # margins, the line above the message, the gaps and the foot
LEAST_ROOM = 24.0
BESIDE_QR = 34.0  # what a QR code takes of the width
SCALES = (1.6, 1.5, 1.4, 1.3, 1.2, 1.1)
SLACK = 1e-6


def lines_of(text: str, width: float, size: float = TEXT) -> int:
    """About how many lines a text needs in this width, broken between words.

    >>> lines_of("Sở Nội vụ", 60), lines_of("Ban Quản lý Dự án Đầu tư Xây dựng", 60)
    (1, 2)
    """
    return max(1, len(textwrap.wrap(text, max(1, int(width / (LETTER * size))))))


def room_under(message: str) -> float:
    """The height that a message leaves to the picture below it."""
    return max(LEAST_ROOM, 100 - FRAME - lines_of(message, WIDTH, MESSAGE) * MESSAGE * LINE)


def pages(rows: Sequence[Row], height: Callable[[Row], float], room: float) -> list[Sequence[Row]]:
    """The rows shared between as few slides as possible, about equally, at least one on each; one empty slide without rows.

    >>> pages([3, 3, 3, 1], float, 7), pages([9, 1], float, 7)
    ([[3, 3], [3, 1]], [[9], [1]])
    """
    if not rows:
        return [rows]
    wanted = len(_filled(rows, height, room))
    even = sum(height(row) for row in rows) / wanted
    steps = (even + (room - even) * part / 10 for part in range(11))
    return next(
        found for found in (_filled(rows, height, step) for step in steps) if len(found) <= wanted
    )


def _filled(
    rows: Sequence[Row], height: Callable[[Row], float], room: float
) -> list[Sequence[Row]]:
    found: list[list[Row]] = []
    left = 0.0
    for row in rows:
        needed = height(row)
        if not found or needed > left + SLACK:
            found.append([])
            left = room
        found[-1].append(row)
        left -= needed
    return found


def cut(text: str, letters: int) -> str:
    """A text for the hall, cut at a word; the notes have it whole.

    >>> cut("Niêm yết đầy đủ thủ tục", 16)
    'Niêm yết đầy đủ …'
    """
    if len(text) <= letters:
        return text
    return f"{text[:letters].rsplit(' ', 1)[0]} …"


def scale(height: Callable[[float], float], room: float) -> float:
    """How much larger than the least size a picture may be drawn. In: its height when drawn so much larger.

    >>> scale(lambda larger: 20 * larger, 27), scale(lambda larger: 90, 50)
    (1.3, 1.0)
    """
    return next((one for one in SCALES if height(one) <= room), 1.0)
