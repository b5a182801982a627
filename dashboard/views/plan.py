"""Kế hoạch: the plan in force as sentences and tables that people can read."""

from __future__ import annotations

import pandas as pd

from dashboard.plan import Plan
from dashboard.plan.clock import ZONE
from dashboard.views import plan_words as words
from dashboard.writing import formats

PROVISIONAL = ("minh họa", "không phải quy định", "chưa có văn bản")


def answer(plan: Plan) -> str:
    """“Kế hoạch 2019–2025 có 4 mốc, 27 tiêu chí trong 6 nhóm; 4/7 chỉ tiêu còn là giá trị minh họa, chờ quyết định.”"""
    targets = [target for milestone in plan.milestones for target in milestone.targets]
    waiting = sum(is_provisional(one.source) for one in targets)
    has = words.HAS.format(
        first=plan.first_year,
        last=plan.last_year,
        milestones=formats.count(len(plan.milestones), "mốc"),
        criteria=formats.count(len(plan.criteria), "tiêu chí"),
        groups=formats.count(len(plan.groups), "nhóm"),
    )
    if not targets:
        return f"{has}; {words.NO_TARGETS}"
    if not waiting:
        return f"{has}; {words.ALL_DECIDED.format(targets=formats.count(len(targets), 'chỉ tiêu'))}"
    return f"{has}; {words.SOME_WAITING.format(targets=formats.out_of(waiting, len(targets), 'chỉ tiêu'))}"


def is_provisional(source: str) -> bool:
    """Whether a source says that no document stands behind the value."""
    return any(one in source.lower() for one in PROVISIONAL)


def in_force(versions: pd.DataFrame, file: str | None = None) -> str:
    """Which version the screens work with. `versions`: newest first, with version, at (UTC), who, why; `file`: DASHBOARD_PLAN."""
    if file:
        return words.FROM_FILE.format(file=file)
    if versions.empty:
        return words.SHIPPED
    newest = versions.iloc[0]
    why = formats.DASH if formats.is_missing(newest["why"]) else str(newest["why"]).rstrip(".")
    return words.IN_FORCE.format(
        version=newest["version"], who=newest["who"], at=moment(newest["at"]), why=why
    )


def moment(at: pd.Timestamp) -> str:
    """A time of the store (UTC) as people in Viet Nam read it.

    >>> moment(pd.Timestamp("2026-01-05 20:07", tz="UTC"))
    '3 giờ 07 ngày 6/1/2026'
    """
    aware = at if at.tzinfo else at.tz_localize("UTC")
    here = aware.tz_convert(ZONE)
    return f"{here.hour} giờ {here.minute:02d} ngày {formats.date(here)}"


def about(plan: Plan) -> list[tuple[str, str]]:
    """What the plan is: label and text, one a line."""
    return [
        ("Tên phong trào", plan.name),
        ("Cơ quan ban hành", plan.owner),
        ("Giai đoạn", f"{plan.first_year}–{plan.last_year}"),
        ("Văn bản căn cứ", "; ".join(plan.documents)),
        *([("Khảo sát hài lòng chính", plan.survey.label)] if plan.survey else []),
    ]
