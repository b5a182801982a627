"""What every command shares before anything heavy is loaded: how it is added, how it refuses."""

from __future__ import annotations

import argparse
from collections.abc import Callable

Command = Callable[[str, Callable[[argparse.Namespace], int | None], str], argparse.ArgumentParser]
"""Adds a command: its name, what runs it, its help."""


class Refused(Exception):
    """A command that cannot do what was asked; the text says why."""


class WrongUse(Exception):
    """A command that was called without what it needs; the text says what."""
