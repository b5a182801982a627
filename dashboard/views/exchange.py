"""What passed between a unit and the secretariat, in one list: notices, answers, files, disputes and what became of each, the newest first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import pandas as pd

from dashboard.plan import Plan
from dashboard.views import exchange_words as words
from dashboard.views import sent_words
from dashboard.views.counted_flags import indicator_name
from dashboard.views.plan import moment
from dashboard.writing import formats
from dashboard.writing.columns import filled
from dashboard.writing.table_model import Table

TABLES = (
    "publications",
    "replies",
    "submissions",
    "submission_steps",
    "disputes",
    "dispute_steps",
)


class Event(NamedTuple):
    """One thing that happened: when, which year it is about, what, and its words, who did it."""

    at: Any
    year: int
    what: str
    said: str | None
    who: str


def exchanged(plan: Plan, entered: Mapping[str, pd.DataFrame], unit: str) -> Table:
    """Everything of a unit. In: the entered tables of `TABLES`, as far as the person may see."""
    own = {name: rows[rows["unit"] == unit] for name, rows in entered.items()}
    events = sorted(_events(plan, own), key=lambda one: one.at, reverse=True)
    rows = pd.DataFrame(
        [one._replace(at=moment(one.at), year=str(one.year)) for one in events],
        columns=list(Event._fields),
    )
    return Table(words.TITLE, filled(rows, words.COLUMNS) or words.COLUMNS, rows)


def _events(plan: Plan, own: Mapping[str, pd.DataFrame]) -> Iterator[Event]:
    for one in _each(own["publications"]):
        about = indicator_name(plan, one.indicator)
        what = words.NAMING[one.step].format(about=about)
        yield Event(one.at, one.year, what, one.reason, one.who)
    for one in _each(own["replies"]):
        yield Event(one.at, one.year, words.REPLIES[one.kind], one.text, one.who)
    for one in _each(own["submissions"]):
        what = sent_words.KINDS[one.kind].format(file=one.file)
        yield Event(one.at, one.year, words.SENT.format(what=what), _said(one.text), one.who)
    names = {one.code: one.name for one in plan.criteria}
    for one in _each(own["disputes"]):
        about = names.get(one.criterion, one.criterion)
        what = words.DISPUTED.format(name=about, was=one.was, wanted=one.wanted)
        yield Event(one.at, one.year, what, one.text, one.who)
    yield from _steps(own, "submission", sent_words.STATES, _kinds(own["submissions"]))
    yield from _steps(own, "dispute", sent_words.DISPUTE_STATES, _criteria(own["disputes"], names))


def _steps(
    own: Mapping[str, pd.DataFrame],
    about: str,
    states: Mapping[str, str],
    names: Mapping[int, str],
) -> Iterator[Event]:
    for one in _each(own[f"{about}_steps"]):
        name = names.get(int(getattr(one, about)), "")
        what = words.STEP.format(name=name, state=states[one.state])
        due = getattr(one, "due", None)
        promised = None if formats.is_missing(due) else words.DUE.format(day=formats.date(due))
        said = "; ".join(text for text in (_said(one.reason), promised) if text) or None
        yield Event(one.at, one.year, what, said, one.who)


def _each(rows: pd.DataFrame) -> Iterator[Any]:
    yield from rows.itertuples(index=False)


def _kinds(rows: pd.DataFrame) -> dict[int, str]:
    return {int(one.id): sent_words.KINDS[one.kind].format(file=one.file) for one in _each(rows)}


def _criteria(rows: pd.DataFrame, names: Mapping[str, str]) -> dict[int, str]:
    return {int(one.id): names.get(one.criterion, one.criterion) for one in _each(rows)}


def _said(text: Any) -> str | None:
    return None if formats.is_missing(text) else str(text)
