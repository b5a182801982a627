"""The picture of who lies below the target: this year's score on the level of all years."""

from __future__ import annotations

import pandas as pd

from dashboard.assessment.standing import Standing
from dashboard.charts import drawings
from dashboard.charts.drawings import Picture
from dashboard.charts.level_chart import alt_text, levels_below
from dashboard.inference.distributions import student_at
from dashboard.views import lagging_words as words
from dashboard.views.line_names import called
from dashboard.writing import formats
from dashboard.writing.columns import Column
from dashboard.writing.nouns import worded

MOST = 150
"""Units that a picture draws."""
COLUMNS = {
    "name": Column(words.UNIT, width="large"),
    "block": words.BLOCK,
    "flag": Column(words.LEVEL, "level"),
    "value": Column(words.SCORE, "score"),
    "target": Column(words.TARGET, "score"),
    "low": Column(words.LOW, "score"),
    "high": Column(words.HIGH, "score"),
}


def below(standing: Standing, flags: pd.DataFrame) -> pd.DataFrame:
    """Units with a flag of the rule `target` on the total, furthest from the target first: unit, name, block, flag, value, target, low, high.

    low and high hold the true level of all years with the plan's confidence: level ± t · sd.
    """
    own = flags[(flags["rule"] == "target") & (flags["indicator"] == "score")]
    numbers = pd.DataFrame(list(own["numbers"]), columns=["value", "target", "level", "sd"])
    rows = pd.DataFrame({"unit": own["unit"].to_numpy(), "flag": own["level"].to_numpy()}).join(
        numbers
    )
    rows = rows.merge(
        standing.inferred["score_levels"]["df"].rename_axis("unit").reset_index(), on="unit"
    ).merge(standing.table[["unit", "name", "block"]], on="unit")
    half = rows["sd"] * student_at((1 + standing.plan.limits.confidence) / 2, rows["df"])
    rows = rows.assign(
        low=(rows["level"] - half).clip(lower=0),
        high=(rows["level"] + half).clip(upper=standing.plan.scale.top),
        gap=rows["target"] - rows["value"],
    )
    return rows.sort_values("gap", ascending=False, kind="stable").reset_index(drop=True)


def picture(standing: Standing, flags: pd.DataFrame, source: str = "") -> Picture | None:
    """The picture of these flags, of the `MOST` units furthest from the target; its table holds all. None where no flag is about the level of the total."""
    rows = below(standing, flags)
    if rows.empty:
        return None
    drawn, targets = called(standing, rows.head(MOST)), rows["target"].unique()
    others = _not_drawn(rows)
    subtitle = words.LEVELS_DRAWN.format(
        year=standing.year,
        confidence=formats.percent(standing.plan.limits.confidence, None),
        others=words.OTHERS[standing.plan.survey is not None],
    )
    figure = levels_below(
        drawn,
        title=title(rows),
        subtitle=f"{subtitle}. {others}" if others else subtitle,
        target=float(targets[0]) if len(targets) == 1 else None,
        top=standing.plan.scale.top,
    )
    alt = f"{alt_text(drawn)} {others}".strip()
    return drawings.picture(figure, alt, source, rows, worded(COLUMNS))


def _not_drawn(rows: pd.DataFrame) -> str:
    """That the picture has not all units; '' where it has."""
    if len(rows) <= MOST:
        return ""
    return words.LEVELS_FIRST.format(shown=formats.count(MOST), units=formats.count(len(rows)))


def title(rows: pd.DataFrame) -> str:
    """The unit that lacks most, and how many lie below for certain. In: `below`."""
    first, named = rows.iloc[0], int((rows["flag"] == "named").sum())
    lacks = words.LEVELS_TITLE.format(unit=first["name"], gap=formats.number(first["gap"]))
    return f"{lacks}; {formats.count(named, 'đơn vị')} chắc chắn dưới mốc" if named else lacks
