"""The aims of the plan: what is measured, what all units came to year by year, what is asked."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from dashboard.assessment.tally import DONE, tally
from dashboard.exports.report import prose_words as words
from dashboard.exports.report.chapters.work import target_of
from dashboard.exports.report.material import Material, once
from dashboard.plan import TOTAL
from dashboard.plan.scale import Scale
from dashboard.views import series
from dashboard.views.series import Subject
from dashboard.writing import first_letter, formats


@dataclass(frozen=True)
class Aim:
    """One aim of the plan: its measure, the figure of all units by year and its target (of the total and of groups on their scale, else per cent), the year of that, how many units reach it of how many that have a figure."""

    about: Subject
    audience: str
    by_year: dict[int, float]
    target: float | None
    target_year: int
    reached: int
    counted: int
    scale: Scale

    @property
    def now(self) -> float:
        return self.by_year[max(self.by_year)]

    def part(self, year: int) -> float:
        """Its figure of a year in per cent of what can be had, by which groups of other maxima compare."""
        return self.by_year[year] * 100 / self.scale.top

    def read(self, value: float, target: float | None = None) -> str:
        """A figure of it as it is read: percent of counts, else points."""
        if self.about.share:
            against = None if target is None else target / 100
            return formats.percent(value / 100, verdict_against=against)
        return self.scale.of_top(formats.number(value, verdict_against=target))


@once
def aims(material: Material) -> tuple[Aim, ...]:
    """The total, each weighted group, then every criterion that a milestone up to the year asks something of; those without a figure of the year left out."""
    standing = material.standing
    groups = [
        one.code
        for one in standing.plan.groups
        if any(part.group == one.code and part.points_weight > 0 for part in standing.plan.criteria)
    ]
    asked = [code for code in standing.progress if code != TOTAL]
    found = [_aim(material, code) for code in (TOTAL, *groups, *asked)]
    return tuple(one for one in found if standing.year in one.by_year)


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
        standing.plan.scale_of(code),
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


def like_units(material: Material) -> pd.DataFrame:
    """Units whose total can be compared from the first year of the period to the year: unit, baseline, value; no more than the plan's first year tells."""
    rows = material.standing.progress[TOTAL]
    own = rows["value"].notna() & rows["baseline"].notna()
    first = rows["baseline_year"] == material.standing.plan.first_year
    return rows[own & first & rows["unit"].isin(material.assessed["unit"])]


def is_met(aim: Aim) -> bool:
    """Whether the figure of all units reaches the target."""
    return aim.target is not None and aim.now >= aim.target - 1e-9


def unmet(material: Material) -> list[str]:
    """The aims below their target, in words."""
    held = [one for one in aims(material) if one.target is not None]
    return [in_words(one) for one in held if not is_met(one)]


def in_words(aim: Aim) -> str:
    name = first_letter.small(aim.about.name) if aim.about.code == TOTAL else aim.about.name
    return words.AIM_VALUE.format(
        name=name, value=aim.read(aim.now, aim.target), target=target_words(aim)
    )


def target_words(aim: Aim, year: int | None = None) -> str:
    """The target as it is read; with its own year where that is another than `year`."""
    if aim.target is None:
        return formats.DASH
    if year is not None and aim.target_year != year:
        return words.TARGET_OF.format(target=target_words(aim), year=aim.target_year)
    return (
        formats.percent(aim.target / 100, None)
        if aim.about.share
        else formats.number(aim.target, None)
    )
