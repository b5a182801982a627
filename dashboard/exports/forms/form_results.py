"""The sheet “Kết quả” of a form: one row a criterion under the row of its group, with its rule in every open cell."""

from __future__ import annotations

from collections.abc import Sequence

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from dashboard.exports.forms import form_rules as rules
from dashboard.exports.forms import form_words as words
from dashboard.exports.forms.first_sheets import STAFF_CELL
from dashboard.exports.forms.form_rules import Rule
from dashboard.exports.forms.form_sheets import Form, add_heading, add_sheet, put
from dashboard.plan import Criterion
from dashboard.plan.kinds.kind import Cells

WIDTHS = {words.PLACE: 5, words.CODE: 9, words.CRITERION: 52, words.NOTE: 30}
WIDTH, LINE, LETTERS = (
    10,
    17,
    54,
)  # a figure's column; points a line; letters in a line of a criterion's name
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


def add_results(form: Form, criteria: Sequence[Criterion]) -> None:
    """The sheet with these criteria, in the plan's order of groups."""
    headings = _headings(form, criteria)
    sheet = add_sheet(
        form, words.RESULTS, [WIDTHS.get(one, WIDTH) for one in headings], landscape=True
    )
    row = add_heading(
        form,
        sheet,
        words.RESULTS_TITLE.format(year=form.year),
        headings,
        words.RESULTS_NOTES,
        frozen=headings.index(words.CRITERION) + 1,
    )
    present = [
        group for group in form.plan.groups if any(one.group == group.code for one in criteria)
    ]
    for place, group in enumerate(present):
        row += 1
        said = {0: ROMAN[place % len(ROMAN)], 2: group.name}
        for column in range(len(headings)):
            put(sheet, row, column, said.get(column), form.looks["group"])
        for number, criterion in enumerate(
            [one for one in criteria if one.group == group.code], start=1
        ):
            row += 1
            _add_criterion(form, sheet, row, headings, number, criterion)


def _headings(form: Form, criteria: Sequence[Criterion]) -> list[str]:
    undeclared = any(one.is_survey and one.very_included is None for one in criteria)
    return [
        words.PLACE,
        words.CODE,
        words.CRITERION,
        words.MEASURED,
        words.MAXIMUM,
        words.TOTAL,
        words.SELF,
        words.APPRAISED,
        *([words.VERY] if form.plan.survey else []),
        *([words.INCLUDED] if undeclared else []),
        words.NOTE,
    ]


def _add_criterion(
    form: Form,
    sheet: Worksheet,
    row: int,
    headings: Sequence[str],
    number: int,
    criterion: Criterion,
) -> None:
    """The locked cells that say what is asked, and the open ones."""
    known = {
        words.PLACE: number,
        words.CODE: criterion.code,
        words.CRITERION: criterion.name,
        words.MEASURED: _measured(criterion),
        words.MAXIMUM: criterion.max,
    }
    asked = _open_rules(form, row, headings, criterion)
    for column, heading in enumerate(headings):
        if heading not in asked:
            put(sheet, row, column, known.get(heading), form.looks[_locked_look(heading, known)])
            continue
        put(
            sheet,
            row,
            column,
            None,
            form.looks["open" if heading in (words.NOTE, words.INCLUDED) else "open_number"],
        )
        if asked[heading]:
            sheet.data_validation(row, column, row, column, asked[heading])
    sheet.set_row(row, LINE * (1 + len(criterion.name) // LETTERS) + 2)


def _locked_look(heading: str, known: dict[str, object]) -> str:
    if heading in (words.CRITERION, words.MEASURED):
        return "cell"
    return "closed" if known.get(heading) is None else "middle"


def _measured(criterion: Criterion) -> str:
    if criterion.counts_people:
        return words.PEOPLE
    return (criterion.how.own_unit and criterion.unit) or criterion.how.measured


def _open_rules(
    form: Form, row: int, headings: Sequence[str], criterion: Criterion
) -> dict[str, Rule | None]:
    """The headings whose cells are open for a criterion, each with its rule (None = any text)."""
    value = words.SELF if form.stage == "self" else words.APPRAISED
    cells = Cells(
        *(
            xl_rowcol_to_cell(row, headings.index(one)) if one in headings else ""
            for one in (words.MAXIMUM, words.TOTAL, value, words.VERY)
        ),
        STAFF_CELL,
    )
    found: dict[str, Rule | None] = {value: rules.value_rule(criterion, cells), words.NOTE: None}
    if criterion.is_rate:
        found[words.TOTAL] = rules.total_rule(criterion, cells, of_staff=criterion.counts_people)
    if criterion.is_survey:
        found[words.VERY] = rules.very_rule(criterion, cells)
        if criterion.very_included is None:
            found[words.INCLUDED] = rules.list_rule(
                words.INCLUDED, words.RULES["choice"], [words.YES, words.NO]
            )
    return found
