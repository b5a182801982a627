"""How wide the columns of a table on paper are: as asked, but never so narrow that a word or a number breaks."""

from __future__ import annotations

from collections.abc import Sequence

LETTER, BOLD, CAPITAL = 2.1, 2.5, 3.1
"""mm: a digit of Times New Roman 12, a mean letter of a bold heading that begins with a capital, a letter of one all in capitals (“STT”)."""
AIR = 3.2  # mm: both sides of a cell
EASY = 26  # letters that a column of texts may ask for on one line
MOST = 16  # letters of one word that are kept together at most: a code of 60 letters must not push the others out


def parts(
    asked: Sequence[float | None],
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    width: float,
) -> list[float]:
    """The width of each column in mm, together `width`.

    `asked` are parts on any scale, None where the texts themselves say. A column is at least as wide as its longest word; the others give
    way in proportion.

    >>> [round(one) for one in parts([1, 1], ["STT", "Tên"], [["1", "Sở"]], 100)]
    [50, 50]
    >>> [round(one) for one in parts([1, 9], ["Điểm", "Tên"], [["1.234,5", "Sở"]], 100)]
    [18, 82]
    """
    columns = [[heading, *(row[place] for row in rows)] for place, heading in enumerate(headings)]
    wanted = [
        _wanted(texts) if part is None else part for part, texts in zip(asked, columns, strict=True)
    ]
    least = [max(_heading(texts[0]), _longest(texts[1:]) * LETTER) + AIR for texts in columns]
    return _fitted(wanted, least, width)


def _heading(text: str) -> float:
    """The width of the longest word of a heading in mm."""
    return max(
        (len(word[:MOST]) * (CAPITAL if word.isupper() else BOLD) for word in text.split()),
        default=0.0,
    )


def _longest(texts: Sequence[str]) -> int:
    """The letters of the longest word."""
    return max((len(word[:MOST]) for text in texts for word in text.split()), default=0)


def _wanted(texts: Sequence[str]) -> float:
    """A column's part by its texts: the longest, as far as one line goes."""
    return float(min(max(len(text) for text in texts), EASY))


def _fitted(wanted: Sequence[float], least: Sequence[float], width: float) -> list[float]:
    """Columns that would fall under their least get it; what is left is shared by the parts of the others."""
    if sum(least) >= width:
        return [one * width / sum(least) for one in least]
    short: set[int] = set()
    while True:
        left, rest = (
            width - sum(least[n] for n in short),
            sum(part for n, part in enumerate(wanted) if n not in short),
        )
        now = [least[n] if n in short else part * left / rest for n, part in enumerate(wanted)]
        fallen = {n for n, one in enumerate(now) if n not in short and one < least[n] - 1e-9}
        if not fallen:
            return now
        short |= fallen
