"""Columns that are not understood: silence would lose figures, so a column of results with an unknown header is an error."""

from __future__ import annotations

from typing import Any

from data_access.intake.body import Body, has_nothing
from data_access.intake.claims import claims_in
from data_access.intake.column_checks import check_columns
from data_access.intake.file_opening import Found
from data_access.intake.headers import IGNORED_COLUMNS, PARTS_OF_YEAR
from data_access.intake.heads import Column
from data_access.intake.layout import Layout
from data_access.intake.matching import header_form
from data_access.intake.names import fold
from data_access.intake.numbers import parse_number
from data_access.intake.problems import Problems
from data_access.intake.row_questions import proposals
from data_access.intake.sheets import a1, letters, text_of
from data_access.intake.unit_facts import Facts

_MAY_REPEAT = {"value", "out_of", "very"}
_WHOSE = {"unit", "name", "year", "stage"}
_LABEL_WORDS = 4
_CLAIMED = {"stage", "part_of_year", "round", "draft"}


def note_columns(found: Found, body: Body, facts: Facts, problems: Problems) -> None:
    """Report columns of figures that are not understood, columns that mean the same as another, and cells that Excel could not show."""
    _note_unknown(found, body, facts, problems)
    _note_parts_of_year(found, body, problems)
    if found.sheet.name is None:
        _note_long_rows(found, body, problems)
    else:
        _note_headless(found, body, problems)
    _note_repeated(found, problems)
    _note_unread(found, problems)
    if found.layout.table == "results":
        _note_named_twice(found, body, problems)
        check_columns(found, body, facts, problems)


def _note_unknown(found: Found, body: Body, facts: Facts, problems: Problems) -> None:
    """An unknown header over figures: in results it may be a criterion, so it is an error; elsewhere nothing of ours is lost."""
    sheet, layout = found.sheet, found.layout
    for column in layout.columns:
        if (
            column.field
            or _is_ignored(column, layout.table)
            or layout.has_levels
            and column.is_percent
            or not (_holds_figures(column.index, body) or _claims(column, layout, body))
        ):
            continue
        cell = a1(layout.end, column.index)
        if column.is_left_out:
            problems.add("column_left_out", sheet.name, cell, header=column.header)
        elif layout.table == "results":
            candidates = proposals("criterion", facts.criterion_names.near(column.header))
            problems.add(
                "column_unknown", sheet.name, cell, header=column.header, candidates=candidates
            )
        else:
            problems.add("column_ignored", sheet.name, cell, header=column.header)


def _claims(column: Column, layout: Layout, body: Body) -> bool:
    """Whether an unknown column of results holds labels that tell of stage, period or draft: “Loại số liệu | Ước”."""
    if layout.table != "results" or column.is_left_out:
        return False
    labels = {row[column.index] for row in body.rows if isinstance(row[column.index], str)}
    short = [one for one in labels if one and len(fold(one).split()) <= _LABEL_WORDS]
    return any(claim.kind in _CLAIMED for one in short for claim in claims_in(one, "section"))


def _note_parts_of_year(found: Found, body: Body, problems: Problems) -> None:
    """Figures of a quarter or a month are not those of the year: results are of whole years."""
    for column in found.layout.columns if found.layout.table == "results" else []:
        filled = any(not has_nothing(row[column.index]) for row in body.rows)
        if (
            filled
            and not column.field
            and {fold(column.header), header_form(column.header)} & PARTS_OF_YEAR
        ):
            problems.add(
                "column_part_of_year",
                found.sheet.name,
                a1(found.layout.end, column.index),
                header=column.header,
            )


def _note_headless(found: Found, body: Body, problems: Problems) -> None:
    """Figures right of the table's first column with nothing above them (before it they only number the rows)."""
    sheet, layout = found.sheet, found.layout
    headed = {one.index for one in layout.columns}
    for index in range(min(headed), len(sheet.rows[layout.end])):
        if index not in headed and _holds_figures(index, body):
            problems.add("column_ignored", sheet.name, a1(layout.end, index), header=letters(index))


def _note_repeated(found: Found, problems: Problems) -> None:
    sheet, layout = found.sheet, found.layout
    seen: dict[str, Column] = {}
    for column in layout.columns:
        if column.field and column.field not in _MAY_REPEAT:
            first = seen.setdefault(column.field, column)
            if first is not column and fold(first.header) == fold(column.header):
                problems.add(
                    "column_repeated",
                    sheet.name,
                    a1(layout.end, column.index),
                    header=column.header,
                    first=a1(layout.end, first.index),
                )


def _note_named_twice(found: Found, body: Body, problems: Problems) -> None:
    """Two columns that tell whose a row is, and say different things: “Đơn vị” beside “Tên xã, phường”."""
    first: dict[str, Column] = {}
    for column in found.layout.columns:
        if column.field not in _WHOSE:
            continue
        other = first.setdefault(column.field, column)
        if fold(other.header) != fold(column.header) and any(
            not has_nothing(row[other.index])
            and not has_nothing(row[column.index])
            and fold(text_of(row[other.index])) != fold(text_of(row[column.index]))
            for row in body.rows
        ):
            place = a1(found.layout.end, other.index)
            cell = a1(found.layout.end, column.index)
            problems.add("names_twice", found.sheet.name, cell, header=column.header, first=place)


def _is_ignored(column: Column, table: str) -> bool:
    """Known and not needed, or (of results) reported for a reason of its own."""
    return column.is_ignored or bool(
        {fold(column.header), header_form(column.header)}
        & (IGNORED_COLUMNS | (PARTS_OF_YEAR if table == "results" else frozenset()))
    )


def _holds_figures(index: int, body: Body) -> bool:
    cells = [row[index] for row in body.rows if not has_nothing(row[index])]
    figures = sum(parse_number(cell).value is not None for cell in cells)
    return figures * 2 > len(cells)


def _note_long_rows(found: Found, body: Body, problems: Problems) -> None:
    """In a text file a row with more cells than the header means a separator inside a cell: its figures may have moved. Blank cells at its end
    count too, where two figures stand beside each other that a decimal comma may have parted."""
    last = max(column.index for column in found.layout.columns)
    widths = found.sheet.widths or []
    head = widths[found.layout.end] if widths else last + 1
    long = [
        number
        for number, row in zip(body.numbers, body.rows)
        if any(cell != "" for cell in row[last + 1 :])
        or (widths and widths[number] > head and _may_be_parted(row))
    ]
    if long:
        problems.add("row_too_long", None, a1(long[0], last + 1), rows=len(long))


def _may_be_parted(row: list[Any]) -> bool:
    return any(
        isinstance(one, str) and isinstance(two, str) and one.isdigit() and two.isdigit()
        for one, two in zip(row, row[1:])
    )


def _note_unread(found: Found, problems: Problems) -> None:
    """Cells where a value is expected and Excel shows an error, or a formula was never calculated: read as nothing."""
    sheet, layout = found.sheet, found.layout
    expected = {column.index for column in layout.columns if column.field}
    for (row, column), shown in sorted(sheet.marks.unread.items()):
        if (
            row <= layout.end
            or column not in expected
            or row >= len(sheet.rows)
            or sheet.rows[row][column] != ""
        ):
            continue
        if shown == "formula":
            problems.add("formula_without_value", sheet.name, a1(row, column))
        else:
            problems.add("cell_error", sheet.name, a1(row, column), shown=shown)
