"""What is worked out of a standing and wanted by several views: made once as long as the standing lives."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import wraps
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from dashboard.assessment.standing import Standing

Made = TypeVar("Made")


def once_a_standing(make: Callable[..., Made]) -> Callable[..., Made]:
    """The function of a standing and plain values, which answers once for each of them; its answers are shared, so never changed."""
    made: WeakKeyDictionary[Standing, dict[tuple[Hashable, ...], Any]] = WeakKeyDictionary()

    @wraps(make)
    def ask(standing: Standing, *plain: Hashable) -> Made:
        answers = made.setdefault(standing, {})
        if plain not in answers:
            answers[plain] = make(standing, *plain)
        return answers[plain]

    return ask
