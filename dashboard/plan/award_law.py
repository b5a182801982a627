"""What may be given to whom: emulation titles and forms of commendation by law, as data that an office can read, check and change.

The shipped law is `award_law.toml`; a plan that has `[award_law]` of its own is read by that. Nothing here was compared with the text of
the law unless it says `checked`; what is not known is left empty, and screens and papers say so.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field

from dashboard.plan.parts import Code, Part, Share, Text

Bearer = Literal["person", "collective", "household"]
SHIPPED = Path(__file__).parent / "award_law.toml"
_ASKED = re.compile(r"(?:đề nghị|đề xuất|kiến nghị|trình)\b")
_SPACES = re.compile(r"[\s\-–]+")


class LegalText(Part):
    """A law: number, name, whether what is said of it was compared with its text."""

    number: str = ""
    name: Text
    checked: bool = False


class Decree(Part):
    """The decree in force for meetings of these years; `number` is empty where the office has yet to fill it in."""

    number: str = ""
    first_year: int
    last_year: int | None = None
    checked: bool = False

    def holds_in(self, year: int) -> bool:
        """Whether it is in force for a meeting of that year."""
        return self.first_year <= year <= (self.last_year or year)


class AwardTitle(Part):
    """A title or form: who may bear it, on which conditions, how often, how many, by which share of votes (`more_than`: by more than it), by whose decision; empty is unknown."""

    code: Code
    name: Text
    names: tuple[Text, ...] = ()
    kind: Literal["title", "form"]
    bearers: Annotated[tuple[Bearer, ...], Field(min_length=1)]
    conditions: tuple[Text, ...] = ()
    period: str = ""
    quota: str = ""
    vote_share: Share | None = None
    more_than: bool = False
    decides: str = ""
    paper: str = ""
    article: str = ""
    decree_article: str = ""
    checked: bool = False

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every way in which it is written."""
        return (self.name, *self.names)


class AwardLaw(Part):
    """The law of commendation: its text, the decree of each year, what a vote needs (`vote_base`: of whom a `vote_share` is a share), every title and form."""

    law: LegalText
    decrees: tuple[Decree, ...] = ()
    quorum: Share | None = None
    vote_base: Literal["members", "present", "valid"] = "members"
    titles: Annotated[tuple[AwardTitle, ...], Field(min_length=1)]

    def decree(self, year: int) -> Decree | None:
        """The decree for a meeting of that year; None where the law names none."""
        return next((one for one in self.decrees if one.holds_in(year)), None)

    def title_of(self, form: str) -> AwardTitle | None:
        """The title or form that a text means, by the longest name in it; None for one that the law does not name.

        “Đề nghị tặng Bằng khen của Thủ tướng Chính phủ” means the Prime Minister's, not “Bằng khen”.
        """
        text = folded(form)
        found = [
            (len(name), one)
            for one in self.titles
            for name in map(folded, one.spellings)
            if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)
        ]
        return max(found, key=lambda pair: pair[0])[1] if found else None

    def as_rules(self) -> list[dict[str, Any]]:
        """Names (folded) and bearers of each title as plain data, for whoever reads files."""
        return [
            {
                "name": one.name,
                "names": [folded(name) for name in one.spellings],
                "bearers": list(one.bearers),
            }
            for one in self.titles
        ]


@lru_cache(maxsize=4_096)
def folded(text: str) -> str:
    """A name as it is compared: NFC, small letters, single spaces, dashes as spaces.

    >>> folded("Chiến sĩ  Thi đua cơ sở")
    'chiến sĩ thi đua cơ sở'
    """
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text).casefold()).strip()


def is_proposal(form: str) -> bool:
    """Whether a text says that a form was only asked for.

    >>> is_proposal("Đề nghị tặng Bằng khen"), is_proposal("Bằng khen")
    (True, False)
    """
    return _ASKED.match(folded(form)) is not None


def mistakes(law: AwardLaw) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """What is wrong between the parts of a law: key, code of the sentence, fields."""
    codes: set[str] = set()
    names: dict[str, str] = {}
    for one in law.titles:
        if one.code in codes:
            yield f"award_law.titles ({one.code})", "code_twice", {"code": one.code}
        codes.add(one.code)
        for name in one.spellings:
            other = names.setdefault(folded(name), one.code)
            if other != one.code:
                yield _twice(one.code, name, other)
        if one.more_than and (one.vote_share is None or one.vote_share >= 1):
            yield f"award_law.titles ({one.code}).more_than", "more_than_nothing", {}
    yield from _decree_mistakes(law)


def _decree_mistakes(law: AwardLaw) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """Of each year there is one decree at most."""
    years = [(one.first_year, one.last_year or 9999) for one in law.decrees]
    for (first, last), (later, _) in zip(sorted(years), sorted(years)[1:], strict=False):
        if later <= last:
            yield "award_law.decrees", "decrees_overlap", {"year": later}
        if last < first:
            yield "award_law.decrees", "valid_backwards", {}


def _twice(code: str, name: str, other: str) -> tuple[str, str, Mapping[str, Any]]:
    return f"award_law.titles ({code}).names", "award_name_twice", {"name": name, "other": other}


@lru_cache(maxsize=1)
def shipped_law() -> AwardLaw:
    """The law that the program brings."""
    return AwardLaw.model_validate(tomllib.loads(SHIPPED.read_text(encoding="utf-8")))
