"""Chapter III: the whole period weighed against each aim of the plan."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from dashboard.assessment.tally import DONE, tally
from dashboard.exports.report import prose_words as words
from dashboard.exports.report.chapters.work import target_of
from dashboard.exports.report.material import Material, said, sheet, table_of
from dashboard.exports.report.pack import Chapter, Said
from dashboard.plan import TOTAL
from dashboard.views import series
from dashboard.views.series import Subject
from dashboard.writing import formats
from dashboard.writing.columns import Column
from dashboard.writing.table_model import Table

SHEET = "Mục tiêu"
LEAST_LIKE = 5  # units that a sentence on like units needs


@dataclass(frozen=True)
class Aim:
    """One aim of the plan: its measure, the figure of all units by year (0–100), its target (0–100) and the year of that, how many units reach it of how many that have a figure."""

    about: Subject
    audience: str
    by_year: dict[int, float]
    target: float | None
    target_year: int
    reached: int
    counted: int

    @property
    def now(self) -> float:
        return self.by_year[max(self.by_year)]

    def read(self, value: float, target: float | None = None) -> str:
        """A figure of it as it is read: percent of counts, else points."""
        if self.about.share:
            against = None if target is None else target / 100
            return formats.percent(value / 100, verdict_against=against)
        return formats.number(value, verdict_against=target)


def aims(material: Material) -> list[Aim]:
    """The total, each weighted group, then every criterion that a milestone up to the year asks something of; those without a figure of the year left out."""
    standing = material.standing
    groups = [
        one.code
        for one in standing.plan.groups
        if any(part.group == one.code and part.points_weight > 0 for part in standing.plan.criteria)
    ]
    asked = [code for code in standing.progress if code != TOTAL]
    found = [_aim(material, code) for code in (TOTAL, *groups, *asked)]
    return [one for one in found if standing.year in one.by_year]


def _aim(material: Material, code: str) -> Aim:
    standing = material.standing
    about = series.subject(standing.plan, code)
    middles = series.middles(series.unit_values(standing, code), about)
    scale = 100 if about.share else 1
    progress = standing.progress.get(code)
    held = (
        pd.DataFrame(columns=["value", "target"])
        if progress is None
        else progress[progress["value"].notna() & progress["target"].notna()]
    )
    values = series.unit_values(standing, code)
    known = values[(values["year"] == standing.year) & values["value"].notna()]["unit"]
    held = held[held["unit"].isin(known)] if len(held) else held
    people = code in {one.code for one in standing.plan.criteria if one.counts_people}
    return Aim(
        about,
        "individual" if people else "",
        {int(one.year): one.median * scale for one in middles.itertuples()},
        target_of(material, code),
        _target_year(material, code),
        *_reached(material, code, held),
    )


def _reached(material: Material, code: str, held: pd.DataFrame) -> tuple[int, int]:
    """How many units reach the target, of how many; of the total as everywhere: by status, of all that are assessed."""
    if code == TOTAL:
        counts = tally(material.standing.table, material.standing.flags)
        return counts.of(DONE), counts.assessed
    return int((held["value"] >= held["target"] - 1e-9).sum()), len(held)


def _target_year(material: Material, code: str) -> int:
    asked = material.standing.progress.get(code)
    years = [] if asked is None else asked["target_year"].dropna().unique()
    return int(max(years)) if len(years) else material.standing.year


def against_aims(material: Material) -> Chapter:
    """The chapter: like units over the years, the groups, which aims are reached; the table of all of them."""
    every = aims(material)
    told = [*_like_for_like(material), *_groups(material), *reached_words(material, every)]
    tables = (_table(material, every),) if every else ()
    return Chapter(words.AIMS, 2, tuple(told), tables)


def like_units(material: Material) -> pd.DataFrame:
    """Units whose total can be compared from the first year of the period to the year: unit, baseline, value; no more than the plan's first year tells."""
    rows = material.standing.progress[TOTAL]
    own = rows["value"].notna() & rows["baseline"].notna()
    first = rows["baseline_year"] == material.standing.plan.first_year
    return rows[own & first & rows["unit"].isin(material.assessed["unit"])]


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
            now=formats.number(now),
            up=formats.out_of(int((rows["value"] > rows["baseline"]).sum()), len(rows), "đơn vị"),
        )
    ]


def _groups(material: Material) -> list[Said]:
    """How the groups moved over the years that can be compared, and what they came to after units were regrouped."""
    regrouped = series.regrouped_years(series.members_until(material.standing))
    codes = {one.code for one in material.standing.plan.groups}
    own = [one for one in aims(material) if one.about.code in codes]
    years = sorted({year for one in own for year in one.by_year})
    before = [year for year in years if not regrouped or year < min(regrouped)]
    own = [one for one in own if before and {before[0], before[-1]} <= one.by_year.keys()]
    if not own or len(before) < 2:
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
            words.GROUPS_MOVED,
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
        told.append(said(words.UNMET, sheet(SHEET), aims="; ".join(map(_in_words, unmet))))
    if ahead:
        told.append(said(words.AHEAD, sheet(SHEET), aims="; ".join(_told_together(ahead, ahead))))
    return told


def is_met(aim: Aim) -> bool:
    """Whether the figure of all units reaches the target."""
    return aim.target is not None and aim.now >= aim.target - 1e-9


def unmet(material: Material) -> list[str]:
    """The aims below their target, in words."""
    held = [one for one in aims(material) if one.target is not None]
    return [_in_words(one) for one in held if not is_met(one)]


def _told_together(met: list[Aim], held: list[Aim]) -> list[str]:
    people = [one for one in held if one.audience == "individual"]
    goals = {one.target for one in people}
    if len(people) < 3 or len(goals) != 1 or not all(map(is_met, people)):
        return [_in_words(one) for one in met]
    values = sorted(one.now for one in people)
    together = words.AIMS_OF_PEOPLE.format(
        count=len(people),
        low=people[0].read(values[0]),
        high=people[0].read(values[-1]),
        target=_target_words(people[0]),
    )
    return [*(_in_words(one) for one in met if one.audience != "individual"), together]


def _in_words(aim: Aim) -> str:
    name = (
        aim.about.name[:1].lower() + aim.about.name[1:]
        if aim.about.code == TOTAL
        else aim.about.name
    )
    return words.AIM_VALUE.format(
        name=name, value=aim.read(aim.now, aim.target), target=_target_words(aim)
    )


def _target_words(aim: Aim, year: int | None = None) -> str:
    """The target as it is read; with its own year where that is another than `year`."""
    if aim.target is None:
        return formats.DASH
    if year is not None and aim.target_year != year:
        return words.TARGET_OF.format(target=_target_words(aim), year=aim.target_year)
    return (
        formats.percent(aim.target / 100, None)
        if aim.about.share
        else formats.number(aim.target, None)
    )


def _table(material: Material, every: list[Aim]) -> Table:
    """Each aim in the first year, in the years of reviews and in the year, with its target and how many units reach it."""
    plan, year = material.standing.plan, material.standing.year
    reviews = {one.year for one in plan.milestones if one.kind in ("review", "final")}
    shown = sorted({plan.first_year, year, *(one for one in reviews if one <= year)})
    rows = [
        {
            "name": one.about.name,
            **{str(each): _cell(one, each) for each in shown},
            "target": _target_words(one, year),
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
    regrouped = series.regrouped_years(series.members_until(material.standing))
    cut = words.AIMS_REGROUPED.format(years=", ".join(map(str, regrouped))) if regrouped else ""
    title = words.AIMS_TABLE.format(years=f"{plan.first_year}–{year}")
    return table_of(
        SHEET,
        title,
        pd.DataFrame(rows),
        columns,
        material.source,
        note=words.AIMS_NOTE + cut,
    )


def _cell(aim: Aim, year: int) -> str:
    return aim.read(aim.by_year[year]) if year in aim.by_year else formats.DASH
