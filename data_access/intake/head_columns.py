"""The columns of a table of any kind, from the lines of its head: what is of the whole year beside its parts, which column holds the criteria."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from data_access.intake.head_lines import Names
from data_access.intake.headers import IGNORED_COLUMNS, TABLES, WHOLE_YEAR, Table, column_of
from data_access.intake.heads import OTHER_LEVELS, Column, header_parts, result_column
from data_access.intake.index_heads import index_column
from data_access.intake.names import SPELLINGS, fold
from data_access.intake.sheets import Sheet

_BELOW = 40
_SATISFIED = fold("hài lòng")
_CRITERION = "criterion_name"
_WHOLE_YEAR = tuple(f" {one} " for one in WHOLE_YEAR)
_LETTERS = {
    stage: re.compile(rf"(?:(?<=^)|(?<=\())(?:{'|'.join(letters)})(?=\s*$|\)\s*$)")
    for stage, letters in SPELLINGS["stage_letters"].items()
}
_SPELT = {"self": "Tự chấm", "appraised": "Thẩm định"}


def head_parts(sheet: Sheet, start: int, end: int, names: Names) -> list[list[str]]:
    """Per column the lines of the header that stands in the rows `start` to `end`, from top to bottom."""
    spans = [
        (row - start, column, last - start, right)
        for row, column, last, right in sheet.marks.merged
        if start <= row <= end
    ]
    return header_parts(sheet.rows[start : end + 1], spans, names)


def with_stages_spelt(parts: list[list[str]]) -> list[list[str]]:
    """Heads with “TC” and “TĐ” spelt out, as lines of their own or in brackets, where both stand in one table; else as they are."""
    texts = [text for lines in parts for text in lines]
    if not all(any(map(letters.search, texts)) for letters in _LETTERS.values()):
        return parts
    return [[_spelt(text) for text in lines] for lines in parts]


def _spelt(text: str) -> str:
    for stage, letters in _LETTERS.items():
        text = letters.sub(_SPELT[stage], text)
    return text


def with_criteria_below(
    parts: list[list[str]], sheet: Sheet, end: int, names: Names
) -> list[list[str]]:
    """Heads that are all names of units, beside a column without a head: that one is headed as criteria if it holds any."""
    headed = [
        index
        for index, texts in enumerate(parts)
        if texts and fold(texts[0]) not in IGNORED_COLUMNS
    ]
    if len(headed) < 2 or not all(_is_unit(parts[index][0], names) for index in headed):
        return parts
    below = sheet.rows[end + 1 : end + 1 + _BELOW]
    for index in range(headed[0]):
        if any(isinstance(row[index], str) and row[index] in names.criteria for row in below):
            return [[_CRITERION] if place == index else texts for place, texts in enumerate(parts)]
    return parts


def _is_unit(text: str, names: Names) -> bool:
    return text in names.units and text not in names.criteria


def columns_of(table: Table, parts: list[list[str]], names: Names) -> list[Column]:
    """The columns as this kind of table would have them. In: per column the lines of its head."""
    headed = [(index, texts) for index, texts in enumerate(parts) if texts]
    if table.name == "indices":
        return [index_column(index, texts) for index, texts in headed]
    if table.name != "results":
        return [
            Column(index, column_of(table, texts[-1]), " ".join(" ".join(texts).split()))
            for index, texts in headed
        ]
    by_row = any(
        column_of(table, texts[-1]) in ("criterion", "criterion_name") for _, texts in headed
    )
    columns = [result_column(index, texts, names, by_row) for index, texts in headed]
    if has_levels(columns):
        return columns
    whole = {_whose(one) for one in columns if _is_of_whole_year(one)}
    return [
        one._replace(field=None)
        if one.field == "part"
        else one._replace(field=None, is_left_out=True)
        if one.field == "value" and one.part_of_year and _whose(one) in whole
        else one
        for one in columns
    ]


def columns_of_each(parts: list[list[str]], names: Names) -> list[tuple[Table, list[Column]]]:
    """Every kind of table with the columns that it would have; sheets of one form have the same head."""
    head = names.units, tuple(map(tuple, parts))
    if head not in names.criteria.heads:
        names.criteria.heads[head] = [
            (table, columns_of(table, parts, names)) for table in TABLES.values()
        ]
    return names.criteria.heads[head]


def _whose(column: Column) -> tuple[Any, ...]:
    return column.criterion, column.stage, column.year, column.unit, column.group


def _is_of_whole_year(column: Column) -> bool:
    """Whether a head says that it is over the whole year, and not over a part of it."""
    words = f" {fold(column.header)} "
    return not column.part_of_year and words.endswith(_WHOLE_YEAR)


def has_levels(columns: Sequence[Column]) -> bool:
    """Whether forms are counted by level of satisfaction."""
    return any(one.field in OTHER_LEVELS for one in columns)


def counts_satisfied(columns: Sequence[Column]) -> bool:
    """Whether a head of figures speaks of the satisfied without naming a criterion."""
    return any(one.field == "value" and _SATISFIED in fold(one.header) for one in columns)
