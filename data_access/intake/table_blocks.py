"""The tables of one sheet, one below the other: each ends where another header begins. A header that is printed again heads the same table."""

from __future__ import annotations

from typing import Any

from data_access.intake.head_lines import Names
from data_access.intake.layout import Layout, find_layout, key_columns, layout_at, weight
from data_access.intake.pointed import pointed_layout
from data_access.intake.shapes import shape_at
from data_access.intake.sheets import Sheet

_HEAD_WORDS = 2
_SEARCHED_ROWS = 60


def layouts_of(sheet: Sheet, names: Names) -> tuple[list[Layout], list[int]]:
    """The tables of a sheet from top to bottom, and the rows that head a table which is not understood."""
    best = _first_of_all(sheet, names)
    if best is None:
        return [], []
    found, unknown = [best], []
    row = found[0].end + 1
    while row < len(sheet.rows):
        head = heads_again(sheet.rows, row, found[-1])
        if head:
            row += head
            continue
        shape = shape_at(sheet.rows, row, names.shapes, sheet.file)
        if not (shape or _is_head(sheet.rows[row], names)):
            row += 1
            continue
        top = _top(sheet.rows, row, found[-1].end)
        found[-1] = found[-1]._replace(stop=found[-1].stop or top)
        below = (
            pointed_layout(sheet, row, top, shape, names)
            if shape
            else layout_at(sheet, row, top, names)
        )
        if below is None:
            unknown.append(row)
            row += 1
        else:
            found.append(below)
            row = below.end + 1
    return found, unknown


def _first_of_all(sheet: Sheet, names: Names) -> Layout | None:
    """The first table of a sheet: one that is understood, or one that a person has explained, which goes before."""
    best = find_layout(sheet, names)
    best = best and _first(sheet, best, names)
    explained = _first_explained(sheet, names)
    if explained and (best is None or explained.start <= best.end):
        return explained
    return best


def _first_explained(sheet: Sheet, names: Names) -> Layout | None:
    rows = sheet.rows[:_SEARCHED_ROWS] if names.shapes else []
    for row in range(len(rows)):
        if shape := shape_at(sheet.rows, row, names.shapes, sheet.file):
            return pointed_layout(sheet, row, 0, shape, names)
    return None


def _first(sheet: Sheet, best: Layout, names: Names) -> Layout:
    """The first table of a sheet: the one whose head has most words, or one above it."""
    heads = (row for row in range(best.start) if _is_head(sheet.rows[row], names))
    above = (layout_at(sheet, row, 0, names) for row in heads)
    return next((one for one in above if one and one.end < best.start), best)


def heads_again(rows: list[list[Any]], row: int, layout: Layout) -> int:
    """How many lines of the table's own header stand at this row once more; 0 = it is no header."""
    if rows[row] != rows[layout.start]:
        return 0
    lines = layout.end - layout.start + 1
    whole = rows[row : row + lines] == rows[layout.start : layout.end + 1]
    return lines if whole else 1


def _is_head(row: list[Any], names: Names) -> bool:
    """Whether a row below a table heads another one: words of headers, mostly, among them one for units or criteria, and no figures."""
    filled = [cell for cell in row if cell != ""]
    if len(filled) < _HEAD_WORDS or not isinstance(filled[0], str) or not key_columns(row):
        return False
    words = sum(weight(cell, names) > 0 for cell in filled)
    return words >= _HEAD_WORDS and 2 * words >= len(filled)


def _top(rows: list[list[Any]], row: int, end: int) -> int:
    """The first of the lines of text above a header that belong to it: up to the last row that is blank or holds more than a line."""
    top = row
    while top - 1 > end and _is_line(rows[top - 1]):
        top -= 1
    while (
        top - 2 > end
        and not _is_line(rows[top - 1])
        and _is_blank(rows[top - 1])
        and _is_line(rows[top - 2])
        and row - top < 4
    ):
        top -= 1
        while top - 1 > end and _is_line(rows[top - 1]):
            top -= 1
    return top


def _is_blank(row: list[Any]) -> bool:
    return all(cell == "" for cell in row)


def _is_line(row: list[Any]) -> bool:
    filled = [cell for cell in row if cell != ""]
    return len(filled) == 1 and isinstance(filled[0], str)
