"""The sheet “Thông tin” of one unit's workbook: whose it is, of which year, and the filing itself."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any, NamedTuple

from data_access.intake.context import Info
from data_access.intake.days import day
from data_access.intake.headers import INFO_LABELS
from data_access.intake.lists import list_of
from data_access.intake.problems import Problems
from data_access.intake.resolving import Resolver
from data_access.intake.rows import Row, count
from data_access.intake.unit_facts import Facts
from data_access.intake.unit_rows import unit_years_of

_FILING = {"number", "dated", "submitted_on"}


class Known(NamedTuple):
    """Unit and year of a workbook, its staff and the day it was filed (None = it does not say); `is_refused` if what it says cannot be told."""

    unit: str | None = None
    year: int | None = None
    staff: int | None = None
    submitted_on: dt.date | None = None
    is_refused: bool = False


def known_info(info: Info, facts: Facts, problems: Problems, titled: int | None = None) -> Known:
    """The unit and year that a sheet has from its workbook or its own lines; what is wrong with them is reported once, here.

    `titled`: the year that a title or a name tells, where the lines tell none; it only tells units of one name apart.
    """
    row, resolver = _row(info), Resolver(facts, problems)
    year = resolver.year(row) if "year" in info else None
    unit = resolver.unit(row, year or titled) if info.keys() & {"unit", "name"} else None
    is_refused = ("year" in info and year is None) or (
        bool(info.keys() & {"unit", "name"}) and unit is None
    )
    # What is wrong with staff and the day of filing is reported with their own tables (`tables_of_info`), not here.
    elsewhere = Problems(problems.file)
    return Known(
        unit, year, count(row, "staff", elsewhere), day(row, "submitted_on", elsewhere), is_refused
    )


def tables_of_info(
    info: Info, known: Known, facts: Facts, problems: Problems
) -> dict[str, list[dict[str, Any]]]:
    """Records of unit_years and filings that the workbook's own lines give."""
    if known.unit is None or known.year is None:
        return {}
    row, resolver = _row(info), Resolver(facts, problems)
    row.cells.update(unit=known.unit, name="")
    tables = {}
    if info.keys() & {"block", "staff"}:
        tables["unit_years"] = unit_years_of([row], resolver, problems)
    if info.keys() & _FILING:
        tables["filings"] = list_of("filings", [row], resolver, problems)
    return tables


@dataclass(slots=True)
class _Labelled(Row):
    """Labels as one row, though their values stand in different rows of the sheet."""

    places: dict[str, str]

    def at(self, column: str | None = None) -> str:
        """The cell of a label's value, else of the first one."""
        return self.places.get(column or "") or next(iter(self.places.values()), "A1")


def _row(info: Info) -> Row:
    cells = {
        label: info[label].value if label in info else ""
        for label in dict.fromkeys(INFO_LABELS.values())
    }
    sheet = next((said.sheet for said in info.values()), None)
    return _Labelled(
        sheet, 1, cells, {}, {label: info[label].cell for label in ("unit", *info) if label in info}
    )
