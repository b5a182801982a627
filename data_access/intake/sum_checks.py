"""Rows that bear a unit's name and add up the rows beside them (“I | Huyện A | 500”, above its communes): asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from data_access.intake.entries import Entry
from data_access.intake.problems import Problems

_ENOUGH = 20  # people or forms: below this sums are alike by chance


def note_sums(entries: Iterable[Entry], problems: Problems) -> None:
    """Ask about the first row whose count and total are those of two or more rows right below or right above it together."""
    columns: dict[tuple[str, str, int, str], list[Entry]] = {}
    for one in entries:
        if one.is_rate and one.value is not None and one.out_of and not one.is_rate_bound:
            column = one.row.at("value").rstrip("0123456789")
            columns.setdefault((one.criterion, one.stage, one.year, column), []).append(one)
    for counted in columns.values():
        figures = [(one.value or 0.0, one.out_of or 0.0) for one in counted]
        for place, one in enumerate(counted):
            below, above = figures[place + 1 :], figures[:place][::-1]
            if rows := _added(figures[place], below) or _added(figures[place], above):
                _note(one, figures[place], rows, problems)
                return


def _note(entry: Entry, figure: tuple[float, float], rows: int, problems: Problems) -> None:
    problems.add(
        "row_is_sum",
        entry.row.sheet,
        entry.row.at("value"),
        criterion=entry.criterion,
        text=f"{figure[0]:.0f}/{figure[1]:.0f}",
        rows=rows,
    )


def _added(figure: tuple[float, float], beside: Sequence[tuple[float, float]]) -> int:
    """How many of the rows beside, from the nearest on, add up to the figure; 0 for none or one."""
    value = total = 0.0
    for rows, (one, of) in enumerate(beside, 1):
        value, total = value + one, total + of
        if total >= figure[1]:
            return rows if rows > 1 and (value, total) == figure and total >= _ENOUGH else 0
    return 0
