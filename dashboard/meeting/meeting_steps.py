"""The five steps of a meeting, each with what is done and what is missing; and what sealing, naming and printing will do before they do it."""

from __future__ import annotations

import datetime as dt
import html
from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from dashboard.access.publication import DRAFT, PUBLISHED, READY, WAITING
from dashboard.assessment.standing import Standing
from dashboard.assessment.tally import tally
from dashboard.exports.report.chapters.sealed_state import by_reason, left_undone
from dashboard.meeting import step_words as words
from dashboard.meeting.readiness import DONE, OPEN, WAIVED, Item, open_items, summary
from dashboard.meeting.readiness_words import STATES
from dashboard.views.meeting import local
from dashboard.writing import first_letter, formats

SIGNS = {True: "●", False: "○"}
STATE_SIGNS = {DONE: "●", WAIVED: "◆", OPEN: "○"}
MOST_NAMES = 5


class Step(NamedTuple):
    """One step: its title, what is done and missing in words, whether nothing is left to do in it."""

    title: str
    said: str
    done: bool


def steps(
    items: Sequence[Item], own: pd.DataFrame, stated: pd.DataFrame, conclusions: pd.DataFrame
) -> tuple[Step, ...]:
    """The steps in order. In: readiness, the milestone's seals (newest first), `publication.with_states`, conclusions with their state now."""
    ready = not open_items(items)
    sealed, naming, told = _sealed(own), _naming(stated), _concluded(conclusions)
    return (
        Step(words.TITLES[0], summary(items), ready),
        Step(words.TITLES[1], sealed, len(own) > 0),
        Step(words.TITLES[2], naming, not (stated["state"] != PUBLISHED).any()),
        Step(words.TITLES[3], words.FROM_SEAL if len(own) else words.FROM_LIVE, len(own) > 0),
        Step(words.TITLES[4], told, len(own) > 0 and len(conclusions) > 0),
    )


def _sealed(own: pd.DataFrame) -> str:
    for one in own.head(1).itertuples(index=False):
        return words.SEALED.format(name=one.name, day=formats.date(local(one.at)))
    return words.NOT_SEALED


def _concluded(conclusions: pd.DataFrame) -> str:
    still = int((conclusions["state"] == "open").sum())
    if still:
        return words.OPEN.format(items=formats.count(still, "kết luận"))
    return words.ALL_CLOSED if len(conclusions) else words.NO_CONCLUSIONS


def _naming(stated: pd.DataFrame) -> str:
    if stated.empty:
        return words.NOBODY_NAMED
    counts = stated["state"].value_counts()
    said = [
        words.NAMING[state].format(number=formats.count(counts[state]))
        for state in (DRAFT, WAITING, READY, PUBLISHED)
        if state in counts
    ]
    return f"{formats.count(len(stated), words.FLAGS)}: {', '.join(said)}"


def steps_html(found: Sequence[Step]) -> str:
    """The steps as a list; the first that is not done is the next one."""
    following = next((place for place, one in enumerate(found) if not one.done), None)
    rows = []
    for place, one in enumerate(found):
        state = words.DONE if one.done else words.NEXT if place == following else words.LATER
        current = " aria-current='step'" if place == following else ""
        rows.append(
            f"<li class='step-{'done' if one.done else 'open'}'{current}><b>{html.escape(one.title)}</b>"
            f" <span class='step-state'>{SIGNS[one.done]} {state}</span>"
            f"<span class='step-said'>{html.escape(one.said)}</span></li>"
        )
    return f"<ol class='meeting-steps' aria-label='{words.STEPS}'>{''.join(rows)}</ol>"


def item_html(one: Item) -> str:
    """One check: its state, what is missing; the names folded; the reason where it is waived."""
    sign = STATE_SIGNS[one.state]
    said = first_letter.large(one.said)
    head = (
        f"<b>{html.escape(one.check.title)}</b> <span class='step-state'>{sign} {STATES[one.state]}</span>"
        f"<span class='step-said'>{html.escape(said)}.</span>"
    )
    reason = (
        f"<p>{html.escape(words.WAIVED.format(reason=one.reason, who=one.who))}</p>"
        if one.state == WAIVED
        else ""
    )
    return f"<div class='check check-{one.state}'>{head}{reason}{_names_html(one)}</div>"


def _names_html(one: Item) -> str:
    if not one.names:
        return ""
    listed = "".join(f"<li>{html.escape(name)}</li>" for name in one.names)
    return f"<details><summary>{html.escape(words.WHICH)}</summary><ul tabindex='0'>{listed}</ul></details>"


def sealing_said(standing: Standing, items: Sequence[Item]) -> tuple[str, list[str]]:
    """What a press on the seal will do, by the figures as they are, and of what is missing or waived a line each."""
    counts = tally(standing.table, standing.flags)
    own = counts.assessed - counts.appraised
    said = words.WILL_SEAL.format(
        year=standing.year,
        units=formats.count(counts.assessed, "đơn vị"),
        appraised=formats.count(counts.appraised),
        own=words.WILL_SEAL_OWN.format(own=formats.count(own)) if own else "",
    )
    left = open_items(items)
    if left:
        said += words.WILL_ASK.format(number=len(left))
    lines = [f"{one.check.title}: {one.said}." for one in left]
    waived = [(one.said, one.reason) for one in items if one.state == WAIVED]
    return said, lines + [words.WILL_KEEP.format(said=one) for one in by_reason(waived)]


def naming_said(names: Sequence[str], step: str, reply_days: int, on: dt.date) -> str:
    """What a press on the batch will do: how many units, which of them, until when they may answer."""
    units = list(dict.fromkeys(names))
    more = words.AND_OTHERS if len(units) > MOST_NAMES else ""
    return words.WILL_NAME[step].format(
        units=formats.count(len(units), "đơn vị"),
        names=", ".join(units[:MOST_NAMES]) + more,
        until=formats.date(on + dt.timedelta(days=reply_days)),
    )


def sealed_said(rows: pd.DataFrame | None) -> str:
    """What was waived when an edition was sealed, beside the files made from it; '' where nothing was. In: the sealed `readiness`; None of an earlier program."""
    return words.SEALED_BEFORE if rows is None else left_undone(rows)
