"""Persons named behind the bodies that they lead: “Giám đốc Sở Nội vụ Cam Bá Quyền” tells of Sở Nội vụ, not of a place of that name."""

from __future__ import annotations

import re
from functools import cache

from dashboard.reading.folding import CAPITALS
from dashboard.reading.phrases import any_of, rules

_REACH = 30  # characters before a body in which its leader's office stands
_SURNAME_ALONE, _LONGEST = 2, 4  # syllables of a name: a place may be called “Lâm Thao”
_CAPITALISED = re.compile(rf"(?:[{CAPITALS}][^\W\d_]*[^\S\n]+)*[{CAPITALS}][^\W\d_]*$")


def before_leader(plain: str, folded: str, start: int, end: int) -> int:
    """Where the name of the body ``[start:end]`` ends, without the person who leads it, when a leader's office stands right before it."""
    said = plain[start:end]
    if said.isupper() or not _led().search(folded[max(0, start - _REACH) : start]):
        return end
    run = _CAPITALISED.search(said)
    syllables = list(re.finditer(r"\S+", run[0])) if run else []
    while syllables and _is_short(syllables[0][0]):
        syllables.pop(0)
    begins = [
        at
        for at, syllable in enumerate(syllables)
        if at != 1
        and (at or len(syllables) > _SURNAME_ALONE)
        and 1 < len(syllables) - at <= _LONGEST
        and _surname().fullmatch(
            folded, start + run.start() + syllable.start(), start + run.start() + syllable.end()
        )
    ]
    if not begins:
        return end
    usual = [at for at in begins if len(syllables) - at > _SURNAME_ALONE]
    name = start + run.start() + syllables[(usual or begins)[-1]].start()
    return start + len(plain[start:name].rstrip())


def _is_short(word: str) -> bool:
    return len(word) > 1 and word.isupper()


@cache
def _led() -> re.Pattern[str]:
    return re.compile(rf"{any_of(rules('bodies')['leaders']).pattern}\s+$")


@cache
def _surname() -> re.Pattern[str]:
    return any_of(rules("bodies")["surnames"])
