"""Results against the plan and the units: what cannot be is an error, what is unlikely a warning. One function per question."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from data_access.intake.entries import Entry
from data_access.intake.problems import Problems
from data_access.intake.unit_facts import Facts

_SLACK = 1e-9


class Finding(NamedTuple):
    """A problem of one entry: code, the column whose cell it stands in, and its fields."""

    code: str
    column: str
    fields: dict[str, Any]


def check_entry(entry: Entry, problems: Problems) -> None:
    """Report what contradicts itself or the plan in one entry with a value."""
    if entry.value is None:
        return
    for question in (_points, _rates, _very, _staff):
        for code, column, fields in question(entry, entry.value):
            problems.add(
                code, entry.row.sheet, entry.row.at(column), criterion=entry.criterion, **fields
            )


def _points(entry: Entry, value: float) -> Iterator[Finding]:
    if value < 0 and not entry.rule["reading"]["signed"]:
        yield Finding("value_negative", "value", {"value": value})
    if not entry.rule["reading"]["limited"]:
        return
    planned = entry.rule["max"]
    if value > planned + _SLACK and not entry.rule["bonus"]:
        yield Finding("value_above_max", "value", {"value": value, "max": planned})
    stated, column = (
        (entry.out_of, "out_of") if entry.maximum is None else (entry.maximum, "maximum")
    )
    if stated is not None and abs(stated - planned) > _SLACK:
        yield Finding("max_differs", column, {"max": stated, "plan_max": planned})


def _rates(entry: Entry, value: float) -> Iterator[Finding]:
    if not entry.is_rate or entry.is_rate_bound:
        return
    total = entry.out_of
    if total is None:
        yield Finding("out_of_missing", "value", {"value": value, "staff": entry.staff})
    elif value > total:
        yield Finding("value_above_total", "value", {"value": value, "out_of": total})


def _very(entry: Entry, value: float) -> Iterator[Finding]:
    very = entry.very
    if not very:
        return
    if entry.very_included is None:
        yield Finding("coding_undeclared", "very", {"very": very})
    elif entry.very_included and very > value:
        yield Finding("very_above_value", "very", {"very": very, "value": value})
    elif not entry.very_included and entry.out_of is not None and very + value > entry.out_of:
        yield Finding(
            "very_and_value_above_total",
            "very",
            {"very": very, "value": value, "out_of": entry.out_of},
        )


def _staff(entry: Entry, value: float) -> Iterator[Finding]:
    """Head counts of a unit's own people against its staff in that year."""
    if (
        entry.staff is None
        or not entry.rule["reading"]["counts"]
        or entry.rule["reading"]["rated"]
        or entry.rule["audience"] != "individual"
        or entry.is_rate_bound
    ):
        return
    if value > entry.staff:
        yield Finding("value_above_staff", "value", {"value": value, "staff": entry.staff})
    elif entry.out_of is not None and entry.out_of > entry.staff:
        yield Finding("total_above_staff", "out_of", {"out_of": entry.out_of, "staff": entry.staff})


class KeyChecks:
    """What a unit, year and criterion must fulfil together, reported once for all the rows of a sheet with the same fault."""

    def __init__(self, facts: Facts, problems: Problems) -> None:
        self._facts = facts
        self._problems = problems
        self._noted: dict[tuple[Any, ...], dict[str, Any]] = {}

    def check(self, entry: Entry) -> None:
        """The unit lived in the year, the criterion was valid in it and is asked of the unit's kind."""
        life = self._facts.lives[entry.unit]
        rule = entry.rule
        if not life.first_year <= entry.year <= life.last_year:
            span = {"valid_from": life.valid_from, "valid_to": life.valid_to}
            self._note("unit_not_alive", entry, unit=entry.unit, year=entry.year, **span)
        if not (rule["valid_from"] or entry.year) <= entry.year <= (rule["valid_to"] or entry.year):
            span = {"valid_from": rule["valid_from"], "valid_to": rule["valid_to"]}
            self._note(
                "criterion_not_valid", entry, criterion=entry.criterion, year=entry.year, **span
            )
        if (
            rule["unit_kinds"]
            and life.kind
            and life.kind not in rule["unit_kinds"]
            and entry.state == "ok"
        ):
            self._note("criterion_not_for_kind", entry, criterion=entry.criterion, kind=life.kind)

    def _note(self, code: str, entry: Entry, **fields: Any) -> None:
        key = (code, *fields.values())
        if key in self._noted:
            self._noted[key]["rows"] += 1
        else:
            self._noted[key] = self._problems.add(
                code, entry.row.sheet, entry.row.at("value"), rows=1, **fields
            )
