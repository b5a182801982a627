"""What a report's figures may be about: the plan's own criteria first, then the list in ``indicators.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from dashboard.plan.kinds import KINDS
from dashboard.plan.kinds.kind import Reading
from dashboard.reading.folding import fold
from dashboard.reading.phrases import any_of, rules

_CLOSE = re.compile(r"(?:\s+[^\W\d]+){0,4}\s+")
_MEANS = re.compile(r"(?:\s+[^\W\d]+){0,3}\s+(?:trên|qua|bằng|tại|thông qua)\s+(?:các\s+)?")


@dataclass(frozen=True)
class Topic:
    """One thing that can be measured; ``criterion`` is its code in the plan, None where the plan has none for it."""

    code: str
    name: str
    criterion: str | None
    words: frozenset[str]
    units: frozenset[str]
    pattern: re.Pattern[str]
    gapped: re.Pattern[str]
    last: re.Pattern[str]
    needs: re.Pattern[str] | None
    counted: re.Pattern[str] | None
    reported: bool
    province: bool
    by_anyone: bool


@dataclass(frozen=True)
class Mention:
    """The words of a topic at ``folded[start:end]``."""

    start: int
    end: int
    topic: Topic


def topics(criteria: Iterable[Mapping[str, Any]] = ()) -> tuple[Topic, ...]:
    """The plan's criteria that carry ``words`` (mappings with code, name, words and, if wished, kind), then the built-in topics.

    A criterion with a word of a built-in topic takes that topic over with all its words: “hài lòng” takes ``satisfied``, not ``very_satisfied``.
    """
    built_in = list(_listed())
    own: list[Topic] = []
    for criterion in criteria:
        words = {fold(word) for word in criterion.get("words") or ()}
        taken = [
            place
            for place, topic in enumerate(built_in)
            if topic.criterion is None and words & topic.words
        ]
        for place in taken:
            words -= built_in[place].words
            built_in[place] = replace(
                built_in[place], name=str(criterion["name"]), criterion=str(criterion["code"])
            )
        if words:
            own.append(_criterion(criterion, words))
    return (*own, *built_in)


def mentions(folded: str, start: int, end: int, choice: Iterable[Topic]) -> list[Mention]:
    """The topics named in ``folded[start:end]`` in order; of overlapping ones the longer stays, of equal ones the earlier in ``choice``.

    Phrases with a gap come later, bare words last: “văn bản ký số, phát hành trên môi trường mạng” names ký số, not “văn bản * trên môi trường mạng”.
    """
    text = folded[start:end]
    at_hand = [topic for topic in choice if topic.needs is None or topic.needs.search(text)]
    kept: list[Mention] = []
    for side in ("pattern", "gapped", "last"):
        found = [
            Mention(start + match.start(), start + match.end(), topic)
            for topic in at_hand
            for match in getattr(topic, side).finditer(text)
        ]
        for mention in sorted(found, key=lambda one: one.start - one.end):
            apart = all(mention.end <= other.start or other.end <= mention.start for other in kept)
            if apart and not (side == "last" and _opens_another(folded, mention, kept)):
                kept.append(mention)
    kept.sort(key=lambda one: one.start)
    return [
        mention
        for before, mention in zip([None, *kept], kept, strict=False)
        if not (before and _is_told(folded, before, mention))
    ]


def _opens_another(folded: str, bare: Mention, kept: list[Mention]) -> bool:
    """“đăng ký nội dung học tập và làm theo”: the bare word belongs to what is named close behind it."""
    return any(
        other.start >= bare.end and _CLOSE.fullmatch(folded, bare.end, other.start)
        for other in kept
    )


def _is_told(folded: str, before: Mention, mention: Mention) -> bool:
    """“phổ biến Quy tắc ứng xử”, “ký số trên hệ thống quản lý văn bản”: what people are told of, and by what means, is not itself measured."""
    between = folded[before.end : mention.start]
    if _MEANS.fullmatch(between):
        return True
    return (
        before.topic.code == "informed"
        and mention.topic.code != "informed"
        and re.fullmatch(r"(?:\s+[^\W\d]+){0,3}\s+", between) is not None
        and " và " not in between
    )


def _patterns(words: Iterable[str]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    phrases = list(words)
    return any_of(phrase for phrase in phrases if "*" not in phrase), any_of(
        phrase for phrase in phrases if "*" in phrase
    )


@cache
def _listed() -> tuple[Topic, ...]:
    return tuple(
        Topic(
            entry["code"],
            entry["name"],
            None,
            frozenset(map(fold, entry["words"])),
            frozenset(entry["units"]),
            *_patterns(entry["words"]),
            any_of(entry.get("last", ())),
            any_of(entry["with"]) if "with" in entry else None,
            any_of(entry["counts"]) if "counts" in entry else None,
            entry.get("reported", True),
            entry.get("province", False),
            entry.get("by_anyone", False),
        )
        for entry in rules("indicators")["indicator"]
    )


def _criterion(criterion: Mapping[str, Any], words: set[str]) -> Topic:
    kind = KINDS.get(str(criterion.get("kind")))
    units = kind.reading.units if kind else Reading().units
    figures = rules("figures")["counted"]
    code = str(criterion["code"])
    return Topic(
        code,
        str(criterion["name"]),
        code,
        frozenset(words),
        frozenset(units),
        *_patterns(words),
        any_of(()),
        None,
        any_of(figures["people"] + figures["things"]),
        True,
        False,
        False,
    )
