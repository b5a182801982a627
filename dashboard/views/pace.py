"""How fast a unit goes, what is still needed a year, where it would arrive; and the years before a merger."""
from __future__ import annotations

import pandas as pd

from dashboard import formats, lineage
from dashboard.charts.ahead import Ahead
from dashboard.plan import TOTAL
from dashboard.standing import Standing
from dashboard.views.asked import goal_words, next_goal
from dashboard.views.series import Subject
from dashboard.views.trends import Lines

BEHIND_FIRST = ("very_slow", "slow", "no_data", "on_track", "near", "met", "ahead")
MOST_NAMES = 3


def pace_rows(standing: Standing, about: Subject, values: pd.DataFrame, table: pd.DataFrame) -> pd.DataFrame:
    """The units of `table` assessed in the year: unit, name, block, value, target, distance, pace, needed, low, high, chance, status.

    Furthest behind first. Empty where the plan sets no target for the measure. `values` as of `series.unit_values`; distance, needed and the
    projection (low, high) in points, value and target in the subject's scale, pace and chance as shares.
    """
    progress = standing.progress.get(about.code)
    if progress is None or progress["target"].isna().all():
        return pd.DataFrame()
    units = table[table["assessed"]][["unit", "name", "block"]]
    now = values[values["year"] == standing.year][["unit", "value"]]
    rows = units.merge(now, on="unit", how="left").merge(progress[["unit", "target", "distance", "pace", "needed", "status"]], on="unit")
    rows["target"] = rows["target"] / (100 if about.share else 1)
    rows["distance"] = rows["distance"].where(rows["value"].notna())
    rows = rows.merge(_projected(standing, about), on="unit", how="left")
    place = rows["status"].map({status: place for place, status in enumerate(BEHIND_FIRST)})
    return rows.assign(place=place).sort_values(["place", "distance"], kind="stable").drop(columns="place").reset_index(drop=True)


def _projected(standing: Standing, about: Subject) -> pd.DataFrame:
    columns = ["low", "high", "chance"]
    if about.code != TOTAL:
        return pd.DataFrame(columns=["unit", *columns])
    return standing.inferred["projection"][columns].rename_axis("unit").reset_index()


def projection_of(standing: Standing, about: Subject, unit: str) -> Ahead | None:
    """Where the unit would be at the next milestone if it kept its pace; None without points enough, and for anything but the total."""
    found = standing.inferred["projection"]
    own = standing.scores[(standing.scores["unit"] == unit) & (standing.scores["year"] == standing.year)]["score"]
    if about.code != TOTAL or unit not in found.index or own.isna().all() or pd.isna(found.at[unit, "low"]):
        return None
    one = found.loc[unit]
    return Ahead(standing.year, own.iloc[0], one["to_year"], one["expected"], one["low"], one["high"])


def sentences(standing: Standing, about: Subject, lines: Lines) -> list[str]:
    """What is still needed a year, and the projection, of the unit that is spoken of."""
    progress = standing.progress.get(about.code, pd.DataFrame(columns=["unit"]))
    own = progress[progress["unit"] == lines.heavy]
    goal = next_goal(standing, about, lines.kind)
    if own.empty or goal is None:
        return []
    one = own.iloc[0]
    return [text for text in (_needed(standing, about, goal, one, lines.who), _expected(standing, about, lines.heavy)) if text]


def _needed(standing: Standing, about: Subject, goal, one: pd.Series, who: str) -> str:
    """Nothing to say without years left or with the target reached."""
    if formats.is_missing(one["needed"]) or one["needed"] <= 0:
        return ""
    text = f"{who}: cần tăng thêm {formats.number(one['needed'])} {about.unit} mỗi năm để đạt {goal_words(standing, about, goal)}"
    years = standing.year - one["baseline_year"]
    if formats.is_missing(years) or years < 1:
        return f"{text}."
    gained = (one["value"] - one["baseline"]) / years
    return f"{text}; từ {one['baseline_year']:.0f} đến nay bình quân mỗi năm {formats.delta_words(gained, about.unit)}."


def _expected(standing: Standing, about: Subject, unit: str) -> str:
    ahead = projection_of(standing, about, unit)
    if ahead is None:
        return ""
    chance = standing.inferred["projection"].at[unit, "chance"]
    reach = "" if formats.is_missing(chance) else f"; khả năng đạt mốc {chance_words(chance)}"
    return f"Nếu giữ đà hiện nay, năm {ahead.to_year:.0f} dự kiến trong khoảng {formats.interval(ahead.low, ahead.high)} điểm{reach}."


def chance_words(chance: float) -> str:
    """A chance without false certainty.

    >>> chance_words(0.734), chance_words(0.9999)
    ('khoảng 73%', 'trên 99%')
    """
    if chance > 0.99:
        return "trên 99%"
    return "dưới 1%" if chance < 0.01 else f"khoảng {formats.percent(chance, 0)}"


def before_birth(standing: Standing, about: Subject, unit: str, merged: pd.DataFrame) -> pd.DataFrame:
    """Rates of a merged unit's predecessors together, in the years before it lived: year, value (empty without such years, or for anything but a survey).

    `merged` is the frame of lineage, with before, after and on.
    """
    own = standing.surveys[standing.surveys["criterion"] == about.code]
    found = lineage.on_todays_boundaries(own, merged) if len(own) and len(merged) else pd.DataFrame(columns=["unit", "year", "satisfied", "respondents"])
    found = found[(found["unit"] == unit) & (found["respondents"] >= standing.plan.limits.min_respondents)]
    return found.assign(value=found["satisfied"] / found["respondents"])[["year", "value"]].sort_values("year").reset_index(drop=True)


def predecessor_words(standing: Standing, unit: str, merged: pd.DataFrame, most: int | None = MOST_NAMES) -> str:
    """“Xã A và Xã B”, or “4 đơn vị cũ” where they are more than `most`; '' for a unit without predecessors."""
    codes = lineage.predecessors(merged, unit)
    names = standing.members.drop_duplicates("unit", keep="last").set_index("unit")["name"].reindex(codes).dropna()
    return formats.count(len(names), "đơn vị cũ") if most is not None and len(names) > most else formats.listed(list(names))


def birth_sentence(standing: Standing, lines: Lines, merged: pd.DataFrame) -> str:
    """“… thành lập ngày 1/7/2025 từ …; số liệu trước đó chỉ để tham khảo”, or ''."""
    born = merged[merged["after"] == lines.heavy]
    if born.empty:
        return ""
    return (f"{lines.who} thành lập ngày {formats.date(born['on'].iloc[0])} từ {predecessor_words(standing, lines.heavy, merged, None)}; "
            "số liệu trước đó chỉ để tham khảo, không dùng để đánh giá.")
