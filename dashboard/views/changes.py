"""Which units crossed their target since last year, and the way of the movement from milestone to milestone."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

import pandas as pd

from dashboard.assessment import milestones
from dashboard.assessment.standing import Standing
from dashboard.plan import TOTAL, Milestone
from dashboard.views.summary import DONE, NO_TARGET, has_target, target_words
from dashboard.writing import formats

DAYS = 365.25


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
        lines(newly_reached(table)),
        lines(newly_below(table)),
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


def step_words(row) -> str:
    """“78,5 → 81,3 điểm” of a row with previous, score and target; more decimals where rounding would deny the verdict."""
    before = formats.number(row.previous, verdict_against=row.target)
    return f"{before} → {formats.points(row.score, verdict_against=row.target)}"


def lines(rows: pd.DataFrame) -> list[tuple[str, str, str]]:
    """Unit, name and the step of each row, for a list in which the name is a link."""
    return [(one.unit, one.name, step_words(one)) for one in rows.itertuples()]


def sentence(standing: Standing, table: pd.DataFrame) -> str:
    """How many crossed, of how many that can be compared; and why nothing can be said where that is so."""
    both = compared(table)
    if standing.year == standing.plan.first_year:
        return f"Năm {standing.year} là năm đầu của phong trào nên chưa có năm trước để so."
    if not has_target(table):
        return f"Chưa so được với mốc: {NO_TARGET}."
    if both.empty:
        return f"Chưa có đơn vị nào có điểm so sánh được của cả hai năm {standing.year - 1} và {standing.year}."
    reached, below = len(newly_reached(table)), len(newly_below(table))
    return (
        f"Trong {formats.count(len(both), 'đơn vị')} có điểm cả hai năm {standing.year - 1} và {standing.year}: {_units(reached)} mới đạt {target_words(both)}, "
        f"{_units(below)} mới xuống dưới mốc."
    )


def _units(number: int) -> str:
    return formats.count(number, "đơn vị") if number else "không đơn vị nào"


def way(standing: Standing, values: pd.DataFrame, members: pd.DataFrame) -> pd.DataFrame:
    """The milestones as the ribbon draws them: year, name, due, said. In: `values` of the total and members, both of the units in view."""
    rows = [
        (one.year, one.name, one.due, _said(standing, one, values, members))
        for one in standing.plan.milestones
    ]
    return pd.DataFrame(rows, columns=["year", "name", "due", "said"])


def way_title(standing: Standing, found: pd.DataFrame) -> str:
    """“Sơ kết 2022: mốc 75 điểm: 153/189 đơn vị đạt; …” in one line, of the milestones that say something."""
    said = [f"{one.name.lower()} {one.year}, {one.said}" for one in found.itertuples() if one.said]
    whole = f"Chặng đường {standing.plan.first_year}–{standing.plan.last_year}"
    return f"{whole}: {'; '.join(said)}" if said else f"{whole} của phong trào"


def reached_point(standing: Standing) -> float:
    """How far the ribbon is walked: a milestone's year is reached on 31 December of it. Example: on 2/7/2025 it is about 2024.5."""
    seen = min(standing.as_of, dt.date(standing.year, 12, 31))
    return (
        standing.year
        if seen == dt.date(standing.year, 12, 31)
        else seen.year - 1 + seen.timetuple().tm_yday / DAYS
    )


def _said(standing: Standing, one: Milestone, values: pd.DataFrame, members: pd.DataFrame) -> str:
    """“mốc 75 điểm: 153/189 đơn vị đạt”; before its year the target alone, without one nothing."""
    target = next((target for target in one.targets if target.measure == TOTAL), None)
    if target is None:
        return ""
    words = f"mốc {formats.points(target.value, None)}"
    if one.year > standing.year:
        return words
    units = members[(members["year"] == one.year) & members["assessed"]]
    done = sum(
        _reached(standing, one, part, kind)
        for kind, part in values[values["year"] == one.year].groupby("kind")
    )
    return (
        f"{words}: {formats.out_of(done, len(units), 'đơn vị')} đạt"
        if len(units)
        else f"{words}: chưa có số liệu"
    )


def _reached(standing: Standing, one: Milestone, scores: pd.DataFrame, kind: str) -> int:
    """How many of these scores of one kind met the milestone, by the same bounds as the statuses."""
    goal = next(
        (
            goal
            for goal in milestones.goals(standing.plan, TOTAL, kind, one.year, standing.as_of)
            if goal.milestone == one.code
        ),
        None,
    )
    if goal is None:
        return 0
    low, high = scores["low"].to_numpy(float), scores["high"].to_numpy(float)
    return int(
        pd.Series(
            milestones.bounded_status(low, high, low * float("nan"), goal, standing.plan.limits)
        )
        .isin(DONE)
        .sum()
    )


def as_read(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows of `Standing.table` whose `change` and `distance` are the differences of the figures as they are read, so that a table never says another digit than its own columns."""
    kept = {}
    for name, start in (("change", "previous"), ("distance", "target")):
        kept[name] = [
            None if formats.is_missing(gap) else formats.moved(before, after)
            for gap, before, after in zip(rows[name], rows[start], rows["score"], strict=True)
        ]
    return rows.assign(**kept).astype(dict.fromkeys(kept, float))
