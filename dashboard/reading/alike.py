"""Limitations that no phrase finds: clauses that are like those which told one before, where a clause may tell one at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from dashboard.reading.clauses import Clause, clauses
from dashboard.reading.folding import Source
from dashboard.reading.likeness import tells_limit
from dashboard.reading.outline import Passage, announces_limits, label_end
from dashboard.reading.phrases import words_of
from dashboard.reading.stance import may_tell, opens_with_task, speaks_of_later

_LEAST = 4  # words of a clause that says something of its own
_SPEAKS_AGAINST = ("denied", "praise", "taken_back", "only_spoken_of")
_TAKEN_AWAY = re.compile(
    r"(?<!\w)(?:chưa|không|thiếu|ít|kém|chẳng|chả|mất|khó|đâu|mà|bớt|để|đòi)\s+(?:[^\s,;.]+\s+){0,3}$"
)  # “chưa được gọn gàng”, “ít khi đúng giờ”


def resembling(
    source: Source, parts: list[Passage], taken: list[tuple[int, int]]
) -> Iterator[tuple[Passage, int, int]]:
    """Clauses that resemble limitations, as ``folded[start:end]`` of their passage; none that touches a span ``taken``, and neither a cause nor what it led to."""
    for passage in parts:
        if not _may_hold(source.folded, passage):
            continue
        told = clauses(source.folded, passage)
        for clause, following in zip_longest(told, told[1:]):
            start = label_end(source.folded, clause.start, clause.end)
            if (
                _says_something(source.folded, clause)
                and not (clause.consequence or following and following.consequence)
                and not any(first < clause.end and clause.start < last for first, last in taken)
                and tells_limit(
                    source.folded[start : clause.end], among_limits=passage.section == "limits"
                )
            ):
                yield passage, start, clause.end


def _may_hold(folded: str, passage: Passage) -> bool:
    """A sentence of what is, not of what shall be, and no head of a list or row of a table."""
    sentence = folded[passage.start : passage.end]
    return (
        not passage.table
        and passage.section != "causes"
        and may_tell(folded, passage)
        and not speaks_of_later(sentence)
        and not announces_limits(folded, passage)
        and not sentence.rstrip(' "').endswith((":", "?"))
    )


def _says_something(folded: str, clause: Clause) -> bool:
    said = folded[clause.start : clause.end].lstrip(" *+•-")
    return (
        len(said.split()) >= _LEAST
        and not opens_with_task(said)
        and not words_of("limitations", "rule_opens").match(said)
        and "100%" not in said
        and not any(words_of("limitations", key).search(said) for key in _SPEAKS_AGAINST)
        and not _says_well(said)
    )


def _says_well(said: str) -> bool:
    """“giải thích rõ ràng”: what is good in every voice, and not taken away by a word before it."""
    return any(
        _TAKEN_AWAY.search(said[: match.start()]) is None
        for match in words_of("limitations", "well").finditer(said)
    )
