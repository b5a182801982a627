"""Reading files: bytes in, tables and problems out. Nothing is stored here, and no content of a file raises an exception."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import chain
from typing import Any

import pandas as pd

from data_access.intake.body import body_of
from data_access.intake.boundaries import boundaries_of
from data_access.intake.column_checks import roles_of
from data_access.intake.context import Info
from data_access.intake.file_opening import Found, Look, Opened, looked_at, opened
from data_access.intake.maxima import with_maxima
from data_access.intake.problems import Problems
from data_access.intake.reading_result import Reading
from data_access.intake.sheet_tables import tables_of_sheet
from data_access.intake.sheets import text_of
from data_access.intake.strange_text import check_texts
from data_access.intake.tables import as_table, without_repeats
from data_access.intake.told import CLAIMS, titled_year
from data_access.intake.unit_facts import Facts
from data_access.intake.whose_sheet import info_of_table
from data_access.intake.workbook_info import Known, known_info, tables_of_info

COLUMNS = ["file", "sheet", "cell", "header", "role"]
NOTES = ["file", "sheet", "table", "rows", "left_out"]
_FIRST = ["units", "lineage", "aliases", "unit_years"]  # what the other tables build on


def read(
    name: str, content: bytes, facts: Facts, confirmed: Collection[tuple[str, str]] = ()
) -> Reading:
    """What the file says, checked against the plan and the units of `facts`. Any bytes give an answer. `confirmed`: see `readings_of`."""
    return read_all([(name, content)], facts, confirmed=confirmed)[0]


def read_all(
    files: Iterable[tuple[str, bytes]],
    facts: Facts,
    progress: Callable[[str], None] = lambda name: None,
    confirmed: Collection[tuple[str, str]] = (),
) -> dict[int, Reading]:
    """All that `readings_of` reads: place of the file in the order given → what it says."""
    return dict(readings_of(files, facts, progress, confirmed))


def readings_of(
    files: Iterable[tuple[str, bytes]],
    facts: Facts,
    progress: Callable[[str], None] = lambda name: None,
    confirmed: Collection[tuple[str, str]] = (),
) -> Iterator[tuple[int, Reading]]:
    """What several files (name, content) say that may build on each other, each with its place in the order given, as soon as it is read.

    Files that bring units, other names, blocks or staff are read (and come) first; what they bring without an error is known to
    the others. `progress(name)` is called twice for each file: before it is opened and before it is read. `confirmed`: (file, code) of the
    questions to which a person has said yes.
    """
    yes = defaultdict(set)
    for name, code in confirmed:
        yes[name].add(code)
    all_opened, looks, ranks = [], [], []
    for name, content in files:
        progress(name)
        all_opened.append(opened(name, content, Problems(name, frozenset(yes[name]))))
        looks.append(looked_at(all_opened[-1], facts.names))
        ranks.append(min(map(_rank, looks[-1].recognition.found), default=len(_FIRST)))
    for place in sorted(range(len(all_opened)), key=ranks.__getitem__):
        progress(all_opened[place].file)
        reading = FileReading(all_opened[place], facts, looks[place]).reading()
        if ranks[place] < len(_FIRST) and not reading.has_errors:
            facts = facts.with_found(reading.tables)
        yield place, reading


def _rank(found: Found) -> int:
    return _FIRST.index(found.layout.table) if found.layout.table in _FIRST else len(_FIRST)


class FileReading:
    """The reading of one opened file, table by table: those that others build on first."""

    def __init__(self, one: Opened, facts: Facts, look: Look) -> None:
        self._file, self._facts, self._problems, self._look = one, facts, one.problems, look
        self._known: dict[tuple[Any, ...], tuple[Info, Known]] = {}
        self._records: dict[str, list[dict[str, Any]]] = defaultdict(list)
        self._notes: list[tuple[Any, ...]] = []
        self._claims: list[tuple[Any, ...]] = []
        self._columns: list[tuple[Any, ...]] = []

    def reading(self) -> Reading:
        """What the file says."""
        if self._file.drawn:
            return self._boundaries()
        before = self._facts
        recognition = self._look.again(self._file, self._facts.names)
        places = sorted(recognition.found, key=_rank)
        general = [one for one in places if _rank(one) < len(_FIRST)]
        for found in general:
            self._take(found, Known())
            tables = {
                table: as_table(table, rows, self._file.file)
                for table, rows in self._records.items()
            }
            self._facts = self._facts.with_found(tables)
        for found in places[len(general) :]:
            info = info_of_table(
                found, recognition.info, recognition.said, self._facts, self._problems
            )
            if info is not None:
                self._take(found, self._known_of(info, found))
        for info, known in self._known.values():
            for table, rows in tables_of_info(info, known, self._facts, self._problems).items():
                self._note(table, rows, rows[0]["sheet"] if rows else None, 0)
        self._ask_for_new_units(before)
        return self._answer()

    def _boundaries(self) -> Reading:
        rows = boundaries_of(self._file.drawn, self._facts.lives, self._problems)
        self._note("boundaries", rows, None, 0)
        return self._answer()

    def _ask_for_new_units(self, before: Facts) -> None:
        """New units of which a table beside results tells nothing but code and name would be made by the way: that is a question of its own."""
        new = [
            one
            for one in self._records["units"]
            if one["unit"] not in before.lives and not one["kind"]
        ]
        if new and self._records["results"]:
            first = new[0]
            self._problems.add(
                "units_beside_results",
                first["sheet"],
                first["cell"],
                rows=len(new),
                text=first["name"],
            )

    def _known_of(self, info: Info, found: Found) -> Known:
        titled = None if "year" in info else titled_year(found)
        key = (*(info.get(label) for label in ("unit", "name", "year")), titled)
        if key not in self._known:
            self._known[key] = info, known_info(info, self._facts, self._problems, titled)
        return self._known[key][1]

    def _take(self, found: Found, known: Known) -> None:
        facts, problems = self._facts, self._problems
        body = body_of(found.sheet, found.layout, facts.names, facts.group_names)
        found = found._replace(layout=with_maxima(found.layout, body.maxima))
        tables, claims = tables_of_sheet(found, body, known, facts, problems)
        self._claims += [
            (
                self._file.file,
                found.sheet.name,
                one.cell,
                one.kind,
                text_of(one.value),
                one.place,
                one.text,
            )
            for one in claims
        ]
        self._columns += [
            (self._file.file, found.sheet.name, *one) for one in roles_of(found.layout, body)
        ]
        for table, rows in tables.items():
            self._note(table, rows, found.sheet.name, body.left_out)

    def _note(
        self, table: str, rows: list[dict[str, Any]], sheet: str | None, left_out: int
    ) -> None:
        self._records[table] += rows
        if rows:
            self._notes.append((self._file.file, sheet, table, len(rows), left_out))

    def _answer(self) -> Reading:
        check_texts(chain.from_iterable(self._records.values()), self._problems)
        tables = {
            table: as_table(table, without_repeats(table, rows, self._problems), self._file.file)
            for table, rows in self._records.items()
            if rows
        }
        return Reading(
            self._file.file,
            tables,
            self._problems.frame(),
            pd.DataFrame(self._notes, columns=NOTES),
            pd.DataFrame(self._claims, columns=CLAIMS),
            pd.DataFrame(self._columns, columns=COLUMNS),
        )
