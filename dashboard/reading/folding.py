"""The text as given, and the same text as rules see it, with the way back from one to the other."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import cached_property

CAPITALS = "A-Z" + "".join(char for char in map(chr, range(0xC0, 0x1EFA)) if char.isupper())
_VOWELS = {
    "a": "aàảãáạ",
    "e": "eèẻẽéẹ",
    "o": "oòỏõóọ",
    "u": "uùủũúụ",
    "y": "yỳỷỹýỵ",
    "i": "iìỉĩíị",
}
_MARKS = {vowel: (row[0], row.index(vowel)) for row in _VOWELS.values() for vowel in row}
_TONE_PAIRS = re.compile(r"(?<!q)([ou])([àảãáạèẻẽéẹỳỷỹýỵ])(?!\w)")
_LONE_I = re.compile(r"(?<!\w)([hklmst])([iìỉĩíị])(?!\w)")
_LOOKALIKES = str.maketrans(
    {
        "\u00a0": " ",
        "\u2007": " ",
        "\u202f": " ",
        "\t": " ",
        "\u00ad": " ",
        "ð": "đ",
        "–": "-",
        "—": "-",
        "‑": "-",
        "−": "-",
        "“": '"',
        "”": '"',
        "„": '"',
        "‟": '"',
        "«": '"',
        "»": '"',
        "″": '"',
        "％": "%",
        "⁄": "/",
    }
)


def fold(text: str) -> str:
    """NFC text made comparable, character for character (the length never changes).

    Small letters, one place for the tone mark (hoà → hòa, uỷ → ủy), i for y settled (kỉ luật → kỷ luật), one kind of dash,
    quotation mark and space. Example: ``fold("Tỉ lệ Hoà – “X”")`` is ``'tỷ lệ hòa - "x"'``.
    """
    small = text.lower()
    if len(small) != len(text):  # “İ” becomes two signs
        small = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    small = small.translate(_LOOKALIKES)
    return _LONE_I.sub(_with_y, _TONE_PAIRS.sub(_tone_first, small))


def _tone_first(pair: re.Match[str]) -> str:
    plain, tone = _MARKS[pair[2]]
    return _VOWELS[pair[1]][tone] + plain


def _with_y(syllable: re.Match[str]) -> str:
    return syllable[1] + _VOWELS["y"][_MARKS[syllable[2]][1]]


@dataclass(frozen=True)
class Citation:
    """A literal piece of the text as given: ``text[start:end] == quote``."""

    quote: str
    start: int
    end: int


@dataclass(frozen=True)
class Source:
    """A report's text: ``given`` (offsets handed out), ``plain`` (NFC) and ``folded`` (what rules match), the last two of one length."""

    given: str
    plain: str = field(init=False)
    _origins: tuple[int, ...] | None = field(init=False)

    def __post_init__(self) -> None:
        plain, origins = _composed(self.given)
        object.__setattr__(self, "plain", plain)
        object.__setattr__(self, "_origins", origins)

    @cached_property
    def folded(self) -> str:
        return fold(self.plain)

    def with_plain(self, plain: str) -> Source:
        """The same text with some of its characters read as others, one for one."""
        if len(plain) != len(self.plain):
            raise ValueError("offsets would no longer hold")
        changed = Source.__new__(Source)
        for name, value in (("given", self.given), ("plain", plain), ("_origins", self._origins)):
            object.__setattr__(changed, name, value)
        return changed

    def cite(self, start: int, end: int) -> Citation:
        """The quote at ``plain[start:end]`` in the coordinates of the text given, without blanks and stray marks at its ends."""
        while start < end and (self.plain[start].isspace() or self.plain[start] in ",;:.|•*-+–"):
            start += 1
        while end > start and (self.plain[end - 1].isspace() or self.plain[end - 1] in ",;:|."):
            end -= 1
        first, last = (
            (start, end) if self._origins is None else (self._origins[start], self._origins[end])
        )
        return Citation(self.given[first:last], first, last)


def _composed(given: str) -> tuple[str, tuple[int, ...] | None]:
    """NFC of the text, and for each of its characters (and its end) the offset in the text given; None = the same offsets."""
    if unicodedata.is_normalized("NFC", given):
        return given, None
    pieces: list[str] = []
    origins: list[int] = []
    for cluster in re.finditer(r"[\s\S][\u0300-\u036f]*", given):
        piece = unicodedata.normalize("NFC", cluster[0])
        pieces.append(piece)
        origins.extend([cluster.start()] * len(piece))
    return "".join(pieces), (*origins, len(given))
