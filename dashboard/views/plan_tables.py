"""The parts of a plan that the secretariat changes on screen, as tables of text to be shown and edited."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from dashboard.plan import TOTAL, Plan
from dashboard.views import plan_words as words
from dashboard.views.limit_words import LIMITS
from dashboard.views.plan import limit_text, target_text
from dashboard.writing import formats

SPARE_ROWS = 2


class Tables(NamedTuple):
    """The four tables as they are shown and edited; every cell a text or None."""

    targets: pd.DataFrame
    criteria: pd.DataFrame
    classes: pd.DataFrame
    limits: pd.DataFrame


def tables(plan: Plan) -> Tables:
    """The plan's targets, points and weights, classes and parameters, with spare rows for new targets and classes."""
    return Tables(_targets(plan), _criteria(plan), _classes(plan), _limits(plan))


def measures(plan: Plan) -> dict[str, tuple[str | None, str | None]]:
    """What a target can be about: label → (measure, audience)."""
    found: dict[str, tuple[str | None, str | None]] = {plan.measure_name(TOTAL): (TOTAL, None)}
    found |= {text: (None, audience) for audience, text in words.AUDIENCES.items()}
    found |= {f"Nhóm: {one.name}": (one.code, None) for one in plan.groups}
    return found | {f"{one.code}: {one.label}": (one.code, None) for one in plan.criteria}


def kind_choices(plan: Plan) -> dict[str, tuple[str, ...]]:
    """Which kinds of units a target holds for: label → codes; sets that stand in the plan already are kept."""
    names = {one.code: one.name for one in plan.kinds}
    sets = {
        target.kinds
        for milestone in plan.milestones
        for target in milestone.targets
        if len(target.kinds) > 1
    }
    found = {words.ALL_KINDS: ()} | {name: (code,) for code, name in names.items()}
    return found | {"; ".join(names[code] for code in codes): codes for codes in sorted(sets)}


def milestone_choices(plan: Plan) -> dict[str, str]:
    """Milestones to choose from: label → code."""
    return {one.label: one.code for one in plan.milestones}


def _targets(plan: Plan) -> pd.DataFrame:
    labels, kinds = (
        {pair: label for label, pair in measures(plan).items()},
        {codes: label for label, codes in kind_choices(plan).items()},
    )
    rows = [
        {
            "milestone": one.label,
            "measure": labels[target.measure, target.audience],
            "kinds": kinds[target.kinds],
            "value": target_text(plan, target).removesuffix(" điểm"),
            "source": target.source,
        }
        for one in plan.milestones
        for target in one.targets
    ]
    return _texts(rows, ["milestone", "measure", "kinds", "value", "source"], SPARE_ROWS)


def _criteria(plan: Plan) -> pd.DataFrame:
    rows = [
        {
            "code": one.code,
            "name": one.label,
            "max": None if one.max is None else formats.number(one.max, None),
            "weight": None if one.weight is None else formats.number(one.weight, None),
            "source": one.source,
        }
        for one in plan.criteria
    ]
    return _texts(rows, ["code", "name", "max", "weight", "source"])


def _classes(plan: Plan) -> pd.DataFrame:
    return _texts(
        [
            {"name": one.name, "min": formats.number(one.min, None), "source": one.source}
            for one in plan.classes
        ],
        ["name", "min", "source"],
        SPARE_ROWS,
    )


def _limits(plan: Plan) -> pd.DataFrame:
    rows = [
        {
            "name": wording.label,
            "value": limit_text(name, getattr(plan.limits, name)).removesuffix(" điểm"),
            "meaning": wording.meaning,
            "source": plan.limit_sources.get(name),
        }
        for name, wording in LIMITS.items()
    ]
    return _texts(rows, ["name", "value", "meaning", "source"])


def _texts(rows: list[dict], columns: list[str], spare: int = 0) -> pd.DataFrame:
    blank = [dict.fromkeys(columns)] * spare
    return pd.DataFrame([*rows, *blank], columns=columns).astype("str")


def cells(frame: pd.DataFrame) -> list[dict[str, str | None]]:
    """Rows with None for what is blank."""
    return [
        {
            name: None if formats.is_missing(cell) or not str(cell).strip() else str(cell).strip()
            for name, cell in row.items()
        }
        for row in frame.to_dict("records")
    ]
