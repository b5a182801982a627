"""The letters that urge units to report: from surely missing or late filings to official papers, one unit, all in one, or a zip."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from dashboard.assessment.deadlines import Urged
from dashboard.exports import letter_words as words
from dashboard.exports.letter_occasion import Occasion, Sender, movement_inside
from dashboard.exports.paper.contents import (
    Annex,
    Paper,
    Text,
    WrittenTable,
)
from dashboard.exports.paper.official import as_word
from dashboard.exports.paper.written_tables import UPRIGHT, written_table
from dashboard.exports.zips import entry_name, zipped
from dashboard.writing import first_letter, formats
from dashboard.writing.columns import Column
from dashboard.writing.table_model import table_of_rows

MOST_NAMED = 8  # addressees that are named in the heading; more stand in the list only


def letter_to_one(occasion: Occasion, sender: Sender, urged: Urged) -> Paper:
    """The letter to one unit, with its own deadline and days in the text."""
    state = _state(urged)
    said = _said(occasion, sender) | {
        "unit": urged.name,
        "days": formats.count(urged.days),
        "submitted": formats.official_date(urged.submitted_on),
        "whom": words.THE_UNIT,
    }
    texts = (
        words.DEADLINE,
        words.ONE[state],
        words.ASKED[state],
        words.LIVE,
        words.HELP,
        words.THANKS,
    )
    return Paper(
        sender.office,
        words.SUBJECT[state].format(**said),
        tuple(Text(_sentence(one, said)) for one in texts),
        sender.signature,
        sender.copies,
        addressees=(urged.name,),
        mark=occasion.mark,
    )


def letter_to_all(occasion: Occasion, sender: Sender, urged: Sequence[Urged]) -> Paper:
    """One letter to several units that are all missing or all late, with their list as its annex. Raises ValueError for a mixture or for none."""
    states = {_state(one) for one in urged}
    if len(states) != 1:
        raise ValueError("a letter is to units that are all missing or all late")
    state = states.pop()
    said = _said(occasion, sender) | {"count": formats.count(len(urged)), "whom": words.THE_UNITS}
    texts = (
        words.DEADLINE,
        words.MANY[state],
        words.ASKED[state],
        words.LIVE,
        words.HELP,
        words.THANKS,
    )
    addressees = (
        tuple(one.name for one in urged) if len(urged) <= MOST_NAMED else (words.LISTED_UNITS,)
    )
    annex = Annex(words.LIST_TITLE[state].format(**said), (_list(occasion, state, urged),))
    return Paper(
        sender.office,
        words.SUBJECT[state].format(**said),
        tuple(Text(_sentence(one, said)) for one in texts),
        sender.signature,
        sender.copies,
        addressees=addressees,
        annexes=(annex,),
        mark=occasion.mark,
    )


def letters_zip(occasion: Occasion, sender: Sender, urged: Sequence[Urged]) -> bytes:
    """A zip with one letter a unit, named by the unit's code."""
    return zipped(
        (letter_name(occasion, one.unit), as_word(letter_to_one(occasion, sender, one)))
        for one in urged
    )


def letter_name(occasion: Occasion, unit: str = "") -> str:
    """The file's name of a letter."""
    return (
        entry_name(*([unit] if unit else []), "cong-van", "bao-cao", occasion.deadline.year)
        + ".docx"
    )


def _state(urged: Urged) -> str:
    return words.OVERDUE if urged.submitted_on is None else words.LATE


def _said(occasion: Occasion, sender: Sender) -> dict[str, str]:
    deadline = occasion.deadline
    return {
        "plan": first_letter.small(occasion.plan.name),
        "movement": movement_inside(occasion.plan),
        "report": occasion.report,
        "source": deadline.source,
        "owner": sender.owner,
        "due": formats.official_date(deadline.due),
        "as_of": formats.official_date(occasion.as_of),
        "reply_by": formats.official_date(occasion.reply_by),
        "body": sender.office.body,
    }


def _sentence(pattern: str, said: dict[str, str]) -> str:
    return first_letter.large(pattern.format(**said))


def _list(occasion: Occasion, state: str, urged: Sequence[Urged]) -> WrittenTable:
    submitted = [Column(words.SUBMITTED, width=17)] if state == words.LATE else []
    columns = (
        Column(words.PLACE, width=8),
        Column(words.UNIT, width=50),
        Column(words.BLOCK, width=25),
        Column(words.DUE, width=17),
        *submitted,
        Column(words.DAYS[state], "count", width=14),
    )
    due = _short_date(occasion.deadline.due)
    rows = [
        (
            formats.count(place),
            one.name,
            one.block,
            due,
            *([_short_date(one.submitted_on)] if submitted else []),
            one.days,
        )
        for place, one in enumerate(urged, start=1)
    ]
    source = words.LIST_SOURCE.format(as_of=formats.official_date(occasion.as_of))
    return written_table(table_of_rows("", columns, rows, source=source), "", UPRIGHT)


def _short_date(day: dt.date | None) -> str:
    """A day in a table of an official paper: with leading zeros as in its text (05/02/2026, 12/3/2026)."""
    return (
        formats.DASH
        if day is None
        else f"{day.day:02d}/{day.month:02d}/{day.year}"
        if day.month <= 2
        else f"{day.day:02d}/{day.month}/{day.year}"
    )
