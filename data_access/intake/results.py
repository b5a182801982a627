"""The results of one sheet: from entries as they stand to records of the table `results`, with everything wrong reported."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from data_access.intake.body import has_nothing
from data_access.intake.cell_figures import read_figures
from data_access.intake.cell_states import read_state
from data_access.intake.days import day, note_filed_early, note_filed_within_year
from data_access.intake.entries import Entry
from data_access.intake.form_levels import is_filled, read_levels, settled_levels
from data_access.intake.note_checks import check_notes
from data_access.intake.problems import Problems
from data_access.intake.resolving import Resolver
from data_access.intake.row_checks import KeyChecks, check_entry
from data_access.intake.scales import (
    note_all_alike,
    note_likely_percent,
    note_points_of_one,
    note_unclear_scales,
    without_zero_totals,
)
from data_access.intake.sum_checks import note_sums
from data_access.intake.unit_facts import Facts

Record = dict[str, Any]
Staff = Mapping[tuple[str, int], float]


def results_of(
    entries: Iterable[Entry], resolver: Resolver, staff: Staff, facts: Facts, problems: Problems
) -> list[Record]:
    """Records of `results`; `staff` is people by (unit, year). An entry that cannot be placed (unit, criterion, year) or read is reported and
    left out."""
    keys = KeyChecks(facts, problems)
    kept = [one for one in entries if _is_filled(one) and _is_placed(one, resolver, facts)]
    for one in kept:
        one.state = read_state(one, problems)
        if one.state == "ok":
            (read_levels if one.by_level else read_figures)(one, problems)
        keys.check(one)
    check_notes(kept, problems)
    kept = settled_levels(kept, problems)
    note_unclear_scales(kept, problems)
    kept = without_zero_totals(kept, problems)
    note_likely_percent(kept, problems)
    note_all_alike(kept, problems)
    note_points_of_one(kept, problems)
    note_sums(kept, problems)
    for one in kept:
        if one.value is not None:
            one.staff = staff.get((one.unit, one.year))
            check_entry(one, problems)
    _read_days(kept, problems)
    return [_record(one) for one in kept if one.value is not None or one.state != "ok"]


def _read_days(entries: list[Entry], problems: Problems) -> None:
    """When each entry was filed; the same impossible day is reported once, and a workbook's own day with its filing."""
    noted, is_within = set(), False
    for one in entries:
        one.submitted_on = (
            day(one.row, "submitted_on", problems) if one.row.cells["submitted_on"] != "" else None
        )
        if "submitted_on" in one.row.letters and (one.submitted_on, one.year) not in noted:
            noted.add((one.submitted_on, one.year))
            note_filed_early(one.row, one.submitted_on, one.year, problems)
            is_within = is_within or note_filed_within_year(
                one.row, one.submitted_on, one.year, problems
            )


def _is_filled(entry: Entry) -> bool:
    """Whether the cell says anything: “x” may be an answer, other marks for nothing make no row."""
    if entry.by_level:
        return is_filled(entry)
    cell = entry.row.cells["value"]
    return not has_nothing(cell) or cell in ("x", "X") or entry.row.cells["state"] != ""


def _is_placed(entry: Entry, resolver: Resolver, facts: Facts) -> bool:
    row = entry.row
    if entry.part_of_year is not None:
        resolver.part_of_year(row, entry.part_of_year)
        return False
    year = resolver.year(row, entry.figure.year)
    if year is None:
        return False
    unit, criterion = (
        resolver.unit(row, year),
        resolver.criterion(row, entry.figure.criterion, year),
    )
    stage = resolver.stage(row, entry.figure.stage)
    if unit is None or criterion is None or stage is None:
        return False
    entry.unit, entry.criterion, entry.year, entry.stage, entry.rule = (
        unit,
        criterion,
        year,
        stage,
        facts.criteria[criterion],
    )
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
        "cell": entry.cells or row.at("value"),
    }
