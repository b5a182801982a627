"""From what is kept to the deck and its file, on screen and on the command line alike."""

from __future__ import annotations

import datetime as dt

import pandas as pd

from dashboard.deck import deck_words as words
from dashboard.deck import html_file
from dashboard.deck.agenda import Agenda, AgendaError, problems, read
from dashboard.deck.assemble import Deck, deck_of
from dashboard.meeting import sealing
from dashboard.meeting.entered_until import Kept
from dashboard.plan import Plan, clock


def figures_of(
    kept: Kept, plan: Plan, agenda: Agenda, as_of: dt.date, inner: bool = False
) -> sealing.Figures:
    """The figures that an agenda asks for, by the rule of all papers (`sealing.figures`); `inner`: with the namings that are drafts. Raises `MeetingError`, and the store's errors for an unknown edition."""
    return sealing.figures(kept, plan, agenda.milestone, as_of, agenda.seal, inner=inner)


def deck_from(agenda: Agenda, figures: sealing.Figures) -> Deck:
    """The deck. Raises `AgendaError` with what must be mended first."""
    wrong = problems(agenda)
    if wrong:
        raise AgendaError(" ".join(wrong))
    return deck_of(agenda, figures)


def file_of(deck: Deck) -> str:
    """The HTML file, bearing the time at which it is made."""
    return html_file.html_of(deck, dt.datetime.now(clock.ZONE))


def living(rows: pd.DataFrame) -> pd.DataFrame:
    """The newest revision under each name, by name; names that were put away are left out. In: the store's rows of `agendas`."""
    newest = rows.sort_values("id", kind="stable").drop_duplicates("name", keep="last")
    return (
        newest[newest["in_use"].astype(bool)]
        .sort_values("name", kind="stable")
        .reset_index(drop=True)
    )


def named(rows: pd.DataFrame, name: str) -> Agenda:
    """The agenda kept under a name. Raises `AgendaError` that lists the names there are."""
    found = living(rows)
    own = found[found["name"] == name]
    if own.empty:
        raise AgendaError(
            words.NO_AGENDA.format(name=name, known=", ".join(found["name"]) or words.NONE_KEPT)
        )
    return read(own["body"].iloc[0])
