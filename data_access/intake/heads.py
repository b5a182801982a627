"""What the header of a table says of each column: its lines from top to bottom, the brackets in them, and what they make of a column of results."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from data_access.intake.head_lines import HeadLines, Names
from data_access.intake.headers import (
    is_known,
    stage_of,
    year_of,
)
from data_access.intake.names import fold
from data_access.intake.sheets import text_of

OTHER_LEVELS = {"neutral", "dissatisfied", "very_dissatisfied"}


class Column(NamedTuple):
    """One column: our name for it (`field`; None = not known), its header, and for a figure what the header says it is of.

    `unit` is the name of a body that the column is of, `measure` and `maximum` what brackets say, `group` the lines above the lowest one,
    `unclear` what of the header is not understood, `part_of_year` whether it speaks of a part of a year, `is_left_out` whether it holds
    what is no value by its own words (targets, late files); `is_ignored` columns are known and never needed (ranks, sums).
    """

    index: int  # type: ignore[assignment]  # hides tuple.index, which nobody asks of a column
    field: str | None
    header: str
    criterion: str | None = None
    stage: str | None = None
    year: int | None = None
    unit: str | None = None
    measure: str | None = None
    maximum: float | None = None
    group: tuple[str, ...] = ()
    unclear: str | None = None
    part_of_year: bool = False
    is_left_out: bool = False
    is_ignored: bool = False

    @property
    def is_percent(self) -> bool:
        return self.measure == "percent" or "%" in self.header

    @property
    def is_total_of_valid(self) -> bool:
        return "hợp lệ" in fold(self.header)


def header_parts(
    rows: Sequence[list[Any]], spans: Sequence[tuple[int, int, int, int]], names: Names
) -> list[list[str]]:
    """Per column the header's lines from top to bottom; a line above several columns belongs to each of them: where cells are merged (`spans`:
    row, column, last row, last column from the header's first row) to those, else to the blank ones right of it."""
    lines = [[text_of(cell).strip() for cell in row] for row in rows]
    sideways = [one for one in spans if one[3] > one[1]]
    for row, column, _, last_column in sideways:
        for index in range(column + 1, min(last_column + 1, len(lines[row]))):
            lines[row][index] = lines[row][column]
    if not sideways:
        for line, below in zip(lines, lines[1:]):
            for index in range(1, len(line)):
                if not line[index] and below[index] and _spreads(line[index - 1], names):
                    line[index] = line[index - 1]
    return [[line[index] for line in lines if line[index]] for index in range(len(lines[0]))]


def _spreads(text: str, names: Names) -> bool:
    named = text in names.criteria or stage_of(text) is not None or year_of(text) is not None
    return bool(text) and (named or not is_known(text))


def result_column(index: int, texts: list[str], names: Names, by_row: bool) -> Column:
    """A column of results; with a criterion in each row (`by_row`) no header is one, but it may be the name of a unit."""
    read = HeadLines(texts, names, by_row)
    last = read.kinds[-1]
    header = " ".join(" ".join(texts).split())
    is_left_out = last in ("left_out", "ignored") or "left_out" in read.kinds
    field = None if is_left_out or last == "unknown" else last
    if last.startswith("of_") and not is_left_out:
        field = "value"
    return Column(
        index,
        _level(read.kinds, texts) or field,
        header,
        read.criteria[-1] if read.criteria else None,
        read.stages[-1] if read.stages else None,
        read.years[-1] if read.years else None,
        read.units[-1] if read.units else None,
        read.measures[-1] if read.measures else None,
        read.maximum,
        tuple(fold(one) for one in texts[:-1]),
        read.contradiction(),
        read.part_of_year,
        is_left_out and last != "ignored",
        last == "ignored",
    )


def _level(kinds: list[str], texts: list[str]) -> str | None:
    """“Số phiếu” below a level of satisfaction counts the forms of that level."""
    levels = [
        kind
        for kind, text in zip(kinds, texts)
        if kind in OTHER_LEVELS | {"very", "value"}
        and fold("hài lòng") in fold(text)
        or kind == "neutral"
    ]
    return levels[-1] if levels and kinds[-1] in ("out_of", "value") else None
