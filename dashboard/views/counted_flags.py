"""Who is named, who is watched, which facts need a word; filters choose what is shown and change nothing."""

from __future__ import annotations

import pandas as pd

from dashboard.assessment.rules import NAMES
from dashboard.assessment.standing import Standing
from dashboard.assessment.tally import LEVELS as COUNTED
from dashboard.assessment.tally import gravest
from dashboard.plan import Plan
from dashboard.views import lagging_words as words
from dashboard.wording import profile_words
from dashboard.wording.sources import source_words
from dashboard.writing import formats
from dashboard.writing.nouns import worded

ALL = "Tất cả"
INDICATORS = {"score": "Tổng điểm", "satisfaction": "Hài lòng", "report": "Báo cáo"}


def counted(standing: Standing, table: pd.DataFrame) -> pd.DataFrame:
    """Flags of the units in view that count: columns of `Standing.flags` and `gravest`, the gravest level of the flag's unit."""
    flags = standing.flags
    own = flags[flags["level"].isin(COUNTED) & flags["unit"].isin(table["unit"])]
    return own.assign(gravest=own["unit"].map(gravest(flags, table["unit"])))


def units_by_level(flags: pd.DataFrame) -> dict[str, int]:
    """How many units have each level as their gravest; every unit is counted once. In: `counted`."""
    return {level: int(flags.loc[flags["gravest"] == level, "unit"].nunique()) for level in COUNTED}


def answer(standing: Standing, table: pd.DataFrame, flags: pd.DataFrame) -> str:
    """“Năm 2025: 12 đơn vị được nêu tên vì chắc chắn thấp hơn mốc, 30 đơn vị cần theo dõi, 20 đơn vị chỉ có sự việc cần nhắc.”"""
    if standing.members.empty:
        return profile_words.NO_UNITS
    if table.empty:
        return words.NO_UNITS.format(year=standing.year)
    units = units_by_level(flags)
    if not table["assessed"].any() and flags.empty:
        return words.NONE_ASSESSED.format(
            year=standing.year, months=standing.plan.limits.min_existence_months
        )
    if not any(units.values()):
        return words.NO_FLAGS.format(
            year=standing.year, units=formats.count(table["assessed"].sum(), "đơn vị")
        )
    first = (
        f"{formats.count(units['named'], 'đơn vị')} được nêu tên vì chắc chắn thấp hơn mốc"
        if units["named"]
        else _nobody(standing)
    )
    parts = [first]
    parts += [_watched(flags, units["watch"])] if units["watch"] else []
    parts += (
        [f"{formats.count(units['fact'], 'đơn vị')} chỉ có sự việc cần nhắc"]
        if units["fact"]
        else []
    )
    return f"Năm {standing.year}: {', '.join(parts)}."


def _watched(flags: pd.DataFrame, watched: int) -> str:
    """“30 đơn vị cần theo dõi (5 chắc chắn dưới mốc nhưng chưa thẩm định)”."""
    own = flags[(flags["gravest"] == "watch") & (flags["certainty"] == "certain_not_appraised")]
    waiting = own.loc[own["rule"] == "target", "unit"].nunique()
    return f"{formats.count(watched, 'đơn vị')} cần theo dõi" + (
        words.WAITING.format(units=formats.count(waiting)) if waiting else ""
    )


def _nobody(standing: Standing) -> str:
    if standing.published_only:
        return words.NOBODY_PUBLISHED
    due = any(progress["due_target"].notna().any() for progress in standing.progress.values())
    return words.NOBODY_SURE if due else words.NO_TARGET_DUE


def one_year_only(standing: Standing) -> bool:
    """Whether there is just one year of scores and surveys up to the shown one: then nothing can be inferred."""
    years = {
        *standing.scores.loc[standing.scores["score_low"].notna(), "year"],
        *standing.surveys["year"],
    }
    return sum(year <= standing.year for year in years) == 1


def named(standing: Standing) -> pd.DataFrame:
    """The flags that name a unit, as in `Standing.flags`: what people enter stands beside these alone."""
    flags = standing.flags
    return flags[flags["level"] == "named"].reset_index(drop=True)


def indicator_name(plan: Plan, indicator: str) -> str:
    """What people read for the indicator of a flag."""
    return INDICATORS.get(indicator) or plan.measure_name(indicator)


def rule_choices(flags: pd.DataFrame) -> dict[str, str | None]:
    """Names of the rules that occur, with their code; “Tất cả” first."""
    found, names = set(flags["rule"].unique()), worded(NAMES)
    return {ALL: None} | {names[code]: code for code in NAMES if code in found}


def indicator_choices(plan: Plan, flags: pd.DataFrame) -> dict[str, str | None]:
    """Names of the indicators that occur, with their code; “Tất cả” first."""
    present = set(flags["indicator"].unique())
    order = [*INDICATORS, *(one.code for one in plan.criteria)]
    return {ALL: None} | {indicator_name(plan, code): code for code in order if code in present}


def chosen(flags: pd.DataFrame, *, rule: str | None, indicator: str | None) -> pd.DataFrame:
    """The flags of one rule and one indicator; None for all."""
    flags = flags[flags["rule"] == rule] if rule else flags
    return flags[flags["indicator"] == indicator] if indicator else flags


def level_choices() -> dict[str, str | None]:
    """What the sections are called, with their level; “Tất cả” first."""
    return {ALL: None} | {words.SECTIONS[level]: level for level in COUNTED}


def listed(standing: Standing, flags: pd.DataFrame) -> pd.DataFrame:
    """The flags as a table to read and take away: unit, name, block, level, rule, indicator, reason, source."""
    about = standing.table[["unit", "name", "block"]]
    rows = flags.merge(about, on="unit", how="left")
    return rows.assign(
        rule=rows["rule"].map(worded(NAMES)),
        indicator=[indicator_name(standing.plan, one) for one in rows["indicator"]],
        source=[
            source_words(*place)
            for place in rows[["file", "sheet", "cell"]].itertuples(index=False)
        ],
    )[["unit", "name", "block", "level", "rule", "indicator", "reason", "source"]]
