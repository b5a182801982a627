"""What is made of a store is kept with that store: every movement has caches of its own, so nothing of one can answer a question of another. All together hold at most `HOUSE` bytes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial, wraps
from typing import Any, ParamSpec, Protocol, TypeVar

import streamlit as st

from dashboard.ui.opened import movement
from dashboard.ui.room import Room

Asked, Made = ParamSpec("Asked"), TypeVar("Made", covariant=True)

HOUSE = Room(96 * 2**20)
"""At 10,000 units what all years share (37 MB by `rough_weight`) and three to four years; a year beyond is read again in a sixth of a second once a page looks at it, unless some page holds it."""


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
                settled = st.cache_resource(on_release=_gone, **settings)
                own[code] = settled(_of_its_own(make, code, own))
            found = own[code](*given, **named)
            HOUSE.asked(found)
            return found

        def let_go() -> None:
            if movement() in own:
                own[movement()].clear()

        answered.let_go = let_go
        return answered

    return kept


def _gone(answer: object) -> None:
    HOUSE.gone(answer)


def _of_its_own(make: Callable, code: str, own: Mapping[str, Any]) -> Callable:
    """The same function under a name of its own, by which Streamlit tells its caches apart; what it makes is looked after in the house."""

    @wraps(make)
    def made(*given: Any, **named: Any) -> Any:
        answer = make(*given, **named)
        HOUSE.put(answer, partial(own[code].clear, *given, **named))
        return answer

    made.__qualname__ = f"{make.__qualname__} of {code or 'the first movement'}"
    return made
