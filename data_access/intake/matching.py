"""Finding the unit or the criterion that a text means: the same normal form is accepted, a near one is only proposed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from rapidfuzz import fuzz, process

from data_access.intake.names import fold, plain

_NUMBERING = re.compile(
    r"^\s*(?:[IVX]+|[0-9]+(?:\.[0-9]+)*|[a-zđ])\s*[.)]\s*(?=[^\s0-9])|^\s*[0-9]+(?:\.[0-9]+)+\s+(?=\S)"
)
_COUNTED = re.compile(r"^\s*[0-9]{1,3}\s*[.)]\s*(?=\D)")
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*$")
_NEAR = 72  # of 100: below this a proposal would be noise
_PROPOSALS = 3
_ALIKE = 55  # of 100: below this a name beside a code is another thing's


class Entry(NamedTuple):
    """One thing with its own spellings, best first, the years in which it exists, and its other names (old ones, and those that a person confirmed)."""

    code: str
    name: str
    spellings: tuple[str, ...]
    first_year: int = 0
    last_year: int = 9999
    others: tuple[str, ...] = ()


class Match(NamedTuple):
    """`code` if exactly one thing is meant; else None with the candidates that a person may choose from."""

    code: str | None
    candidates: tuple[Entry, ...] = ()


@lru_cache(maxsize=65_536)
def header_form(text: str) -> str:
    """`fold` of a header without numbering in front and a bracket behind: `header_form("1.2. Trang phục (điểm)") == "trang phục"`."""
    return fold(_BRACKETS.sub("", _NUMBERING.sub("", text))) or fold(text)


class NameIndex:
    """Things by code and by every spelling of their names, in the normal form that `form` makes. `heads`: what heads were read as by these names, for who reads them."""

    def __init__(self, entries: Iterable[Entry], form: Callable[[str], str]) -> None:
        self._form = form
        self._entries: dict[str, Entry] = {}
        self._codes: dict[str, list[Entry]] = defaultdict(list)
        self._names: dict[str, list[Entry]] = defaultdict(list)
        self.heads: dict[Any, Any] = {}
        self._said: dict[str, list[Entry]] = {}
        self._found: dict[tuple[str, int | None], Match] = {}
        self._sure: dict[tuple[str, str, int | None], str | None] = {}
        for entry in entries:
            self._entries[entry.code] = entry
            self._codes[entry.code.casefold()].append(entry)
            for spelling in {
                form(one): None for one in (entry.code, *entry.spellings, *entry.others) if one
            }:
                self._names[spelling].append(entry)

    def __contains__(self, text: str) -> bool:
        return bool(self._meant(text))

    def is_spelling(self, text: str) -> bool:
        """Whether the text as it stands, with all its brackets, is the code or a spelling of something."""
        whole = fold(text)
        return any(
            whole == fold(one)
            for entry in self._meant(text)
            for one in (entry.code, *entry.spellings, *entry.others)
        )

    def entry(self, code: str) -> Entry:
        return self._entries[code]

    def find(self, text: str, year: int | None) -> Match:
        """What the text means in that year. One that lived in another year only is still the one meant; of several with the name, the one a person chose."""
        key = text, year
        if key not in self._found:
            self._found[key] = self._find(text, year)
        return self._found[key]

    def sure(self, code: str, name: str, year: int | None) -> str | None:
        """What a code, a name or both mean where they leave nothing to ask. Every figure of a row asks again."""
        key = code, name, year
        if key not in self._sure:
            found = self.find(code or name, year).code if code or name else None
            contradicts = found and code and name and not self.may_mean(name, found)
            self._sure[key] = None if contradicts else found
        return self._sure[key]

    def _find(self, text: str, year: int | None) -> Match:
        meant = self._meant(text)
        living = [
            one for one in meant if year is None or one.first_year <= year <= one.last_year
        ] or meant
        if len(living) > 1:
            living = [one for one in living if self._is_chosen(one, text)] or living
        return Match(living[0].code) if len(living) == 1 else Match(None, tuple(living))

    def meant_by(self, text: str) -> set[str]:
        """The codes of all that the text may mean."""
        return {one.code for one in self._meant(text)}

    def may_mean(self, text: str, code: str) -> bool:
        """Whether the text is a name of the thing with this code, though others may bear it too."""
        return any(one.code == code for one in self._meant(text))

    def resembles(self, text: str, code: str) -> bool:
        """Whether the text looks like a name of the thing with this code: the same words, or most of them."""
        own = plain(self._form(text))
        entry = self._entries[code]
        return any(
            fuzz.token_set_ratio(own, plain(self._form(one))) >= _ALIKE
            for one in (*entry.spellings, *entry.others)
        )

    def _is_chosen(self, entry: Entry, text: str) -> bool:
        """Whether its own name was confirmed as its other name too: a person's answer to which of several is meant. An old name alone decides nothing."""
        return all(
            self._form(text) in map(self._form, names) for names in (entry.spellings, entry.others)
        )

    def unaccented(self, text: str, year: int | None) -> str | None:
        """The code of the one thing, living in that year, whose name without accents is the text's; None where none or several have it.

        Example: “Xa Tan Phong” means Xã Tân Phong where no Xã Tấn Phong is registered.
        """
        wanted = plain(self._form(text))
        meant = {
            entry.code: entry
            for spelling, bare in self._plain_names.items()
            if wanted == bare
            for entry in self._names[spelling]
        }
        living = [
            code
            for code, one in meant.items()
            if year is None or one.first_year <= year <= one.last_year
        ] or list(meant)
        return living[0] if len(living) == 1 else None

    def near(self, text: str) -> tuple[Entry, ...]:
        """The things whose names look most like the text, best first."""
        found = process.extract(
            plain(self._form(text)),
            self._plain_names,
            scorer=fuzz.token_sort_ratio,
            limit=2 * _PROPOSALS,
            score_cutoff=_NEAR,
        )
        codes = dict.fromkeys(
            entry.code for _, _, spelling in found for entry in self._names[spelling]
        )
        return tuple(self._entries[code] for code in list(codes)[:_PROPOSALS])

    def _meant(self, text: str) -> list[Entry]:
        """What bears the text as its code or name, with or without a number in front: “3. Sở Y tế”. Few texts are asked about many times."""
        if text not in self._said:
            self._said[text] = (
                self._codes.get(text.strip().casefold(), [])
                or self._names.get(self._form(text), [])
                or self._names.get(self._form(_COUNTED.sub("", text)), [])
            )
        return self._said[text]

    @cached_property
    def _plain_names(self) -> dict[str, str]:
        return {spelling: plain(spelling) for spelling in self._names}
