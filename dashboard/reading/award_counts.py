"""Which forms of award a clause names, and how many collectives and individuals it counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dashboard.reading.number_words import ONES
from dashboard.reading.phrases import any_of, rules

_WORDS = {**ONES, "mười": 10}
_AMOUNT = rf"(?<![\w.,/])(\d{{1,3}}(?:\.\d{{3}})*(?:/\d{{1,4}})?|{'|'.join(_WORDS)})(?:\s*\([^)]*\))?\s+(?:lượt\s+)?"


@dataclass(frozen=True)
class Form:
    """A form of award where it is named; `plain`: by a word that other forms contain."""

    start: int
    end: int
    form: str
    to: str | None
    plain: bool


@dataclass(frozen=True)
class Count:
    """How many collectives or individuals, where it is said."""

    start: int
    end: int
    kind: str
    amount: int
    form: Form | None = None


def forms_in(folded: str, start: int, end: int) -> list[Form]:
    """The forms of award that a part of a folded text names, in their order."""
    found: list[Form] = []
    if not _any_form().search(folded, start, end):
        return []
    for form, to, plain, pattern in _listed():
        for match in pattern.finditer(folded, start, end):
            if all(match.end() <= other.start or other.end <= match.start() for other in found):
                found.append(Form(match.start(), match.end(), form, to, plain))
    proper = [form for form in found if not form.plain]
    return sorted(proper or found, key=lambda form: form.start)


def counts_in(folded: str, start: int, end: int, forms: list[Form]) -> list[Count]:
    """How many collectives and individuals a part of a folded text counts."""
    found = []
    for kind, pattern in _counted().items():
        for match in pattern.finditer(folded, start, end):
            if not any(form.start < match.end() and match.end() <= form.end for form in forms):
                found.append(Count(match.start(), match.end(), kind, _amount(match[1])))
    for form in forms:
        found.extend(_handed_out(folded, start, form))
        before = re.compile(
            _AMOUNT + r"(?:đồng chí |cá nhân |tập thể |đạt |danh hiệu |được công nhận |là )*$"
        ).search(folded, start, form.start)
        if form.to and before and not any(count.start == before.start() for count in found):
            found.append(Count(before.start(), form.end, form.to, _amount(before[1]), form))
    return sorted(found, key=lambda count: count.start)


def _handed_out(folded: str, start: int, form: Form) -> Iterator[Count]:
    """“04 Bằng khen cho tập thể”: the pieces of paper are counted, and to whom stands after."""
    before = re.compile(_AMOUNT + "$").search(folded, start, form.start)
    after = re.compile(r"[^,;.\d]{0,50}?\s(?:cho|tặng)\s+(?:các\s+)?(?:(tập thể)|cá nhân)").match(
        folded, form.end
    )
    if before and after:
        yield Count(
            before.start(),
            after.end(),
            "collectives" if after[1] else "individuals",
            _amount(before[1]),
            form,
        )


def _amount(text: str) -> int:
    return _WORDS[text] if text in _WORDS else int(text.split("/")[0].replace(".", ""))


@cache
def _counted() -> dict[str, re.Pattern[str]]:
    return {
        kind: re.compile(_AMOUNT + any_of(rules("awards")[kind]).pattern)
        for kind in ("collectives", "individuals")
    }


@cache
def _any_form() -> re.Pattern[str]:
    """Whether a text names a form at all: most sentences do not, and need not be looked over for each."""
    return any_of(name for entry in rules("awards")["form"] for name in entry["names"])


@cache
def _listed() -> tuple[tuple[str, str | None, bool, re.Pattern[str]], ...]:
    named = [
        (entry.get("plain", False), -len(name), name, entry)
        for entry in rules("awards")["form"]
        for name in entry["names"]
    ]
    return tuple(
        (entry["form"], entry.get("to"), plain, any_of([name]))
        for plain, _, name, entry in sorted(named, key=lambda one: one[:3])
    )
