"""Tables side by side on a sheet: each is read as if it stood alone, in its own cells, with the titles above that are its own."""

from __future__ import annotations

from data_access.intake.head_lines import Names
from data_access.intake.headers import NUMBERING
from data_access.intake.layout import find_layout, key_columns, weight
from data_access.intake.names import fold
from data_access.intake.shapes import shape_at
from data_access.intake.sheets import Sheet

_SEARCHED_ROWS = 40


def bands_of(sheet: Sheet, names: Names) -> list[Sheet]:
    """The sheet once for each table side by side, with nothing but its own columns from the head on; the sheet itself where there is one table, or
    a person has explained its head."""
    row = _head_row(sheet, names)
    cuts = _cuts(sheet, row) if row is not None else []
    if row is None or not cuts or _is_explained(sheet, names):
        return [sheet]
    edges = [0, *cuts, len(sheet.rows[row])]
    bands = [_band(sheet, row, edges, place) for place in range(len(edges) - 1)]
    return bands if find_layout(bands[0], names) else [sheet]


def _is_explained(sheet: Sheet, names: Names) -> bool:
    rows = range(min(len(sheet.rows), _SEARCHED_ROWS) if names.shapes else 0)
    return any(shape_at(sheet.rows, row, names.shapes, sheet.file) for row in rows)


def _head_row(sheet: Sheet, names: Names) -> int | None:
    """The row of heads with most words of those that have more than one for units or criteria."""
    several = {
        number: sum(weight(cell, names) for cell in row)
        for number, row in enumerate(sheet.rows[:_SEARCHED_ROWS])
        if len(key_columns(row)) > 1
    }
    return max(several, key=several.__getitem__, default=None)


def _cuts(sheet: Sheet, row: int) -> list[int]:
    """The columns in which another table begins: behind a blank column, or where the words for units or criteria come again."""
    head, found = sheet.rows[row], []
    seen: set[str] = set()
    first = 0
    for key in key_columns(head):
        blank = [index for index in range(first + 1, key) if _is_blank(sheet, row, index)]
        if seen and (blank or fold(head[key]) in seen):
            numbered = key and fold(str(head[key - 1])) in NUMBERING
            first = max(blank) + 1 if blank else key - 1 if numbered else key
            found.append(first)
            seen = set()
        seen.add(fold(head[key]))
    return found


def _is_blank(sheet: Sheet, row: int, column: int) -> bool:
    """Whether nothing stands in the column from the head down to the first blank row."""
    for cells in sheet.rows[row:]:
        if all(cell == "" for cell in cells):
            return True
        if cells[column] != "":
            return False
    return True


def _band(sheet: Sheet, head: int, edges: list[int], place: int) -> Sheet:
    first, end = edges[place], edges[place + 1]

    def own(number: int, row: list) -> list:
        above = number < head
        parted = above and sum(_is_filled(row, *edges[at : at + 2]) for at in range(len(edges) - 1))
        if above and parted < 2 and not (place == 0 and not _is_filled(row, 0, end)):
            return row
        return [cell if first <= index < end else "" for index, cell in enumerate(row)]

    return sheet._replace(rows=[own(number, row) for number, row in enumerate(sheet.rows)])


def _is_filled(row: list, first: int, end: int) -> bool:
    return any(cell != "" for cell in row[first:end])
