"""The words around a figure as signs of whose it is: the unit's own name, other proper names and years stand for themselves only in kind."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from dashboard.reading.folding import Source
from dashboard.reading.indicator import Reader

OWN, NAME = "OWN", "NAME"
_TOKEN = re.compile(r"[^\W\d_]+|\d[\d.,/]*%?|[?:!;,.()\-\"=|+]")
_YEAR = re.compile(r"20[0-4]\d")
_SENTENCE_OPENS = ".:?!\n"
_LEAST = 3  # letters of a name


@dataclass(frozen=True)
class Words:
    """The words of one sentence in order: where each begins, and what it is taken for."""

    starts: tuple[int, ...]
    said: tuple[str, ...]

    def before(self, position: int, since: int = 0) -> tuple[str, ...]:
        return self.said[bisect_left(self.starts, since) : bisect_left(self.starts, position)]

    def after(self, position: int, until: int) -> tuple[str, ...]:
        return self.said[bisect_left(self.starts, position) : bisect_left(self.starts, until)]


def words_in(source: Source, start: int, end: int, reader: Reader) -> Words:
    """The words of ``folded[start:end]``: a number is “#”, “#%” or “#/#”, a year is one of now, past or next, a run of capitalised words is OWN or NAME."""
    names = own_names(reader)
    starts: list[int] = []
    said: list[str] = []
    passed = start
    for token in _TOKEN.finditer(source.folded, start, end):
        place = token.start()
        if place < passed:
            continue
        name = next((one for one in names if _stands(source.folded, one, place)), None)
        if name:
            passed, word = place + len(name), OWN
        else:
            word = _kind(source, token, reader.year)
        if word == NAME and said and said[-1] == NAME:
            continue
        starts.append(place)
        said.append(word)
    return Words(tuple(starts), tuple(said))


def own_names(reader: Reader) -> tuple[str, ...]:
    """By which a text names the unit without its kind: its locality, its department, the longest first."""
    own = reader.own
    return tuple(
        sorted({one for one in (own.place, own.department) if len(one) >= _LEAST}, key=len)[::-1]
    )


def _stands(folded: str, name: str, place: int) -> bool:
    end = place + len(name)
    return folded.startswith(name, place) and not folded[end : end + 1].isalpha()


def _kind(source: Source, token: re.Match[str], year: int | None) -> str:
    word = token[0]
    if word[0].isdigit():
        if year and _YEAR.fullmatch(word):
            return "now" if int(word) == year else "past" if int(word) < year else "next"
        return "#%" if word.endswith("%") else "#/#" if "/" in word else "#"
    capital = source.plain[token.start()].isupper()
    return NAME if capital and not _opens_sentence(source.folded, token.start()) else word


def _opens_sentence(folded: str, place: int) -> bool:
    before = folded[max(0, place - 4) : place].rstrip(' *+-"')
    return not before or before[-1] in _SENTENCE_OPENS
