"""How fast a unit goes, what is still needed a year, and where it would arrive."""

from __future__ import annotations

import pandas as pd

from dashboard.assessment.standing import Standing
from dashboard.charts.band_ahead import Ahead
from dashboard.plan import TOTAL
from dashboard.views.asked import goal_words, next_goal
from dashboard.views.series import Subject
from dashboard.views.trend_lines import Lines
from dashboard.writing import differences, formats
from dashboard.writing.chances import chance_words

BEHIND_FIRST = ("very_slow", "slow", "no_data", "on_track", "near", "met", "ahead")


def pace_rows(
    standing: Standing, about: Subject, values: pd.DataFrame, table: pd.DataFrame
) -> pd.DataFrame:
    """The units of `table` assessed in the year: unit, name, block, value, target, distance, status, gained, needed, low, high, chance.

    Furthest behind first. Empty where the plan sets no target for the measure. `values` as of `series.unit_values`; value and target in the subject's
    scale; distance, gained and needed a year, and the projection (low, high) in points; chance as a share.
    """
    progress = standing.progress.get(about.code)
    if progress is None or progress["target"].isna().all():
        return pd.DataFrame()
    units = table[table["assessed"]][["unit", "name", "block"]]
    now = values[values["year"] == standing.year][["unit", "value"]]
    asked = progress[["unit", "target", "distance", "needed", "status"]].assign(
        gained=gained_a_year(progress, standing.year)
    )
    rows = units.merge(now, on="unit", how="left").merge(asked, on="unit")
    rows["target"] = rows["target"] / about.points
    rows["distance"] = rows["distance"].where(rows["value"].notna())
    rows = rows.merge(_projected(standing, about), on="unit", how="left")
    place = rows["status"].map({status: place for place, status in enumerate(BEHIND_FIRST)})
    return (
        rows.assign(place=place)
        .sort_values(["place", "distance"], kind="stable")
        .drop(columns="place")
        .assign(distance=lambda found: _as_read(found, about))
        .reset_index(drop=True)
    )


def _as_read(rows: pd.DataFrame, about: Subject) -> list[float | None]:
    """How far each value is from its target as both are read in the row; empty where the distance is."""
    scale = 100 if about.share else 1
    return [
        None if formats.is_missing(gap) else differences.moved(target * scale, value * scale)
        for gap, target, value in zip(rows["distance"], rows["target"], rows["value"], strict=True)
    ]


def gained_a_year(progress: pd.DataFrame, year: int) -> pd.Series:
    """Points gained a year since the unit's first comparable value; NaN in that year itself. Example: 70 in 2019, 82 in 2025 → 2."""
    years = (year - progress["baseline_year"]).where(progress["baseline_year"] < year)
    return (progress["value"] - progress["baseline"]) / years


def _projected(standing: Standing, about: Subject) -> pd.DataFrame:
    columns = ["low", "high", "chance"]
    if about.code != TOTAL:
        return pd.DataFrame(columns=["unit", *columns])
    return standing.inferred["projection"][columns].rename_axis("unit").reset_index()


def projection_of(standing: Standing, about: Subject, unit: str) -> Ahead | None:
    """Where the unit would be at the next milestone if it kept its pace; None without points enough, and for anything but the total."""
    found = standing.inferred["projection"]
    own = standing.scores[
        (standing.scores["unit"] == unit) & (standing.scores["year"] == standing.year)
    ]["score"]
    if (
        about.code != TOTAL
        or unit not in found.index
        or own.isna().all()
        or pd.isna(found.at[unit, "low"])
    ):
        return None
    one = found.loc[unit]
    return Ahead(
        standing.year, own.iloc[0], one["to_year"], one["expected"], one["low"], one["high"]
    )


def sentences(standing: Standing, about: Subject, lines: Lines) -> list[str]:
    """What is still needed a year, and the projection, of the unit that is spoken of."""
    progress = standing.progress.get(about.code, pd.DataFrame(columns=["unit"]))
    own = progress[progress["unit"] == lines.heavy]
    goal = next_goal(standing, about, lines.kind)
    if own.empty or goal is None:
        return []
    one = own.iloc[0]
    return [
        text
        for text in (
            _needed(standing, about, goal, one, lines.who),
            _expected(standing, about, lines.heavy),
        )
        if text
    ]


def _needed(standing: Standing, about: Subject, goal, one: pd.Series, who: str) -> str:
    """Nothing to say without years left or with the target reached."""
    if formats.is_missing(one["needed"]) or one["needed"] <= 0:
        return ""
    text = f"{who}: cần tăng thêm {formats.number(one['needed'])} {about.unit} mỗi năm để đạt {goal_words(standing, about, goal)}"
    gained = gained_a_year(pd.DataFrame([one]), standing.year).iloc[0]
    since = (
        ""
        if formats.is_missing(gained)
        else f"; từ {one['baseline_year']:.0f} đến nay bình quân mỗi năm {differences.delta_words(gained, about.unit)}"
    )
    return f"{text}{since}."


def _expected(standing: Standing, about: Subject, unit: str) -> str:
    ahead = projection_of(standing, about, unit)
    if ahead is None:
        return ""
    chance = standing.inferred["projection"].at[unit, "chance"]
    reach = "" if formats.is_missing(chance) else f"; khả năng đạt mốc {chance_words(chance)}"
    return f"Nếu giữ đà hiện nay, năm {ahead.to_year:.0f} dự kiến trong khoảng {formats.interval(ahead.low, ahead.high)} điểm{reach}."
