"""What a view makes is made once: kept until the figures, what its reader may see, or the plan change.

The key is the view itself, the nouns in which it speaks, the edition of the figures and every argument of the call, so no page names a key and none can forget a
part of one. What cannot be told apart for certain (a frame, a list, a lambda) is refused when it is tried.
"""

from __future__ import annotations

import datetime as dt
import inspect
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from dashboard.assessment.standing import Standing
from dashboard.charts.drawings import Picture
from dashboard.plan import Plan
from dashboard.ui import stored
from dashboard.ui.own_cache import of_store
from dashboard.writing.nouns import spoken

Asked, Made = ParamSpec("Asked"), TypeVar("Made")
MOST = 400
PLAIN = (type(None), bool, int, float, str, bytes, dt.date)


def kept(view: Callable[Asked, Made]) -> Callable[Asked, Made]:
    """The view, whose answer to the same arguments over the same figures is made once and shared, so never changed.

    Arguments are a `Standing`, a `Plan`, `stored.tables()`, and plain values: texts, numbers, days, tuples and frozen dataclasses of
    them. Raises `TypeError` for a view without a name of its own and for any other argument.
    """
    name = f"{view.__module__}.{view.__qualname__}"
    if "<" in name:
        raise TypeError(f"{name}: only a function of a module can be told from every other")
    asked = inspect.signature(view)

    @wraps(view)
    def shown(*given: Asked.args, **named: Asked.kwargs) -> Made:
        call = asked.bind(*given, **named)
        call.apply_defaults()
        if any(_is_anothers(value) for value in call.arguments.values()):
            return _drawn(view(*given, **named))
        arguments = tuple(
            (part, _told_apart(value, f"{name}({part})")) for part, value in call.arguments.items()
        )
        key = name, spoken(), stored.last_change(), stored.sight(), arguments
        return _kept(key, lambda: _drawn(view(*given, **named)))

    return shown


def _is_anothers(value: object) -> bool:
    """Whether it is a standing that the store did not give (a trial, one laid over by hand): its figures are of no edition and not the live ones, so nothing is kept."""
    return isinstance(value, Standing) and not _is_of_the_store(value)


def _is_of_the_store(value: Standing) -> bool:
    if stored.standing(value.year) is value:
        return True
    is_live = value.edition is None and stored.sight().all
    return is_live and stored.live(value.year) is value


def _told_apart(value: object, where: str) -> object:
    """What tells an argument from every other of its kind."""
    if isinstance(value, Standing):
        return "standing", stored.fingerprint(value.plan), value.year, value.as_of, value.edition
    if isinstance(value, Plan):
        return "plan", stored.fingerprint(value)
    if isinstance(value, stored.Tables):
        return "tables", value.edition
    if isinstance(value, PLAIN):
        return type(value).__name__, value
    if isinstance(value, tuple):
        return tuple(_told_apart(one, where) for one in value)
    if is_dataclass(value) and not isinstance(value, type) and value.__dataclass_params__.frozen:
        parts = (getattr(value, one.name) for one in fields(value))
        return type(value).__qualname__, *(_told_apart(one, where) for one in parts)
    raise TypeError(f"{where}: a {type(value).__name__} cannot be told from another for certain")


def _drawn(made: Any) -> Any:
    """An answer with its pictures as the text that the browser is given."""
    if isinstance(made, Picture):
        return made.drawn()
    if type(made) is tuple:
        return tuple(_drawn(one) for one in made)
    if is_dataclass(made) and not isinstance(made, type):
        held = {one.name: getattr(made, one.name) for one in fields(made)}
        return replace(made, **{n: _drawn(v) for n, v in held.items() if _may_hold_pictures(v)})
    return made


def _may_hold_pictures(value: object) -> bool:
    return isinstance(value, Picture) or type(value) is tuple


@of_store(show_spinner=False, max_entries=MOST)
def _kept(key: tuple, _make: Callable[[], Made]) -> Made:
    return _make()
