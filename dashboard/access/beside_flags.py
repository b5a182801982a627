"""What stands beside a flag where it is read: how far its naming is, what the unit answered, what is still open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any, NamedTuple

import pandas as pd

from dashboard.access.publication import keys_of, with_states, words_by_flag
from dashboard.wording import single_page_words as words
from dashboard.writing import formats


def difficulties(replies: pd.DataFrame, unit: str) -> list[str]:
    """The difficulties that a unit reported, in sentences, newest first."""
    own = replies[(replies["unit"] == unit) & (replies["kind"] == "difficulty")].sort_values(
        "id", ascending=False
    )
    rows: Iterable[Any] = own.itertuples(index=False)
    return [words.DIFFICULTY.format(text=one.text, day=formats.date(one.dated)) for one in rows]


def open_items(conclusions: pd.DataFrame, unit: str) -> list[str]:
    """The conclusions about a unit that are still open, in sentences, in the order of the meetings."""
    own = conclusions[(conclusions["unit"] == unit) & (conclusions["state"] == "open")]
    rows: Iterable[Any] = own.itertuples(index=False)
    return [
        words.STILL_OPEN.format(
            meeting=one.meeting,
            what=one.what.rstrip("."),
            responsible=one.responsible,
            due="" if formats.is_missing(one.due) else words.DUE.format(day=formats.date(one.due)),
        )
        for one in rows
    ]


class Beside(NamedTuple):
    """What stands beside a flag: how far its naming is (“dự thảo”), '' for a flag that names nobody; the unit's replies, each with its day, oldest first, ''."""

    naming: str
    reply: str


def beside(
    flags: pd.DataFrame,
    publications: pd.DataFrame,
    replies: pd.DataFrame,
    reply_days: int,
    today: dt.date,
) -> dict[tuple, Beside]:
    """Key of a flag (`KEY`) → what stands beside it, for every flag that has anything. In: as `with_states`."""
    naming = words_by_flag(with_states(flags, publications, replies, reply_days, today))
    told = replies[replies["kind"] == "reply"].sort_values("id")
    answers: dict[tuple, str] = {}
    for key, text, dated in zip(keys_of(told), told["text"], told["dated"], strict=True):
        before = f"{answers[key]}; " if key in answers else ""
        answers[key] = f"{before}“{text}” ({formats.date(dated)})"
    return {key: Beside(naming.get(key, ""), answers.get(key, "")) for key in {*naming, *answers}}
