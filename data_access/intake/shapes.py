"""Ways of reading that a person has pointed out: for heads of one shape, what each column is. Remembered, they hold for every file of that shape.

A year is never remembered: it is the one that the heads, the lines above or the names of the file at hand say; for a file that says none a
person may say it, for that file alone.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from data_access.intake.names import fold
from data_access.intake.sheets import text_of

ROLES = (
    "ignored",
    "unit",
    "name",
    "criterion",
    "criterion_name",
    "value",
    "out_of",
    "very",
    "maximum",
    "year",
    "stage",
    "measure",
    "state",
    "submitted_on",
    "note",
)
"""What a column may be said to be; `ignored` = it is not read."""
OF_FIGURES = frozenset({"value", "out_of", "very", "maximum"})
STAGES = ("self", "appraised")
MOST_LINES = 5
_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")


class PointedColumn(NamedTuple):
    """One column, counted from 0: its role, and for figures the criterion (code) and stage that they are of (None = as rows, heads and lines say)."""

    index: int  # type: ignore[assignment]  # hides tuple.index, which nobody asks of a column
    role: str
    criterion: str | None = None
    stage: str | None = None


class Shape(NamedTuple):
    """A head of `lines` lines with this `signature`, and what its columns are; `stage` of all its figures (None = as the file says).

    `said`: who pointed it out and when (“3/7/2025 (Lan)”); '' while it is only tried. `file` and `year`: a try holds for one file alone, whose
    year a person may say.
    """

    signature: str
    lines: int
    columns: tuple[PointedColumn, ...]
    stage: str | None = None
    said: str = ""
    file: str | None = None
    year: int | None = None


def signature_of(head: Sequence[Sequence[Any]]) -> str:
    """What tells heads of one shape: their words and the columns in which they stand, whatever year they name."""
    words = [
        [[index, _form(cell)] for index, cell in enumerate(line) if cell != ""] for line in head
    ]
    return hashlib.sha256(json.dumps(words, ensure_ascii=False).encode()).hexdigest()


def _form(cell: Any) -> str:
    text = text_of(cell)
    return _YEAR.sub("#", fold(text) or text)


def shape_at(
    rows: Sequence[list[Any]], row: int, shapes: Iterable[Shape], file: str
) -> Shape | None:
    """The shape that the lines from this row on have, if one that was pointed out has it; a try for the very file goes first."""
    fitting = [
        one
        for one in shapes
        if one.file in (None, file)
        and row + one.lines <= len(rows)
        and signature_of(rows[row : row + one.lines]) == one.signature
    ]
    return min(fitting, key=lambda one: one.file is None, default=None)


def body_of_shape(shape: Shape) -> str:
    """The shape as JSON, for keeping; without what holds for one file alone."""
    columns = [list(one) for one in shape.columns]
    return json.dumps({"lines": shape.lines, "stage": shape.stage, "columns": columns})


def shape_from(signature: str, body: str, said: str) -> Shape:
    """The shape that was kept so. Errors: ValueError if the text is none."""
    kept = json.loads(body)
    columns = tuple(PointedColumn(*one) for one in kept["columns"])
    return Shape(signature, int(kept["lines"]), columns, kept["stage"], said)
