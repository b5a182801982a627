"""What is asked of the store once in a run of a page, however many parts of it ask: who is there, what they may see, the number of the last change.

So a page is drawn from one moment, and somebody who is shut out is so at the next press.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, TypeVar

Answer = TypeVar("Answer")
_ANSWERS: ContextVar[dict[Callable, Any] | None] = ContextVar("answers", default=None)


@contextmanager
def begun() -> Iterator[None]:
    """A run, from its first line to its last; outside of one (a callback, a fragment alone, a thread) every question is asked anew."""
    before = _ANSWERS.set({})
    try:
        yield
    finally:
        _ANSWERS.reset(before)


def asked_once(question: Callable[[], Answer]) -> Callable[[], Answer]:
    """The question, asked once a run."""

    @wraps(question)
    def ask() -> Answer:
        answers = _ANSWERS.get()
        if answers is None:
            return question()
        if question not in answers:
            answers[question] = question()
        return answers[question]

    return ask


def forget() -> None:
    """After something was stored: what was answered before may not be true any more."""
    answers = _ANSWERS.get()
    if answers is not None:
        answers.clear()
