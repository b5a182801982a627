"""One step of publishing on screen: what it does and what readers will see differently, and the press that takes it, which counts only after that."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dashboard.access.edition import Edition
from dashboard.assessment.standing import Standing
from dashboard.desks import foreseen_desk
from dashboard.desks import publishing_words as words
from dashboard.desks.foreseen_desk import Foreseen
from dashboard.meeting import meeting_steps, publishing, read_by
from dashboard.meeting.readiness import Item, open_items
from dashboard.plan import Milestone, Plan, clock
from dashboard.ui import frozen_editions, meeting_papers, meeting_store, stored


class Step(NamedTuple):
    """What is asked: of which year, of which edition (None: the figures as they are, sealed first), publish or withdraw, on which ground."""

    year: int
    own: Edition | None
    step: str
    ground: str


def may_be_taken(asked: Sequence[Step], *, key: str, pressed: bool) -> bool:
    """Show what the steps would do once something was `pressed`; whether exactly this was shown before this press."""
    steps = [(one.year, one.own and one.own.number, one.step) for one in asked]
    about = repr((steps, [(one.number, one.published_on) for one in stored.editions()]))
    said = [line for one in asked for line in lines(one)]
    shown = foreseen_desk.before_press(
        about,
        lambda: _foreseen(asked),
        words.WOULD,
        key=key,
        pressed=pressed,
        first=lambda found: said,
    )
    return shown is not None


def lines(asked: Step) -> list[str]:
    """What a step does, what readers have then, and what is missing from figures that are sealed for it."""
    reading = _reading(asked)
    after = _standing(reading.after) if reading.after else None
    live = stored.live(asked.year) if reading.new else after
    units = 0 if live is None else int(live.table["assessed"].sum())
    said = read_by.lines(reading, asked.own, asked.step, units)
    if asked.own is None and (items := _items(asked.year)):
        title, missing = meeting_steps.sealing_said(stored.live(asked.year), items)
        said[1:1] = [title, *missing]
    return said


def _reading(asked: Step) -> read_by.Reading:
    return read_by.reading_after(stored.editions(), asked.year, asked.own, asked.step)


def _foreseen(asked: Sequence[Step]) -> Foreseen:
    """What differs for readers, of all the steps."""
    publications, plan = meeting_store.entered().publications, stored.plan()
    years = []
    for one in asked:
        reading = _reading(one)
        before = _standing(reading.before)
        after = stored.live(one.year) if reading.new else _standing(reading.after)
        years += read_by.differences(before, after, publications)
    return Foreseen(stored.last_change(), (plan, plan), tuple(years))


def _standing(own: Edition | None) -> Standing | None:
    if own is None:
        return None
    return frozen_editions.of(own, stored.store()).standing


def _milestone(plan: Plan, year: int) -> Milestone | None:
    code = publishing.milestone_of(plan, year)
    return next((one for one in plan.milestones if one.code == code), None)


def _items(year: int) -> tuple[Item, ...]:
    held = _milestone(stored.plan(), year)
    return meeting_store.readiness(stored.live(year), held) if held else ()


def take(asked: Step, who: str) -> int:
    """Take the step, all of it or nothing; the number of the edition. What figures sealed for it lack is waived with the ground. Raises `MeetingError`, `AlreadySoError`, `StoreError`."""
    about = {"who": who, "meeting": asked.ground}
    if asked.own:
        publishing.take(meeting_store.enter, asked.own, asked.step, clock.today(), **about)
        return asked.own.number
    left = [one.check.code for one in open_items(_items(asked.year))]
    name = publishing.seal_name(asked.year, asked.ground)
    milestone = publishing.milestone_of(stored.plan(), asked.year)
    made = meeting_papers.seal_and_publish(milestone, clock.today(), name, who, asked.ground, left)
    return made.number
