"""What a cell is asked for, and the candidates among which a person chooses."""

from __future__ import annotations

from typing import NamedTuple

from data_access.intake.matching import Entry
from data_access.intake.rows import Row


class Question(NamedTuple):
    """What does `text` (in `column` of `row`) mean? `name` is the name beside a code, '' if there is none."""

    what: str
    row: Row
    column: str
    text: str
    name: str
    year: int | None


def proposals(what: str, entries: tuple[Entry, ...]) -> list[dict[str, str]]:
    """Candidates as plain data for a person to choose from."""
    return [{what: one.code, "name": one.name} for one in entries]
