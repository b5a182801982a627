"""Where a table stands in a sheet and what its columns are: titles above, merged or two-line headers, other words for the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from data_access.intake.headers import KEYS, TABLES, Table, column_of, is_known, stage_of, year_of
from data_access.intake.matching import NameIndex, header_form
from data_access.intake.names import fold
from data_access.intake.sheets import Sheet, text_of

_SEARCHED_ROWS = 40
_HEADER_LINES = 3
_TRIED_ROWS = 5
_OTHER_LEVELS = {"neutral", "dissatisfied", "very_dissatisfied"}
_NAMED_SHEET = 4  # what the sheet's name is worth beside one recognised column each


class Column(NamedTuple):
    """One column: our name for it (`field`; None = not known), its header, and for a figure what the header says it is of."""

    index: int  # type: ignore[assignment]  # hides tuple.index, which nobody asks of a column
    field: str | None
    header: str
    criterion: str | None = None
    stage: str | None = None
    year: int | None = None

    @property
    def is_percent(self) -> bool:
        return "%" in self.header


class Layout(NamedTuple):
    """A table found: its kind, its columns, the header's rows `start` to `end` (from 0, inclusive)."""

    table: str
    columns: tuple[Column, ...]
    start: int
    end: int

    def indices(self, *fields: str) -> list[int]:
        """Positions of the columns with one of these names."""
        return [one.index for one in self.columns if one.field in fields]

    @property
    def fields(self) -> set[str]:
        return {one.field for one in self.columns if one.field}

    @property
    def has_levels(self) -> bool:
        """Whether forms are counted by level of satisfaction, as software of one-stop shops does."""
        return _has_levels(self.columns)


def find_layout(sheet: Sheet, criteria: NameIndex) -> Layout | None:
    """The table of a sheet, or None if no row heads one. The row with most words of headers is tried first."""
    rows = sheet.rows[:_SEARCHED_ROWS]
    known = [sum(_weight(cell, criteria) for cell in row) for row in rows]
    likely = sorted(
        (row for row in range(len(rows)) if known[row] > 1), key=lambda row: -known[row]
    )
    found = (_layout_at(row, rows, sheet.name, criteria) for row in likely[:_TRIED_ROWS])
    return next((one for one in found if one), None)


def _layout_at(
    best: int, rows: Sequence[list[Any]], sheet_name: str | None, criteria: NameIndex
) -> Layout | None:
    start, end = _header_rows(best, rows, criteria)
    parts = _header_parts(rows[start : end + 1], criteria)
    found = [(table, _columns(table, parts, criteria)) for table in TABLES.values()]
    fitting = [
        (_fit(table, columns, sheet_name), table, columns)
        for table, columns in found
        if _fits(table, columns, sheet_name, criteria)
    ]
    if not fitting:
        return None
    _, table, columns = max(fitting, key=lambda one: one[0])
    return Layout(table.name, tuple(columns), start, end)


def _fits(table: Table, columns: list[Column], sheet_name: str | None, criteria: NameIndex) -> bool:
    fields = {one.field for one in columns if one.field}
    if table.name != "results":
        return table.has_required(fields)
    figures = [one for one in columns if one.field == "value"]
    told = (
        table.has_required(fields)
        or any(one.criterion for one in figures)
        or (sheet_name or "") in criteria
        or _has_levels(columns)
    )
    return bool(figures) and told


def _fit(table: Table, columns: list[Column], sheet_name: str | None) -> int:
    return sum(one.field is not None for one in columns) + _NAMED_SHEET * table.names_sheet(
        sheet_name
    )


def _header_rows(best: int, rows: Sequence[list[Any]], criteria: NameIndex) -> tuple[int, int]:
    """First and last line of the header that the row `best` is part of."""
    above = [
        row for row in range(best, max(best - _HEADER_LINES, -1), -1) if _key_columns(rows[row])
    ]
    start = above[0] if above else best
    end = best
    while (
        end - start < _HEADER_LINES
        and end + 1 < len(rows)
        and _continues(rows[end + 1], _key_columns(rows[start]), criteria)
    ):
        end += 1
    return start, end


def _weight(cell: Any, criteria: NameIndex) -> float:
    """1 for a word that heads a column; half for a year, which may also be the value of a label beside it."""
    if isinstance(cell, bool) or not isinstance(cell, (str, float)) or cell == "":
        return 0.0
    text = text_of(cell)
    if year_of(text):
        return 0.5
    return float(is_known(text) or text in criteria)


def _key_columns(row: list[Any]) -> list[int]:
    return [
        index
        for index, cell in enumerate(row)
        if isinstance(cell, str) and cell and (fold(cell) in KEYS or header_form(cell) in KEYS)
    ]


def _continues(row: list[Any], keys: list[int], criteria: NameIndex) -> bool:
    """Whether a row is one more line of the header: words of headers, no figures, nothing under the key columns."""
    texts = [cell for cell in row if cell != ""]
    if (
        not keys
        or any(row[index] != "" for index in keys)
        or any(_is_figure(cell) for cell in texts)
    ):
        return False
    return any(_weight(cell, criteria) for cell in texts)


def _is_figure(cell: Any) -> bool:
    return not isinstance(cell, str) and year_of(text_of(cell)) is None


def _header_parts(rows: Sequence[list[Any]], criteria: NameIndex) -> list[list[str]]:
    """Per column the header's lines from top to bottom; a line above several columns (merged) belongs to each of them."""
    lines = [[" ".join(text_of(cell).split()) for cell in row] for row in rows]
    for line, below in zip(lines, lines[1:]):
        for index in range(1, len(line)):
            if not line[index] and below[index] and _spreads(line[index - 1], criteria):
                line[index] = line[index - 1]
    return [[line[index] for line in lines if line[index]] for index in range(len(lines[0]))]


def _spreads(text: str, criteria: NameIndex) -> bool:
    named = text in criteria or stage_of(text) is not None or year_of(text) is not None
    return bool(text) and (named or not is_known(text))


def _columns(table: Table, parts: list[list[str]], criteria: NameIndex) -> list[Column]:
    headed = [(index, texts) for index, texts in enumerate(parts) if texts]
    if table.name == "results":
        by_row = any(
            column_of(table, texts[-1]) in ("criterion", "criterion_name") for _, texts in headed
        )
        columns = [_result_column(index, texts, criteria, by_row) for index, texts in headed]
        return (
            columns
            if _has_levels(columns)
            else [one._replace(field=None) if one.field == "part" else one for one in columns]
        )
    return [Column(index, column_of(table, texts[-1]), " ".join(texts)) for index, texts in headed]


def _result_column(index: int, texts: list[str], criteria: NameIndex, by_row: bool) -> Column:
    """A column of results; with a criterion in each row (`by_row`) no header is one."""
    field = _field(texts)
    named = [] if by_row else [text for text in (" ".join(texts), *texts) if text in criteria]
    stages = [stage for text in texts if (stage := stage_of(text))]
    years = [year for text in texts if (year := year_of(text))]
    if named and named[0] == texts[-1]:
        field = "value"
    if field is None and (named or stages or years):
        field = "value"
    of = named[0] if named else None
    return Column(
        index,
        field,
        " ".join(texts),
        of,
        stages[-1] if stages else None,
        years[-1] if years else None,
    )


def _has_levels(columns: Sequence[Column]) -> bool:
    return any(one.field in _OTHER_LEVELS for one in columns)


def _field(texts: list[str]) -> str | None:
    """Our column for a header of results; “Số phiếu” below a level of satisfaction counts the forms of that level."""
    fields = [column_of(TABLES["results"], text) for text in texts]
    levels = [
        field
        for field, text in zip(fields, texts)
        if field in _OTHER_LEVELS | {"very", "value"}
        and fold("hài lòng") in fold(text)
        or field == "neutral"
    ]
    return levels[-1] if levels and fields[-1] in ("out_of", "value") else fields[-1]
