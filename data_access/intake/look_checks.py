"""Figures that look otherwise than their value says: struck out, hidden by their format, with a comment beside. Asked, or refused where two are one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from data_access.intake.body import Body, has_nothing
from data_access.intake.cell_looks import COMMENTED, JOINED, STRUCK, UNSEEN, UNSEEN_ZERO, WRITTEN
from data_access.intake.file_opening import Found
from data_access.intake.heads import Column
from data_access.intake.problems import Problems
from data_access.intake.sheets import a1, text_of

_ASKED = {
    STRUCK: "figure_struck",
    UNSEEN: "figure_unseen",
    WRITTEN: "figure_written",
    COMMENTED: "figure_commented",
}
_SHOWN = 80
_NAMES = ("unit", "name", "criterion", "criterion_name")


def check_looks(found: Found, body: Body, figures: list[Column], problems: Problems) -> None:
    """Report the first cell of each kind and how many there are; a figure with a struck or raised part is reported one by one."""
    looks = found.sheet.marks.looks
    seen: dict[str, list[tuple[str, str]]] = {}
    for number, column, cell in _cells(found, body, figures) if looks else ():
        for how, places in looks.items():
            if (number, column) in places and (how != UNSEEN_ZERO or cell == 0):
                kind = UNSEEN if how == UNSEEN_ZERO else how
                text = places[number, column] or text_of(cell)
                seen.setdefault(kind, []).append((a1(number, column), text[:_SHOWN]))
    for place, text in seen.get(JOINED, []):
        problems.add("figure_joined", found.sheet.name, place, text=text)
    for how, code in _ASKED.items():
        for place, text in seen.get(how, [])[:1]:
            problems.add(code, found.sheet.name, place, rows=len(seen[how]), text=text)


def _cells(found: Found, body: Body, figures: list[Column]) -> Iterator[tuple[int, int, Any]]:
    """Row, column and value of every figure, and of every name that is struck out beside one: who strikes a name out means its row."""
    indices = [one.index for one in figures]
    names = found.layout.indices(*_NAMES)
    struck = found.sheet.marks.looks.get(STRUCK, {})
    for number, row in zip(body.numbers, body.rows):
        filled = [index for index in indices if not has_nothing(row[index])]
        if filled:
            said = [index for index in names if (number, index) in struck]
            yield from ((number, index, row[index]) for index in (*said, *filled))
