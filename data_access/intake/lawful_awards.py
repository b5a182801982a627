"""Awards against the law of who may bear what: persons' titles with collectives are refused, proposals are no awards."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from data_access.intake.problems import Problems

Record = dict[str, Any]
_SPACES = re.compile(r"[\s\-–]+")
_PROPOSED = re.compile(r"^(?:đề nghị|đề xuất|kiến nghị|trình)\b")
_PERSONS = {"person", "household"}


def lawful(
    records: list[Record], titles: Sequence[Mapping[str, Any]], problems: Problems
) -> list[Record]:
    """The records of awards that were given; what is only proposed is asked about and left out, what the law forbids is an error.

    `titles`: `award_titles` of the plan (name, names folded, bearers). A form that it does not name is taken as it stands.
    """
    proposed = [one for one in records if _PROPOSED.search(_folded(one["form"]))]
    if proposed:
        first = proposed[0]
        problems.add(
            "award_only_proposed",
            first["sheet"],
            first["cell"],
            form=first["form"],
            rows=len(proposed),
        )
    given = [one for one in records if one not in proposed]
    for one in given:
        _check(one, _title_of(one["form"], titles), problems)
    return given


def _check(one: Record, title: Mapping[str, Any] | None, problems: Problems) -> None:
    if title is None:
        return
    bearers = set(title["bearers"])
    for column, able, code in (
        ("collectives", {"collective"}, "award_not_for_collectives"),
        ("individuals", _PERSONS, "award_not_for_persons"),
    ):
        if one[column] and not bearers & able:
            problems.add(code, one["sheet"], one["cell"], form=title["name"], number=one[column])


def _title_of(form: str, titles: Sequence[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    """The title that a form means, by the longest name in it."""
    text = _folded(form)
    found = [
        (len(name), one)
        for one in titles
        for name in one["names"]
        if name in text and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)
    ]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def _folded(text: str) -> str:
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text).casefold()).strip()
