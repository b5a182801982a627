"""Who answers for a unit: the columns of a list of units that name its head, by year."""

from __future__ import annotations

import datetime as dt
from typing import Any

from data_access.intake.days import day
from data_access.intake.problems import Problems
from data_access.intake.resolving import Resolver
from data_access.intake.rows import Row
from data_access.intake.unit_facts import Facts

CELLS = ("head", "head_post", "head_since")


def heads_of(
    row: Row, unit: dict[str, Any], facts: Facts, resolver: Resolver, problems: Problems
) -> list[dict[str, Any]]:
    """Records of `unit_heads`: of the row's year, else of every year of the plan from the day on which the person took the post, as long as the unit lives.

    Without either nothing says which years the person answers for: that is asked, never guessed.
    """
    person, since = row.text("head"), day(row, "head_since", problems, essential=True)
    if not person:
        if row.text("head_post") or row.text("head_since"):
            problems.add("required_missing", row.sheet, row.at("head"), column="head")
        return []
    if row.text("year"):
        years = [resolver.year(row)]
    elif since is None:
        if not row.text("head_since"):
            problems.add("head_since_missing", row.sheet, row.at("head"), person=person)
        return []
    else:
        years = _years_from(since, unit, facts)
    if not years and since is not None:
        span = {"first_year": facts.years[0], "last_year": facts.years[-1], "rows": 1}
        problems.add("year_outside_plan", row.sheet, row.at("head_since"), year=since.year, **span)
    told = {"person": person, "post": row.text("head_post"), "since": since}
    place = {"sheet": row.sheet, "cell": row.at("head")}
    return [{"unit": unit["unit"], "year": year, **told, **place} for year in years if year]


def _years_from(since: dt.date, unit: dict[str, Any], facts: Facts) -> list[int | None]:
    first = max(since, unit["valid_from"] or dt.date.min)
    last = unit["valid_to"] or dt.date.max
    return [year for year in facts.years if first.year <= year <= last.year]
