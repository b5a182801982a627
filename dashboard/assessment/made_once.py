"""What is worked out of a standing, or of a year that is being assessed, and wanted several times: made once as long as that lives."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import wraps
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

Made = TypeVar("Made")


def made_once(make: Callable[..., Made]) -> Callable[..., Made]:
    """The function of something that is told apart by itself alone (a `Standing`, a `Case`) and plain values, which answers once for each of them; its answers are shared, so never changed."""
    made: WeakKeyDictionary[Any, dict[tuple[Hashable, ...], Any]] = WeakKeyDictionary()

    @wraps(make)
    def ask(of: Any, *plain: Hashable) -> Made:
        answers = made.setdefault(of, {})
        if plain not in answers:
            answers[plain] = make(of, *plain)
        return answers[plain]

    return ask
