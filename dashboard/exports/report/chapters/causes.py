"""Chapter IV: causes and lessons, each from what the figures and the units' own words show."""

from __future__ import annotations

import pandas as pd

from dashboard.exports.report import fault_words
from dashboard.exports.report import prose_words as prose
from dashboard.exports.report import report_words as words
from dashboard.exports.report.chapters.own_faults import faults_of
from dashboard.exports.report.chapters.work import fresh_units
from dashboard.exports.report.material import Material
from dashboard.exports.report.pack import Chapter, Quote, Said
from dashboard.exports.report.short_steps import said, sheet
from dashboard.inference.rates import newcombe
from dashboard.views import summary
from dashboard.writing import formats

MOST_CAUSES, MOST_LOST = 4, 3


def causes(material: Material) -> Chapter:
    """Nguyên nhân: what stood outside, what units say of themselves, where units behind lose their points; their replies."""
    told = (
        _objective(material),
        _subjective(material),
        _lost(material),
        _filed_late(material),
    )
    return Chapter(
        words.CAUSES,
        2,
        tuple(one for one in told if one),
        quotes=replies(material),
        quotes_title=prose.REPLIES,
        asked=prose.ASK_CAUSES,
    )


def _objective(material: Material) -> Said | None:
    """Whether the units that reorganisation made are behind more often; only what chance does not explain is called an influence."""
    fresh = fresh_units(material)
    others = material.assessed[~material.assessed["unit"].isin(fresh["unit"])]
    if fresh.empty or others.empty:
        return None
    parts = [
        (int(rows["status"].isin(summary.BEHIND).sum()), len(rows)) for rows in (fresh, others)
    ]
    return said(
        prose.OBJECTIVE[surely_more(material, *parts)],
        sheet("Xếp hạng"),
        fresh=formats.out_of(*parts[0], "đơn vị"),
        others=formats.out_of(*parts[1], "đơn vị"),
    )


def surely_more(material: Material, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether the first part is larger than the second beyond chance (Newcombe's interval at the plan's confidence). In: how many of how many."""
    return newcombe(*one, *other, material.standing.plan.limits.confidence)[0] > 0


def _subjective(material: Material) -> Said | None:
    found = faults_of(material, material.since, material.standing.year)
    faults = fault_words.faults(material.standing.plan)
    found = found[[bool(faults[code].cause) for code in found["code"]]]
    if found.empty:
        return None
    parts = [
        prose.FAULT.format(fault=faults[one.code].cause, units=formats.count(one.units, "đơn vị"))
        for one in found.head(MOST_CAUSES).itertuples()
    ]
    return said(prose.SUBJECTIVE, sheet("Tồn tại tự nêu"), causes="; ".join(parts), **material.span)


def units_behind(material: Material) -> pd.DataFrame:
    """The assessed units that are behind: rows of the table."""
    return material.assessed[material.assessed["status"].isin(summary.BEHIND)]


def lost_points(material: Material, units: pd.Series) -> pd.DataFrame:
    """The criteria in which units lost most points of the year's total together: criterion, lost, got (share of what they could have)."""
    plan, standing = material.standing.plan, material.standing
    own = standing.chosen.of(["criterion", "attained"], years=[standing.year], unit=units)
    own = own[own["attained"].notna()]
    weights = own["criterion"].map(lambda code: plan.criterion(code).points_weight)
    lost = (weights * (1 - own["attained"])).groupby(own["criterion"]).sum()
    most = weights.groupby(own["criterion"]).sum()
    rows = pd.DataFrame({"lost": lost, "got": 1 - lost / most.where(most > 0)})
    rows = rows[rows["lost"] > 1e-9].rename_axis("criterion").reset_index()
    return rows.sort_values("lost", ascending=False, kind="stable")


def _lost(material: Material) -> Said | None:
    behind = units_behind(material)
    rows = lost_points(material, behind["unit"]).head(MOST_LOST)
    if rows.empty:
        return None
    criteria = [
        prose.LOST_ONE.format(
            name=material.standing.plan.criterion(one.criterion).label,
            got=formats.number(100 * one.got),
        )
        for one in rows.itertuples()
    ]
    return said(
        prose.LOST,
        sheet("Kết quả tiêu chí"),
        behind=formats.count(len(behind), "đơn vị"),
        criteria="; ".join(criteria),
    )


def reports_due(material: Material) -> pd.DataFrame:
    due = material.standing.reports
    return due[(due["year"] == material.standing.year) & (due["report_state"] != "not_due")]


def _filed_late(material: Material) -> Said | None:
    due, behind = reports_due(material), units_behind(material)
    own = due[due["unit"].isin(behind["unit"])]
    late = own.loc[own["report_state"].isin(("late", "missing")), "unit"].nunique()
    if not late:
        return None
    return said(prose.FILED_BEHIND, sheet("Sự việc"), late=formats.count(late, "đơn vị"))


def replies(material: Material) -> tuple[Quote, ...]:
    """What units answered to a flag of the year."""
    told = material.extras.replies
    own = told[(told["kind"] == "reply") & (told["year"] == material.standing.year)].merge(
        material.standing.table[["unit", "name"]], on="unit"
    )
    return tuple(
        Quote(one.name, one.text, words.REPLIED_ON.format(day=formats.date(one.dated)))
        for one in own.itertuples(index=False)
    )
