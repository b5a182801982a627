"""Forms counted by level of satisfaction, as software of one-stop shops exports them: from five counts and a total to value, very, out_of.

Whether “Hài lòng” holds the “Rất hài lòng” is told by the sums alone: with them apart all levels add up to the total, with them inside they
do without “Rất hài lòng”. What the sums do not tell is asked.
"""

from __future__ import annotations

from data_access.intake.body import has_nothing
from data_access.intake.cell_figures import read_figures
from data_access.intake.entries import LEVELS, Entry
from data_access.intake.level_parts import added
from data_access.intake.problems import Problems
from data_access.intake.rows import count, flag

APART, INSIDE = "apart", "inside"
_OTHERS = LEVELS[2:]


def is_filled(entry: Entry) -> bool:
    """Whether any level or the total says anything."""
    return any(not has_nothing(entry.row.cells[name]) for name in (*LEVELS, "out_of", "state"))


def read_levels(entry: Entry, problems: Problems) -> None:
    """Fill in `counts` of an entry of a survey: the levels and the total that are there. Any other criterion is read as ever and has no levels."""
    row = entry.row
    filled = [name for name in (*LEVELS, "out_of") if not has_nothing(row.cells[name])]
    if not entry.rule["reading"]["rated"]:
        if any(name in _OTHERS for name in filled):
            problems.add("levels_unexpected", row.sheet, row.at("value"), criterion=entry.criterion)
        read_figures(entry, problems)
        return
    if entry.in_percent:
        problems.add(
            "share_needs_counts",
            row.sheet,
            row.at("value"),
            criterion=entry.criterion,
            text=row.text("value"),
            out_of=None,
        )
        return
    counts = {name: count(row, name, problems) for name in filled}
    known = {name: number for name, number in counts.items() if number is not None}
    if len(known) == len(filled):
        entry.counts = known


def settled_levels(entries: list[Entry], problems: Problems) -> list[Entry]:
    """The entries with the figures of those by level settled: one way of counting for the whole sheet, rows of one unit's parts added up."""
    counted = [one for one in entries if one.counts]
    ways = {id(one): _ways(one, problems) for one in counted}
    fitting = [one for one in counted if ways[id(one)]]
    told = {
        way: next((one for one in fitting if ways[id(one)] == {way}), None)
        for way in (APART, INSIDE)
    }
    ways_told = [one for one in told.values() if one]
    if len(ways_told) == 2:
        second, first = sorted(ways_told, key=lambda one: -one.row.number)
        problems.add(
            "levels_two_ways",
            second.row.sheet,
            second.row.at("value"),
            criterion=second.criterion,
            first=first.row.at("value"),
        )
        return [one for one in entries if one.counts is None]
    way = INSIDE if told[INSIDE] or not any("very" in one.row.letters for one in fitting) else APART
    unclear = [] if ways_told else [one for one in fitting if one.by_column.get("very")]
    for one in unclear:
        fields = {name: one.by_column[name] for name in ("very", "value")}
        problems.add(
            "levels_way_unclear",
            one.row.sheet,
            one.row.at("value"),
            criterion=one.criterion,
            **fields,
        )
    settled = [] if unclear else fitting
    for one in settled:
        _settle(one, way)
    _note_reading(settled, way, problems)
    return [one for one in entries if one.counts is None] + added(settled, problems)


def _ways(entry: Entry, problems: Problems) -> set[str]:
    """How the satisfied may have been counted: {apart}, {inside}, or both where it cannot be told or makes no difference. Empty = reported."""
    row, counts = entry.row, entry.by_column
    blank = next((name for name in LEVELS if name in row.letters and name not in counts), None)
    total, very = counts.get("out_of"), counts.get("very", 0)
    sums = {
        APART: sum(counts.get(name, 0) for name in LEVELS),
        INSIDE: sum(counts.get(name, 0) for name in LEVELS if name != "very"),
    }
    if total is None and blank:
        problems.add(
            "levels_incomplete", row.sheet, row.at(blank), criterion=entry.criterion, column=blank
        )
        return set()
    if total is None and "dissatisfied" not in row.letters:
        problems.add(
            "out_of_missing",
            row.sheet,
            row.at("value"),
            criterion=entry.criterion,
            value=counts.get("value"),
            staff=None,
        )
        return set()
    own = flag(row, "very_included", problems)
    ways = {way for way, added in sums.items() if total in (None, added)}
    if very > counts.get("value", 0) or own is False:
        ways.discard(INSIDE)
    if very and own:
        ways.discard(APART)
    if not ways:
        fields = {"apart": sums[APART], "inside": sums[INSIDE], "out_of": total}
        problems.add(
            "levels_do_not_add", row.sheet, row.at("out_of"), criterion=entry.criterion, **fields
        )
    return ways


def _settle(entry: Entry, way: str) -> None:
    counts = entry.by_column
    levels = LEVELS if way == APART else LEVELS[1:]
    entry.value = float(counts.get("value", 0))
    entry.out_of = counts.get("out_of", sum(counts.get(name, 0) for name in levels))
    if "very" in entry.row.letters:
        entry.very, entry.very_included = counts.get("very", 0), way == INSIDE


def _note_reading(settled: list[Entry], way: str, problems: Problems) -> None:
    """Say once for a sheet how its levels were read, at the first cell that it is about."""
    blank = [
        one
        for one in settled
        if any(name in one.row.letters and name not in one.by_column for name in LEVELS)
    ]
    without = [one for one in settled if "out_of" not in one.by_column]
    for code, entries in (
        (f"levels_{way}", settled),
        ("levels_blank", blank),
        ("levels_total_added", without),
    ):
        if entries:
            first = entries[0]
            problems.add(
                code,
                first.row.sheet,
                first.row.at("value"),
                criterion=first.criterion,
                rows=len(entries),
            )
