"""Chapter IV: causes and lessons, each from what the figures and the units' own words show."""

from __future__ import annotations

import pandas as pd

from dashboard.exports.report import fault_words
from dashboard.exports.report import prose_words as prose
from dashboard.exports.report import report_words as words
from dashboard.exports.report.chapters.aims import aims
from dashboard.exports.report.chapters.judgement import faults_of, own_scored
from dashboard.exports.report.chapters.work import fresh_units
from dashboard.exports.report.material import Material, said, sheet
from dashboard.exports.report.pack import Chapter, Quote, Said
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
    found = found[[bool(fault_words.FAULTS[code].cause) for code in found["code"]]]
    if found.empty:
        return None
    parts = [
        prose.FAULT.format(
            fault=fault_words.FAULTS[one.code].cause, units=formats.count(one.units, "đơn vị")
        )
        for one in found.head(MOST_CAUSES).itertuples()
    ]
    return said(prose.SUBJECTIVE, sheet("Tồn tại tự nêu"), causes="; ".join(parts), **material.span)


def units_behind(material: Material) -> pd.DataFrame:
    """The assessed units that are behind: rows of the table."""
    return material.assessed[material.assessed["status"].isin(summary.BEHIND)]


def lost_points(material: Material, units: pd.Series) -> pd.DataFrame:
    """The criteria in which units lost most points of the year's total together: criterion, lost, got (share of what they could have)."""
    plan, attained = material.standing.plan, material.standing.attained
    own = attained[
        attained["unit"].isin(units)
        & (attained["year"] == material.standing.year)
        & attained["attained"].notna()
    ]
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


def _reports(material: Material) -> pd.DataFrame:
    due = material.standing.reports
    return due[(due["year"] == material.standing.year) & (due["report_state"] != "not_due")]


def _filed_late(material: Material) -> Said | None:
    due, behind = _reports(material), units_behind(material)
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


def lessons(material: Material) -> Chapter:
    """Bài học kinh nghiệm: “Một là, … Hai là, …”, each with the figure that it rests on; none without one."""
    made = (
        _by_heads(material),
        _by_reports(material),
        _by_visits(material),
        _by_models(material),
        _by_telling(material),
        _by_weakest(material),
        _by_appraisal(material),
    )
    found = [one for one in made if one]
    told = tuple(
        Said(prose.LESSON.format(ordinal=ordinal, said=one.text), one.grounds, point=True)
        for ordinal, one in zip(prose.ORDINALS, found, strict=False)
    )
    return Chapter(words.LESSONS, 2, told, asked=prose.ASK_LESSONS)


def _told_units(material: Material, code: str, first: int) -> int:
    found = faults_of(material, first, material.standing.year).set_index("code")["units"]
    return int(found.get(code, 0))


def _by_heads(material: Material) -> Said | None:
    units = _told_units(material, fault_words.HEADS, material.since)
    if not units:
        return None
    return said(
        prose.BY_HEADS,
        sheet("Tồn tại tự nêu"),
        units=formats.count(units, "đơn vị"),
        **material.span,
    )


def _by_reports(material: Material) -> Said | None:
    """Only where a surely larger part of those who reach the target filed in time than of those behind."""
    due, table = _reports(material), material.assessed
    states = due.drop_duplicates("unit").set_index("unit")["report_state"]
    parts = {}
    for name, codes in (("done", summary.DONE), ("behind", summary.BEHIND)):
        own = states.reindex(table.loc[table["status"].isin(codes), "unit"]).dropna()
        parts[name] = (int((own == "on_time").sum()), len(own))
    done, behind = parts["done"], parts["behind"]
    if not done[1] or not behind[1] or not surely_more(material, done, behind):
        return None
    return said(
        prose.BY_REPORTS,
        sheet("Sự việc"),
        done=formats.out_of(*done, "đơn vị"),
        behind=formats.out_of(*behind, "đơn vị"),
    )


def _by_visits(material: Material) -> Said | None:
    visits, behind = material.of_period(material.extras.inspections), units_behind(material)
    unseen = int((~behind["unit"].isin(visits["unit"])).sum())
    if visits.empty or not unseen:
        return None
    return said(
        prose.BY_VISITS,
        sheet("Kiểm tra"),
        units=formats.out_of(unseen, len(behind), "đơn vị"),
        **material.span,
    )


def _by_models(material: Material) -> Said | None:
    shown = material.of_period(material.extras.examples)
    own = material.assessed[material.assessed["unit"].isin(shown["unit"])]
    done = int(own["status"].isin(summary.DONE).sum())
    if not done:
        return None
    return said(
        prose.BY_MODELS,
        sheet("Mô hình hay"),
        units=formats.count(len(own), "đơn vị"),
        done=formats.count(done, "đơn vị"),
        year=material.standing.year,
    )


def _by_telling(material: Material) -> Said | None:
    year = material.standing.year
    units = _told_units(material, fault_words.AWARENESS, year)
    if not units:
        return None
    counted = formats.count(units, "đơn vị")
    return said(prose.BY_TELLING, sheet("Tồn tại tự nêu"), year=year, units=counted)


def weakest_group(material: Material) -> tuple[str, float, int, int] | None:
    """The group of criteria with the lowest middle of the year: its name, that middle, in how many of how many years it was the lowest; None where two are level."""
    codes = {one.code for one in material.standing.plan.groups}
    own = [one for one in aims(material) if one.about.code in codes]
    if len(own) < 2:
        return None
    ranked = sorted(own, key=lambda one: one.now)
    if ranked[1].now - ranked[0].now < 1e-9:
        return None
    years = [year for year in ranked[0].by_year if all(year in one.by_year for one in own)]
    lowest = sum(
        all(ranked[0].by_year[year] <= one.by_year[year] + 1e-9 for one in own) for year in years
    )
    return ranked[0].about.name, ranked[0].now, lowest, len(years)


def _by_weakest(material: Material) -> Said | None:
    found = weakest_group(material)
    if found is None or found[2] < 2:
        return None
    name, _, lowest, years = found
    counted = formats.out_of(lowest, years, "năm")
    return said(prose.BY_WEAKEST, sheet("Nhóm tiêu chí"), group=name, years=counted)


def _by_appraisal(material: Material) -> Said | None:
    own = len(own_scored(material))
    units = formats.count(own, "đơn vị")
    return said(prose.BY_APPRAISAL, sheet("Xếp hạng"), units=units) if own else None
