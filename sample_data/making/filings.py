"""Who filed the yearly report when, and when its points were appraised."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import NamedTuple

from .chance import draw
from .figures import PLAN
from .units import YEARS, Unit, all_units

DUE = {one["year"]: one["due"] for one in PLAN["reports"]}
KIND_WORDS = {"annual": "Báo cáo năm", "review": "Báo cáo sơ kết", "final": "Báo cáo tổng kết"}
ASKED_KIND = {one["year"]: one["kind"] for one in PLAN["reports"]}
SELF_ONLY = {(2025, "Khối đơn vị sự nghiệp công lập")}  # blocks whose appraisal is not there yet
OWN_FILES_A_YEAR = 3
CORRECTED = (("STP", 2021), ("HBT", 2023))  # filed, then filed anew with corrected figures


class Filing(NamedTuple):
    """One report as filed; `submitted_on` None = not filed."""

    number: str
    dated: dt.date | None
    submitted_on: dt.date | None


@cache
def filing(unit: Unit, year: int) -> Filing:
    """The report of a unit and year: about 4 % never file, 5 % file late; lagging units do file, and late more often."""
    source, more = (
        draw("yearly report", unit.code, year),
        0.06 if unit.profile in ("low", "falling") else 0.0,
    )
    luck, due = source.random(), DUE[year]
    corrected = (unit.code, year) in CORRECTED
    if luck < 0.04 and not more and not corrected:
        return Filing("", None, None)
    late = luck < 0.085 + 2 * more and not corrected
    submitted = due + dt.timedelta(
        days=source.randrange(2, 40) if late else -source.randrange(0, 24)
    )
    dated = submitted - dt.timedelta(days=source.randrange(0, 4))
    return Filing(f"{source.randrange(60, 420)}/BC-{initials(unit)}", dated, submitted)


def initials(unit: Unit) -> str:
    """The office in the number of a document: UBND for places, else the unit's own code."""
    return "UBND" if unit.kind in ("huyen", "xa") else unit.code.rstrip("25")


def report_words(year: int) -> str:
    """What the report that the plan asks for in the year is called."""
    return KIND_WORDS[ASKED_KIND[year]]


def scored(unit: Unit, year: int) -> bool:
    """Whether the unit scored itself: every unit that filed."""
    return filing(unit, year).submitted_on is not None


def appraised_on(unit: Unit, year: int) -> dt.date | None:
    """Day of the appraisal; None where there is none (self only, or half of the units that did not file)."""
    source = draw("appraised", unit.code, year)
    if (year, unit.block_in(year)) in SELF_ONLY or (
        not scored(unit, year) and source.random() < 0.5
    ):
        return None
    usual = dt.date(year, 12, 18) + dt.timedelta(days=source.randrange(0, 12))
    submitted = filing(unit, year).submitted_on
    return max(usual, submitted + dt.timedelta(days=5)) if submitted else usual


def assessed(unit: Unit, year: int) -> bool:
    """Whether there is anything of the unit in its block's workbook or in its own."""
    return unit.reports_for(year) and (scored(unit, year) or appraised_on(unit, year) is not None)


@cache
def with_own_file(year: int) -> tuple[Unit, ...]:
    """Units whose figures of the year come in a workbook of their own: the latest filers, the corrected and the messy ones."""
    late = sorted(
        (one for one in all_units() if one.reports_for(year) and _days_late(one, year) > 0),
        key=lambda one: -_days_late(one, year),
    )
    named = [one for one in all_units() if (one.code, year) in CORRECTED]
    return (*late[:OWN_FILES_A_YEAR], *named)


def _days_late(unit: Unit, year: int) -> int:
    submitted = filing(unit, year).submitted_on
    return (submitted - DUE[year]).days if submitted else 0


def own_files() -> list[tuple[Unit, int]]:
    """Every (unit, year) with a workbook of its own."""
    return [(unit, year) for year in YEARS for unit in with_own_file(year)]
