"""Many reports in a row: the state of each, what a list says of it, which one comes next. Plain data in and out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from dashboard.views import reports_words as words
from dashboard.views.reports import items

WAITING, STORED, PUT_AWAY = "waiting", "stored", "put_away"


def states(
    marks: Sequence[str], stored: Collection[str], put_away: Collection[str]
) -> dict[str, str]:
    """The state of each report by its mark: stored before put away, else waiting.

    >>> states(["a", "b"], {"b"}, {"b"})
    {'a': 'waiting', 'b': 'stored'}
    """
    return {
        mark: STORED if mark in stored else PUT_AWAY if mark in put_away else WAITING
        for mark in marks
    }


def following(known: Mapping[str, str], current: str) -> str | None:
    """The next report that waits, after the current one and then from the start; None where none waits."""
    marks = list(known)
    place = marks.index(current)
    return next(
        (mark for mark in [*marks[place + 1 :], *marks[:place]] if known[mark] == WAITING), None
    )


def label(number: int, name: str, found: Mapping[str, Any], state: str) -> str:
    """What the list says of one report, its state first since a long name is cut: “3. đã ghi · bao-cao.pdf · UBND xã An Bình · 2 số liệu”."""
    said = items({kind: len(found[kind]) for kind in words.KINDS}) or words.EMPTY_REPORT
    parts = [f"{number}. {words.STATES[state]}", name, found["unit"] or words.NO_NAME, said]
    return " · ".join(parts)


def answer(known: Mapping[str, str]) -> str:
    """“30 báo cáo: 5 đã ghi, 1 bỏ, còn 24.”"""
    counts = Counter(known.values())
    return words.QUEUE.format(
        reports=len(known),
        stored=counts[STORED],
        put_away=counts[PUT_AWAY],
        left=counts[WAITING],
    )
