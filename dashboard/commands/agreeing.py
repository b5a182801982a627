"""What a command will do is told first; it is done only when somebody says yes, at the keyboard or with --yes."""

from __future__ import annotations

import sys

from dashboard.commands.calling import Refused
from dashboard.wording import command_words as words

YES = ("có", "co", "c", "y", "yes")


def agreed(is_said: bool, question: str, stopped: str, nobody: str) -> None:
    """Ask, unless it `is_said` already. Raises `Refused` with what is said where somebody does not want it (`stopped`) or nobody answers (`nobody`)."""
    if is_said:
        return
    print(question, end="", file=sys.stderr, flush=True)
    answer = sys.stdin.readline()
    if answer.strip().lower() not in YES:
        raise Refused(stopped if answer else nobody)


def agreed_to(is_said: bool, lines: list[str]) -> None:
    """Tell what would change, and ask. Raises `Refused`."""
    print(*lines, sep="\n")
    agreed(is_said, words.GO_ON, words.STOPPED, words.NOBODY_ANSWERS)
