"""What an indicator of a report says as a statement or as a figure, and what to check in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dashboard.plan import Criterion, Plan
from dashboard.views import reports_words as words
from dashboard.views.plan_cells import MistakeError, number_of
from dashboard.writing import formats

OTHER_MEASURES = ("very_satisfied", "dissatisfied", "neutral_answer")


def criteria(plan: Plan) -> dict[str, str]:
    """What the list of criteria reads → code; those that a report can give a figure for."""
    return {
        f"{one.label} ({one.code})": one.code
        for one in plan.criteria
        if not one.how.reading.answers
    }


def is_statement(plan: Plan, row: Mapping[str, Any]) -> bool:
    """Whether a figure is kept as the unit's own statement: no criterion of the plan asks for it, or it is another measure than the survey's."""
    code = criteria(plan).get(cell(row, "criterion"))
    if code is None:
        return not cell(row, "criterion")
    return plan.criterion(code).is_survey and cell(row, "code") in OTHER_MEASURES


def statement(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row of the indicators as code, name, of_year, comparator, value, out_of, measure of `statements`: looked up, never assessed. Raises `MistakeError`."""
    value, out_of = cell(row, "value"), cell(row, "out_of")
    if not value:
        raise MistakeError(words.NO_VALUE)
    if not cell(row, "name"):
        raise MistakeError(words.NO_CRITERION)
    measure = "%" if value.endswith("%") else cell(row, "measure")
    return {
        "code": cell(row, "code") or None,
        "name": cell(row, "name"),
        "of_year": int(cell(row, "year")) if cell(row, "year") else None,
        "comparator": _comparator(row),
        "value": number_of(value.removesuffix("%"), words.COLUMNS["value"]),
        "out_of": number_of(out_of, words.COLUMNS["out_of"]) if out_of else None,
        "measure": measure or "count",
    }


def _comparator(row: Mapping[str, Any]) -> str:
    named = {word: sign for sign, word in words.COMPARATORS.items()}
    return named.get(cell(row, "comparator"), "=")


def figure(plan: Plan, row: Mapping[str, Any]) -> dict[str, Any]:
    """A row of the indicators as criterion, year, value, out_of, comparator of `results`. Raises `MistakeError` with what is missing.

    Examples: “trên” 95% of a rate is value 0.95, comparator “>”, no total (a bound: it enters no score); “512” of “540” is 512 of 540;
    an exact 95% of a rate is value 0.95, comparator “rate”: shown as without counts, in no score, test or rank.
    """
    code = criteria(plan).get(cell(row, "criterion"))
    if code is None:
        raise MistakeError(words.NO_CRITERION)
    criterion = plan.criterion(code)
    if criterion.is_survey and cell(row, "code") in OTHER_MEASURES:
        raise MistakeError(words.OTHER_MEASURE)
    year = cell(row, "year")
    if not year or int(year) not in plan.years:
        raise MistakeError(words.YEAR_UNKNOWN)
    value, out_of = _measured(criterion, cell(row, "value"), cell(row, "out_of"))
    is_rate = criterion.is_rate and out_of is None and _comparator(row) == "="
    return {
        "criterion": code,
        "year": int(year),
        "value": value,
        "out_of": out_of,
        "comparator": "rate" if is_rate else _comparator(row),
    }


def cell(row: Mapping[str, Any], name: str) -> str:
    """What stands in a cell, without blanks at its ends; '' for nothing."""
    return "" if formats.is_missing(row[name]) else str(row[name]).strip()


def _measured(criterion: Criterion, value: str, out_of: str) -> tuple[float, float | None]:
    if not value:
        raise MistakeError(words.NO_VALUE)
    percent = value.endswith("%")
    if criterion.is_rate and percent:
        return _checked(number_of(value, words.COLUMNS["value"], rate=True), 1.0), None
    if percent and criterion.unit != "%":
        raise MistakeError(words.PERCENT_UNEXPECTED)
    plain = number_of(value.removesuffix("%"), words.COLUMNS["value"])
    total = number_of(out_of, words.COLUMNS["out_of"]) if out_of else None
    if criterion.is_rate:
        return _counts(plain, total)
    most = None if criterion.how.reading.signed or criterion.bonus else total or criterion.max
    return _checked(plain, most) if criterion.how.reading.limited else plain, total


def _counts(value: float, total: float | None) -> tuple[float, float]:
    if total is None:
        raise MistakeError(words.NEEDS_TOTAL)
    if value % 1 or total % 1 or total <= 0:
        raise MistakeError(words.NOT_WHOLE)
    return _checked(value, total), total


def _checked(value: float, most: float | None) -> float:
    if value < 0:
        raise MistakeError(words.NOT_WHOLE)
    if most is not None and value > most + 1e-9:
        raise MistakeError(
            words.TOO_MANY.format(
                value=formats.number(value, None), most=formats.number(most, None)
            )
        )
    return value
