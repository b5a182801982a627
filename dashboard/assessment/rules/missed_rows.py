"""Who misses the due target of a measure, each beside the result of the year that says so."""

from __future__ import annotations

from typing import Any, NamedTuple

from dashboard.assessment.made_once import made_once
from dashboard.assessment.milestones import SLACK
from dashboard.assessment.rules.case import Case, each, plain_values
from dashboard.plan import Criterion

RESULT = ["unit", "value", "satisfied", "out_of", "stage", "file", "sheet", "cell"]


class Missed(NamedTuple):
    """A unit below its target in a criterion: what it reached and the target (points), its result as filed and where that stands, a survey's interval (0–1), the verdict of the main survey."""

    unit: str
    name: str
    reached: float
    due_target: float
    due_year: float
    raw: float
    satisfied: float
    out_of: float
    row_stage: str
    file: str | None
    sheet: str | None
    cell: str | None
    low: float | None = None
    high: float | None = None
    certainty: str = ""
    why: str = ""


def missed(case: Case, measure: str) -> list[Any]:
    """The assessed units that miss the due target, in the order of their progress: unit, value, due_target, due_year."""
    progress = case.progress[measure]
    below = progress["value"].to_numpy(float) < progress["due_target"].to_numpy(float) - SLACK
    if not below.any():
        return []
    return list(each(progress.loc[below, ["unit", "value", "due_target", "due_year"]]))


def missed_results(
    case: Case, criterion: Criterion, judged: dict[str, tuple[str, str]] | None = None
) -> list[Missed]:
    """The units of `missed` beside their results; `judged`: certainty and why by unit."""
    below = missed(case, criterion.code)
    if not below:
        return []
    results, intervals = _results(case, criterion), _intervals(case, criterion)
    return [
        Missed._make(
            [
                one.unit,
                case.units[one.unit].name,
                one.value,
                one.due_target,
                one.due_year,
                *results[one.unit],
                *intervals.get(one.unit, (None, None)),
                *(judged[one.unit] if judged else ("", "")),
            ]
        )
        for one in below
    ]


def _results(case: Case, criterion: Criterion) -> dict[str, tuple]:
    """The year's chosen rows of a criterion by unit: value, satisfied, out_of, stage, file, sheet, cell."""
    places, (units, *told) = _told(case)
    return {units[place]: tuple(one[place] for one in told) for place in places[criterion.code]}


@made_once
def _told(case: Case) -> tuple[dict[str, list[int]], list[list[Any]]]:
    """Where each criterion stands among the year's chosen rows, and the columns of `RESULT`."""
    places: dict[str, list[int]] = {}
    for place, code in enumerate(plain_values(case.seen.results["criterion"])):
        places.setdefault(code, []).append(place)
    return places, [plain_values(case.seen.results[name]) for name in RESULT]


def _intervals(case: Case, criterion: Criterion) -> dict[str, tuple[float, float]]:
    """The intervals of the year's survey by unit: low, high; nothing of what is no survey."""
    if not criterion.is_survey:
        return {}
    rows = case.surveys_of_year[case.surveys_of_year["criterion"] == criterion.code]
    bounds = zip(rows["low"].tolist(), rows["high"].tolist(), strict=True)
    return dict(zip(rows["unit"], bounds, strict=True))
