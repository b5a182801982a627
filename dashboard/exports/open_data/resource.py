"""What a table of the open data is: its columns with type and meaning, and the rows that a `Standing` gives."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Self

import pandas as pd

from dashboard.assessment import as_tables
from dashboard.assessment.kept_criteria import is_offered
from dashboard.assessment.standing import Standing
from dashboard.plan import KEPT, Plan

OF_SURVEY = frozenset(
    ("satisfaction", "satisfaction_low", "satisfaction_high", "satisfaction_status", "respondents")
)
STRING, WHOLE, NUMBER, FLAG, DAY = "string", "integer", "number", "boolean", "date"


class Field(NamedTuple):
    """A column: its name, its Frictionless type, what it means."""

    name: str
    type: str
    description: str


class Resource(NamedTuple):
    """A table: `rows` gives one row a key; a missing value is missing, never 0."""

    name: str
    title: str
    key: tuple[str, ...]
    fields: tuple[Field, ...]
    rows: Callable[[Standing], pd.DataFrame]

    def of_plan(self, plan: Plan) -> Self:
        """The table without the columns that a plan has nothing for: those of the survey where it has none."""
        if plan.survey:
            return self
        return self._replace(fields=tuple(one for one in self.fields if one.name not in OF_SURVEY))

    def table(self, standing: Standing, state: str, illustrative: bool) -> pd.DataFrame:
        """The rows in the order and with the types of `fields`, each with its edition and whether it is sample data."""
        rows = as_tables.of_edition(self.rows(standing), standing.edition, state)
        rows = rows.assign(illustrative=illustrative)[[one.name for one in self.fields]]
        return rows.astype({one.name: "Int64" for one in self.fields if one.type == WHOLE})


def units(standing: Standing) -> pd.DataFrame:
    """One row a unit and year."""
    return standing.members.rename(columns={"unit": "unit_code", "name": "unit"})


def sources(standing: Standing) -> pd.DataFrame:
    """One row a figure, with the place that it was read from."""
    years = [one for one in standing.chosen.years if one <= standing.year]
    rows = standing.chosen.of(years=years)
    days = rows["submitted_on"].dt.strftime("%Y-%m-%d")
    return rows.assign(submitted_on=days).rename(columns={"unit": "unit_code"})


def criteria(standing: Standing) -> pd.DataFrame:
    """The criteria of the plan."""
    groups = {one.code: one.name for one in standing.plan.groups}
    own = [one.model_dump() for one in standing.plan.criteria]
    rows = pd.DataFrame(own).rename(columns={"code": "criterion", "kind": "criterion_kind"})
    return rows.assign(
        group_name=rows["group"].map(groups),
        max=pd.to_numeric(rows["max"]),
        weight=[one.points_weight for one in standing.plan.criteria],
    )


def _measures(standing: Standing) -> list[str]:
    """Codes of everything that has a series, each once: the total (as in flags: `score`), the sum of what stayed where a change of criteria cuts it (`kept`), groups, criteria."""
    plan = standing.plan
    kept = [KEPT] if is_offered(plan, standing.year) else []
    codes = [*(one.code for one in plan.groups), *(one.code for one in plan.criteria)]
    return ["score", *kept, *dict.fromkeys(codes)]


def trends(standing: Standing) -> pd.DataFrame:
    """Every measure over the years."""
    codes = _measures(standing)
    parts = [as_tables.trend_rows(standing, one).assign(measure=one) for one in codes]
    return pd.concat([one for one in parts if len(one)] or parts[:1], ignore_index=True)
