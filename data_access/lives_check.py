"""Files whose units, successions and blocks nobody would want: refused or asked with their cell, by the same rules as the page Đơn vị (`unit_lives`)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any

import pandas as pd

from data_access.intake.problems import Problems
from data_access.intake.reading_result import Reading
from data_access.lives_after import Fault
from data_access.unit_lives import faults

SPEAKS_OF = {"lineage": ("before", "after"), "units": ("unit",), "unit_years": ("unit",)}
"""Tables that change lives, in the order in which the place of a fault is looked for."""
KNOWN = ("units", "lineage", "unit_years")
BY_BLOCK = ("block_dead", "block_of_other_kind")


def checked(
    readings: Iterable[tuple[int, Reading]],
    live: Callable[[], Mapping[str, pd.DataFrame]],
    confirmed: Collection[tuple[str, str]],
) -> Iterator[tuple[int, Reading]]:
    """The readings (place of the file, what it says), in the order in which they will be stored, each with a problem for every fault that it would make after those before it.

    `live` gives the live tables of `KNOWN` and is asked once, before the first reading that speaks of lives is handed on; `confirmed`: (file, code) of questions that were answered with yes.
    """
    known: Mapping[str, pd.DataFrame] | None = None
    for place, reading in readings:
        if not reading.has_errors and set(reading.tables) & set(SPEAKS_OF):
            known = live() if known is None else known
            codes = frozenset(code for file, code in confirmed if file == reading.file)
            reading = _with_faults(reading, known, codes)
            if not reading.has_errors:
                known = {name: _grown(known[name], reading.tables, name) for name in KNOWN}
        yield place, reading


def _grown(rows: pd.DataFrame, tables: Mapping[str, pd.DataFrame], name: str) -> pd.DataFrame:
    if name not in tables:
        return rows
    return pd.concat([rows.astype(object), tables[name].astype(object)], ignore_index=True)


def _with_faults(
    reading: Reading, known: Mapping[str, pd.DataFrame], confirmed: frozenset[str]
) -> Reading:
    tables = {name: rows for name, rows in reading.tables.items() if name in SPEAKS_OF}
    wrong = faults(tables, *(known[name] for name in KNOWN))
    if not wrong:
        return reading
    problems = Problems(reading.file, confirmed)
    for fault in wrong:
        problems.add(fault.code, *_place(tables, fault), **fault.fields)
    found = pd.concat([reading.problems, problems.frame()], ignore_index=True)
    return reading._replace(problems=found)


def _place(tables: Mapping[str, pd.DataFrame], fault: Fault) -> tuple[Any, Any]:
    """Sheet and cell of the last row that speaks of the units of a fault: of a block where that is what is wrong."""
    names = ["unit_years"] if fault.code in BY_BLOCK else [*SPEAKS_OF]
    for name in (one for one in names if one in tables):
        rows = tables[name]
        own = rows[rows[list(SPEAKS_OF[name])].isin(fault.units).any(axis=1)]
        if len(own):
            return own["sheet"].iloc[-1], own["cell"].iloc[-1]
    return None, None
