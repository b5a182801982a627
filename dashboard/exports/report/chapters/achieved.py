"""Chapter IV, what was reached: classes, units that rose, units that crossed their target, leaders."""

from __future__ import annotations

from typing import Any

import pandas as pd

from dashboard.exports.report import prose_words as prose
from dashboard.exports.report import report_words as words
from dashboard.exports.report.chapters.aims import like_units
from dashboard.exports.report.material import Material
from dashboard.exports.report.pack import Said
from dashboard.exports.report.short_steps import few, point, sheet
from dashboard.plan.scale import Scale
from dashboard.views import changes
from dashboard.views.good_examples import sure_leaders
from dashboard.views.unit_names import short_names
from dashboard.writing import formats

MOST_RISERS = 3


def achieved(material: Material) -> list[Said]:
    """Classes, units that rose most over the period, units that newly reach the target, units surely at the top of their block."""
    made = (_classes(material), _risers(material), _newly_reached(material), _leaders(material))
    return [one for one in made if one]


def _classes(material: Material) -> Said | None:
    assessed, plan = material.assessed, material.standing.plan
    counts = assessed["class_name"].value_counts()
    order = [one.name for one in sorted(plan.classes, key=lambda one: -one.min)]
    parts = [f"{formats.count(counts[name], 'đơn vị')} {name}" for name in order if name in counts]
    if not parts:
        return None
    own = int((assessed["class_name"].notna() & (assessed["stage"] != "appraised")).sum())
    units = formats.count(own, "đơn vị")
    return point(
        prose.CLASSES,
        sheet("Xếp hạng"),
        year=material.standing.year,
        classes=formats.listed(parts),
        own=prose.CLASSES_OWN.format(units=units) if own else "",
    )


def _risers(material: Material) -> Said | None:
    """The units whose appraised score rose most since the first year; none where no year can be compared."""
    rows = like_units(material)
    assessed = material.assessed
    appraised = assessed.loc[assessed["stage"] == "appraised", "unit"]
    rows = rows[rows["unit"].isin(appraised) & (rows["value"] > rows["baseline"])]
    if rows.empty or material.standing.plan.first_year == material.standing.year:
        return None
    gains = (rows["value"] - rows["baseline"]).sort_values(ascending=False, kind="stable")
    names = short_names(assessed)
    scale = material.standing.plan.scale
    steps = [
        _step(scale, names[one.unit], one.baseline, one.value)
        for one in rows.loc[gains.index[:MOST_RISERS]].itertuples()
    ]
    first, year = material.standing.plan.first_year, material.standing.year
    return point(
        prose.RISERS,
        sheet("Số liệu theo năm"),
        span=words.SPAN.format(first=first, last=year),
        units="; ".join(steps),
    )


def _step(scale: Scale, name: str, before: float, now: float) -> str:
    return prose.STEP.format(name=name, before=formats.number(before), now=scale.written(now))


def _crossed(material: Material, pattern: str, rows: pd.DataFrame) -> Said | None:
    if rows.empty:
        return None
    names = short_names(material.assessed)
    units: Any = rows.itertuples()
    scale = material.standing.plan.scale
    steps = [_step(scale, names[one.unit], one.previous, one.score) for one in units]
    return point(
        pattern,
        sheet("Số liệu theo năm"),
        before=material.standing.year - 1,
        count=formats.count(len(rows), "đơn vị"),
        units=few(steps),
    )


def _newly_reached(material: Material) -> Said | None:
    return _crossed(material, prose.NEWLY, changes.newly_reached(material.assessed))


def newly_below(material: Material) -> Said | None:
    found = _crossed(material, prose.NEWLY_BELOW, changes.newly_below(material.assessed))
    return found and Said(found.text, found.grounds)


def _leaders(material: Material) -> Said | None:
    rows = sure_leaders(material.assessed)
    if rows.empty:
        return None
    names = short_names(material.assessed)
    return point(
        prose.LEADERS, sheet("Xếp hạng"), units=few([names[unit] for unit in rows["unit"]])
    )
