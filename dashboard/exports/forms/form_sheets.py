"""What all sheets of a form share, and the two that say what it is: looks of cells, protection, titles, headings with notes."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from dashboard.exports.forms import form_rules as rules
from dashboard.exports.forms import form_words as words
from dashboard.plan import Plan
from dashboard.writing import theme

FONT, OPEN, HEAD = "Times New Roman", theme.FORM_OPEN, theme.FORM_HEAD
YEARS_BEFORE, YEARS_AFTER = 1, 2  # of the movement, in which the intake takes a date for likely
INFO_TOP, STAFF_PLACE = 4, 4  # the first row of labels, and the place of the staff among them
STAFF_CELL = f"'{words.INFO}'!$B${INFO_TOP + STAFF_PLACE + 1}"
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
    for row, text in enumerate((form.unit.name, title, _movement(form))):
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


def likely_days(plan: Plan) -> tuple[dt.date, dt.date]:
    """The first and last day that a date in a form may name."""
    return dt.date(plan.first_year - YEARS_BEFORE, 1, 1), dt.date(
        plan.last_year + YEARS_AFTER, 12, 31
    )


def add_guide(form: Form) -> None:
    """What to do, in steps; the intake passes this sheet over."""
    sheet = add_sheet(form, words.GUIDE, [80])
    _add_title(form, sheet, words.GUIDE_TITLE.format(year=form.year))
    for place, step in enumerate(words.STEPS[form.stage], start=1):
        sheet.write_string(
            INFO_TOP + place,
            0,
            f"{place}. {step.format(owner=form.plan.owner)}",
            form.looks["wrapped"],
        )
        sheet.set_row(INFO_TOP + place, 36)


def _movement(form: Form) -> str:
    """The movement's name; left out where it names a year of its own, which would be taken for the year of the figures."""
    return "" if OTHER_YEAR.search(form.plan.short_name) else form.plan.short_name


def _add_title(form: Form, sheet: Worksheet, title: str) -> None:
    """Three lines: what, the movement, the unit; they run on over the columns beside them."""
    for row, text in enumerate((title, _movement(form), form.unit.name)):
        sheet.write_string(row, 0, text, form.looks["title"])


def add_info(form: Form) -> None:
    """Whose form it is; for the unit's own also the report it goes with. Labels left, values right, nothing beside them."""
    sheet = add_sheet(form, words.INFO, [34, 60])
    _add_title(form, sheet, words.INFO_TITLE)
    unit, own = form.unit, form.stage == "self"
    pairs = (
        (words.UNIT, unit.unit),
        (words.NAME, unit.name),
        (words.YEAR, form.year),
        (words.BLOCK, unit.block),
        (words.STAFF, unit.staff),
    )
    for row, (label, value) in enumerate(pairs, start=INFO_TOP):
        sheet.write_string(row, 0, label, form.looks["group"])
        put(
            sheet,
            row,
            1,
            value,
            form.looks["open_count" if own and label == words.STAFF else "cell"],
        )
    if own:
        row = INFO_TOP + STAFF_PLACE
        add_note(sheet, row, 0, words.INFO_NOTES[words.STAFF].format(people=form.plan.people))
        sheet.data_validation(row, 1, row, 1, rules.count_rule(words.STAFF, words.RULES["staff"]))
        _add_filing(form, sheet, row + 1)


def _add_filing(form: Form, sheet: Worksheet, top: int) -> None:
    """The report: its kind (the plan's of the year; a choice if there are several), number and days."""
    names = [words.REPORTS[kind] for kind in _report_kinds(form)]
    first, last = likely_days(form.plan)
    asked = (
        (words.REPORT, "open", rules.list_rule(words.REPORT, words.RULES["choice"], names)),
        (words.NUMBER, "open", None),
        (words.DATED, "open_date", rules.date_rule(words.DATED, first, last)),
        (
            words.SUBMITTED,
            "open_date",
            rules.date_rule(words.SUBMITTED, dt.date(form.year, 1, 1), last),
        ),
    )
    for row, (label, look, rule) in enumerate(asked, start=top):
        sheet.write_string(row, 0, label, form.looks["group"])
        put(
            sheet,
            row,
            1,
            names[0] if label == words.REPORT and len(names) == 1 else None,
            form.looks[look],
        )
        add_note(sheet, row, 0, words.INFO_NOTES[label])
        if rule:
            sheet.data_validation(row, 1, row, 1, rule)


def _report_kinds(form: Form) -> list[str]:
    asked = [
        one.kind
        for one in form.plan.reports
        if one.year == form.year and (not one.kinds or form.unit.kind in one.kinds)
    ]
    return list(dict.fromkeys(asked)) or list(words.REPORTS)
