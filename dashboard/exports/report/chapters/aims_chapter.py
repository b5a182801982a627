"""Chapter III: the whole period weighed against each aim of the plan."""

from __future__ import annotations

import pandas as pd

from dashboard.exports.report import prose_words as words
from dashboard.exports.report.chapters.aims import (
    Aim,
    aims,
    in_words,
    is_met,
    like_units,
    target_words,
)
from dashboard.exports.report.chapters.middles import group_middles
from dashboard.exports.report.material import Material, table_of
from dashboard.exports.report.pack import Chapter, Said
from dashboard.exports.report.short_steps import said, sheet
from dashboard.views import series
from dashboard.views.regrouped import regrouped_years
from dashboard.writing import formats
from dashboard.writing.columns import Column
from dashboard.writing.table_model import Table

SHEET = "Mục tiêu"
LEAST_LIKE = 5  # units that a sentence on like units needs


def against_aims(material: Material) -> Chapter:
    """The chapter: like units over the years, the groups, which aims are reached; the table of all of them."""
    every = aims(material)
    told = [*_like_for_like(material), *_groups(material), *reached_words(material, every)]
    tables = (_table(material, every),) if every else ()
    return Chapter(words.AIMS, 2, tuple(told), tables)


def _like_for_like(material: Material) -> list[Said]:
    rows, year = like_units(material), material.standing.year
    first = material.standing.plan.first_year
    if len(rows) < LEAST_LIKE or first == year:
        return []
    before, now = rows["baseline"].median(), rows["value"].median()
    return [
        said(
            words.LIKE_FOR_LIKE if now > before else words.LIKE_LOWER,
            sheet("Số liệu theo năm"),
            units=formats.count(len(rows), "đơn vị"),
            first=first,
            year=year,
            before=formats.number(before),
            now=material.standing.plan.scale.written(now),
            up=formats.out_of(int((rows["value"] > rows["baseline"]).sum()), len(rows), "đơn vị"),
        )
    ]


def _groups(material: Material) -> list[Said]:
    """How the groups moved over the years that can be compared, and what they came to after units were regrouped."""
    regrouped = regrouped_years(series.members_until(material.standing))
    codes = material.standing.plan.group_codes
    own = [one for one in aims(material) if one.about.code in codes]
    years = sorted({year for one in own for year in one.by_year})
    before = [year for year in years if not regrouped or year < min(regrouped)]
    own = [one for one in own if before and {before[0], before[-1]} <= one.by_year.keys()]
    if not own or len(before) < 2 or len(group_middles(material)) < 2:
        return []
    moved = [
        words.GROUP_MOVED.format(
            name=one.about.name,
            before=one.read(one.by_year[before[0]]),
            after=one.read(one.by_year[before[-1]]),
        )
        for one in own
    ]
    year = material.standing.year
    values = "; ".join(one.read(one.by_year[year]) for one in own)
    after = words.GROUPS_AFTER.format(year=year, values=values) if year > before[-1] else ""
    return [
        said(
            words.GROUPS_OWN if material.standing.plan.scale.own else words.GROUPS_MOVED,
            sheet("Nhóm tiêu chí"),
            first=before[0],
            last=before[-1],
            moved="; ".join(moved),
            after=after,
        )
    ]


def reached_words(material: Material, every: list[Aim]) -> list[Said]:
    """Which aims the figure of all units reaches, and which not; criteria of people that are all reached are told together."""
    standing = material.standing
    held = [one for one in every if one.target is not None and one.target_year <= standing.year]
    ahead = [one for one in every if one.target is not None and one.target_year > standing.year]
    met, unmet = ([one for one in held if is_met(one) is way] for way in (True, False))
    told = []
    if met:
        parts = "; ".join(_told_together(met, held))
        whole, year = standing.plan.whole_inside, standing.year
        told.append(said(words.MET, sheet(SHEET), whole=whole, year=year, aims=parts))
    if unmet:
        told.append(said(words.UNMET, sheet(SHEET), aims="; ".join(map(in_words, unmet))))
    if ahead:
        told.append(said(words.AHEAD, sheet(SHEET), aims="; ".join(_told_together(ahead, ahead))))
    return told


def _table(material: Material, every: list[Aim]) -> Table:
    """Each aim in the first year, in the years of reviews and in the year, with its target and how many units reach it."""
    plan, year = material.standing.plan, material.standing.year
    reviews = {one.year for one in plan.milestones if one.kind in ("review", "final")}
    shown = sorted({plan.first_year, year, *(one for one in reviews if one <= year)})
    rows = [
        {
            "name": one.about.name,
            **{str(each): _cell(one, each) for each in shown},
            "target": target_words(one, year),
            "reached": formats.out_of(one.reached, one.counted) if one.target else formats.DASH,
        }
        for one in every
    ]
    columns = {
        "name": Column(words.AIM, width=7),
        **{str(each): Column(str(each), width=2) for each in shown},
        "target": Column(words.TARGET, width=2),
        "reached": Column(words.UNITS_THERE, width=2),
    }
    regrouped = regrouped_years(series.members_until(material.standing))
    cut = words.AIMS_REGROUPED.format(years=", ".join(map(str, regrouped))) if regrouped else ""
    title = words.AIMS_TABLE.format(years=f"{plan.first_year}–{year}")
    return table_of(
        SHEET,
        title,
        pd.DataFrame(rows),
        columns,
        material.source,
        note=(words.AIMS_OWN if plan.scale.own else words.AIMS_NOTE) + cut,
    )


def _cell(aim: Aim, year: int) -> str:
    return aim.read(aim.by_year[year]) if year in aim.by_year else formats.DASH


def _told_together(met: list[Aim], held: list[Aim]) -> list[str]:
    people = [one for one in held if one.audience == "individual"]
    goals = {one.target for one in people}
    if len(people) < 3 or len(goals) != 1 or not all(map(is_met, people)):
        return [in_words(one) for one in met]
    values = sorted(one.now for one in people)
    together = words.AIMS_OF_PEOPLE.format(
        count=len(people),
        low=people[0].read(values[0]),
        high=people[0].read(values[-1]),
        target=target_words(people[0]),
    )
    return [*(in_words(one) for one in met if one.audience != "individual"), together]
