"""The invented figures: a latent quality per unit and year, seen through points, head counts, survey forms and case files.

Quality is a score 0–100 around the province's path (with the dip of 2021); a unit keeps its own distance from it, drifts a
little, and is measured with noise. Points are rounded to the half or quarter point that appraisers give.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

from .chance import bell, count_of, draw, kept, shifted, successes
from .units import Unit

PLAN = tomllib.loads((Path(__file__).parents[1] / "plan.toml").read_text(encoding="utf-8"))
CRITERIA = {one["code"]: one for one in PLAN["criteria"]}
POINTS = [one["code"] for one in PLAN["criteria"] if one["kind"] == "points"]
PEOPLE = [one["code"] for one in PLAN["criteria"] if one["group"] == "ca_nhan"]
SURVEY, FILES = "HL", ("DH", "DVC")

PROVINCE = {2019: 74.5, 2020: 77.0, 2021: 75.0, 2022: 79.5, 2023: 81.7, 2024: 83.4, 2025: 84.6}
SATISFIED = {
    2019: 0.845,
    2020: 0.862,
    2021: 0.852,
    2022: 0.885,
    2023: 0.902,
    2024: 0.917,
    2025: 0.928,
}
ON_TIME = {
    2019: 0.948,
    2020: 0.955,
    2021: 0.946,
    2022: 0.962,
    2023: 0.970,
    2024: 0.976,
    2025: 0.979,
}
ONLINE = {
    2019: 0.16,
    2020: 0.25,
    2021: 0.37,
    2022: 0.30,
    2023: 0.50,
    2024: 0.69,
    2025: 0.83,
}  # counted anew from 2022
ONLINE_BY_KIND = {"so_nganh": 0.35, "huyen": 0.0, "xa": -0.25}
EASIER = {
    "PT1": 0.07,
    "XS1": 0.06,
    "TC7": 0.05,
    "TC2": 0.03,
    "PT3": -0.06,
    "IT2": -0.06,
    "CC3": -0.05,
    "CC2": -0.03,
    "TC4": -0.05,
}
PEOPLE_LEVEL = {
    "CN1": 0.968,
    "CN2": 0.962,
    "CN3": 0.967,
    "CN4": 0.961,
    "CN5": 0.992,
    "CN6": 0.979,
    "CN7": 0.972,
}
SURVEY_NOISE = 0.004
NO_COUNTER = ("CC1", "CC2")  # criteria about procedures at a counter: not for units that have none


class Counted(NamedTuple):
    """A count out of a count; `very` only for surveys."""

    value: int
    out_of: int
    very: int | None = None


@cache
def quality(unit: Unit, year: int) -> float:
    """Latent score 0–100 of a unit in a year, by its profile."""
    steps = year - 2019
    if unit.profile == "falling":
        level = (
            83 + bell(1.5, "start", unit.code) - draw("slope", unit.code).uniform(3.1, 4.0) * steps
        )
    elif unit.profile == "improving":
        level = (
            64 + bell(1.5, "start", unit.code) + draw("slope", unit.code).uniform(3.0, 3.9) * steps
        )
    elif unit.profile == "low":
        level = PROVINCE[year] - 12.5 + bell(1.2, "start", unit.code)
    else:
        drift = bell(0.35, "slope", unit.code) * (year - 2022)
        level = PROVINCE[year] + unit.effect + bell(2.8, "start", unit.code) + drift
    return kept(level + bell(1.2, "year", unit.code, year), 35, 97)


def has_counter(unit: Unit) -> bool:
    """Whether the unit takes in procedures at a one-stop counter."""
    return unit.forms > 0 or unit.files > 0


def asked(code: str, unit: Unit) -> bool:
    """Whether the plan asks the criterion of the unit's kind."""
    return unit.kind in CRITERIA[code].get("unit_kinds", [unit.kind])


def not_applicable(code: str, unit: Unit) -> bool:
    """Whether a criterion that the plan asks of the kind does not apply to this unit."""
    return (
        code in NO_COUNTER
        and not has_counter(unit)
        or code == SURVEY
        and not unit.forms
        or code in FILES
        and not unit.files
    )


def lacking(unit: Unit, year: int) -> str:
    """The one criterion that a few units (about 1 in 50) left blank; else ''."""
    source = draw("lacking", unit.code, year)
    return source.choice(POINTS) if source.random() < 0.02 else ""


def _step(code: str) -> float:
    return 0.25 if CRITERIA[code]["max"] <= 5 else 0.5


def _rounded(points: float, code: str) -> float:
    step = _step(code)
    return kept(round(points / step) * step, 0, CRITERIA[code]["max"])


def appraised_points(unit: Unit, year: int, code: str) -> float:
    """Appraised points of one criterion, never above its maximum."""
    share = (
        quality(unit, year) / 100
        + EASIER.get(code, 0)
        + bell(0.04, "habit", unit.code, code)
        + bell(0.035, "point", unit.code, year, code)
    )
    return _rounded(kept(share, 0.2, 1) * CRITERIA[code]["max"], code)


def self_points(unit: Unit, year: int, code: str) -> float:
    """The unit's own points: the appraised ones and a little more, as units do."""
    kindness = draw("kindness", unit.code).choice([0.01, 0.02, 0.03, 0.04, 0.04, 0.09])
    more = abs(bell(kindness, "self", unit.code, year, code)) * CRITERIA[code]["max"]
    return _rounded(appraised_points(unit, year, code) + more, code)


def people(unit: Unit, year: int, code: str) -> Counted:
    """Staff who reach one of the seven groups, of all staff."""
    habit = bell(0.22, "people", unit.code, code) + bell(0.15, "people", unit.code, year, code)
    level = shifted(PEOPLE_LEVEL[code], 0.06 * (quality(unit, year) - 80) + habit)
    staff = unit.staff_in(year)
    return Counted(round(staff * kept(level, 0.5, 1)), staff)


def survey(unit: Unit, year: int) -> Counted:
    """Satisfied and very satisfied of the forms collected, with the extra noise between surveys."""
    source = draw("collected", unit.code, year)
    forms = max(5, round(unit.forms * source.uniform(0.75, 1.2)))
    share = shifted(
        SATISFIED[year],
        0.05 * (quality(unit, year) - PROVINCE[year]) + bell(0.22, "satisfied", unit.code),
    )
    satisfied = successes(forms, share, SURVEY_NOISE, "survey", unit.code, year)
    very = successes(
        satisfied,
        kept(0.42 + bell(0.10, "very", unit.code) + 0.012 * (year - 2019), 0.1, 0.9),
        0,
        "very",
        unit.code,
        year,
    )
    return Counted(satisfied, forms, very)


def case_files(unit: Unit, year: int, code: str) -> Counted:
    """Files solved on time (DH) or handed in online (DVC) of all files, by the one-stop software."""
    source = draw("files of", unit.code, year, code)
    total = max(
        12,
        round(
            unit.files
            * (1 + 0.02 * (year - 2019))
            * source.uniform(0.9, 1.1)
            * _part_of_year(unit, year)
        ),
    )
    if code == "DH":
        share = shifted(
            ON_TIME[year],
            0.04 * (quality(unit, year) - PROVINCE[year]) + bell(0.3, "on time", unit.code),
        )
    else:
        share = shifted(
            ONLINE[year],
            ONLINE_BY_KIND[unit.kind]
            + bell(0.3, "online", unit.code)
            + 0.02 * (quality(unit, year) - PROVINCE[year]),
        )
    return Counted(count_of(total, share, "counted", unit.code, year, code), total)


def _part_of_year(unit: Unit, year: int) -> float:
    """Share of the year's months in which the unit lived."""
    first = unit.valid_from.month if unit.valid_from and unit.valid_from.year == year else 1
    last = unit.valid_to.month if unit.valid_to and unit.valid_to.year == year else 12
    return (last - first + 1) / 12
