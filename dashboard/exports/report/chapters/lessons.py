"""Chapter IV, lessons: “Một là, … Hai là, …”, each with the figure that it rests on."""

from __future__ import annotations

from dashboard.exports.report import fault_words
from dashboard.exports.report import prose_words as prose
from dashboard.exports.report import report_words as words
from dashboard.exports.report.chapters.aims import aims
from dashboard.exports.report.chapters.causes import reports_due, surely_more, units_behind
from dashboard.exports.report.chapters.judgement import own_scored
from dashboard.exports.report.chapters.own_faults import told_units
from dashboard.exports.report.material import Material, once
from dashboard.exports.report.pack import Chapter, Said
from dashboard.exports.report.short_steps import said, sheet
from dashboard.views import summary
from dashboard.writing import formats


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


def _by_heads(material: Material) -> Said | None:
    units = told_units(material, fault_words.HEADS, material.since)
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
    due, table = reports_due(material), material.assessed
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
    units = told_units(material, fault_words.AWARENESS, year)
    if not units:
        return None
    counted = formats.count(units, "đơn vị")
    return said(prose.BY_TELLING, sheet("Tồn tại tự nêu"), year=year, units=counted)


@once
def weakest_group(material: Material) -> tuple[str, float, int, int] | None:
    """The group of criteria with the lowest middle of the year: its name, that middle, in how many of how many years it was the lowest; None where two are level."""
    codes = material.standing.plan.group_codes
    own = [one for one in aims(material) if one.about.code in codes]
    if len(own) < 2:
        return None
    latest = max(own[0].by_year)
    ranked = sorted(own, key=lambda one: one.part(latest))
    if ranked[1].part(latest) - ranked[0].part(latest) < 1e-9:
        return None
    years = [year for year in ranked[0].by_year if all(year in one.by_year for one in own)]
    lowest = sum(
        all(ranked[0].part(year) <= one.part(year) + 1e-9 for one in own) for year in years
    )
    return ranked[0].about.name, ranked[0].part(latest), lowest, len(years)


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
