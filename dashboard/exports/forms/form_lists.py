"""The lists of a form (documents, awards, inspections, examples, limitations), and the very hidden sheet with their choices."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from xlsxwriter.utility import xl_rowcol_to_cell

from dashboard.exports.forms import form_rules as rules
from dashboard.exports.forms import form_words as words
from dashboard.exports.forms.first_sheets import likely_days
from dashboard.exports.forms.form_rules import Rule
from dashboard.exports.forms.form_sheets import Form, add_heading, add_sheet, put
from dashboard.reading.fault_categories import OTHER

ROWS = 40
IDS_COLUMN = 3  # of the hidden sheet, behind the choices
LOOKS = {
    "text": "open",
    "date": "open_date",
    "count": "open_count",
    "form": "open",
    "category": "open",
}


class ListColumn(NamedTuple):
    """A column of a list: its heading, width in letters, and what it holds."""

    label: str
    width: float
    holds: Literal["text", "date", "count", "form", "category"] = "text"


LISTS: dict[str, tuple[ListColumn, ...]] = {
    words.DOCUMENTS: (
        ListColumn(words.DOC_NUMBER, 22),
        ListColumn(words.DOC_DATED, 16, "date"),
        ListColumn(words.DOC_TITLE, 80),
    ),
    words.AWARDS: (
        ListColumn(words.FORM, 62, "form"),
        ListColumn(words.COLLECTIVES, 14, "count"),
        ListColumn(words.INDIVIDUALS, 14, "count"),
    ),
    words.INSPECTIONS: (
        ListColumn(words.INSPECTED, 16, "date"),
        ListColumn(words.INSPECTOR, 40),
        ListColumn(words.FINDINGS, 68),
    ),
    words.EXAMPLES: (ListColumn(words.EXAMPLE, 46), ListColumn(words.ABOUT, 78)),
    words.LIMITATIONS: (
        ListColumn(words.CATEGORY, 30, "category"),
        ListColumn(words.QUOTE, 84),
        ListColumn(words.PAGE, 10),
    ),
}


def add_lists(form: Form) -> None:
    """Each list on its own sheet, with rows to fill."""
    for name, columns in LISTS.items():
        sheet = add_sheet(form, name, [6, *(one.width for one in columns)], landscape=True)
        top = add_heading(
            form,
            sheet,
            words.LIST_TITLES[name].format(year=form.year),
            [words.PLACE, *(one.label for one in columns)],
            words.LIST_NOTES,
        )
        for number in range(1, ROWS + 1):
            sheet.write_number(top + number, 0, number, form.looks["middle"])
            for column, one in enumerate(columns, start=1):
                put(sheet, top + number, column, None, form.looks[LOOKS[one.holds]])
        for column, one in enumerate(columns, start=1):
            if one.holds != "text":
                sheet.data_validation(top + 1, column, top + ROWS, column, _rule(form, one))


def _rule(form: Form, column: ListColumn) -> Rule:
    if column.holds == "date":
        return rules.date_rule(column.label, *likely_days(form.plan))
    if column.holds == "count":
        return rules.count_rule(column.label, words.RULES["count"])
    if column.holds == "form":
        return rules.list_rule(
            column.label, words.RULES["form"], _range(0, form.plan.award_forms), "information"
        )
    return rules.list_rule(column.label, words.RULES["choice"], _range(1, _categories(form)))


def _categories(form: Form) -> list[str]:
    """The kinds of limitations to choose from: the plan's, else ours."""
    own = [one.name for one in form.plan.limitations if one.code != OTHER]
    return [*own, words.CATEGORIES[OTHER]] if own else list(words.CATEGORIES.values())


def _range(column: int, entries: Sequence[str]) -> str:
    """Where a choice's entries stand in the hidden sheet."""
    first, last = (
        xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True) for row in (0, len(entries) - 1)
    )
    return f"='{words.CHOICES}'!{first}:{last}"


def add_choices(form: Form, ids: dict[str, object]) -> None:
    """The very hidden sheet: the choices of the lists, and what the form is (also in the file's properties)."""
    sheet = form.book.add_worksheet(words.CHOICES)
    for column, entries in enumerate((form.plan.award_forms, _categories(form))):
        for row, entry in enumerate(entries):
            sheet.write_string(row, column, entry)
    for row, (name, value) in enumerate(ids.items()):
        sheet.write_string(row, IDS_COLUMN, name)
        put(sheet, row, IDS_COLUMN + 1, value, form.looks["wrapped"])
    sheet.very_hidden()
