"""Worked examples of verdicts: the level over the years, falling, naming, staff shares, reports, units that ended."""

from __future__ import annotations

from math import factorial

import pandas as pd

from dashboard import inference
from dashboard.assessment.rules import RULES
from dashboard.assessment.standing import Standing
from dashboard.plan import TOTAL, Criterion
from dashboard.views import method_examples_words as words
from dashboard.views.method_scores import row_of
from dashboard.writing import formats
from dashboard.writing.chances import chance_words

FEWEST_YEARS, MOST_YEARS = 3, 7
LITTLE = 0.5  # a chance above it says nothing of a fall


def level(standing: Standing, unit: str, table: pd.DataFrame) -> list[str]:
    """This year's score beside the level that all years give."""
    one, found = row_of(standing, unit), standing.inferred["score_levels"].loc[unit]
    if formats.is_missing(found["level"]):
        return [words.NO_LEVEL]
    lines = [
        words.LEVEL.format(
            name=one["name"],
            year=standing.year,
            score=formats.number(one["score"]),
            years=int(found["points"]),
            level=standing.plan.scale.written(found["level"]),
            sd=formats.points(found["sd"]),
        )
    ]
    if not formats.is_missing(found["below"]):
        due = standing.progress[TOTAL].set_index("unit").at[unit, "due_target"]
        lines.append(
            words.LEVEL_BELOW.format(
                target=formats.number(due, None), chance=chance_words(found["below"])
            )
        )
    return lines


def falling(standing: Standing, unit: str, table: pd.DataFrame) -> list[str]:
    """In how many pairs of years the unit's score fell, and how likely that is by chance."""
    name, found = row_of(standing, unit)["name"], standing.inferred["score_ranks_down"].loc[unit]
    if formats.is_missing(found["p"]):
        return [words.NO_TREND.format(name=name)]
    fall = standing.inferred["score_falls"].at[unit, "fall"]
    moved = (words.FELL if fall > 0 else words.ROSE).format(points=formats.points(abs(fall)))
    told = words.TREND.format(
        name=name,
        years=int(found["points"]),
        down=int(found["down"]),
        pairs=int(found["pairs"]),
        moved=moved,
    )
    return [
        told,
        words.NO_SIGN
        if found["p"] > LITTLE
        else words.CHANCE.format(chance=formats.percent(found["p"])),
    ]


def smallest_chances() -> pd.DataFrame:
    """The smallest chance that the exact test of the order of years can give, for a perfect fall: years, orders (number of possible orders), p.

    One order of T! is the perfect fall: 3 years 1/6, 4 years 1/24 (Kendall 1975).
    """
    years = range(FEWEST_YEARS, MOST_YEARS + 1)
    perfect = pd.DataFrame([{year: float(-year) for year in range(length)} for length in years])
    return pd.DataFrame(
        {
            "years": list(years),
            "orders": [factorial(one) for one in years],
            "p": inference.mann_kendall(perfect)["p"].to_numpy(),
        }
    )


def named(standing: Standing, unit: str, table: pd.DataFrame) -> list[str]:
    """The reasoning of the first unit that is named, and of one that is only watched, in view."""
    flags = standing.flags[
        standing.flags["unit"].isin(table["unit"]) & (standing.flags["rule"] == "target")
    ]
    parts = (("named", words.NAMED), ("watch", words.WATCHED))
    lines = [
        f"{label}. {one.reason} {RULES[one.rule].sure(standing, one)}"
        for level_, label in parts
        for one in flags[flags["level"] == level_].head(1).itertuples()
    ]
    return lines or [words.NOBODY.format(year=standing.year)]


def staff(standing: Standing, unit: str, table: pd.DataFrame) -> list[str]:
    """How many people are missing for the target of one share of the staff."""
    about = [
        one for one in standing.plan.criteria if one.counts_people and one.code in standing.progress
    ]
    told = [line for one in about for line in _staff(standing, unit, one)]
    return told[:1] or [
        words.NO_STAFF.format(name=row_of(standing, unit)["name"], year=standing.year)
    ]


def _staff(standing: Standing, unit: str, criterion: Criterion) -> list[str]:
    own = standing.chosen.of(years=[standing.year], unit=[unit], criterion=[criterion.code])
    own = own[own["attained"].notna()]
    target = standing.progress[criterion.code].set_index("unit").at[unit, "target"] / 100
    if own.empty or formats.is_missing(target):
        return []
    met, people = own["value"].iloc[0], own["out_of"].iloc[0]
    needed = int(inference.people_needed(target, people, met))
    rest = (
        words.STAFF_NEEDED.format(people=formats.count(needed, "người"))
        if needed
        else words.STAFF_MET
    )
    return [
        words.STAFF.format(
            name=row_of(standing, unit)["name"],
            criterion=criterion.label,
            met=formats.out_of(met, people, "người"),
            rate=formats.percent(met / people, verdict_against=target),
            target=formats.percent(target, None),
            rest=rest,
        )
    ]


def report(standing: Standing, unit: str, table: pd.DataFrame) -> list[str]:
    """The unit's report of the year against its deadline."""
    own = standing.reports[
        (standing.reports["unit"] == unit) & (standing.reports["year"] == standing.year)
    ]
    if own.empty:
        return [words.NO_DEADLINE.format(year=standing.year)]
    one = own.iloc[0]
    filed = (
        ""
        if formats.is_missing(one["submitted_on"])
        else words.FILED.format(day=formats.date(one["submitted_on"]))
    )
    days = (
        words.DAYS_LATE.format(days=formats.count(one["days_late"], "ngày"))
        if one["report_state"] == "late"
        else ""
    )
    return [
        words.REPORT.format(
            name=row_of(standing, unit)["name"],
            filed=filed,
            due=formats.date(one["due"]),
            state=words.STATES[one["report_state"]],
            days=days,
        )
    ]


def lives(standing: Standing, unit: str, table: pd.DataFrame) -> list[str]:
    """How many units that lived in the year are assessed."""
    assessed = int(table["assessed"].sum())
    if assessed == len(table):
        return [
            words.ALL_ASSESSED.format(year=standing.year, units=formats.count(assessed, "đơn vị"))
        ]
    return [
        words.SOME_ASSESSED.format(
            year=standing.year, units=formats.out_of(assessed, len(table), "đơn vị")
        )
    ]
