"""Targets and limits as they are edited in the tables of a plan."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd

from dashboard.plan import Limits, Plan
from dashboard.views import plan_cell_words as cell_words
from dashboard.views import plan_words as words
from dashboard.views.limit_words import LIMITS
from dashboard.views.plan_cells import MistakeError, number_of
from dashboard.views.plan_rows import is_rate
from dashboard.views.plan_tables import cells, kind_choices, measures, milestone_choices
from dashboard.writing.nouns import worded


def put_targets(
    plan: Plan, raw: dict, shown: pd.DataFrame, edited: pd.DataFrame, mistakes: list[str]
) -> None:
    """Puts the edited targets into the raw plan; adds what is wrong to `mistakes`."""
    milestones, about, kinds = milestone_choices(plan), measures(plan), kind_choices(plan)
    kept = [target for milestone in plan.milestones for target in milestone.targets]
    made: dict[str, list[dict]] = {code: [] for code in milestones.values()}
    for number, row in enumerate(cells(edited)):
        place = f"{words.SECTIONS['targets']}, dòng {number + 1}"
        if row["value"] is None:
            continue
        if row["milestone"] not in milestones or row["measure"] not in about:
            mistakes.append(cell_words.CHOICE_MISSING.format(place=place))
            continue
        measure, audience = about[row["measure"]]
        known = (
            kept[number].value
            if number < len(kept) and _untouched(shown, edited, number, ("value", "measure"))
            else None
        )
        text, rate = row["value"], is_rate(plan, measure)
        value = (
            known
            if known is not None
            else _read(
                mistakes,
                lambda text=text, place=place, rate=rate: number_of(text, place, rate=rate),
            )
        )
        target = {
            "measure": measure,
            "audience": audience,
            "value": value,
            "kinds": list(kinds[row["kinds"] or words.ALL_KINDS]),
            "source": _source(row["source"], place, mistakes),
        }
        made[milestones[row["milestone"]]].append(
            {name: one for name, one in target.items() if one not in (None, [])}
        )
    for milestone in raw["milestones"]:
        milestone["targets"] = made[milestone["code"]]


def put_limits(
    plan: Plan, raw: dict, shown: pd.DataFrame, edited: pd.DataFrame, mistakes: list[str]
) -> None:
    """Puts the edited limits into the raw plan; adds what is wrong to `mistakes`."""
    limits, sources = dict(raw.get("limits", {})), dict(plan.limit_sources)
    for number, (name, row) in enumerate(zip(worded(LIMITS), cells(edited), strict=True)):
        place = f"{words.SECTIONS['limits']} {worded(LIMITS)[name].label}"
        if row["source"]:
            sources[name] = row["source"]
        else:
            sources.pop(name, None)
        if not _untouched(shown, edited, number, ("value",)):
            limits[name] = _read(
                mistakes, lambda row=row, name=name, place=place: _limit(name, row["value"], place)
            )
    raw["limits"], raw["limit_sources"] = limits, sources


def _limit(name: str, text: str | None, place: str) -> float | int:
    if text is None:
        raise MistakeError(cell_words.CELL_EMPTY.format(place=place))
    value = number_of(text, place, rate=worded(LIMITS)[name].scale == "share")
    if not isinstance(getattr(Limits(), name), int):
        return value
    if value != int(value):
        raise MistakeError(cell_words.CELL_WHOLE.format(place=place, text=text))
    return int(value)


def _read(mistakes: list[str], read: Callable[[], Any]) -> Any:
    """What `read` gives; a mistake is noted and stands as 0 in a plan that is thrown away."""
    try:
        return read()
    except MistakeError as error:
        mistakes.append(str(error))
        return 0


def _source(text: str | None, place: str, mistakes: list[str]) -> str:
    if text is None:
        mistakes.append(cell_words.SOURCE_MISSING.format(place=place))
    return text or ""


def _untouched(
    shown: pd.DataFrame, edited: pd.DataFrame, number: int, columns: tuple[str, ...]
) -> bool:
    if number >= len(shown):
        return False
    old, new = cells(shown.iloc[[number]])[0], cells(edited.iloc[[number]])[0]
    return all(old[name] == new[name] for name in columns)
