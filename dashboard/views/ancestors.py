"""The years before a merger: predecessors' counts added, where that is possible, and what is said of it."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from dashboard.assessment import lineage
from dashboard.assessment.standing import Standing
from dashboard.views import trends_words as words
from dashboard.views.series import Subject
from dashboard.views.trend_lines import Lines
from dashboard.writing import formats

MOST_NAMES = 3
BORN = {
    "merge": "thành lập ngày {day} từ",
    "rename": "được đổi tên ngày {day} từ",
    "split": "thành lập ngày {day} từ một phần của",
}


class Past(NamedTuple):
    """The dashed line before the heavy one (year, value; None without) with its name, and sentences beside the picture."""

    before: pd.DataFrame | None
    before_name: str
    notes: list[str]

    @property
    def drawing(self) -> dict:
        """What the picture takes."""
        return {"before": self.before, "before_name": self.before_name}


def past(
    standing: Standing, about: Subject, lines: Lines, merged: pd.DataFrame, *, wanted: bool
) -> Past:
    """What lies before the heavy line. `merged` is the frame of lineage; `wanted`: today's boundaries are chosen."""
    if lines.is_of_many:
        return Past(None, "", [words.BOUNDARY_HINT] if wanted else [])
    born = birth_sentence(standing, lines, merged)
    if not born or not wanted:
        return Past(None, "", [born] if born else [])
    if not _is_survey(standing, about):
        return Past(None, "", [born, words.BOUNDARY_SCORES])
    rates = before_birth(standing, about, lines.heavy, merged)
    if rates.empty:
        return Past(None, "", [born, words.BOUNDARY_NONE])
    return Past(rates, short_names(standing, lines.heavy, merged), [born])


def _is_survey(standing: Standing, about: Subject) -> bool:
    return any(one.code == about.code and one.is_survey for one in standing.plan.criteria)


def before_birth(
    standing: Standing, about: Subject, unit: str, merged: pd.DataFrame
) -> pd.DataFrame:
    """Survey rates of a unit's predecessors together, in years in which each of them has counts: year, value (0–1).

    Example: 80/100 and 45/50 give 125/150. Years of fewer than the plan's least number of forms are left out.
    """
    counts = lineage.on_todays_boundaries(
        standing.surveys[standing.surveys["criterion"] == about.code], merged
    )
    own = counts[
        (counts["unit"] == unit) & (counts["respondents"] >= standing.plan.limits.min_respondents)
    ]
    return (
        own.assign(value=own["satisfied"] / own["respondents"])[["year", "value"]]
        .sort_values("year")
        .reset_index(drop=True)
    )


def names_of(standing: Standing, unit: str, merged: pd.DataFrame) -> list[str]:
    """Names of the units that a unit was made of."""
    names = standing.members.drop_duplicates("unit", keep="last").set_index("unit")["name"]
    return list(names.reindex(lineage.predecessors(merged, unit)).dropna())


def short_names(standing: Standing, unit: str, merged: pd.DataFrame) -> str:
    """The predecessors for the end of a line: their names, or how many they are."""
    names = names_of(standing, unit, merged)
    return (
        formats.listed(names)
        if len(names) <= MOST_NAMES
        else formats.count(len(names), "đơn vị cũ")
    )


def birth_sentence(standing: Standing, lines: Lines, merged: pd.DataFrame) -> str:
    """“… thành lập ngày 1/7/2025 từ …; số liệu trước đó chỉ để tham khảo, không dùng để đánh giá.”, or ''."""
    born = merged[merged["after"] == lines.heavy]
    if born.empty:
        return ""
    how = BORN.get(born["kind"].iloc[0], BORN["merge"]).format(day=formats.date(born["on"].iloc[0]))
    names = formats.listed(names_of(standing, lines.heavy, merged))
    return f"{lines.who} {how} {names}; số liệu trước đó chỉ để tham khảo, không dùng để đánh giá."
