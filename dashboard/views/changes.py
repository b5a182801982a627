"""Which units crossed their target since last year."""

from __future__ import annotations

from typing import Any, NamedTuple

import pandas as pd

from dashboard.assessment import milestones
from dashboard.assessment.standing import Standing
from dashboard.plan.scale import Scale
from dashboard.views.summary import NO_TARGET, has_target, target_words
from dashboard.writing import differences, formats
from dashboard.writing.nouns import worded


class Crossed(NamedTuple):
    """What the overview says of the units that crossed their target since last year; the lists as `lines` gives them."""

    sentence: str
    compared: int
    reached: list[tuple[str, str, str]]
    below: list[tuple[str, str, str]]


def crossed(standing: Standing, table: pd.DataFrame) -> Crossed:
    """Of the units of the table: the sentence, how many can be compared, and the two lists."""
    return Crossed(
        sentence(standing, table),
        len(compared(table)),
        lines(standing.plan.scale, newly_reached(table)),
        lines(standing.plan.scale, newly_below(table)),
    )


def compared(table: pd.DataFrame) -> pd.DataFrame:
    """The units of the table whose score can be set against last year's and against a target."""
    return table[table["change"].notna() & table["target"].notna()]


def newly_reached(table: pd.DataFrame) -> pd.DataFrame:
    """Units below this year's target a year ago and not any more: rows of the table."""
    both = compared(table)
    return both[
        (both["previous"] < both["target"] - milestones.SLACK)
        & (both["score"] >= both["target"] - milestones.SLACK)
    ]


def newly_below(table: pd.DataFrame) -> pd.DataFrame:
    """Units that had this year's target a year ago and are below it now: rows of the table."""
    both = compared(table)
    return both[
        (both["previous"] >= both["target"] - milestones.SLACK)
        & (both["score"] < both["target"] - milestones.SLACK)
    ]


def step_words(scale: Scale, row: Any) -> str:
    """“78,5 → 81,3 điểm”, “36,0 → 38,8/80 điểm” of a row with previous, score and target; more decimals where rounding would deny the verdict."""
    before = formats.number(row.previous, verdict_against=row.target)
    return f"{before} → {scale.written(row.score, verdict_against=row.target)}"


def lines(scale: Scale, rows: pd.DataFrame) -> list[tuple[str, str, str]]:
    """Unit, name and the step of each row, for a list in which the name is a link."""
    return [(one.unit, one.name, step_words(scale, one)) for one in rows.itertuples()]


def sentence(standing: Standing, table: pd.DataFrame) -> str:
    """How many crossed, of how many that can be compared; and why nothing can be said where that is so."""
    both = compared(table)
    if standing.year == standing.plan.first_year:
        return f"Năm {standing.year} là năm đầu của phong trào nên chưa có năm trước để so."
    if not has_target(table):
        return f"Chưa so được với mốc: {NO_TARGET}."
    if both.empty:
        return f"Chưa có {worded('đơn vị')} nào có điểm so sánh được của cả hai năm {standing.year - 1} và {standing.year}."
    reached, below = len(newly_reached(table)), len(newly_below(table))
    return (
        f"Trong {formats.count(len(both), 'đơn vị')} có điểm cả hai năm {standing.year - 1} và {standing.year}: {_units(reached)} mới đạt {target_words(both)}, "
        f"{_units(below)} mới xuống dưới mốc."
    )


def _units(number: int) -> str:
    return formats.count(number, "đơn vị") if number else worded("không đơn vị nào")


def as_read(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows of `Standing.table` whose `change` and `distance` are the differences of the figures as they are read, so that a table never says another digit than its own columns."""
    kept = {}
    for name, start in (("change", "previous"), ("distance", "target")):
        kept[name] = [
            None if formats.is_missing(gap) else differences.moved(before, after)
            for gap, before, after in zip(rows[name], rows[start], rows["score"], strict=True)
        ]
    return rows.assign(**kept).astype(dict.fromkeys(kept, float))
