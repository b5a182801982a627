"""Figures of entries by the kind of their criterion: points, counts, yes/no, numbers. Bounds are kept; percent is never made into counts."""

from __future__ import annotations

from data_access.intake.entries import Entry
from data_access.intake.numbers import Number
from data_access.intake.problems import Problems
from data_access.intake.rows import (
    answer,
    as_count,
    count,
    figure,
    flag,
    note_doubt,
    number_in,
    word,
)
from data_access.intake.sheets import text_of

_ROUNDED = 0.51  # percentage points: shares are written with or without decimals
_DASHES = ("-", "–", "—", "--")


def read_figures(entry: Entry, problems: Problems) -> None:
    """Fill in value, out_of, very, very_included, maximum and comparator of an entry in state ok; what cannot be read is reported.

    A bound of a rate (“trên 95%”) is kept as a share 0–1 without a total (`is_rate_bound`).
    """
    row, reading = entry.row, entry.rule["reading"]
    if reading["answers"]:
        entry.value = _answered(entry, problems)
        return
    number = number_in(row, "value")
    entry.maximum = figure(row, "maximum", problems) if row.cells["maximum"] != "" else None
    entry.out_of = _total(entry, problems)
    if entry.out_of is None and not (entry.shares_total and not entry.is_rate):
        entry.out_of = number.out_of
    if reading["rated"]:
        _read_very(entry, problems)
    if _is_measured_otherwise(entry, problems):
        return
    number = _agreeing(_settled(number, entry), entry)
    if number.doubt:
        note_doubt(row, "value", number, problems)
        return
    entry.comparator = word(row, "comparator", "comparator", problems) or number.comparator
    if number.value is not None:
        _place(number, number.value, entry, problems)


def _is_measured_otherwise(entry: Entry, problems: Problems) -> bool:
    """Whether the unit of measure is another than the criterion's: thousands of files, points where people are counted."""
    measure = "points" if entry.is_rate and entry.figure.maximum is not None else entry.measure
    wrong = {"scaled", "points"} if entry.is_rate else {"scaled", "count"}
    if entry.is_rate and entry.total_measure in ("scaled", "points", "percent"):
        measure = "scaled" if measure == "percent" else entry.total_measure
    is_other = (measure in wrong or measure == entry.total_measure == "percent") and (
        entry.is_rate or entry.rule["reading"]["limited"]
    )
    if is_other:
        row = entry.row
        problems.add(
            "measure_differs",
            row.sheet,
            row.at("value"),
            criterion=entry.criterion,
            measure=measure,
            text=text_of(row.cells["value"]),
        )
    return is_other


def _total(entry: Entry, problems: Problems) -> float | None:
    """`out_of`: a count for shares and surveys, otherwise the points that a value is of; a total shared by a wide table is of people only."""
    if entry.row.cells["out_of"] == "" or (entry.shares_total and not entry.is_rate):
        return None
    if entry.is_rate:
        return count(entry.row, "out_of", problems)
    return figure(entry.row, "out_of", problems, limit=entry.rule["max"])


def _read_very(entry: Entry, problems: Problems) -> None:
    """Very satisfied, and whether they are inside the satisfied: the row's own word, else the plan's."""
    entry.very = count(entry.row, "very", problems) if entry.row.cells["very"] != "" else None
    if entry.very is not None:
        own = flag(entry.row, "very_included", problems)
        entry.very_included = own if own is not None else entry.rule["very_included"]
        if own is None and entry.levels_side_by_side:
            _settle_side_by_side(entry, problems)


def _settle_side_by_side(entry: Entry, problems: Problems) -> None:
    """“Rất hài lòng” and “Hài lòng” side by side: the sums tell whether one holds the other, else it is asked."""
    value, very, total = number_in(entry.row, "value").value, entry.very, entry.out_of
    if not very or value is None or total is None:
        return
    if very > value:
        entry.very_included = False
    elif very + value <= total:
        problems.add(
            "very_way_unclear",
            entry.row.sheet,
            entry.row.at("very"),
            criterion=entry.criterion,
            very=very,
            value=value,
        )


def _settled(number: Number, entry: Entry) -> Number:
    """Decide “1.234” where the criterion decides it: counts are whole; points above their maximum cannot be meant."""
    if number.doubt != "number_undecidable":
        return number
    if entry.is_rate:
        return as_count(number)
    limit = entry.out_of if entry.out_of is not None else entry.rule["max"]
    decided = number.is_above(limit) and not entry.rule["bonus"]
    return number._replace(doubt=None) if decided else number


def _agreeing(number: Number, entry: Entry) -> Number:
    """The count of “48 (96%)” where it is that percentage of the total; else it cannot be told what is meant."""
    if number.share is None or number.doubt:
        return number
    value, total = number.value, entry.out_of or 0.0
    agrees = (
        entry.is_rate
        and value is not None
        and total > 0
        and abs(100 * value / total - number.share) <= _ROUNDED
    )
    return number if agrees else number._replace(doubt="number_unreadable")


def _place(number: Number, value: float, entry: Entry, problems: Problems) -> None:
    """Put the value in its scale, or refuse a percent that cannot be stored: a rate needs its counts, points are no percent."""
    row, text = entry.row, text_of(entry.row.cells["value"])
    headed = entry.in_percent and number.unit == ""
    if entry.is_rate and (number.unit == "%" or headed):
        if entry.comparator == "=":
            problems.add(
                "share_needs_counts",
                row.sheet,
                row.at("value"),
                criterion=entry.criterion,
                text=text,
                out_of=entry.out_of,
            )
            return
        entry.is_rate_bound, entry.out_of, entry.value = True, None, value / 100
        return
    if (number.unit == "%" or headed) and entry.rule["reading"]["limited"]:
        problems.add(
            "percent_unexpected", row.sheet, row.at("value"), criterion=entry.criterion, text=text
        )
        return
    if entry.is_rate and value % 1 > 1e-9:
        problems.add("count_not_whole", row.sheet, row.at("value"), column="value", value=value)
        return
    entry.value = value


def _answered(entry: Entry, problems: Problems) -> float | None:
    cell = entry.row.cells["value"]
    told = answer(cell)
    if told is None and cell not in _DASHES:
        problems.add(
            "yes_no_unclear",
            entry.row.sheet,
            entry.row.at("value"),
            criterion=entry.criterion,
            text=text_of(cell),
        )
    return None if told is None else float(told)
