"""What is asked of the store once in a run of a page, however many parts of it ask: who is there, what they may see, the number of the last change.

So a page is drawn from one moment, and somebody who is shut out is so at the next press.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, ParamSpec, TypeVar

Asked, Answer = ParamSpec("Asked"), TypeVar("Answer")
_ANSWERS: ContextVar[dict[tuple, Any] | None] = ContextVar("answers", default=None)


@contextmanager
def begun() -> Iterator[None]:
    """A run, from its first line to its last; outside of one (a callback, a fragment alone, a thread) every question is asked anew."""
    before = _ANSWERS.set({})
    try:
        yield
    finally:
        _ANSWERS.reset(before)


def asked_once(question: Callable[Asked, Answer]) -> Callable[Asked, Answer]:
    """The question, asked once a run for the same words: only what cannot change in a run but by what it stores itself."""

    @wraps(question)
    def ask(*about: Asked.args, **named: Asked.kwargs) -> Answer:
        answers = _ANSWERS.get()
        if answers is None or named:
            return question(*about, **named)
        asked = (question, *about)
        if asked not in answers:
            answers[asked] = question(*about)
        return answers[asked]

    return ask


def forget() -> None:
    """After something was stored: what was answered before may not be true any more."""
    answers = _ANSWERS.get()
    if answers is not None:
        answers.clear()
