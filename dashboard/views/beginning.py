"""The three steps from an empty store to the first picture: which are done, which comes next."""

from __future__ import annotations

from typing import NamedTuple

from dashboard.views import beginning_words as words


class Step(NamedTuple):
    """A step of the beginning: `page` is where it is done, with what the link is called."""

    title: str
    said: str
    is_done: bool
    page: str
    link: str


def steps(*, has_plan: bool, units: int) -> tuple[Step, ...]:
    """The steps of a store without results, in order; with the first of them the guide is gone. In: whether a plan was stored, how many units there are."""
    return (
        Step(*words.PLAN[has_plan], has_plan, "plan", words.TO_PLAN),
        Step(*_units(units), units > 0, "intake", words.TO_INTAKE),
        Step(*words.RESULTS, False, "intake", words.TO_INTAKE),
    )


def next_step(made: tuple[Step, ...]) -> Step:
    """The first that is not done."""
    return next(one for one in made if not one.is_done)


def _units(units: int) -> tuple[str, str]:
    title, said = words.UNITS
    return title, words.UNITS_THERE.format(units=units) if units else said
