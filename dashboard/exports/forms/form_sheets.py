"""What all sheets of a form share, and the two that say what it is: looks of cells, protection, titles, headings with notes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from dashboard.plan import Plan
from dashboard.writing import theme

FONT, OPEN, HEAD = "Times New Roman", theme.FORM_OPEN, theme.FORM_HEAD
NOTE_AUTHOR = "Biểu mẫu"
OTHER_YEAR = re.compile(
    r"năm\D{0,12}(?:19|20)\d\d", re.IGNORECASE
)  # a title that says a year would be taken for the year of the figures
A4 = 9
Stage = Literal["self", "appraised"]


@dataclass(frozen=True)
class Recipient:
    """The unit that a form is for, in a year; `block` and `staff` are None where they are not recorded."""

    unit: str
    name: str
    kind: str
    block: str | None = None
    staff: int | None = None


class Form(NamedTuple):
    """A form being made: its workbook with the looks of cells, the plan, the unit, the year and who fills it in."""

    book: Workbook
    looks: dict[str, Format]
    plan: Plan
    unit: Recipient
    year: int
    stage: Stage


def looks_of(book: Workbook) -> dict[str, Format]:
    """The looks that all sheets share; `open…` are the unlocked ones."""
    base = {"font_name": FONT, "font_size": 12, "valign": "vcenter"}
    cell, free = base | {"border": 1, "text_wrap": True}, {"bg_color": OPEN, "locked": False}
    made = {
        "title": base | {"bold": True, "font_size": 13},
        "wrapped": base | {"text_wrap": True},
        "head": cell | {"bold": True, "bg_color": HEAD, "align": "center"},
        "group": cell | {"bold": True},
        "cell": cell | {"align": "left"},
        "middle": cell | {"align": "center"},
        "closed": cell | {"bg_color": HEAD},
        "open": cell | free,
        "open_number": cell | free | {"align": "right"},
        "open_count": cell | free | {"num_format": "#,##0"},
        "open_date": cell | free | {"num_format": "dd/mm/yyyy", "align": "left"},
    }
    return {name: book.add_format(look) for name, look in made.items()}


def add_sheet(
    form: Form, name: str, widths: Sequence[float], *, landscape: bool = False
) -> Worksheet:
    """A protected sheet on A4, as wide as the paper; only open cells take an entry."""
    sheet = form.book.add_worksheet(name)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    sheet.protect(options={"format_columns": True, "format_rows": True, "objects": True})
    sheet.hide_gridlines(2)
    sheet.set_paper(A4)
    if landscape:
        sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    return sheet


def add_heading(
    form: Form,
    sheet: Worksheet,
    title: str,
    headings: Sequence[str],
    notes: dict[str, str],
    *,
    frozen: int = 1,
) -> int:
    """The unit, the title, the movement, and the row of headings with a note on each; it stays in sight and is printed on every page. Its row."""
    for row, text in enumerate((form.unit.name, title, movement_line(form))):
        sheet.write_string(row, 0, text, form.looks["title"])
    row = 4
    for column, heading in enumerate(headings):
        sheet.write_string(row, column, heading, form.looks["head"])
        add_note(sheet, row, column, notes[heading])
    sheet.set_row(row, 34)
    sheet.freeze_panes(row + 1, frozen)
    sheet.repeat_rows(row)
    return row


def add_note(sheet: Worksheet, row: int, column: int, text: str) -> None:
    """A note that shows when the pointer rests on the cell."""
    sheet.write_comment(
        row,
        column,
        text,
        {"author": NOTE_AUTHOR, "x_scale": 2.2, "y_scale": 1.1, "font_name": FONT, "font_size": 11},
    )


def put(sheet: Worksheet, row: int, column: int, value: Any, look: Format) -> None:
    """A value as it is: texts never as formulas or links, missing ones as a blank cell."""
    if value is None:
        sheet.write_blank(row, column, None, look)
    elif isinstance(value, str):
        sheet.write_string(row, column, value, look)
    else:
        sheet.write_number(row, column, value, look)


def movement_line(form: Form) -> str:
    """The movement's name; left out where it names a year of its own, which would be taken for the year of the figures."""
    return "" if OTHER_YEAR.search(form.plan.short_name) else form.plan.short_name
