"""One unit in a year as a council reads it: every criterion with its value, its change, its block beside it, its target, how it stands, its source."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from dashboard.assessment.comparability import breaks
from dashboard.assessment.standing import Standing
from dashboard.plan import Plan
from dashboard.views import profile_criteria
from dashboard.wording import profile_words as words
from dashboard.writing import differences, formats, theme

LEAST_UNITS = 3
"""Of fewer units of the block no middle and no range is drawn: they would show single units."""


class Spread(NamedTuple):
    """A block's units of a measure in the year, as shares 0–1: lowest, middle, highest, how many have a value; NaN where there are fewer than `LEAST_UNITS`."""

    low: float = float("nan")
    middle: float = float("nan")
    high: float = float("nan")
    units: int = 0


class AreaRow(NamedTuple):
    """A line of the table. `own` is the unit's share 0–1 (NaN without a value), `target` the share that is asked of it; `top` is what all of the total is, 0 for what is read in per cent; everything else is words, '' for nothing."""

    group: str
    name: str
    value: str
    change: str
    own: float
    block: Spread
    target: float
    asked: str
    state: str
    status: str
    source: str
    top: float = 0.0


def rows(standing: Standing, results: pd.DataFrame, unit: str) -> tuple[AreaRow, ...]:
    """The total first, then every criterion that the plan asks of the unit in the year, group by group in the plan's order. In: live rows of the table `results`."""
    criteria = profile_criteria.criteria(standing, results, unit)
    shares = _shares(standing)
    before = _year_before(standing, unit)
    lines = [
        _criterion(standing, unit, one, shares, before) for one in criteria.itertuples(index=False)
    ]
    order = {one.name: place for place, one in enumerate(standing.plan.groups)}
    return (_total(standing, unit), *sorted(lines, key=lambda one: order[one.group]))


def scale(made: Sequence[AreaRow]) -> float:
    """Where the pictures' common scale begins, as a share 0–1: the whole tenth at or below the lowest thing shown; it ends at 1. 0 without anything."""
    shown = pd.Series(
        [one for row in made for one in (row.own, row.block.low, row.target)], dtype=float
    ).dropna()
    return 0.0 if shown.empty else min(max(np.floor(shown.min() * 10 + 1e-9) / 10, 0.0), 0.9)


def _shares(standing: Standing) -> pd.DataFrame:
    """unit, criterion, attained, block of the year: what blocks are spread over."""
    of_year = standing.chosen.of(["unit", "criterion", "attained"], years=[standing.year])
    return of_year[of_year["attained"].notna()].merge(
        standing.table.loc[standing.table["assessed"], ["unit", "block"]], on="unit"
    )


def _year_before(standing: Standing, unit: str) -> dict[str, float]:
    """Criterion → the share of the year before, where both years can be compared."""
    own = standing.chosen.of(["criterion", "attained"], years=[standing.year - 1], unit=[unit])
    kind = standing.by_unit[unit]["kind"]
    known = own.dropna(subset=["attained"])
    return {
        code: share
        for code, share in zip(known["criterion"], known["attained"], strict=True)
        if not _breaks_now(standing.plan, code, kind, standing.year)
    }


def _breaks_now(plan: Plan, code: str, kind: str, year: int) -> bool:
    return any(one.year == year for one in breaks(plan, code, kind))


def _spread(values: pd.Series) -> Spread:
    known = values.dropna()
    if len(known) < LEAST_UNITS:
        return Spread(units=len(known))
    return Spread(known.min(), known.median(), known.max(), len(known))


def _total(standing: Standing, unit: str) -> AreaRow:
    one = standing.by_unit[unit]
    block = standing.table[standing.table["assessed"] & (standing.table["block"] == one["block"])]
    target, scale = one["target"], standing.plan.scale
    return AreaRow(
        "",
        words.TOTAL,
        scale.figure(one["score"], verdict_against=target),
        _moved(one["change"], words.POINTS),
        _part(one["score"], scale.top),
        _spread(scale.share(block["score"])),
        _part(target, scale.top),
        "" if formats.is_missing(target) else formats.number(target, None),
        _state(one["status"], target),
        _code(one["status"]),
        words.FROM_CRITERIA,
        scale.top,
    )


def _criterion(
    standing: Standing, unit: str, one: Any, shares: pd.DataFrame, before: dict[str, float]
) -> AreaRow:
    block = standing.by_unit[unit]["block"]
    same = shares[(shares["criterion"] == one.criterion) & (shares["block"] == block)]
    progress = standing.progress_by_unit.get(one.criterion, {}).get(unit, {})
    target, status = progress.get("target", np.nan), progress.get("status")
    earlier = before.get(one.criterion, np.nan)
    change = (one.attained - earlier) * 100
    return AreaRow(
        one.group,
        standing.plan.criterion(one.criterion).label,
        _value(one),
        _moved(change, words.PERCENT_POINTS),
        one.attained,
        _spread(same["attained"]),
        _part(target),
        "" if formats.is_missing(target) else formats.percent(target / 100, None),
        _state(status, target),
        _code(status),
        one.source,
    )


def _moved(change: float, unit: str) -> str:
    """A change with its unit, for the value beside it may be in another one (“3/5”, “+5,0 điểm %”)."""
    return "" if formats.is_missing(change) else f"{differences.delta(change)} {unit}"


def _value(one: Any) -> str:
    """The appraised value, else the unit's own, marked."""
    if not formats.is_missing(one.appraised) and one.appraised != profile_criteria.NO_VALUE:
        return str(one.appraised)
    if formats.is_missing(one.self) or one.self == profile_criteria.NO_VALUE:
        return profile_criteria.NO_VALUE
    return f"{one.self} ({words.SELF_SCORED})"


def _state(status: object, target: float) -> str:
    if formats.is_missing(target):
        return ""
    look = theme.STATUS.get(str(status))
    return look.label if look else ""


def _code(status: object) -> str:
    return str(status) if str(status) in theme.STATUS else ""


def _part(value: float, whole: float = 100.0) -> float:
    return float("nan") if formats.is_missing(value) else value / whole
