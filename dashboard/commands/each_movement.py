"""A command that keeps stores does its work with every movement: what stands in the way of one keeps no other back."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

from dashboard.commands.calling import Refused, movement
from dashboard.commands.opened_stores import home, told
from dashboard.wording import movement_words as words
from dashboard.wording.outcomes import refusal
from data_access import movement_stores, movements
from data_access.store import Store, StoreError


def with_each(deed: Callable[[Store], int | None], must_be_there: bool = False) -> int:
    """Do this with the store of every movement, or of the one that was asked for alone, be it closed; each store is said on standard error.

    What a movement's store or the deed refuses is said there too, and the others are done. The exit code: the largest of the deeds', 1 where one was not done. Raises `Refused`, `MovementError` where the one asked for cannot be opened.
    """
    codes = [0]

    def lost(one: movements.Movement, error: StoreError) -> None:
        said = words.STORE_ILL.format(code=one.code, name=one.name, reason=refusal(error))
        print(said, file=sys.stderr)
        codes.append(1)

    for opened in _asked_for(home(must_be_there), lost):
        try:
            codes.append(deed(told(opened)) or 0)
        except (Refused, StoreError) as error:
            print(refusal(error) if isinstance(error, StoreError) else error, file=sys.stderr)
            codes.append(1)
    return max(codes)


def _asked_for(first: Store, lost: movement_stores.Lost) -> Iterator[Store]:
    if code := movement():
        movements.named(first, code)
        yield movement_stores.opened(first, code)
        return
    yield from movement_stores.every(first, lost)
