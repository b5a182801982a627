"""Whether a text can be Vietnamese at all: what no reader could make words of is told, never read in silence."""

from __future__ import annotations

import re
import unicodedata

from data_access.legacy import is_syllable

ENOUGH_WORDS = 30
SYLLABLES = 0.75  # of the small-letter words; reports have 95 % and more, letters torn from their words under 60 %
ACCENTED = 0.25  # of the words; Vietnamese has 70 % and more
_WORD = re.compile(r"[^\W\d_]+")


def is_torn(text: str) -> bool:
    """Whether most words are no syllables of Vietnamese: letters lost or out of their places.

    Example: “M t s cán b công ch c ộ ố ộ ứ” is; a text of under 30 words never is.
    """
    words = [word for word in _words(text) if not word.isupper() or len(word) == 1]
    return len(words) >= ENOUGH_WORDS and sum(map(is_syllable, words)) < SYLLABLES * len(words)


def lacks_accents(text: str) -> bool:
    """Whether it reads as Vietnamese typed without its marks (“bao cao ket qua”): the rules find nothing in such a text."""
    words = _words(text)
    accented = sum(not word.isascii() for word in words)
    return len(words) >= ENOUGH_WORDS and accented < ACCENTED * len(words)


def _words(text: str) -> list[str]:
    """Words with their marks on their letters, however they are written (a file of a Mac keeps them apart)."""
    return _WORD.findall(unicodedata.normalize("NFC", text))
