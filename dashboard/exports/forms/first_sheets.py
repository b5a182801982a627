"""The two sheets of a form that say what it is: the guide, and whose it is (unit, year, stage, filing)."""

from __future__ import annotations

import datetime as dt

from xlsxwriter.worksheet import Worksheet

from dashboard.exports.forms import form_rules as rules
from dashboard.exports.forms import form_words as words
from dashboard.exports.forms.form_sheets import Form, add_note, add_sheet, movement_line, put
from dashboard.plan import Plan

YEARS_BEFORE, YEARS_AFTER = 1, 2  # of the movement, in which the intake takes a date for likely
INFO_TOP, STAFF_PLACE = 4, 4  # the first row of labels, and the place of the staff among them
STAFF_CELL = f"'{words.INFO}'!$B${INFO_TOP + STAFF_PLACE + 1}"


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


def _add_title(form: Form, sheet: Worksheet, title: str) -> None:
    """Three lines: what, the movement, the unit; they run on over the columns beside them."""
    for row, text in enumerate((title, movement_line(form), form.unit.name)):
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
