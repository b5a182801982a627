"""What is doubtful in the live results of a year before it is sealed: results that are not exact, and what is suspicious in them. It hangs on nothing that people enter at a meeting."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard.assessment.standing import Standing
from dashboard.assessment.suspicions import suspicions
from dashboard.views.tables_given import Tables
from dashboard.wording.suspicion_sentences import line


@dataclass(frozen=True)
class Doubts:
    """`unclear`: codes of units with a result that is told as more, less or about; `suspicious`: a line each."""

    unclear: tuple[str, ...]
    suspicious: tuple[str, ...]


def doubts(standing: Standing, tables: Tables) -> Doubts:
    """Those of the standing's year, which is looked at beside the one before it."""
    year = standing.year
    return doubts_in(standing, tables.counted("results", (year - 1, year)))


def doubts_in(standing: Standing, results: pd.DataFrame) -> Doubts:
    """The same of the live results of the year and the one before (or of all years)."""
    plan, year = standing.plan, standing.year
    own = results[results["year"] == year]
    inexact = own.loc[own["comparator"].fillna("=").ne("="), "unit"].unique()
    found = suspicions(plan, own, results)
    names = standing.table.set_index("unit")["name"].to_dict()
    rows: Any = found[found["year"] == year].itertuples(index=False)
    return Doubts(tuple(inexact), tuple(line(plan, one, names) for one in rows))
