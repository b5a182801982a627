"""The sheet “Thông tin” of one unit's workbook: whose it is, of which year, and the filing itself."""
from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from data_access.intake.context import Info
from data_access.intake.days import days
from data_access.intake.facts import Facts
from data_access.intake.headers import INFO_LABELS
from data_access.intake.lists import list_of
from data_access.intake.problems import Problems
from data_access.intake.resolving import with_units, with_years
from data_access.intake.units import unit_years_of

_FILING = ("number", "dated", "submitted_on")


class Known(NamedTuple):
    """Unit and year of a workbook (None = it does not say, or says what cannot be told), and the day it was filed (NaT = unknown)."""

    unit: str | None = None
    year: int | None = None
    submitted_on: pd.Timestamp | None = None
    is_refused: bool = False


def known_info(info: Info, facts: Facts, problems: Problems) -> Known:
    """The unit and year that the workbook gives for all its sheets; what is wrong with them is reported once, here."""
    if not info.keys() & {"unit", "name"}:
        return _known_year(info, facts, problems)
    row = _row(info)
    dated = with_years(row, None, facts, problems) if "year" in info else row.assign(year=facts.years[-1])
    found = with_units(dated, facts, problems)
    if found.empty:
        return Known(is_refused=True)
    year = int(found["year"].iloc[0]) if "year" in info else None
    # The filing's own table reports what is wrong with its date; here it only dates the results.
    filed = days(row, "submitted_on", Problems(problems.file))
    return Known(found["unit"].iloc[0], year, filed.iloc[0])


def _known_year(info: Info, facts: Facts, problems: Problems) -> Known:
    if "year" not in info:
        return Known()
    found = with_years(_row(info), None, facts, problems)
    return Known(year=int(found["year"].iloc[0])) if len(found) else Known(is_refused=True)


def _row(info: Info) -> pd.DataFrame:
    place = next(info[label] for label in ("unit", "name", "year") if label in info)
    cells = {label: [info[label].value if label in info else ""] for label in dict.fromkeys(INFO_LABELS.values())}
    return pd.DataFrame(cells, dtype=object).assign(sheet=place.sheet, cell=place.cell)


def tables_of_info(info: Info, known: Known | None, facts: Facts, problems: Problems) -> dict[str, pd.DataFrame]:
    """unit_years and filings that the workbook's own lines give."""
    if known is None or known.unit is None or known.year is None:
        return {}
    row = _row(info).assign(unit=known.unit, name="", year=float(known.year))
    tables = {}
    if info.keys() & {"block", "staff"}:
        tables["unit_years"] = unit_years_of(row, None, facts, problems)
    if info.keys() & set(_FILING):
        tables["filings"] = list_of("filings", row, None, facts, problems)
    return tables
