"""What is made of a store is kept with that store: every movement has caches of its own, so nothing of one can answer a question of another."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from types import FunctionType
from typing import Any, ParamSpec, Protocol, TypeVar

import streamlit as st

from dashboard.ui.opened import movement

Asked, Made = ParamSpec("Asked"), TypeVar("Made", covariant=True)


class Kept(Protocol[Asked, Made]):
    """A function whose answers are kept; `let_go`: none of the movement in view any more."""

    let_go: Callable[[], None]

    def __call__(self, *given: Asked.args, **named: Asked.kwargs) -> Made: ...


def of_store(**settings: Any) -> Callable[[Callable[Asked, Made]], Kept[Asked, Made]]:
    """`st.cache_resource` with these settings, once for each movement that is opened: keys, limits and answers of one are none of another's.

    The one way in which rooms that read the store keep anything; a test keeps Streamlit's own out of them.
    """

    def kept(make: Callable[Asked, Made]) -> Kept[Asked, Made]:
        own: dict[str, Callable[Asked, Made]] = {}

        @wraps(make)
        def answered(*given: Asked.args, **named: Asked.kwargs) -> Made:
            code = movement()
            if code not in own:
                own[code] = st.cache_resource(**settings)(_of_its_own(make, code))
            return own[code](*given, **named)

        def let_go() -> None:
            if movement() in own:
                own[movement()].clear()

        answered.let_go = let_go
        return answered

    return kept


def _of_its_own(make: Callable, code: str) -> Callable:
    """The same function under a name of its own, by which Streamlit tells its caches apart."""
    own = FunctionType(
        make.__code__, make.__globals__, make.__name__, make.__defaults__, make.__closure__
    )
    own.__kwdefaults__, own.__module__ = make.__kwdefaults__, make.__module__
    own.__qualname__ = f"{make.__qualname__} of {code or 'the first movement'}"
    return own
