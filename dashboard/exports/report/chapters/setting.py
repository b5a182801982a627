"""Chapter I: who takes part, what helped, what was hard."""

from __future__ import annotations

import pandas as pd

from dashboard.exports.report import fault_words, prose_words
from dashboard.exports.report import report_words as words
from dashboard.exports.report.chapters.own_faults import told_units
from dashboard.exports.report.chapters.work import ON_TIME_SHEET, fresh_units, reports_by_year
from dashboard.exports.report.material import Material
from dashboard.exports.report.pack import Chapter, Quote, Said
from dashboard.exports.report.short_steps import places, point, said, sheet
from dashboard.writing import formats


def setting(material: Material) -> list[Chapter]:
    """I. Đặc điểm tình hình: units and blocks; what helped and what was hard, from the figures, with a question on what they cannot say."""
    return [
        Chapter(words.SETTING, 1, tuple(_units(material))),
        Chapter(words.FAVOURABLE, 2, tuple(favourable(material)), asked=prose_words.ASK_FAVOURABLE),
        Chapter(
            words.HARD,
            2,
            tuple(hard(material)),
            quotes=difficulties(material),
            quotes_title=prose_words.DIFFICULTIES,
            asked=prose_words.ASK_HARD,
        ),
    ]


def _units(material: Material) -> list[Said]:
    standing, assessed = material.standing, material.assessed
    absent = len(standing.table) - len(assessed)
    found = [
        said(
            words.UNITS,
            sheet("Xếp hạng"),
            year=standing.year,
            whole=standing.plan.whole_inside,
            units=formats.count(len(standing.table), "cơ quan, đơn vị, địa phương"),
            blocks=formats.count(assessed["block"].nunique()),
            assessed=formats.count(len(assessed), "đơn vị"),
        )
    ]
    if absent:
        units = formats.count(absent, "đơn vị")
        months = standing.plan.limits.min_existence_months
        found.append(said(words.UNASSESSED, units=units, months=months))
    return found


def favourable(material: Material) -> list[Said]:
    """What the figures show as help: documents at the very start, reports that come on time, models."""
    made = (_first_documents(material), _reports_habit(material), _models(material))
    return [one for one in made if one]


def _first_documents(material: Material) -> Said | None:
    members = material.standing.members
    asked = set(members.loc[members["assessed"] & (members["year"] == material.since), "unit"])
    issued = material.extras.documents
    units = asked & set(issued.loc[issued["year"] == material.since, "unit"])
    if not units:
        return None
    counted = formats.out_of(len(units), len(asked), "đơn vị")
    return point(
        prose_words.FIRST_DOCUMENTS,
        sheet("Văn bản đã ban hành"),
        year=material.since,
        units=counted,
    )


def _reports_habit(material: Material) -> Said | None:
    due = reports_by_year(material)
    if "on_time" not in due:
        return None
    asked = due["all"].sum() - (due["pending"].sum() if "pending" in due else 0)
    on_time = formats.out_of(due["on_time"].sum(), asked)
    return point(prose_words.REPORTS_HABIT, sheet(ON_TIME_SHEET), on_time=on_time, **material.span)


def _models(material: Material) -> Said | None:
    shown = material.of_period(material.extras.examples)
    if shown.empty:
        return None
    units = formats.count(shown["unit"].nunique(), "đơn vị")
    models = formats.count(len(shown))
    return point(prose_words.MODELS_GOOD, sheet("Mô hình hay"), units=units, models=models)


def hard(material: Material) -> list[Said]:
    """Reorganisations and means that are lacking, as far as the figures know."""
    return [one for one in (_reorganised(material), _tools(material)) if one]


def _reorganised(material: Material) -> Said | None:
    standing, changed = material.standing, material.extras.lineage
    years = changed["on"].dt.year
    own = changed[(years >= material.since) & (years <= standing.year)]
    if own.empty:
        return None
    fresh = len(fresh_units(material))
    units = formats.count(fresh, "đơn vị")
    more = prose_words.FRESH.format(units=units, year=standing.year) if fresh else ""
    ended = formats.count(own["before"].nunique(), "đơn vị")
    return point(prose_words.REORGANISED, *places(own), ended=ended, fresh=more)


def _tools(material: Material) -> Said | None:
    units = told_units(material, fault_words.TOOLS, material.since)
    if not units:
        return None
    counted = formats.count(units, "đơn vị")
    return point(prose_words.TOOLS, sheet("Tồn tại tự nêu"), units=counted, **material.span)


def difficulties(material: Material) -> tuple[Quote, ...]:
    """What units told of their difficulties in the period."""
    entered: pd.DataFrame = material.of_period(material.extras.replies)
    told = entered[entered["kind"] == "difficulty"].merge(
        material.standing.table[["unit", "name"]], on="unit"
    )
    return tuple(
        Quote(one.name, one.text, words.WRITTEN_ON.format(day=formats.date(one.dated)))
        for one in told.itertuples(index=False)
    )
