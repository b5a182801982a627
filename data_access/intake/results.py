"""The results of one sheet: from entries as they stand to records of the table `results`, with everything wrong reported."""
from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from data_access.intake.body import has_nothing
from data_access.intake.checks import KeyChecks, check_entry
from data_access.intake.days import day, note_filed_early
from data_access.intake.entries import Entry
from data_access.intake.facts import Facts
from data_access.intake.figures import note_unclear_scales, read_figures, read_state
from data_access.intake.problems import Problems
from data_access.intake.resolving import Resolver

Record = dict[str, Any]


def results_of(entries: Iterable[Entry], resolver: Resolver, facts: Facts, problems: Problems) -> list[Record]:
    """Records of `results`. An entry that cannot be placed (unit, criterion, year) or read is reported and left out."""
    keys = KeyChecks(facts, problems)
    kept = [one for one in entries if _is_filled(one) and _is_placed(one, resolver, facts)]
    for one in kept:
        one.state = read_state(one, problems)
        if one.state == "ok":
            read_figures(one, problems)
        keys.check(one)
    note_unclear_scales(kept, problems)
    for one in kept:
        if one.value is not None:
            one.staff = facts.staff.get((one.unit, one.year))
            check_entry(one, problems)
        one.submitted_on = day(one.row, "submitted_on", problems) if one.row.cells["submitted_on"] != "" else None
        note_filed_early(one.row, one.submitted_on, one.year, problems)
    return [_record(one) for one in kept if one.value is not None or one.state != "ok"]


def _is_filled(entry: Entry) -> bool:
    """Whether the cell says anything: “x” may be an answer, other marks for nothing make no row."""
    cell = entry.row.cells["value"]
    return not has_nothing(cell) or cell in ("x", "X") or entry.row.cells["state"] != ""


def _is_placed(entry: Entry, resolver: Resolver, facts: Facts) -> bool:
    row = entry.row
    year = resolver.year(row, entry.figure.year)
    if year is None:
        return False
    unit, criterion = resolver.unit(row, year), resolver.criterion(row, entry.figure.criterion, year)
    stage = resolver.stage(row, entry.figure.stage)
    if unit is None or criterion is None or stage is None:
        return False
    entry.unit, entry.criterion, entry.year, entry.stage, entry.rule = unit, criterion, year, stage, facts.criteria[criterion]
    return True


def _record(entry: Entry) -> Record:
    row = entry.row
    return {
        "unit": entry.unit,
        "criterion": entry.criterion,
        "year": entry.year,
        "stage": entry.stage,
        "value": entry.value,
        "out_of": entry.out_of if entry.state == "ok" else None,
        "very": entry.very,
        "very_included": entry.very_included,
        "comparator": entry.comparator,
        "state": entry.state,
        "submitted_on": entry.submitted_on,
        "note": row.text("note"),
        "sheet": row.sheet,
        "cell": row.at("value"),
    }
