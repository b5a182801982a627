"""Faults that the phrases of ``limitations.toml`` find in sentences: each with its category and the words to quote."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from dashboard.reading.clauses import Clause, clauses
from dashboard.reading.fault_categories import OTHER, labelled, pointed_to
from dashboard.reading.fault_spans import by_fault, category_spans, quoted_spans
from dashboard.reading.folding import Source
from dashboard.reading.limit_members import besides, is_listed, lacks_something, parted
from dashboard.reading.outline import Passage, announces_limits, label_end
from dashboard.reading.phrases import words_of
from dashboard.reading.stance import (
    counts_who_lacks,
    may_go_on,
    may_tell,
    speaks_of_itself,
    tells_plainly,
    voice_end,
)
from dashboard.reading.wants import wants_in

_COUNTED_LATE = re.compile(
    r"(?:quá|trễ) h[ạẹ]n"
)  # “quá hạn 22 hồ sơ” among results is a figure, and given as such
_OPENING = re.compile(r"[\s*+-]*")

Said = tuple[str, int, int]
"""A category, and where in the folded text its quote begins and ends."""


def told_by_phrases(source: Source, parts: list[Passage]) -> list[tuple[Passage, Said]]:
    """Every fault that a phrase names and its sentence owns, with the passage it stands in."""
    found: list[tuple[Passage, Said]] = []
    told = -1  # the paragraph in which something was said to be not yet good: its next sentences go on with it
    opened = -1  # the paragraph in which a short sentence announced limits
    for passage in parts:
        if announces_limits(source.folded, passage):
            opened = passage.paragraph
            continue
        goes_on = passage.paragraph in (told, opened) and may_go_on(source.folded, passage)
        if goes_on or speaks_of_itself(source.folded, passage):
            before = len(found)
            found.extend((passage, said) for said in _in_sentence(source, passage, goes_on))
            told = passage.paragraph if len(found) > before else told
        elif may_tell(source.folded, passage):
            counted = counts_who_lacks(source.folded[passage.start : passage.end])
            seen = passage.start if counted else voice_end(source.folded, passage)
            facts = (
                _plain_facts(source, passage)
                if seen is None
                else _in_sentence(source, passage, seen_from=seen)
            )
            found.extend((passage, said) for said in facts)
    return found


def _plain_facts(source: Source, passage: Passage) -> Iterator[Said]:
    """Faults that a sentence of results tells without a word that opens them: “người dân phải chờ trên 1 giờ”."""
    for clause in clauses(source.folded, passage):
        if not tells_plainly(source.folded[clause.start : clause.end]):
            continue
        named = [
            one
            for one in by_fault(source.folded, clause)
            if not _COUNTED_LATE.search(source.folded, one.start, one.end)
        ]
        for category, start, end in quoted_spans(source.folded, clause, named, told=False):
            yield category, label_end(source.folded, start, end), end


def _in_sentence(
    source: Source, passage: Passage, goes_on: bool = False, seen_from: int | None = None
) -> Iterator[Said]:
    """``goes_on``: the sentence before told a fault; ``seen_from``: from there on what is said was seen."""
    folded = source.folded
    speaks = not passage.title and not folded[passage.start : passage.end].rstrip().endswith(":")
    limits = goes_on or passage.section == "limits" or _turns(folded, passage.start)
    goes_along = passage.section not in ("causes", "difficulties")
    seen = words_of("limitations", "observed").search(folded, passage.start, passage.end)
    seen_from = seen.start() if seen and seen_from is None else seen_from
    found = False
    told_apart = clauses(folded, passage)
    in_list = passage.section == "limits" and (passage.first or len(told_apart) > 1)
    for clause, following in zip_longest(told_apart, told_apart[1:]):
        told = seen_from is not None and seen_from < clause.end
        spans = category_spans(folded, clause, told)
        statement = speaks and (
            limits
            or told
            or _turns(folded, clause.start)
            or (goes_along and (found or bool(spans)))
        )
        for category, start, end in spans:
            yield category, label_end(folded, start, end), end
        if spans and statement:
            yield from ((OTHER, own.start, own.end) for own in besides(folded, clause, spans, told))
        other = (
            not spans
            and statement
            and not (clause.consequence and found)
            and not _only_leads_to(folded, clause, following)
            and (
                lacks_something(folded, clause) or in_list and is_listed(folded, clause, following)
            )
        )
        if other:
            category = labelled(folded, clause) or pointed_to(folded, clause) or OTHER
            for start, end in parted(folded, clause):
                yield category, label_end(folded, start, end), end
        found = found or other or bool(spans)


def _turns(folded: str, start: int) -> bool:
    """“Tuy nhiên …”: what follows speaks of limits wherever it stands."""
    return (
        words_of("limitations", "turning").match(folded, _OPENING.match(folded, start).end())
        is not None
    )  # type: ignore[union-attr]


def _only_leads_to(folded: str, clause: Clause, following: Clause | None) -> bool:
    """“Người dân còn quen hồ sơ giấy nên …”: without a want of its own the clause only gives the cause of the limitation that follows."""
    return (
        following is not None
        and following.consequence
        and not wants_in(folded, clause.start, clause.end)
        and bool(category_spans(folded, following))
    )
