"""What a view makes is made once: kept until the figures, what its reader may see, or the plan change. What a process of its own has made ahead is taken from there.

The key is the view itself, the nouns in which it speaks, the edition of the figures and every argument of the call (`serving.view_keys`), so no page names a key and none can forget a
part of one. What cannot be told apart for certain (a frame, a list, a lambda) is refused when it is tried.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from dashboard.access.visible import Sight
from dashboard.assessment.standing import Standing
from dashboard.charts.drawings import drawn
from dashboard.plan import clock
from dashboard.serving import view_keys
from dashboard.serving.published_now import NEVER
from dashboard.serving.weights import Weighed
from dashboard.ui import every_year, figures_ahead, published_ahead, stored
from dashboard.ui.opened import opened
from dashboard.ui.own_cache import of_store
from dashboard.ui.shelf import Shelf
from dashboard.ui.this_run import asked_once

Asked, Made = ParamSpec("Asked"), TypeVar("Made")
ROOM = 192 * 2**20
"""Bytes that the answers of one movement may hold: all that is looked at of the sample takes a quarter of it. Who is given less room has open pages hold answers of their own."""


def kept(view: Callable[Asked, Made]) -> Callable[Asked, Made]:
    """The view, whose answer to the same arguments over the same figures is made once and shared, so never changed.

    Arguments are a `Standing`, a `Plan`, `stored.tables()`, and plain values: texts, numbers, days, tuples and frozen dataclasses of
    them. Raises `TypeError` for a view without a name of its own and for any other argument.
    """
    view_keys.name_of(view)
    asked = inspect.signature(view)

    @wraps(view)
    def shown(*given: Asked.args, **named: Asked.kwargs) -> Made:
        call = asked.bind(*given, **named)
        call.apply_defaults()
        if any(_is_anothers(value) for value in call.arguments.values()):
            return drawn(view(*given, **named))
        change, sight = stored.last_change(), stored.sight()

        def key_of(after: int) -> str:
            return view_keys.key_of(view, call.arguments, after, sight, stored.fingerprint)

        key = key_of(change)
        return _shelf().of(key, lambda: _ahead_or(key_of, lambda: view(*given, **named)))

    return shown


def _is_anothers(value: object) -> bool:
    """Whether it is a standing that the store did not give (a trial, one laid over by hand): its figures are of no edition and not the live ones, so nothing is kept."""
    return isinstance(value, Standing) and not _is_of_the_store(value)


def _is_of_the_store(value: Standing) -> bool:
    if stored.standing(value.year) is value:
        return True
    is_live = value.edition is None and stored.sight().all
    return is_live and stored.live(value.year) is value


def _ahead_or(key_of: Callable[[int], str], make: Callable[[], Made]) -> Made | Weighed:
    """The answer as it was made ahead of everybody, else as it is made now."""
    name, change = _made_ahead_for(stored.sight())
    if name:
        found = figures_ahead.answer_kept(opened(), name, view_keys.place_of(key_of(change)))
        if found is not None:
            return found
    return drawn(make())


def _made_ahead_for(sight: Sight) -> tuple[str, int]:
    """Under which name somebody who sees this is given what was made ahead, and the change in its keys: of the figures as they are, or of what is published; '' for a unit, which sees itself alone."""
    if not sight.all:
        return ("" if sight.unit is not None else published_ahead.name()), NEVER
    change, today = stored.last_change(), clock.today()
    return every_year.figures_name(change, stored.fingerprint(stored.plan()), today), change


@asked_once
def _shelf() -> Shelf:
    return _of_the_movement()


@of_store(show_spinner=False, max_entries=1)
def _of_the_movement() -> Shelf:
    return Shelf(ROOM)
