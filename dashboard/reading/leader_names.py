"""Persons named behind the bodies that they lead: “Giám đốc Sở Nội vụ Cam Bá Quyền” tells of Sở Nội vụ, not of a place of that name."""

from __future__ import annotations

import re
from functools import cache
from itertools import dropwhile

from dashboard.reading.folding import CAPITALS
from dashboard.reading.phrases import any_of, rules

_MIDDLE = ("văn", "thị")
_REACH = 45  # characters before a body in which its leader's office stands
_SURNAME_ALONE, _LONGEST = 2, 4  # syllables of a name: a place may be called “Lâm Thao”
_PERSON = re.compile(  # “Ông Đinh Văn Hùng, Chủ tịch UBND phường Phan Đình Phùng, …”: the leader is named already
    rf"(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Đđ]/c|[Đđ]ồng chí)\s(?:[{CAPITALS}]\w*\s){{1,4}}?[{CAPITALS}]\w*,\s*\Z"
)
_SYLLABLE = re.compile(r"\S+")
_CAPITALISED = re.compile(rf"(?:[{CAPITALS}][^\W\d_]*[^\S\n]+)*[{CAPITALS}][^\W\d_]*$")


def before_leader(plain: str, folded: str, start: int, end: int) -> int:
    """Where the name of the body ``[start:end]`` ends, without the person who leads it, when a leader's office stands right before it."""
    led = (
        None if plain[start:end].isupper() else _led().search(folded, max(0, start - _REACH), start)
    )
    run = led and _CAPITALISED.search(plain, start, end)
    if not (led and run) or _PERSON.search(plain, max(0, led.start() - _REACH), led.start()):
        return end
    syllables = (one.span() for one in _SYLLABLE.finditer(plain, *run.span()))
    name = [*dropwhile(lambda one: _is_short(plain[slice(*one)]), syllables)]
    words = [folded[slice(*one)] for one in name]
    begins = [at for at in range(len(words)) if _may_begin(words, at)]
    if not begins:
        return end
    usual = [at for at in begins if len(words) - at > _SURNAME_ALONE]
    person = name[(usual or begins)[-1]][0]
    return start + len(plain[start:person].rstrip())


def _may_begin(words: list[str], at: int) -> bool:
    """Whether a person's name may begin at a word of a run of capitalised ones: a surname, or what stands before “Văn”, “Thị”; a place has two syllables or none."""
    left = len(words) - at
    is_surname = (
        _surname().fullmatch(words[at]) or left > _SURNAME_ALONE and words[at + 1] in _MIDDLE
    )
    return (
        at != 1 and 1 < left <= _LONGEST and bool(is_surname) and (at > 0 or left > _SURNAME_ALONE)
    )


def _is_short(word: str) -> bool:
    return len(word) > 1 and word.isupper()


@cache
def _led() -> re.Pattern[str]:
    return re.compile(rf"{any_of(rules('bodies')['leaders']).pattern}\s+\Z")


@cache
def _surname() -> re.Pattern[str]:
    return any_of(rules("bodies")["surnames"])
