"""What the rules look at, and the shape of what they answer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pandas as pd

from dashboard.plan import Criterion, Limits, Plan

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


@dataclass(frozen=True)
class Case:
    """Everything about one assessed year that a rule may use. Frames as in docs/architecture.md; `progress` by measure."""

    plan: Plan
    year: int
    as_of: dt.date
    table: pd.DataFrame
    scores: pd.DataFrame
    rows: pd.DataFrame
    surveys: pd.DataFrame
    progress: dict[str, pd.DataFrame]
    medians: pd.DataFrame
    reports: pd.DataFrame
    limitations: pd.DataFrame
    inferred: dict[str, pd.DataFrame] = field(default_factory=dict)

    @property
    def limits(self) -> Limits:
        return self.plan.limits

    @cached_property
    def assessed(self) -> pd.DataFrame:
        """The rows of `table` that may be flagged."""
        return self.table[self.table["assessed"]]

    @cached_property
    def of_year(self) -> pd.DataFrame:
        """The chosen rows of the year."""
        return self.rows[self.rows["year"] == self.year]

    @property
    def survey(self) -> Criterion:
        """The main survey. A plan without one has no rows that its rules could be asked about."""
        if self.plan.survey is None:
            raise LookupError("the plan has no survey")
        return self.plan.survey

    def indicator(self, criterion: Criterion) -> str:
        """How a flag names a criterion: the main survey is “satisfaction”."""
        return (
            "satisfaction"
            if self.plan.survey and criterion.code == self.plan.survey.code
            else criterion.code
        )

    def milestone_name(self, year: float) -> str:
        """“Sơ kết 2022” for the milestone with a target in that year."""
        names = [one.label for one in self.plan.milestones if one.year == int(year)]
        return f"mốc {names[0]}" if names else f"năm {int(year)}"


def each(rows: pd.DataFrame) -> Iterable[Any]:
    """The rows one by one, as `itertuples` gives them; texts as plain objects, which come ten times as fast."""
    texts = [name for name, kind in rows.dtypes.items() if kind == "str"]
    return rows.astype(dict.fromkeys(texts, object)).itertuples()


def flags_of(found: list[dict]) -> pd.DataFrame:
    """Flags as a frame with all of `COLUMNS`; an empty one has them too, and what has no certainty has ''."""
    plain = {"certainty": "", "why": ""}
    return pd.DataFrame([plain | one for one in found], columns=COLUMNS)


def known(numbers: dict) -> dict:
    """Numbers of a flag with None for what is not known."""
    return {name: None if pd.isna(value) else value for name, value in numbers.items()}


def score_sources(case: Case, units: pd.Index) -> dict[str, dict]:
    """Where the year's weighted results of these units stand."""
    return source_of(case.of_year[case.of_year["weight"] > 0], units)


def survey_sources(case: Case, units: pd.Index) -> dict[str, dict]:
    """Where the year's main survey of these units stands."""
    own = case.surveys["criterion"] == case.survey.code
    return source_of(case.surveys[own & (case.surveys["year"] == case.year)], units)


def source_of(rows: pd.DataFrame, units: pd.Index) -> dict[str, dict]:
    """Where the numbers of each of these units stand: unit → file, sheet, cell (several files are named one after another)."""
    if not len(units):
        return {}
    rows = rows[rows["unit"].isin(units)]
    found: dict[str, dict] = {}
    one: Any
    for one in each(
        rows[["unit", "file"]].dropna().drop_duplicates().sort_values(["unit", "file"])
    ):
        known = found.setdefault(one.unit, {"file": None, "sheet": None, "cell": None})
        known["file"] = f"{known['file']}; {one.file}" if known["file"] else one.file
    for one in each(rows.drop_duplicates("unit", keep=False)[["unit", "sheet", "cell"]]):
        found.setdefault(one.unit, {"file": None}).update(sheet=one.sheet, cell=one.cell)
    return found
