"""The rows of a table: cells by our column names, each with its place, and how columns of text, counts and figures are read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from data_access.intake.body import Body, has_nothing
from data_access.intake.headers import SAID, WORDS
from data_access.intake.layout import Layout
from data_access.intake.names import SPELLINGS, fold
from data_access.intake.numbers import Number, parse_number
from data_access.intake.problems import Problems
from data_access.intake.sheets import Sheet, letters, text_of

_ANSWERS = {
    word.casefold(): answer
    for answer, key in ((True, "yes"), (False, "no"))
    for word in SPELLINGS[key]
}
_NONE = Number(None)


@dataclass(slots=True)
class Row:
    """One row: `cells` by our column names ('' = blank or no such column), `number` from 1, `letters` of the columns that are there."""

    sheet: str | None
    number: int
    cells: dict[str, Any]
    letters: dict[str, str]

    def text(self, column: str) -> str:
        """The cell as text; '' if it holds nothing."""
        cell = self.cells[column]
        return "" if cell == "" or has_nothing(cell) else text_of(cell)

    def at(self, column: str | None = None) -> str:
        """The cell of a column, else of the first column there is: “C5”."""
        return f"{self.letters.get(column or '') or next(iter(self.letters.values()), 'A')}{self.number}"


def rows_of(sheet: Sheet, layout: Layout, body: Body, columns: Sequence[str]) -> list[Row]:
    """The rows of a sheet with the columns asked for."""
    found = [(column, at[0]) for column in columns if (at := layout.indices(column))]
    named = {column: letters(index) for column, index in sorted(found, key=lambda one: one[1])}
    blank = dict.fromkeys(columns, "")
    return [
        Row(
            sheet.name,
            number + 1,
            {**blank, **{column: cells[index] for column, index in found}},
            named,
        )
        for number, cells in zip(body.numbers, body.rows)
    ]


def with_required(rows: list[Row], column: str, problems: Problems) -> list[Row]:
    """The rows in which a required column is filled; the others are reported."""
    for row in rows:
        if not row.text(column):
            problems.add("required_missing", row.sheet, row.at(column), column=column)
    return [row for row in rows if row.text(column)]


def count(row: Row, column: str, problems: Problems) -> int | None:
    """A whole number, not negative; where things are counted “1.234” is a thousand. None = nothing, or reported."""
    number = as_count(_alone(number_in(row, column)))
    if number.doubt:
        note_doubt(row, column, number, problems)
    elif number.value is not None and (number.value % 1 > 1e-9 or number.value < 0):
        problems.add(
            "count_not_whole", row.sheet, row.at(column), column=column, value=number.value
        )
    elif number.value is not None:
        return round(number.value)
    return None


def figure(row: Row, column: str, problems: Problems, limit: float | None = None) -> float | None:
    """A figure; “1.234” is decided only by a limit that its other reading exceeds. None = nothing, or reported."""
    number = _alone(number_in(row, column))
    if number.doubt == "number_undecidable" and number.is_above(limit):
        number = number._replace(doubt=None)
    if number.doubt:
        note_doubt(row, column, number, problems)
        return None
    return number.value


def number_in(row: Row, column: str) -> Number:
    """The figure in a cell, without value and doubt where the cell holds nothing."""
    cell = row.cells[column]
    return _NONE if has_nothing(cell) else parse_number(cell)


def _alone(number: Number) -> Number:
    """A figure beside which no share stands: there nothing tells what the share is of."""
    return number if number.share is None else number._replace(doubt="number_unreadable")


def as_count(number: Number) -> Number:
    """Where things are counted, a separator before three digits separates thousands."""
    return (
        number._replace(value=number.thousands, doubt=None)
        if number.doubt == "number_undecidable"
        else number
    )


def note_doubt(
    row: Row, column: str, number: Number, problems: Problems, at: str | None = None
) -> None:
    """Report a cell that could not be read as a figure."""
    readings = (
        {"decimal": number.value, "thousands": number.thousands}
        if number.doubt == "number_undecidable"
        else {}
    )
    problems.add(
        number.doubt or "",
        row.sheet,
        at or row.at(column),
        text=text_of(row.cells[column]),
        column=column,
        **readings,
    )


def word(
    row: Row, column: str, words: str, problems: Problems, default: str | None = None
) -> str | None:
    """Our code for a cell with a fixed set of words (`[words.…]` of headers.toml); blank = default, an unknown word is reported."""
    text = row.text(column)
    if not text:
        return default
    code = WORDS[words].get(fold(text) or text)
    if code is None:
        problems.add(
            "word_unknown", row.sheet, row.at(column), column=column, text=text, known=SAID[words]
        )
    return code


def answer(cell: Any) -> bool | None:
    """True for có/đạt, False for không/chưa, None for anything else, among it “x”, which may mean either."""
    return _ANSWERS.get(text_of(cell).casefold())


def flag(row: Row, column: str, problems: Problems) -> bool | None:
    """A column of có/không; a word that is neither is reported."""
    text = row.text(column)
    told = answer(text)
    if text and told is None:
        problems.add(
            "word_unknown",
            row.sheet,
            row.at(column),
            column=column,
            text=text,
            known=["có", "không"],
        )
    return told
