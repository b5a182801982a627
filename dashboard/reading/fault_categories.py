"""The categories of limitations: their words, and which of them a clause names or points to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dashboard.reading.clauses import Clause
from dashboard.reading.phrases import any_of, rules, words_of

OTHER = "khac"
_LABEL = re.compile(r"[^:,]{2,40}:|\W*về [^:,]{2,40},")


@dataclass(frozen=True)
class Category:
    code: str
    faults: re.Pattern[str]
    topics: re.Pattern[str]
    weak: re.Pattern[str]
    hints: re.Pattern[str]


def category_names() -> dict[str, str]:
    """Each category's code with its Vietnamese name, ``khac`` last."""
    return {entry["code"]: entry["name"] for entry in rules("limitations")["category"]} | {
        OTHER: "Khác"
    }


def topics_in(folded: str, clause: Clause) -> list[tuple[str, re.Match[str]]]:
    """The topics that a clause names, each with its category; words inside of the name of a place or a thing are none."""
    places = list(words_of("limitations", "places").finditer(folded, clause.start, clause.end))
    return longest(
        [
            (category.code, match)
            for category in categories()
            for match in category.topics.finditer(folded, clause.start, clause.end)
            if not any(place.start() <= match.start() < place.end() for place in places)
        ]
    )


def longest(named: list[tuple[str, re.Match[str]]]) -> list[tuple[str, re.Match[str]]]:
    """Of overlapping words the longer: “phần mềm một cửa” is no “một cửa”, “trả lời dân thiếu nhiệt tình” no want of zeal."""
    return [
        (code, match)
        for code, match in named
        if not any(
            other.start() <= match.start()
            and match.end() <= other.end()
            and len(other[0]) > len(match[0])
            for _, other in named
        )
    ]


def pointed_to(folded: str, clause: Clause) -> str | None:
    """The category of the only topic that a clause names, wherever its want stands, else the one that its words point to."""
    found = {code for code, _ in topics_in(folded, clause)}
    return found.pop() if len(found) == 1 else _hinted(folded, clause)


def _hinted(folded: str, clause: Clause) -> str | None:
    """The category that most words of a clause point to: “8 giờ 10 phút còn 4 người chưa đến” to hours; None where none does."""
    pointing = {
        category.code: len(
            {match[0] for match in category.hints.finditer(folded, clause.start, clause.end)}
        )
        for category in categories()
    }
    best = max(pointing, key=pointing.__getitem__)
    return best if pointing[best] else None


def labelled(folded: str, clause: Clause) -> str | None:
    """The category whose topic is the label of the clause: “Trang phục: còn có cán bộ mặc quần bò”, “Về nhận thức, …”."""
    colon = _LABEL.match(folded, clause.start, clause.end)
    return next(
        (
            category.code
            for category in categories()
            if colon and category.topics.search(folded, clause.start, colon.end())
        ),
        None,
    )


@cache
def categories() -> tuple[Category, ...]:
    return tuple(
        Category(
            entry["code"],
            any_of(entry["faults"]),
            any_of(entry["topics"]),
            any_of(entry["weak"]),
            any_of(entry.get("hints", ())),
        )
        for entry in rules("limitations")["category"]
    )
