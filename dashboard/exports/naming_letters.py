"""The letters of naming: each unit is told what is meant to be named of it, in the sentences that would be published, and by when it may reply."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pandas as pd

from dashboard.assessment.standing import Standing
from dashboard.exports import naming_letter_words as words
from dashboard.exports.letter_occasion import Sender, movement_inside
from dashboard.exports.paper.contents import Item, Paper, Text
from dashboard.exports.paper.official import as_word
from dashboard.exports.zips import entry_name, zipped
from dashboard.plan import Plan
from dashboard.views.flag_cards import without_name
from dashboard.wording import glossary
from dashboard.writing import first_letter, formats


@dataclass(frozen=True)
class Naming:
    """What all letters of one naming share: year and day of the figures, which these are in words (“bản chốt số 3”); `mark` for sample data."""

    plan: Plan
    year: int
    as_of: dt.date
    figures: str
    mark: str = ""


@dataclass(frozen=True)
class Told:
    """A unit with the sentences that would be published and the last day of its reply."""

    unit: str
    name: str
    sentences: tuple[str, ...]
    until: dt.date


def told_units(standing: Standing, stated: pd.DataFrame, today: dt.date) -> list[Told]:
    """One a unit, in the order of the flags. A unit that was not told yet may reply for the plan's days from today; of several last days the latest holds.

    In: rows of `publication.with_states` whose time to reply is not over.
    """
    names = standing.table.set_index("unit")["name"]
    later = today + dt.timedelta(days=standing.plan.reply_days)
    found = []
    for unit, rows in stated.groupby("unit", sort=False):
        name = names[unit]
        days = [later if formats.is_missing(one) else one for one in rows["until"]]
        sentences = tuple(without_name(one, name) for one in rows["reason"])
        found.append(Told(unit, name, sentences, max(days)))
    return found


def letter(naming: Naming, sender: Sender, told: Told) -> Paper:
    """The letter to one unit."""
    said = {
        "plan": first_letter.small(naming.plan.name),
        "movement": movement_inside(naming.plan),
        "body": sender.office.body,
        "year": str(naming.year),
        "figures": naming.figures,
        "as_of": formats.official_date(naming.as_of),
        "unit": told.name,
        "count": formats.count(len(told.sentences), words.COUNTED),
        "until": formats.official_date(told.until),
    }
    ahead, behind = (words.BEGIN, words.TOLD), (words.ASKED, words.THEN, words.THANKS)
    return Paper(
        sender.office,
        words.SUBJECT.format(**said),
        (
            *(Text(one.format(**said)) for one in ahead),
            *map(Item, told.sentences),
            *_terms(told.sentences),
            *(Text(one.format(**said)) for one in behind),
        ),
        sender.signature,
        sender.copies,
        addressees=(told.name,),
        mark=naming.mark,
        as_of=naming.as_of,
    )


def _terms(sentences: Sequence[str]) -> Iterator[Text | Item]:
    """The terms of the glossary that the sentences use, each in plain words: a letter has nothing to hover over."""
    found = glossary.used(sentences)
    if found:
        yield Text(words.TERMS)
    for term, why in found.items():
        yield Item(f"{first_letter.large(term)}: {first_letter.small(why)}")


def letters(naming: Naming, sender: Sender, units: Sequence[Told]) -> bytes:
    """A zip with one letter a unit, as Word, named by the unit's code."""
    return zipped(
        (
            f"{entry_name(one.unit, words.FILE, naming.year)}.docx",
            as_word(letter(naming, sender, one)),
        )
        for one in units
    )
