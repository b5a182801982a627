"""Đọc báo cáo: what was found in a unit's report as rows for a person to confirm. Findings in, sentences and frames out; nothing is stored here."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

import pandas as pd

from dashboard.plan import Criterion, Plan
from dashboard.reading.fault_categories import category_names
from dashboard.views import reports_words as words
from dashboard.views.award_words import award_doubt
from dashboard.views.plan_cells import MistakeError, number_of
from dashboard.writing import formats

_TIMES = re.compile(r"\d\s*(?:\([^)]*\)\s*)?lượt\b", re.IGNORECASE)
LISTS = ("limitations", "awards", "examples", "documents", "statements")
OTHER_MEASURES = ("very_satisfied", "dissatisfied", "neutral_answer")
FIELDS = {
    "indicators": ["name", "note", "criterion", "comparator", "value", "out_of", "year", "subject"],
    "limitations": ["category", "doubt"],
    "awards": ["form", "note", "collectives", "individuals"],
    "examples": ["model"],
    "documents": ["document", "dated", "title", "issuer", "year"],
}
"""What stands in the form of each kind, between the number and the quote."""
FIXED = ("number", "name", "note", "doubt", "subject", "issuer", "place")
"""What a person reads and does not change."""


def answer(tables: Mapping[str, pd.DataFrame]) -> str:
    """The first sentence while no report is in hand: how much of what is stored was taken from reports. In: the stored lists by name."""
    own = {name: rows[rows["origin"] == "report"] for name, rows in tables.items()}
    counts = {name: len(rows) for name, rows in own.items()}
    if not any(counts.values()):
        return words.NONE_READ
    reports = pd.concat([rows[["unit", "year", "file"]] for rows in own.values()]).drop_duplicates()
    return words.READ.format(items=items(counts), reports=formats.count(len(reports)))


def found_answer(name: str, found: Mapping[str, Any]) -> str:
    """“bao-cao.docx: tìm thấy 2 số liệu, 7 tồn tại, hạn chế; chưa ghi gì vào kho.”"""
    said = items({kind: len(found[kind]) for kind in words.KINDS})
    return (
        words.FOUND.format(name=name, items=said) if said else words.FOUND_NOTHING.format(name=name)
    )


def items(counts: Mapping[str, int]) -> str:
    """“2 số liệu và 7 tồn tại, hạn chế”; kinds of which there is none are left out. `counts` by kind."""
    nouns = {**words.NOUNS, "results": words.RESULTS, "statements": words.STATEMENTS}
    said = [
        formats.count(number, nouns[kind])
        for kind, number in counts.items()
        if kind in nouns and number
    ]
    said += [words.FILED] if counts.get("filings") else []
    return "; ".join(said)


def criteria(plan: Plan) -> dict[str, str]:
    """What the list of criteria reads → code; those that a report can give a figure for."""
    return {
        f"{one.label} ({one.code})": one.code
        for one in plan.criteria
        if not one.how.reading.answers
    }


def rows(plan: Plan, found: Mapping[str, Any]) -> dict[str, pd.DataFrame]:
    """By kind the rows to confirm, texts as a person would type them: accepted (False), number, the kind's `FIELDS`, quote, place, and hidden sure, code, start, end.

    `sure`: what “accept all” takes. In: `Findings.as_dict()`.
    """
    made = {
        "indicators": _indicator,
        "limitations": _limitation,
        "awards": _award,
        "examples": _example,
        "documents": _document,
    }
    shown = {
        kind: _frame(
            kind,
            [
                {**_place(number, one), **make(plan, one)}
                for number, one in enumerate(found[kind], 1)
            ],
        )
        for kind, make in made.items()
    }
    return {**shown, "indicators": _one_of_each(shown["indicators"])}


def _one_of_each(rows: pd.DataFrame) -> pd.DataFrame:
    """Of the figures for one criterion and year “accept all” takes the best: counts before a share without, an exact one before a bound."""
    order = rows["note"].map({words.CAN_BE_STORED: 0, **{words.STORED_AS["rate"]: 1}}).fillna(2)
    judged = rows[rows["sure"] & (rows["note"] != words.STATEMENT)]
    judged = judged.assign(order=order).sort_values("order", kind="stable")
    again = judged[judged.duplicated(["criterion", "year"])].index
    kept = rows.copy()
    kept.loc[again, "sure"] = False
    kept.loc[again, "note"] = words.TWICE
    return kept


def _frame(kind: str, lines: list[dict[str, Any]]) -> pd.DataFrame:
    columns = [
        "accepted",
        "number",
        *FIELDS[kind],
        "quote",
        "place",
        "sure",
        "code",
        "measure",
        "start",
        "end",
    ]
    return pd.DataFrame(lines, columns=columns).astype(
        {"accepted": bool, "sure": bool, "number": "Int64", "start": "Int64", "end": "Int64"}
        | {name: "str" for name in (*FIELDS[kind], "quote", "place", "measure")}
    )


def _place(number: int, one: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "accepted": False,
        "number": number,
        "quote": one["quote"],
        "place": one.get("place"),
        "sure": True,
        "code": one.get("code"),
        "start": one["start"],
        "end": one["end"],
    }


def _indicator(plan: Plan, one: Mapping[str, Any]) -> dict[str, Any]:
    label = next(
        (label for label, code in criteria(plan).items() if code == one["criterion"]), None
    )
    row = {
        "name": one["name"],
        "criterion": label,
        "comparator": words.COMPARATORS[one["comparator"]],
        "value": typed(one["value"]) + ("%" if one["unit"] == "%" else ""),
        "out_of": None if one["out_of"] is None else typed(one["out_of"]),
        "year": None if one["year"] is None else str(one["year"]),
        "subject": one["subject"],
        "code": one["code"],
        "measure": one["unit"],
    }
    try:
        made = statement(row) if is_statement(plan, row) else figure(plan, row)
    except MistakeError as error:
        return {**row, "note": str(error), "sure": False}
    return {
        **row,
        "note": words.STORED_AS.get(str(made["comparator"]), words.CAN_BE_STORED)
        if "criterion" in made
        else words.STATEMENT,
        "sure": True,
    }


def typed(value: float) -> str:
    """A number as a person would type it, none of its decimals lost.

    >>> typed(98.125), typed(1250.0)
    ('98,125', '1250')
    """
    return f"{value:.12g}".replace(".", ",")


def _limitation(plan: Plan, one: Mapping[str, Any]) -> dict[str, Any]:
    """A category that is a guess is asked, not filled in; what is in doubt is not taken with the rest."""
    doubt, name = one["doubt"], category_names()[one["category"]]
    return {
        "category": None if doubt == "category" else name,
        "doubt": words.DOUBTS[doubt].format(category=name) if doubt else None,
        "sure": doubt is None,
    }


def _award(plan: Plan, one: Mapping[str, Any]) -> dict[str, Any]:
    """An award that its law forbids, or counted by times, is asked about and not taken with the rest."""
    doubt = award_doubt(plan, one["form"], one["collectives"], one["individuals"])
    times = words.TIMES if _TIMES.search(one["quote"]) else ""
    return {
        "form": one["form"],
        "note": doubt or times or None,
        "sure": not (doubt or times),
        **{
            name: None if one[name] is None else str(one[name])
            for name in ("collectives", "individuals")
        },
    }


def _example(plan: Plan, one: Mapping[str, Any]) -> dict[str, Any]:
    return {"model": one["name"]}


def _document(plan: Plan, one: Mapping[str, Any]) -> dict[str, Any]:
    """A document of another body is shown, but not taken with the rest; its year is that of its date, else the report's."""
    dated = None if one["date"] is None else dt.date.fromisoformat(one["date"])
    of = None if dated is None or dated.year not in plan.years else dated.year
    return {
        "document": one["number"],
        "dated": None if dated is None else formats.date(dated),
        "title": one["quote"],
        "issuer": one["issuer"],
        "year": None if of is None else str(of),
        "sure": one["own"] is not False,
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
