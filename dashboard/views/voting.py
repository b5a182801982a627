"""The sheet on which a vote is counted: what it begins with, what was typed and cannot be, what of it is new."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import pandas as pd

from dashboard.assessment import council_vote as vote
from dashboard.views import voted
from dashboard.wording import vote_words as words
from dashboard.writing import formats

PAIR = ("agree", "disagree")


class Typed(NamedTuple):
    """What stands on the sheet: the sitting (None: nothing typed), for each candidate its ballots (None: left empty), and what cannot be."""

    count: vote.Count | None
    votes: list[vote.Vote | None]
    mistakes: list[str]


class Changed(NamedTuple):
    """What is new: the sitting (None: as it was), rows of `votes`, whether a number that stood is corrected, all in words ('' for nothing)."""

    count: vote.Count | None
    votes: list[dict[str, Any]]
    corrects: bool
    said: str


def sheet(rows: pd.DataFrame) -> pd.DataFrame:
    """The ballots to type as the store has them, a row a candidate; `key` tells the rows apart and bears no name of a person. In: `council_vote.outcomes`."""
    place = rows.groupby(["unit", "form"]).cumcount()
    records = rows.assign(place=place).to_dict("records")
    columns = {
        "key": [f"{one['unit']}|{one['form']}|{one['place']}" for one in records],
        "name": [one["name"] for one in records],
        "form": [one["form"] for one in records],
        **{name: [_text(one[name]) for one in records] for name in PAIR},
        "told": [voted.share_words(one) for one in records],
        "outcome": [words.OUTCOMES[one["outcome"]] for one in records],
    }
    return pd.DataFrame(columns, dtype="str")


def _text(value: Any) -> str:
    return "" if formats.is_missing(value) else str(int(value))


def typed_of(rows: pd.DataFrame, texts: Mapping[str, str], edited: pd.DataFrame) -> Typed:
    """What was typed, read and held against itself. In: the candidates, field → text, the edited sheet."""
    found: list[str] = []
    pairs = []
    for name, *cells in zip(rows["name"], edited["agree"], edited["disagree"], strict=True):
        given = ["" if formats.is_missing(one) else str(one).strip() for one in cells]
        numbers = [vote.number(one) for one in given]
        wrong = [text for text, one in zip(given, numbers, strict=True) if text and one is None]
        found += [words.NOT_A_NUMBER.format(text=text, name=name) for text in wrong]
        pairs.append((name, *numbers))
    count = None
    if any(text.strip() for text in texts.values()):
        numbers = [vote.number(texts[name]) for name in vote.Count._fields]
        if None in numbers:
            fields = ", ".join(words.COUNT_FIELDS.values()).lower()
            return Typed(None, [], [*found, words.COUNT_INCOMPLETE.format(fields=fields)])
        count = vote.Count(*numbers)
    found = found or list(vote.mistakes(count, pairs))
    votes = [None if None in pair else (pair[0], pair[1]) for _, *pair in pairs]
    return Typed(count, votes, found)


def changed(rows: pd.DataFrame, count: vote.Count | None, typed: Typed) -> Changed:
    """What differs from what is entered. In: the candidates (`council_vote.outcomes`), the sitting entered before."""
    new, corrects = [], bool(count and typed.count != count)
    for one, now in zip(rows.to_dict("records"), typed.votes, strict=False):
        was = None if one["outcome"] == vote.UNCOUNTED else (one["agree"], one["disagree"])
        if now != was:
            corrects |= was is not None
            pair = dict(zip(PAIR, now or (None, None), strict=True))
            key = {"unit": one["unit"], "person": one["person"] or None, "form": one["form"]}
            new.append({**key, **pair})
    sitting = typed.count if typed.count != count else None
    said = [words.COUNT_SAVED] if sitting else []
    said += [words.VOTES_SAVED.format(number=formats.count(len(new)))] if new else []
    return Changed(sitting, new, corrects, " và ".join(said))
