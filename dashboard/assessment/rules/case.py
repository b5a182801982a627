"""What the rules look at, and the shape of what they answer."""

from __future__ import annotations

import datetime as dt
from collections import namedtuple
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any

import pandas as pd

from dashboard.assessment.seen_by_year import Seen
from dashboard.plan import Criterion, Limits, Plan
from dashboard.writing.formats import is_missing

COLUMNS = [
    "unit",
    "year",
    "indicator",
    "rule",
    "level",
    "certainty",
    "why",
    "reason",
    "numbers",
    "file",
    "sheet",
    "cell",
]


@dataclass(frozen=True, eq=False)
class Case:
    """Everything about one assessed year that a rule may use: its table, what it was worked out of (`seen`), `progress` by measure."""

    plan: Plan
    year: int
    as_of: dt.date
    table: pd.DataFrame
    seen: Seen
    progress: dict[str, pd.DataFrame]
    inferred: dict[str, pd.DataFrame] = field(default_factory=dict)

    @property
    def limits(self) -> Limits:
        return self.plan.limits

    @cached_property
    def assessed(self) -> pd.DataFrame:
        """The rows of `table` that may be flagged."""
        return self.table[self.table["assessed"]]

    @cached_property
    def units(self) -> dict[str, Any]:
        """The assessed units by code, each with name, block, stage and appraised_share."""
        rows: Any = each(self.assessed[["unit", "name", "block", "stage", "appraised_share"]])
        return {one.unit: one for one in rows}

    @cached_property
    def surveys_of_year(self) -> pd.DataFrame:
        """The year's surveys."""
        return self.seen.surveys[self.seen.surveys["year"] == self.year]

    @cached_property
    def block_medians(self) -> dict[tuple[Any, int], float]:
        """Medians by block and year."""
        found = self.seen.medians
        return dict(zip(zip(found["block"], found["year"]), found["median"].tolist()))

    @cached_property
    def score_sources(self) -> dict[str, dict]:
        """Where the year's weighted results of each unit stand (`sources_of`)."""
        return sources_of(self.seen.results[self.seen.results["weight"] > 0])

    @cached_property
    def survey_sources(self) -> dict[str, dict]:
        """Where the year's main survey of each unit stands (`sources_of`)."""
        own = self.surveys_of_year["criterion"] == self.survey.code
        return sources_of(self.surveys_of_year[own])

    @property
    def survey(self) -> Criterion:
        """The main survey. A plan without one has no rows that its rules could be asked about."""
        if self.plan.survey is None:
            raise LookupError("the plan has no survey")
        return self.plan.survey

    def indicator(self, criterion: Criterion) -> str:
        """How a flag names a criterion: the main survey is “satisfaction”."""
        return "satisfaction" if criterion.code == self._survey_code else criterion.code

    @cached_property
    def _survey_code(self) -> str:
        return self.plan.survey.code if self.plan.survey else ""

    def milestone_name(self, year: float) -> str:
        """“Sơ kết 2022” for the milestone with a target in that year."""
        return self._milestone_names.get(int(year)) or f"năm {int(year)}"

    @cached_property
    def _milestone_names(self) -> dict[int, str]:
        return {one.year: f"mốc {one.label}" for one in reversed(self.plan.milestones)}


@cache
def _row(names: tuple[str, ...]) -> type:
    return namedtuple("Row", names, rename=True)


def each(rows: pd.DataFrame) -> Iterable[Any]:
    """The rows one by one, each with its label as `Index` and its values by the names of their columns, as plain Python has them."""
    columns = (plain_values(values) for _, values in rows.items())
    return map(
        _row(("Index", *rows.columns))._make,  # type: ignore[attr-defined]
        zip(rows.index.tolist(), *columns, strict=True),
    )


def plain_values(values: pd.Series) -> list[Any]:
    """The values as plain Python has them; texts come ten times as fast as objects."""
    return (values.astype(object) if values.dtype == "str" else values).tolist()


def flags_of(found: list[dict]) -> pd.DataFrame:
    """Flags as a frame with all of `COLUMNS`; an empty one has them too, and what has no certainty has ''."""
    plain = {"certainty": "", "why": ""}
    return pd.DataFrame([plain | one for one in found], columns=COLUMNS)


def known(numbers: dict) -> dict:
    """Numbers of a flag with None for what is not known."""
    return {name: None if is_missing(value) else value for name, value in numbers.items()}


def sources_of(rows: pd.DataFrame) -> dict[str, dict]:
    """Where the numbers of each unit stand: unit → file, sheet, cell (several files are named one after another; sheet and cell of one number alone)."""
    units, files = plain_values(rows["unit"]), plain_values(rows["file"])
    found: dict[str, dict] = {}
    for unit, file in sorted(one for one in set(zip(units, files)) if not pd.isna(one[1])):
        known = found.setdefault(unit, {"file": None, "sheet": None, "cell": None})
        known["file"] = f"{known['file']}; {file}" if known["file"] else file
    alone = rows.loc[~rows["unit"].duplicated(keep=False), ["unit", "sheet", "cell"]]
    for _, unit, sheet, cell in each(alone):
        found.setdefault(unit, {"file": None}).update(sheet=sheet, cell=cell)
    return found
