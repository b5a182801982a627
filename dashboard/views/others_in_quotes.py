"""Findings whose words name another unit of the register: asked, never taken with the rest. Frames in and out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Any

import pandas as pd

from dashboard.reading.folding import fold
from dashboard.views import report_question_words as questions

KINDS = ("indicators", "limitations")
_WORD = re.compile(r"\w+")
_GOVERNS = re.compile(r"^(?:ủy ban nhân dân|ubnd)\s+")
Names = Mapping[tuple[str, ...], Collection[str]]


def names_of(units: pd.DataFrame) -> dict[tuple[str, ...], set[str]]:
    """The names of units by their words, folded, without “UBND” before and the parent's name behind: to the codes of all that bear it. Names of one word are left out.

    Example: “Ủy ban nhân dân xã An Bình, huyện Hòa Phú” is found by “xã An Bình”.
    """
    known: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for code, name, short in zip(units["unit"], units["name"], units["short_name"], strict=True):
        for text in (name, short):
            own = () if pd.isna(text) else _spoken(str(text))
            if len(own) > 1:
                known[own].add(code)
    return dict(known)


def _spoken(name: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(_GOVERNS.sub("", fold(name.split(",")[0]).strip())))


def others_named(quote: str, names: Names, own: str | None, said: str | None) -> list[str]:
    """The names of other units in a quote, as it writes them; in each place the longest name counts.

    In: the report's own unit (code) and what the report calls itself: neither is another.
    """
    found = list(_WORD.finditer(quote))
    folded = [fold(one[0]) for one in found]
    longest = max(map(len, names), default=0)
    itself = f" {' '.join(_WORD.findall(fold(said or '')))} "
    named, place = [], 0
    while place < len(folded):
        length = _longest_at(folded, place, longest, names)
        key = tuple(folded[place : place + length])
        if length and own not in names[key] and f" {' '.join(key)} " not in itself:
            named.append(quote[found[place].start() : found[place + length - 1].end()])
        place += length or 1
    return named


def _longest_at(folded: list[str], place: int, longest: int, names: Names) -> int:
    """How many words the longest name has that begins there, 0 for none."""
    return next(
        (
            length
            for length in range(min(longest, len(folded) - place), 1, -1)
            if tuple(folded[place : place + length]) in names
        ),
        0,
    )


def figures_of_others(
    found: Mapping[str, Any], names: Names, own: str | None
) -> list[dict[str, Any]]:
    """The figures told as the report's own whose words name just one other unit, as figures of that unit (`subject`): a person says whose they are. In: `Findings.as_dict()`."""
    figures = []
    for one in found["indicators"]:
        named = set(others_named(one["quote"], names, own, found["unit"]))
        if len(named) == 1:
            figures.append({**one, "subject": " ".join(named.pop().split())})
    return figures


def with_others_asked(
    shown: Mapping[str, pd.DataFrame], names: Names, own: str | None, said: str | None
) -> dict[str, pd.DataFrame]:
    """The findings by kind; a figure or a shortcoming that names another unit of the register is asked whose it is."""
    return {
        kind: _asked(frame, names, own, said) if kind in KINDS else frame
        for kind, frame in shown.items()
    }


def _asked(frame: pd.DataFrame, names: Names, own: str | None, said: str | None) -> pd.DataFrame:
    made = frame.copy()
    for place in frame.index[frame["sure"] | frame["question"].notna()]:
        if named := others_named(str(frame.at[place, "quote"]), names, own, said):
            question = questions.NAMES_ANOTHER.format(name=", ".join(dict.fromkeys(named)))
            made.loc[place, ["sure", "question"]] = [False, question]
    return made
