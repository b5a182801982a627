"""Heads and columns of results that may mean two things: asked, never chosen in silence."""

from __future__ import annotations

from typing import Any

from data_access.intake.beside import column_beside, unclear_beside
from data_access.intake.body import Body, has_nothing
from data_access.intake.entries import figures_of
from data_access.intake.file_opening import Found
from data_access.intake.headers import NUMBERING
from data_access.intake.heads import Column
from data_access.intake.layout import Layout
from data_access.intake.look_checks import check_looks
from data_access.intake.names import fold
from data_access.intake.numbers import parse_number
from data_access.intake.problems import Problems
from data_access.intake.sheets import a1
from data_access.intake.unit_facts import Facts

_STAFF = tuple(map(fold, ("cán bộ", "cbccvc", "biên chế", "công chức")))
_FORMS = tuple(map(fold, ("phiếu", "lượt đánh giá")))
_FIGURES = ("value", "out_of", "very", "neutral", "dissatisfied", "very_dissatisfied")


def check_columns(found: Found, body: Body, facts: Facts, problems: Problems) -> None:
    """Report heads with brackets that are not understood, columns of the same thing, totals that may belong to several figures or add figures up,
    and figures that are hidden or merged."""
    figures = [
        one for one in found.layout.columns if one.field in _FIGURES and is_filled(one.index, body)
    ]
    for column in figures:
        if column.unclear is not None:
            _note(found, column, problems, "head_unclear", text=column.unclear)
    values = [one for one in figures if one.field == "value"]
    _check_alike(found, values, facts, problems)
    for column in values:
        _check_totals(found, column, facts, problems)
        _check_nouns(found, column, facts, problems)
    _check_shared(found, values, facts, problems)
    _check_sums(found, body, values, facts, problems)
    _check_hidden(found, body, figures, problems)
    check_looks(found, body, figures, problems)
    every = [one for one in found.layout.columns if one.field in _FIGURES]
    _check_merged(found, body, every, problems)


def is_filled(index: int, body: Body) -> bool:
    """Whether any row says something in the column."""
    return any(not has_nothing(row[index]) for row in body.rows)


def _note(found: Found, column: Column, problems: Problems, code: str, **fields: Any) -> None:
    cell = a1(found.layout.end, column.index)
    problems.add(code, found.sheet.name, cell, header=column.header, **fields)


def _check_alike(found: Found, values: list[Column], facts: Facts, problems: Problems) -> None:
    """Two columns of the same criterion, year, stage and unit: one of them is something else."""
    if found.layout.has_levels:
        return
    several = any(one.criterion for one in values), any(one.unit for one in values)
    seen: dict[tuple[Any, ...], Column] = {}
    for one in values:
        if (several[0] and not one.criterion) or (several[1] and not one.unit):
            continue
        code = facts.criterion_names.find(one.criterion, None).code if one.criterion else None
        first = seen.setdefault((code, one.stage, one.year, one.unit), one)
        if first is not one:
            _note(found, one, problems, "columns_alike", first=a1(found.layout.end, first.index))


def _check_totals(found: Found, column: Column, facts: Facts, problems: Problems) -> None:
    """Of two totals only the right one will do for a rate."""
    if column.criterion and not _is_rate(column, facts):
        return
    for field in ("out_of", "very"):
        totals = unclear_beside(column, field, found.layout)
        if totals:
            places = [a1(found.layout.end, one.index) for one in totals]
            _note(found, column, problems, "total_unclear", totals=places)


def _check_nouns(found: Found, column: Column, facts: Facts, problems: Problems) -> None:
    """Staff are nobody's forms, and forms nobody's files: a total of something else than the criterion counts."""
    total = column_beside(column, "out_of", found.layout)
    code = facts.criterion_names.find(column.criterion or "", None).code
    if total is None or code is None:
        return
    how = facts.criteria[code]["reading"]
    wrong = _STAFF if how["rated"] else _FORMS if how["counts"] else ()
    words = f" {fold(total.header)} "
    if any(f" {one} " in words for one in wrong):
        _note(found, column, problems, "total_of_others", total=total.header)


def _check_shared(found: Found, values: list[Column], facts: Facts, problems: Problems) -> None:
    """One bare “Tổng số” beside criteria that count staff, forms and files: it is the total of one kind, and which is asked."""
    counted: dict[int, str] = {}
    for one in values:
        total = column_beside(one, "out_of", found.layout)
        kind = _counts_of(one, facts)
        if total is None or kind is None or total.criterion or total.group:
            continue
        if counted.setdefault(total.index, kind) != kind:
            place = a1(found.layout.end, total.index)
            _note(found, one, problems, "total_unclear", totals=[place])


def _counts_of(column: Column, facts: Facts) -> str | None:
    """What a criterion counts: `forms`, `staff` or `files`; None where it counts nothing."""
    code = facts.criterion_names.find(column.criterion or "", None).code
    if code is None or not facts.criteria[code]["reading"]["counts"]:
        return None
    rule = facts.criteria[code]
    if rule["reading"]["rated"]:
        return "forms"
    return "staff" if rule["audience"] == "individual" else "files"


def _is_rate(column: Column, facts: Facts) -> bool:
    code = facts.criterion_names.find(column.criterion or "", None).code
    return code is None or bool(facts.criteria[code]["reading"]["counts"])


def _check_sums(
    found: Found, body: Body, values: list[Column], facts: Facts, problems: Problems
) -> None:
    """A total that adds the figures of several criteria up is no number of people."""
    sharing: dict[int, list[Column]] = {}
    for one in values:
        total = column_beside(one, "out_of", found.layout)
        if one.criterion and _is_rate(one, facts) and total and not total.criterion:
            sharing.setdefault(total.index, []).append(one)
    for index, columns in sharing.items():
        if len(columns) > 1 and _adds_up(index, columns, body):
            total = next(one for one in found.layout.columns if one.index == index)
            _note(found, total, problems, "total_is_sum")


def _adds_up(index: int, columns: list[Column], body: Body) -> bool:
    compared = agreeing = 0
    for row in body.rows:
        numbers = [parse_number(row[one.index]).value for one in columns]
        total = parse_number(row[index]).value
        known = [one for one in numbers if one is not None]
        if total and len(known) == len(numbers) and sum(map(bool, known)) > 1:
            compared += 1
            agreeing += abs(sum(known) - total) < 1e-9
    return agreeing > 0 and 2 * agreeing >= compared


def _check_hidden(found: Found, body: Body, figures: list[Column], problems: Problems) -> None:
    """Figures in rows or columns that nobody sees: taken only if a person says so."""
    marks, indices = found.sheet.marks, [one.index for one in figures]
    rows = [
        number
        for number, row in zip(body.numbers, body.rows)
        if number in marks.hidden_rows and any(not has_nothing(row[index]) for index in indices)
    ]
    if rows:
        problems.add("row_hidden", found.sheet.name, a1(rows[0], 0), rows=len(rows))
    for one in figures:
        if one.index in marks.hidden_columns:
            _note(found, one, problems, "column_hidden")


def _check_merged(found: Found, body: Body, figures: list[Column], problems: Problems) -> None:
    """One figure over several rows or columns: whose it is cannot be told."""
    indices, numbers = {one.index for one in figures}, set(body.numbers)
    for row, column, last_row, last_column in found.sheet.marks.merged:
        held = [number for number in range(row, last_row + 1) if number in numbers]
        covered = indices & set(range(column, last_column + 1))
        if row not in numbers or not covered or len(held) * len(covered) < 2:
            continue
        if not has_nothing(found.sheet.rows[row][column]):
            cells = f"{a1(row, column)}:{a1(last_row, last_column)}"
            problems.add("figure_merged", found.sheet.name, a1(row, column), cells=cells)


def roles_of(layout: Layout, body: Body) -> list[tuple[str, str, str]]:
    """(cell, header, role) of the columns of a table of results that say anything: our name for what it was taken for, or `left_out`."""
    if layout.table != "results":
        return []
    taken = {one.index for one in figures_of(layout)}
    roles = [
        (
            one,
            "left_out"
            if one.field == "value" and one.index not in taken
            else one.field or "left_out",
        )
        for one in layout.columns
        if is_filled(one.index, body) and fold(one.header) not in NUMBERING
    ]
    return [(a1(layout.end, one.index), one.header, role) for one, role in roles]
