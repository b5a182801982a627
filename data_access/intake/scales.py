"""Whole columns of figures against their scale: 0,95 or 95, people or percent, nobody asked. What may be either is asked."""

from __future__ import annotations

from collections.abc import Iterable

from data_access.intake.entries import Entry
from data_access.intake.problems import Problems
from data_access.intake.sheets import text_of

_ENOUGH_TOTAL, _ENOUGH_ALIKE = 20, 6
_LIKELY = range(40, 101)
_MARKS = range(3, 11)  # what marks are given out of: 4/5, 8/10


def note_unclear_scales(entries: list[Entry], problems: Problems) -> None:
    """Numbers in percent, none above 1 in the whole column: 0,95 may be 95% or 0,95%, so it is asked and the values are left out."""
    columns: dict[tuple[str, str], list[Entry]] = {}
    for one in entries:
        in_percent = one.in_percent or one.rule.get("unit") == "%"
        if (
            one.rule["reading"]["asks_scale"]
            and in_percent
            and one.value
            and "%" not in text_of(one.row.cells["value"])
        ):
            columns.setdefault(
                (one.criterion, one.row.at("value").rstrip("0123456789")), []
            ).append(one)
    for unclear in columns.values():
        if max(one.value or 0 for one in unclear) <= 1:
            for one in unclear:
                text = text_of(one.row.cells["value"])
                problems.add(
                    "percent_scale_unclear",
                    one.row.sheet,
                    one.row.at("value"),
                    criterion=one.criterion,
                    text=text,
                    header=one.figure.header,
                )
                one.value = None


def without_zero_totals(entries: list[Entry], problems: Problems) -> list[Entry]:
    """The entries without those of which nobody was asked: 0 of 0 is no rate (said)."""
    kept = []
    for one in entries:
        if one.state == "ok" and one.is_rate and one.out_of == 0 and one.value == 0:
            problems.add(
                "zero_of_zero", one.row.sheet, one.row.at("value"), criterion=one.criterion
            )
        else:
            kept.append(one)
    return kept


def note_likely_percent(entries: Iterable[Entry], problems: Problems) -> None:
    """Columns of counts that look like percent, parts of one or marks: 95, 97, 100 of 200, 150, 180; 1 of 120; 4/5, 5/5. Asked, for they may be counts."""
    columns: dict[tuple[str, str], list[Entry]] = {}
    for one in entries:
        if one.is_rate and one.value is not None and one.out_of and not one.is_rate_bound:
            key = (one.criterion, one.row.at("value").rstrip("0123456789"))
            columns.setdefault(key, []).append(one)
    for counted in columns.values():
        first = counted[0]
        if any(
            looks(counted)
            for looks in (
                _looks_like_percent,
                _looks_like_parts,
                _looks_like_marks,
                _looks_like_levels_in_percent,
            )
        ):
            problems.add(
                "looks_like_percent",
                first.row.sheet,
                first.row.at("value"),
                criterion=first.criterion,
                rows=len(counted),
                text=text_of(first.row.cells["value"]),
                out_of=first.out_of,
            )


def _looks_like_percent(counted: list[Entry]) -> bool:
    """Whether figures stay within a hundred where more were asked, and as counts would be poor rates (96 of 300), or are a hundred again and again."""
    figures = _figures(counted)
    large = [(value, total) for value, total in figures if total > 100]
    if not large or not all(value in _LIKELY for value, _ in figures):
        return False
    if len(counted) == 1 and not counted[0].figure.criterion:  # a unit's own form counts by row
        return False
    rate = sum(value for value, _ in large) / sum(total for _, total in large)
    return rate < 0.75 or len({total for value, total in large if value == 100}) > 1


def _looks_like_marks(counted: list[Entry]) -> bool:
    """Whether “4/5”, “5/5” may be marks out of five: the same small total in every cell of the column."""
    totals = {total for _, total in _figures(counted)}
    return (
        len(counted) > 1
        and len(totals) == 1
        and totals <= set(_MARKS)
        and all("/" in text_of(one.row.cells["value"]) for one in counted)
    )


def note_points_of_one(entries: Iterable[Entry], problems: Problems) -> None:
    """A table of points that are all parts of one (0,8 where the maximum is 5) may be shares: asked."""
    points = [one for one in entries if one.rule["reading"]["limited"] and one.value is not None]
    values = [one.value for one in points if one.value is not None]
    small = len(points) > 1 and all(
        0 <= value <= 1 < one.rule["max"] for one, value in zip(points, values)
    )
    if small and sum(0 < value < 1 for value in values) * 2 > len(points):
        first = points[0]
        problems.add(
            "looks_like_percent",
            first.row.sheet,
            first.row.at("value"),
            criterion=first.criterion,
            rows=len(points),
            text=text_of(first.row.cells["value"]),
            out_of=first.rule["max"],
        )


def _looks_like_parts(counted: list[Entry]) -> bool:
    """Whether every figure is the one of 100%; forms by level add up to their total, so a one among them is one form."""
    return all(
        value == 1 and total >= _ENOUGH_TOTAL and not one.by_level
        for one in counted
        for value, total in _figures([one])
    )


def _looks_like_levels_in_percent(counted: list[Entry]) -> bool:
    """Whether forms by level make a hundred in every row though no column says how many were asked."""
    return (
        len(counted) > 1
        and all(one.by_level and "out_of" not in one.row.letters for one in counted)
        and all(total == 100 for _, total in _figures(counted))
    )


def _figures(counted: list[Entry]) -> list[tuple[float, float]]:
    """(at least satisfied or value, total) of each."""
    return [
        (one.value + _apart(one), one.out_of)
        for one in counted
        if one.value is not None and one.out_of is not None
    ]


def _apart(entry: Entry) -> float:
    return (entry.very or 0.0) if entry.very_included is False else 0.0


def note_all_alike(entries: Iterable[Entry], problems: Problems) -> None:
    """A whole table of points that are all at their maximum or all the same number, or of shares all at 100 %, may be a form that nobody filled in: asked."""
    given = [one for one in entries if one.value is not None]
    points = [one for one in given if one.rule["reading"]["limited"]]
    full = all(one.value == one.rule["max"] for one in points)
    if full or len({one.value for one in points}) == 1:
        _note_alike(points, problems)
    rates = [one for one in given if one.is_rate and one.out_of]
    if all(one.value == one.out_of for one in rates):  # shares that are all 100 % are as odd
        _note_alike(rates, problems)


def _note_alike(alike: list[Entry], problems: Problems) -> None:
    if len({one.unit for one in alike}) > 1 and len(alike) >= _ENOUGH_ALIKE:
        first = alike[0]
        cell = text_of(first.row.cells["value"])
        problems.add(
            "all_alike", first.row.sheet, first.row.at("value"), rows=len(alike), value=cell
        )
