"""Chapter IV, its last part: what is to be done, from what falls short and what earlier meetings left open."""

from __future__ import annotations

import re
from textwrap import shorten

import pandas as pd

from dashboard.exports.report import fault_words
from dashboard.exports.report import prose_words as prose
from dashboard.exports.report import report_words as words
from dashboard.exports.report.chapters.aims import unmet
from dashboard.exports.report.chapters.causes import units_behind
from dashboard.exports.report.chapters.judgement import own_scored
from dashboard.exports.report.chapters.lessons import weakest_group
from dashboard.exports.report.chapters.open_conclusions import (
    open_conclusions,
    open_sentence,
    open_table,
)
from dashboard.exports.report.chapters.own_faults import faults_of
from dashboard.exports.report.chapters.work import missing_names
from dashboard.exports.report.material import Material, once
from dashboard.exports.report.pack import Chapter, Said
from dashboard.exports.report.short_steps import point, said, sheet
from dashboard.plan import Milestone
from dashboard.views import summary
from dashboard.writing import formats

MOST_TASKS, MOST_LETTERS = 4, 110


def tasks(material: Material) -> Chapter:
    """Nhiệm vụ, giải pháp: one point each, then the conclusions of earlier meetings that are still open."""
    rows = open_conclusions(material)
    told = [
        *_behind(material),
        *task_points(material),
        said(words.NOTHING_OPEN)
        if rows.empty
        else said(open_sentence(rows, material.extras.today), sheet("Kết luận còn mở")),
    ]
    last = material.milestone.kind == "final"
    return Chapter(
        words.TASKS,
        2,
        tuple(told),
        () if rows.empty else (open_table(rows, material.source),),
        asked=prose.ASK_TASKS_FINAL if last else prose.ASK_TASKS,
    )


def _behind(material: Material) -> list[Said]:
    behind = len(units_behind(material))
    if not behind:
        return []
    there = words.NEEDED_THERE[bool(material.assessed["needed"].notna().any())]
    return [
        said(
            f"{words.STILL_BELOW} {prose.TASK_BEHIND}",
            sheet("Xếp hạng"),
            year=material.standing.year,
            units=formats.count(behind, "đơn vị"),
            there=there,
        )
    ]


@once
def task_points(material: Material) -> tuple[Said, ...]:
    """What is to be done beside the units behind: each only where the figures ask for it."""
    made = (
        _weakest(material),
        _aims(material),
        _faults(material),
        _data(material),
        _spread(material),
        _next(material),
    )
    return tuple(one for one in made if one)


def _weakest(material: Material) -> Said | None:
    found = weakest_group(material)
    if found is None:
        return None
    value = formats.number(found[1])
    return point(prose.TASK_WEAKEST, sheet("Nhóm tiêu chí"), group=found[0], value=value)


def _aims(material: Material) -> Said | None:
    left = unmet(material)
    return point(prose.TASK_UNMET, sheet("Mục tiêu"), aims="; ".join(left)) if left else None


def _faults(material: Material) -> Said | None:
    year = material.standing.year
    found = faults_of(material, year, year).head(MOST_TASKS)
    if found.empty:
        return None
    faults = fault_words.faults(material.standing.plan)
    told = "; ".join(faults[code].task for code in found["code"])
    return point(prose.TASK_FAULTS, sheet("Tồn tại theo loại"), tasks=told)


def _data(material: Material) -> Said | None:
    unknown = int(material.assessed["status"].isin(summary.UNKNOWN).sum())
    counts = (
        (prose.TASK_OWN, len(own_scored(material))),
        (prose.TASK_UNKNOWN, unknown),
        (prose.TASK_MISSING, len(missing_names(material))),
    )
    parts = [
        pattern.format(units=formats.count(number, "đơn vị"))
        for pattern, number in counts
        if number
    ]
    if not parts:
        return None
    return point(prose.TASK_DATA, sheet("Xếp hạng"), sheet("Sự việc"), parts="; ".join(parts))


def _spread(material: Material) -> Said | None:
    if material.of_period(material.extras.examples).empty:
        return None
    return point(prose.TASK_SPREAD, sheet("Mô hình hay"))


def _next(material: Material) -> Said | None:
    """The next milestone after the year that is a review or the end."""
    plan, year = material.standing.plan, material.standing.year
    later = [one for one in plan.milestones if one.year > year and one.kind != "annual"]
    if not later:
        return None
    one = min(later, key=lambda each: each.due)
    goals = _goals(material, one)
    return point(
        prose.TASK_NEXT,
        name=one.label.lower(),
        asks=one.asks or one.name,
        due=formats.date(one.due),
        goals=prose.NEXT_GOALS.format(goals="; ".join(goals)) if goals else "",
    )


def _goals(material: Material, milestone: Milestone) -> list[str]:
    plan = material.standing.plan
    found = []
    for one in milestone.targets:
        if one.measure is None:
            continue
        is_points = one.value > 1
        value = formats.number(one.value, None) if is_points else formats.percent(one.value, None)
        found.append(f"{plan.measure_name(one.measure)} {value}")
    return found


@once
def assigned(material: Material) -> pd.DataFrame:
    """What is to be done, by whom, by when: columns what, who, when, all written. The open conclusions first, then the tasks of this report with dots for who and when."""
    rows = [
        (one.what, one.responsible, formats.date(one.due))
        for one in open_conclusions(material).itertuples(index=False)
    ]
    rows += [(brief(one.text), words.DOTS, words.DOTS) for one in task_points(material)]
    rows = rows or [(words.DOTS, words.DOTS, words.DOTS)]
    return pd.DataFrame(rows, columns=["what", "who", "when"])


def brief(text: str) -> str:
    """A task without what stands behind its colon.

    >>> brief("Khắc phục các tồn tại được tự nêu nhiều nhất: giữ giờ giấc; đeo thẻ.")
    'Khắc phục các tồn tại được tự nêu nhiều nhất'
    """
    return shorten(re.split(r"[:;(]", text)[0].strip(" ."), MOST_LETTERS, placeholder=" …")
