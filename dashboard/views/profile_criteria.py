"""Every criterion of a unit in a year, self-assessed beside appraised, each with the cell it comes from and its earlier revisions."""

from __future__ import annotations

from typing import Any

import pandas as pd

from dashboard.assessment.standing import Standing
from dashboard.plan import Criterion, Plan
from dashboard.plan.kinds.kind import Result
from dashboard.views.revisions import imported_at, state
from dashboard.wording import profile_words as words
from dashboard.wording.sources import source_words
from dashboard.writing import formats
from dashboard.writing.stages import STAGES

COMPARATORS = {">": "trên ", ">=": "từ ", "<": "dưới ", "<=": "không quá ", "~": "khoảng "}
NO_VALUE, NOT_APPLICABLE = "chưa có số liệu", "không áp dụng"


def criteria(standing: Standing, results: pd.DataFrame, unit: str) -> pd.DataFrame:
    """One row a criterion that the plan asks of the unit in the year: criterion, group, name, attained (0–1), self, appraised (written), very, weight, source.

    In: live rows of the table of results. What has no row is there too, as “chưa có số liệu”.
    """
    kind = standing.table.set_index("unit").at[unit, "kind"]
    own: dict[str, dict[str, Any]] = {}
    for row in _of_year(results, unit, standing.year).query("state != 'withdrawn'").itertuples():
        own.setdefault(row.criterion, {})[row.stage] = row
    chosen = standing.chosen.of(years=[standing.year], unit=[unit])
    counted = chosen.set_index("criterion").to_dict("index")
    names = {one.code: one.name for one in standing.plan.groups}
    asked = [one for one in standing.plan.criteria if one.asked_of(kind, standing.year)]
    return pd.DataFrame(
        [
            _row(one, own.get(one.code, {}), counted.get(one.code), names[one.group])
            for one in asked
        ],
        columns=[
            "criterion",
            "group",
            "name",
            "attained",
            "self",
            "appraised",
            "very",
            "weight",
            "source",
        ],
    )


def _of_year(rows: pd.DataFrame, unit: str, year: int) -> pd.DataFrame:
    of_unit = rows[rows["unit"] == unit]
    return of_unit[of_unit["year"] == year]


def _row(
    criterion: Criterion, by_stage: dict[str, Any], used: dict[str, Any] | None, group: str
) -> dict[str, Any]:
    known = used or {"attained": float("nan"), "very": float("nan")}
    return {
        "criterion": criterion.code,
        "group": group,
        "name": criterion.name,
        "attained": known["attained"],
        "self": _stage_words(criterion, by_stage, "self"),
        "appraised": _stage_words(criterion, by_stage, "appraised"),
        "very": known["very"],
        "weight": criterion.points_weight or float("nan"),
        "source": source_words(used["file"], used["sheet"], used["cell"]) if used else NO_VALUE,
    }


def _stage_words(criterion: Criterion, by_stage: dict[str, Any], stage: str) -> str | None:
    return (
        written(criterion, by_stage[stage]) if stage in by_stage else None if by_stage else NO_VALUE
    )


def written(criterion: Criterion, row: Any) -> str:
    """A result as people read it: “4,5/5”, “128/164 (78,0%)”, “có”, “trên 95”, “95,3% (không có số phiếu)”, “không áp dụng”. In: a row with value, out_of, very, very_included, comparator, state."""
    if row.state == "not_applicable":
        return NOT_APPLICABLE
    bound = "" if formats.is_missing(row.comparator) else COMPARATORS.get(row.comparator, "")
    if row.comparator == "rate":
        return f"{formats.percent(row.value, None)} ({words.NO_COUNTS})"
    result = Result(row.value, row.out_of, _people(criterion, row), bound)
    return criterion.how.write(criterion, result)


def _people(criterion: Criterion, row: Any) -> float:
    """At least satisfied: the very satisfied are added where they stand beside."""
    included = (
        criterion.very_included if formats.is_missing(row.very_included) else row.very_included
    )
    return (
        row.value + row.very
        if criterion.is_survey and included is False and not formats.is_missing(row.very)
        else row.value
    )


def revisions(plan: Plan, history: pd.DataFrame, criterion: str) -> pd.DataFrame:
    """Every revision of one result, newest first: stage, value (written), state, source, at, who. In: the store's history of it."""
    about = plan.criterion(criterion)
    rows = [
        {
            "stage": STAGES.get(one.stage, one.stage),
            "value": written(about, one),
            "state": state(one._asdict()),
            "source": source_words(one.file, one.sheet, one.cell),
            "at": imported_at(one.at),
            "who": one.who,
        }
        for one in history.itertuples()
    ]
    return pd.DataFrame(rows, columns=["stage", "value", "state", "source", "at", "who"])
