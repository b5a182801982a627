"""Where a table stands in a sheet and what its columns are: titles above, merged or two-line headers, other words for the same."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from data_access.intake.head_columns import (
    columns_of_each,
    counts_satisfied,
    has_levels,
    head_parts,
    with_criteria_below,
    with_stages_spelt,
)
from data_access.intake.headers import (
    GENERIC,
    IGNORED_COLUMNS,
    KEYS,
    Table,
    is_known,
    year_of,
)
from data_access.intake.heads import Column, Names
from data_access.intake.index_heads import is_wide, names_indices
from data_access.intake.matching import header_form
from data_access.intake.names import fold
from data_access.intake.shapes import Shape
from data_access.intake.sheets import Sheet, text_of

_SEARCHED_ROWS = 40
_HEADER_LINES = 3
_TRIED_ROWS = 5
_NAMED_SHEET = 4  # what the sheet's name is worth beside one recognised column each


class Layout(NamedTuple):
    """A table found: its kind, its columns, the header's rows `start` to `end` (from 0, inclusive), the first row `top` of the lines that
    belong to it, and the row `stop` before which its rows end (None = with the sheet). `shape`: by whose word its columns are what they are."""

    table: str
    columns: tuple[Column, ...]
    start: int
    end: int
    top: int = 0
    stop: int | None = None
    shape: Shape | None = None

    def indices(self, *fields: str) -> list[int]:
        """Positions of the columns with one of these names."""
        return [one.index for one in self.columns if one.field in fields]

    @property
    def fields(self) -> set[str]:
        return {one.field for one in self.columns if one.field}

    @property
    def has_levels(self) -> bool:
        """Whether forms are counted by level of satisfaction, as software of one-stop shops does."""
        return has_levels(self.columns)

    @property
    def counts_satisfied(self) -> bool:
        """Whether a head of figures speaks of the satisfied without naming a criterion."""
        return counts_satisfied(self.columns)

    @property
    def has_units(self) -> bool:
        """Whether rows or columns name their units."""
        return bool(self.fields & {"unit", "name"}) or any(one.unit for one in self.columns)


def find_layout(sheet: Sheet, names: Names, first: int = 0) -> Layout | None:
    """The table of a sheet from the row `first` on, or None if no row heads one. The row with most words of headers is tried first."""
    rows = sheet.rows[first : first + _SEARCHED_ROWS]
    known = [sum(weight(cell, names) for cell in row) for row in rows]
    likely = sorted(
        (row for row in range(len(rows)) if known[row] > 1 or _are_units(rows[row], names)),
        key=lambda row: -known[row],
    )
    found = (layout_at(sheet, first + row, first, names) for row in likely[:_TRIED_ROWS])
    return next((one for one in found if one), None)


def _are_units(row: list[Any], names: Names) -> bool:
    """Whether a row holds nothing but names of several units, and words like “Tổng”."""
    filled = [cell for cell in row if isinstance(cell, str) and fold(cell) not in IGNORED_COLUMNS]
    return len(filled) - filled.count("") > 1 and all(
        one == "" or one in names.units for one in filled
    )


def layout_at(sheet: Sheet, best: int, first: int, names: Names) -> Layout | None:
    """The table that the row `best` heads, with titles from the row `first` on."""
    start, end = _header_rows(best, first, sheet.rows, names)
    parts = with_stages_spelt(head_parts(sheet, start, end, names))
    parts = with_criteria_below(parts, sheet, end, names)
    found = columns_of_each(parts, names)
    above = " ".join(text_of(one) for row in sheet.rows[first:start] for one in row if one != "")
    fitting = [
        (_fit(table, columns, sheet.name), table, columns)
        for table, columns in found
        if _fits(table, columns, sheet.name, above, names)
    ]
    if not fitting:
        return None
    _, table, columns = max(fitting, key=lambda one: one[0])
    return Layout(table.name, tuple(columns), start, end, first)


def _fits(
    table: Table, columns: list[Column], sheet_name: str | None, above: str, names: Names
) -> bool:
    """Whether the columns are those of the table; one that is recognised by nothing but words of every table needs a name that says so."""
    fields = {one.field for one in columns if one.field}
    if table.name != "results":
        sure = {one.field for one in columns if one.field and fold(one.header) not in GENERIC}
        named = table.names_sheet(sheet_name) or table.names_sheet(above)
        if table.name == "indices" and is_wide(columns):
            return True
        return table.has_required(fields) and (named or table.has_required_of_its_own(sure))
    figures = [one for one in columns if one.field == "value"]
    told = (
        table.has_required(fields)
        or any(one.criterion for one in figures)
        or (sheet_name or "") in names.criteria
        or has_levels(columns)
        or counts_satisfied(columns)
    )
    return bool(figures) and told


def _fit(table: Table, columns: list[Column], sheet_name: str | None) -> int:
    return sum(one.field is not None for one in columns) + _NAMED_SHEET * table.names_sheet(
        sheet_name
    )


def _header_rows(best: int, first: int, rows: Sequence[list[Any]], names: Names) -> tuple[int, int]:
    """First and last line of the header that the row `best` is part of."""
    above = [
        row
        for row in range(best, max(best - _HEADER_LINES, first - 1), -1)
        if key_columns(rows[row]) or names_indices(rows[row])
    ]
    start = above[0] if above else best
    end = best
    while (
        end - start < _HEADER_LINES
        and end + 1 < len(rows)
        and _continues(rows[end + 1], key_columns(rows[start]), names)
    ):
        end += 1
    return start, end


def weight(cell: Any, names: Names) -> float:
    """1 for a word that heads a column; half for a year, which may also be the value of a label beside it, and for the name of a unit."""
    if cell == "" or not isinstance(cell, (str, float)):
        return 0.0
    text = text_of(cell)
    if known := _weight_of_word(text):
        return known
    of_unit = isinstance(cell, str) and text in names.units
    return 1.0 if text in names.criteria else 0.5 * of_unit


@lru_cache(maxsize=65_536)
def _weight_of_word(text: str) -> float:
    """What a text weighs whatever names there are."""
    return 0.5 if year_of(text) else float(is_known(text))


def key_columns(row: list[Any]) -> list[int]:
    """Where a row has words that head the columns of units or criteria."""
    return [
        index for index, cell in enumerate(row) if isinstance(cell, str) and cell and _is_key(cell)
    ]


@lru_cache(maxsize=65_536)
def _is_key(text: str) -> bool:
    return fold(text) in KEYS or header_form(text) in KEYS


def _continues(row: list[Any], keys: list[int], names: Names) -> bool:
    """Whether a row is one more line of the header: words of headers, no figures, nothing under the key columns."""
    filled = [(index, cell) for index, cell in enumerate(row) if cell != ""]
    if (
        not keys
        or any(index <= keys[0] or index in keys for index, _ in filled)
        or any(_is_figure(cell) for _, cell in filled)
    ):
        return False
    return sum(weight(cell, names) for _, cell in filled) >= min(1, len(filled) / 2)


def _is_figure(cell: Any) -> bool:
    return not isinstance(cell, str) and year_of(text_of(cell)) is None
