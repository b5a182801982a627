"""The plan as rows of tables: milestones, criteria, classes, deadlines, limits."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from dashboard.plan import TOTAL, Criterion, Limits, Plan
from dashboard.plan.parts import Target
from dashboard.plan.scale import OF_SCORES
from dashboard.views import plan_words as words
from dashboard.views.limit_words import LIMITS, OF_SURVEYS
from dashboard.writing import formats
from dashboard.writing.columns import Column
from dashboard.writing.nouns import worded


def target_name(plan: Plan, target: Target) -> str:
    """What a target is about: the total, a group, a criterion, or all rates of an audience."""
    return (
        words.AUDIENCES[target.audience]
        if target.measure is None
        else plan.measure_name(target.measure)
    )


def is_rate(plan: Plan, measure: str | None) -> bool:
    """Whether a target of this measure is a share 0–1; an audience's (None) always is."""
    if measure is None:
        return True
    if measure == TOTAL or measure in plan.group_codes:
        return False
    criterion = plan.criterion(measure)
    return criterion.how.is_share


def target_text(plan: Plan, target: Target) -> str:
    """“80 điểm”, “90%”."""
    return (
        formats.percent(target.value, None)
        if is_rate(plan, target.measure)
        else formats.points(target.value, None)
    )


def kinds_text(plan: Plan, codes: Sequence[str]) -> str:
    """The names of kinds of units; all of them when none is named."""
    names = {one.code: one.name for one in plan.kinds}
    return "; ".join(names[code] for code in codes) or words.ALL_KINDS


def milestone_rows(plan: Plan) -> pd.DataFrame:
    """One row a target, or a milestone without any: milestone, due, asks, target, value, kinds, source."""
    rows = []
    for one in plan.milestones:
        shared = {
            "milestone": one.label,
            "due": one.due,
            "asks": one.asks,
        }
        rows += [
            {
                **shared,
                "target": target_name(plan, target),
                "value": target_text(plan, target),
                "kinds": kinds_text(plan, target.kinds),
                "source": target.source,
            }
            for target in one.targets
        ]
        if not one.targets:
            rows.append(
                {**shared, "target": None, "value": None, "kinds": None, "source": one.source}
            )
    return pd.DataFrame(
        rows, columns=["milestone", "due", "asks", "target", "value", "kinds", "source"]
    )


def criteria_rows(plan: Plan) -> pd.DataFrame:
    """One row a criterion: group, code, name, kind, max, weight, part (of all weights, 0–1), note, source."""
    groups = {one.code: one.name for one in plan.groups}
    whole = sum(one.points_weight for one in plan.criteria)
    rows = [
        {
            "group": groups[one.group],
            "code": one.code,
            "name": one.name,
            "kind": one.how.name,
            "max": one.max,
            "weight": one.points_weight or None,
            "part": one.points_weight / whole if one.points_weight else None,
            "note": criterion_note(plan, one),
            "source": one.source,
        }
        for one in plan.criteria
    ]
    return pd.DataFrame(rows).astype({"max": float, "weight": float, "part": float})


def criterion_note(plan: Plan, one: Criterion) -> str | None:
    """What is special about a criterion: years, breaks, kinds of units, bonus."""
    notes = [
        f"chỉ áp dụng: {kinds_text(plan, one.unit_kinds)}" if one.unit_kinds else "",
        f"từ năm {one.valid_from}" if one.valid_from else "",
        f"đến năm {one.valid_to}" if one.valid_to else "",
        f"đổi cách đo năm {formats.listed([str(year) for year in one.break_years])}, không so với năm trước"
        if one.break_years
        else "",
        "điểm thưởng" if one.bonus else "",
        "càng thấp càng tốt" if one.direction == "down" else "",
    ]
    return "; ".join(note for note in notes if note) or None


def class_rows(plan: Plan) -> pd.DataFrame:
    """Classes from the highest down: name, min (score), source."""
    rows = [
        {"name": one.name, "min": one.min, "source": one.source}
        for one in sorted(plan.classes, key=lambda one: -one.min)
    ]
    return pd.DataFrame(rows, columns=["name", "min", "source"]).astype({"min": float})


def deadline_rows(plan: Plan) -> pd.DataFrame:
    """Deadlines of the reports: year, name, due, kinds, source."""
    rows = [
        {
            "year": str(one.year),
            "name": one.name,
            "due": one.due,
            "kinds": kinds_text(plan, one.kinds),
            "source": one.source,
        }
        for one in plan.reports
    ]
    return pd.DataFrame(rows, columns=["year", "name", "due", "kinds", "source"])


def limit_text(name: str, value: float) -> str:
    """A parameter as it is written: “95%”, “3 điểm”, “30”."""
    scale = worded(LIMITS)[name].scale
    if scale == "share":
        return formats.percent(value, None)
    return formats.points(value, None) if scale == "points" else formats.number(value, None)


def limit_said(plan: Plan, name: str) -> str:
    """A parameter of the plan as readers are told it: where the total has points of its own, in these (“2,4 điểm (3% thang điểm)”); other distances in per cent."""
    value = getattr(plan.limits, name)
    if not plan.scale.own or worded(LIMITS)[name].scale != "points":
        return limit_text(name, value)
    if name not in OF_SCORES:
        return f"{formats.number(value, None)} điểm phần trăm"
    points = formats.points(getattr(plan.score_limits, name), None)
    return f"{points} ({formats.number(value, None)}% thang điểm)"


def source_of(name: str, written: str | None, is_shipped: bool) -> str:
    """Where a value comes from: the plan's own words, else those of the shipped value; a changed value without a source says so."""
    if written:
        return written
    return (
        worded(LIMITS)[name].source if is_shipped else "giá trị đặt trong kế hoạch, chưa ghi nguồn"
    )


LIMIT_COLUMNS = {
    "name": "Tham số",
    "value": Column("Giá trị"),
    "meaning": Column("Ý nghĩa", width="large"),
    "source": "Nguồn",
}


def limit_rows(plan: Plan) -> pd.DataFrame:
    """Every parameter of the methods that the plan makes use of: code, name, value, meaning, source."""
    shipped = Limits()
    rows = [
        {
            "code": name,
            "name": worded(LIMITS)[name].label,
            "value": limit_said(plan, name),
            "meaning": worded(LIMITS)[name].meaning,
            "source": source_of(
                name, plan.limit_sources.get(name), value == getattr(shipped, name)
            ),
        }
        for name, value in plan.limits.model_dump().items()
        if plan.survey or name not in OF_SURVEYS
    ]
    return pd.DataFrame(rows)
