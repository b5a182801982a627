"""What every command shares before anything heavy is loaded: how it is added, how it refuses."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from dashboard.wording.movement_words import FIRST

Command = Callable[[str, Callable[[argparse.Namespace], int | None], str], argparse.ArgumentParser]
"""Adds a command: its name, what runs it, its help."""

_MOVEMENT: ContextVar[str] = ContextVar("movement", default="")


@contextmanager
def of_movement(code: str) -> Iterator[None]:
    """What is done inside is done with the movement of this code; '' and `FIRST`: with the first one."""
    before = _MOVEMENT.set("" if code == FIRST else code)
    try:
        yield
    finally:
        _MOVEMENT.reset(before)


def movement() -> str:
    """The code of the further movement that a command was asked to work with; '' for the first one."""
    return _MOVEMENT.get()


class Refused(Exception):
    """A command that cannot do what was asked; the text says why."""


class WrongUse(Exception):
    """A command that was called without what it needs; the text says what."""
