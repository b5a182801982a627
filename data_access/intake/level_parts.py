"""From which cells a figure of a survey was added, said beside it."""

from __future__ import annotations

from collections.abc import Iterable

from data_access.intake.entries import Entry
from data_access.intake.problems import Problems


def added(settled: Iterable[Entry], problems: Problems) -> list[Entry]:
    """One entry per unit, criterion, year and stage where the rows are of different parts of its work; other repeated rows stay as they are."""
    groups: dict[tuple[str, str, int, str], list[Entry]] = {}
    for one in settled:
        groups.setdefault((one.unit, one.criterion, one.year, one.stage), []).append(one)
    repeated = [
        group
        for group in groups.values()
        if len(group) > 1 and any(one.row.cells["part"] for one in group)
    ]
    for group in repeated:
        _note_parts(group, problems)
        first = group[0]
        first.cells = _cells(group)
        first.value, first.out_of = (
            sum(one.value for one in group if one.value is not None),
            sum(one.out_of for one in group if one.out_of is not None),
        )
        if first.very is not None:
            first.very = sum(one.very for one in group if one.very is not None)
        del group[1:]
    if repeated:
        first = repeated[0][0]
        problems.add(
            "levels_added",
            first.row.sheet,
            first.row.at("value"),
            criterion=first.criterion,
            results=len(repeated),
        )
    return [one for group in groups.values() for one in group]


def _note_parts(group: list[Entry], problems: Problems) -> None:
    """A part that is blank or stands twice may be a sum of the others: asked. A row that equals the sum of the others is doubted."""
    seen: set[str] = set()
    added = {
        name: sum(getattr(one, name) or 0 for one in group) for name in ("value", "out_of", "very")
    }
    for one in group:
        part, row = one.row.cells["part"], one.row
        if not part or part in seen:
            problems.add(
                "levels_part_unclear", row.sheet, row.at("value"), unit=one.unit, text=part
            )
        seen.add(part)
        if (
            len(group) > 2
            and one.out_of
            and all(2 * (getattr(one, name) or 0) == total for name, total in added.items())
        ):
            problems.add("levels_part_is_sum", row.sheet, row.at("value"), unit=one.unit, text=part)


def _cells(group: list[Entry]) -> str:
    """“E2:E4” for rows below each other, else “E2, E5”; of many the first and the last."""
    first, last = group[0].row, group[-1].row
    if last.number - first.number == len(group) - 1:
        return f"{first.at('value')}:{last.at('value')}"
    return (
        ", ".join(one.row.at("value") for one in group)
        if len(group) <= 4
        else f"{first.at('value')}, …, {last.at('value')}"
    )
