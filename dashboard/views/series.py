"""One measure over the years: of every unit, and the middle of many units. What the trend pictures are drawn from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from dashboard.assessment.group_points import in_points
from dashboard.assessment.kept_criteria import is_offered
from dashboard.assessment.made_once import made_once
from dashboard.assessment.standing import Standing
from dashboard.plan import KEPT, TOTAL, Plan
from dashboard.plan.scale import HUNDRED
from dashboard.views import kept_total, kept_words

COLUMNS = [
    "unit",
    "name",
    "kind",
    "block",
    "year",
    "value",
    "low",
    "high",
    "counted",
    "out_of",
    "stage",
]
CHOSEN = ["unit", "year", "value", "out_of", "stage", "attained"]
"""What of the chosen rows of a criterion is drawn."""


class Subject(NamedTuple):
    """What is measured: `share` is read in percent (0–1), else a score of at most `top`; `pooled` adds counts over units, else the median is taken. `points`: by what a value becomes one of the calculation (`Standing.progress`, `milestones.goals`)."""

    code: str
    name: str
    share: bool
    pooled: bool
    top: float = HUNDRED
    points: float = 1.0

    @property
    def unit(self) -> str:
        """The unit of a difference."""
        return "điểm phần trăm" if self.share else "điểm"

    @property
    def middle_name(self) -> str:
        """What the value of many units is called."""
        return "tỷ lệ chung" if self.pooled else "mức giữa"


def subject(plan: Plan, code: str) -> Subject:
    """The subject of a measure's code; raises StopIteration for an unknown one."""
    if code == KEPT:
        return Subject(code, kept_words.NAME, share=True, pooled=False, points=HUNDRED)
    name = plan.measure_name(code)
    top = plan.scale_of(code).top
    if code == TOTAL:
        return Subject(code, name, share=False, pooled=False, top=top)
    if code in plan.group_codes:
        return Subject(code, name, share=False, pooled=False, top=top, points=HUNDRED / top)
    share = plan.criterion(code).how.is_share
    return Subject(code, name, share=share, pooled=share, points=HUNDRED if share else 1.0)


def labels(plan: Plan, year: int | None = None) -> dict[str, str]:
    """What the reader chooses from in a year (default: the plan's last) → code: the total, groups, then criteria; names that occur twice carry their code."""
    groups = [
        one
        for one in plan.groups
        if any(part.group == one.code and part.points_weight > 0 for part in plan.criteria)
    ]
    found = [
        (plan.measure_name(TOTAL), TOTAL),
        *([(kept_words.NAME, KEPT)] if is_offered(plan, year or plan.last_year) else []),
        *((f"Nhóm: {one.name}", one.code) for one in groups),
        *((one.label, one.code) for one in plan.criteria),
    ]
    names = [name for name, _ in found]
    return {f"{name} ({code})" if names.count(name) > 1 else name: code for name, code in found}


@made_once
def unit_values(standing: Standing, code: str) -> pd.DataFrame:
    """Every assessed unit-year of a measure that has anything (columns `COLUMNS`); value, low, high on the scale of the subject (0–1 where it is a share).

    A survey of fewer than the plan's least number of forms has its counts but no value: it is read as x/n, never as a rate.
    """
    if code == TOTAL:
        rows = _scores(standing.scores)
    elif code == KEPT:
        rows = kept_total.values(standing)
    elif code in standing.plan.group_codes:
        own = in_points(standing.plan, standing.group_scores, code)
        rows = _scores(
            own.merge(standing.scores[["unit", "year", "stage"]], on=["unit", "year"], how="left")
        )
    else:
        rows = _criterion(standing, code)
    about = standing.members[["unit", "year", "name", "kind", "block"]]
    rows = (
        rows[rows["year"] <= standing.year]
        .drop(columns=["block", "kind"], errors="ignore")
        .merge(about, on=["unit", "year"])
    )
    return rows.reindex(columns=COLUMNS)


def _scores(scores: pd.DataFrame) -> pd.DataFrame:
    named = scores.rename(columns={"score": "value", "score_low": "low", "score_high": "high"})
    return named[named["value"].notna() | named["low"].notna()].assign(
        counted=np.nan, out_of=np.nan
    )


def _criterion(standing: Standing, code: str) -> pd.DataFrame:
    criterion = standing.plan.criterion(code)
    if criterion.is_survey:
        surveys = standing.surveys[standing.surveys["criterion"] == code]
        enough = surveys["respondents"] >= standing.plan.limits.min_respondents
        shown = {
            name: surveys[column].where(enough)
            for name, column in (("value", "rate"), ("low", "low"), ("high", "high"))
        }
        return surveys.rename(columns={"satisfied": "counted", "respondents": "out_of"}).assign(
            **shown
        )
    rows = standing.chosen.of(CHOSEN, criterion=[code])
    rows = rows[rows["attained"].notna()]
    if criterion.is_rate:
        return rows.rename(columns={"value": "counted"}).assign(
            value=rows["attained"], low=np.nan, high=np.nan
        )
    if criterion.how.reading.answers:
        return rows.assign(
            counted=rows["attained"], out_of=1.0, value=rows["attained"], low=np.nan, high=np.nan
        )
    return rows.assign(
        value=100 * rows["attained"], counted=np.nan, out_of=np.nan, low=np.nan, high=np.nan
    )


def middles(values: pd.DataFrame, about: Subject, by: Sequence[str] = ()) -> pd.DataFrame:
    """The value of many units in each year: columns of `by`, year, median, units. Counts are added, of scores the median is taken.

    Example: 80/100 and 9/20 satisfied give 89/120, not the mean of 80% and 45%.
    """
    keys = [*by, "year"]
    if about.pooled:
        counted = values[values["out_of"] > 0]
        sums = counted.groupby(keys)[["counted", "out_of"]].sum()
        found = pd.DataFrame(
            {
                "median": sums["counted"] / sums["out_of"],
                "units": counted.groupby(keys)["unit"].nunique(),
            }
        )
    else:
        known = values[values["value"].notna()].groupby(keys)["value"]
        found = pd.DataFrame({"median": known.median(), "units": known.size()})
    return found.reset_index()


def members_until(standing: Standing) -> pd.DataFrame:
    """The units of every year up to the one looked at (columns of `Standing.members`)."""
    return standing.members[standing.members["year"] <= standing.year]


def runs(line: pd.DataFrame, breaks: Sequence[int], value: str = "value") -> list[pd.DataFrame]:
    """The rows with a value, in the runs within which years can be compared: cut before every break year; oldest run first."""
    known = line[line[value].notna()].sort_values("year")
    place = pd.Series(
        np.searchsorted(sorted(breaks), known["year"], side="right"), index=known.index
    )
    return [part for _, part in known.groupby(place)]
