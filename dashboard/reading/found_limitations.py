"""Limitations that a unit names itself, by category, wherever they stand in the text."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from dashboard.reading.alike import resembling
from dashboard.reading.belonging import own_name
from dashboard.reading.fault_categories import OTHER
from dashboard.reading.fault_odds import HARDLY, LIKELY, SURE, odds
from dashboard.reading.folding import Citation, Source
from dashboard.reading.labelled_clauses import where_it_stands
from dashboard.reading.likeness import likeliest
from dashboard.reading.outline import Passage
from dashboard.reading.owners import tells_of_another
from dashboard.reading.phrased_faults import Said, told_by_phrases
from dashboard.reading.table_limits import cells_that_resemble

_OPENS_YEAR = re.compile(
    r"[\W_]*(?:[^\W\d][^:;.\d]{0,40}:\s*)?(?:(?:trong|vào|từ|trước|hồi)\s+)?(?:các\s+)?năm\s+(20\d{2})(?!\d)"
)
_UNTIL_NOW = re.compile(r"(?<!\w)(?:đến nay|hiện nay|tới nay|năm nay|hiện vẫn|nay vẫn)(?!\w)")


@dataclass(frozen=True)
class Limitation:
    """One limitation in the unit's own words; ``doubt``: ``category`` where its category is a guess, ``whether`` where it may be none, else None."""

    category: str
    place: Citation
    doubt: str | None = None


def limitations(
    source: Source, parts: list[Passage], unit: str | None = None, since: int | None = None
) -> list[Limitation]:
    """All limitations of the unit in order of the text, none that is told of another body; of a year before ``since`` they are in doubt.

    Category codes are those of ``limitations.toml``; what has no category is ``khac``.
    """
    own = own_name(unit)
    by_rule = told_by_phrases(source, parts)
    taken = [(start, end) for _, (_, start, end) in by_rule]
    found = [
        *((passage, said, _odds(source, passage, said), True) for passage, said in by_rule),
        *(
            (passage, (OTHER, start, end), likely, False)
            for passage, start, end, likely in (
                *resembling(source, parts, taken),
                *cells_that_resemble(source, parts, taken),
            )
        ),
    ]
    shared = [span for span, times in Counter(taken).items() if times > 1]
    told = [
        _limitation(
            source,
            said,
            likely,
            by_phrase,
            said[1:] in shared,
            _is_past(source, passage, said, since),
        )
        for passage, said, likely, by_phrase in sorted(found, key=lambda one: one[1][1])
        if (likely >= HARDLY or said[0] != OTHER)
        and not tells_of_another(source, passage, said[1], own, unit)
    ]
    return _joined(source, told)


def _is_past(source: Source, passage: Passage, said: Said, since: int | None) -> bool:
    """“Năm 2019, vẫn còn cán bộ đi muộn” in a report of 2023."""
    opened = _OPENS_YEAR.match(source.folded, passage.start, said[2])
    return bool(
        since
        and opened
        and int(opened[1]) < since
        and not _UNTIL_NOW.search(source.folded, opened.end(), passage.end)
    )


def _joined(source: Source, told: list[Limitation]) -> list[Limitation]:
    """Two neighbours of one category in one clause are one: “báo cáo nộp chậm, số liệu không khớp”."""
    joined: list[Limitation] = []
    for one in told:
        before = joined[-1] if joined else None
        if before and _goes_on(source.given, before, one):
            place = Citation(
                source.given[before.place.start : one.place.end], before.place.start, one.place.end
            )
            joined[-1] = Limitation(before.category, place, before.doubt)
        else:
            joined.append(one)
    return joined


def _goes_on(given: str, before: Limitation, one: Limitation) -> bool:
    """Whether nothing but a comma parts two of one category that are both told without a doubt whether."""
    between = given[before.place.end : one.place.start]
    return (
        before.category == one.category
        and re.fullmatch(r"\s*,\s*", between) is not None
        and "whether" not in (before.doubt, one.doubt)
    )


def _odds(source: Source, passage: Passage, said: Said) -> float:
    _, start, end = said
    return odds().of(source.folded[start:end], where_it_stands(source.folded, passage))


def _limitation(
    source: Source, said: Said, likely: float, by_phrase: bool, shared: bool, past: bool
) -> Limitation:
    """The category that its words resemble, where they do so clearly or no phrase names another; a quote ``shared`` by several keeps those of the phrases."""
    category, start, end = said
    place = source.cite(start, end)
    whether = past or likely < (LIKELY if by_phrase else SURE)
    alike = likeliest(source.folded[start:end])
    if shared:
        doubt = None
    elif alike.sure or category == OTHER:
        doubt = None if alike.sure else "category"
        category = alike.category
    else:
        doubt = None if alike.category == category else "category"
    return Limitation(category, place, "whether" if whether else doubt)
