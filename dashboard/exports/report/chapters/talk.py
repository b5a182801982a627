"""The slides: one message each, said for the ear, with what the speaker says and where the figures come from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dashboard.assessment.tally import tally
from dashboard.exports.report import report_words as words
from dashboard.exports.report.chapters.figures_chapter import (
    against as against_milestone,
)
from dashboard.exports.report.chapters.middles import groups_chart
from dashboard.exports.report.chapters.slide_parts import slide_of_pack
from dashboard.exports.report.chapters.surveyed import survey_chart
from dashboard.exports.report.chapters.talk_units import (
    causes_slide,
    commended,
    examples,
    named,
    still_open,
    who_what_when,
)
from dashboard.exports.report.chapters.work import reports_by_year
from dashboard.exports.report.material import Material
from dashboard.exports.report.pack import Chart, Series, Slide
from dashboard.views import summary, survey_rates
from dashboard.writing import first_letter, formats
from dashboard.writing.by_ear import by_ear
from dashboard.writing.nouns import worded

MOST_ROWS, MOST_NAMED, MOST_LETTERS, MOST_TASKS = 6, 10, 110, 6


def talk(material: Material) -> list[Slide]:
    """Every slide that has something to show, in the order of the meeting; the charts are those of the report."""
    made = (
        *against(material, against_milestone(material).charts),
        groups(material, groups_chart(material)),
        survey(material, survey_chart(material) if material.standing.plan.survey else None),
        reports(material),
        named(material),
        causes_slide(material),
        examples(material),
        commended(material),
        still_open(material),
        who_what_when(material),
    )
    return [one for one in made if one is not None]


def against(material: Material, charts: Sequence[Chart]) -> list[Slide]:
    """How many reach the milestone, and the middle score over the years."""
    return (
        [status(material, charts[0]), *([middles(material, charts[1])] if charts[1].series else [])]
        if charts
        else []
    )


def status(material: Material, chart: Chart) -> Slide:
    """How many reach the milestone."""
    standing, assessed = material.standing, material.assessed
    reached = int(assessed["status"].isin(summary.DONE).sum())
    title, aim = (
        words.SLIDES["no_target"].format(year=standing.year),
        summary.aim_of_total(standing),
    )
    if aim and summary.has_target(assessed):
        code = (
            "unknown"
            if assessed["status"].eq("no_data").all()
            else "ahead"
            if aim.ahead
            else "status"
        )
        title = first_letter.large(
            words.SLIDES[code].format(
                said=by_ear(reached, len(assessed)), milestone=aim.name, year=standing.year
            )
        )
    slide = slide_of_pack(material, title, [material.first_sentence], chart=_short_status(chart))
    apart = summary.stages_of_done(tally(standing.table, standing.flags)).strip(" ()")
    return replace(slide, foot=f"Đạt mốc: {apart}. {slide.foot}") if apart else slide


def _short_status(chart: Chart) -> Chart:
    """The province alone where there are more blocks than a hall can read."""
    if len(chart.categories) <= MOST_ROWS + 1:
        return chart
    shares = [(series.name, series.values[0]) for series in chart.series]
    return replace(
        chart,
        kind="bar",
        categories=tuple(name for name, _ in shares),
        series=(Series(worded("Số đơn vị"), tuple(value for _, value in shares)),),
    )


def middles(material: Material, chart: Chart) -> Slide:
    """The middle score over the years."""
    said = [
        f"{series.name}: "
        + ", ".join(
            f"năm {year} {formats.number(value)}"
            for year, value in zip(chart.categories, series.values)
            if value is not None
        )
        + "."
        for series in chart.series
    ]
    return slide_of_pack(material, chart.title, said, chart=chart)


def groups(material: Material, chart: Chart | None) -> Slide | None:
    """The groups of criteria this year."""
    if chart is None:
        return None
    said = [
        "; ".join(
            f"{name} {formats.number(value)}%"
            for name, value in zip(chart.categories, chart.series[0].values)
        )
        + " (mức giữa, % điểm tối đa của nhóm)."
    ]
    return slide_of_pack(material, chart.title, said, chart=chart)


def survey(material: Material, chart: Chart | None) -> Slide | None:
    """Satisfaction over the years."""
    if chart is None:
        return None
    rows = survey_rates.surveyed(
        material.standing, material.standing.table, material.standing.plan.survey.code
    )
    return slide_of_pack(
        material, chart.title, [survey_rates.answer(material.standing, rows)], chart=chart
    )


def reports(material: Material) -> Slide | None:
    """Reports in on time, year by year."""
    due = reports_by_year(material)
    own = due[due["year"] == material.standing.year]
    if own.empty or "on_time" not in due:
        return None
    now = own.iloc[0]
    title = words.SLIDES["reports"].format(
        said=first_letter.large(by_ear(int(now["on_time"]), int(now["all"]))),
        year=material.standing.year,
    )
    rows = tuple(
        Series(label, tuple(int(one) for one in due[state]))
        for state, label in (
            ("on_time", "Đúng hạn"),
            ("late", "Nộp muộn"),
            ("missing", "Chưa nộp"),
            ("pending", "Chưa đến hạn"),
        )
        if state in due
    )
    chart = Chart(
        title, "stacked", tuple(str(year) for year in due["year"]), rows, "báo cáo", material.source
    )
    return slide_of_pack(
        material,
        title,
        [
            f"Năm {material.standing.year}: {formats.out_of(now['on_time'], now['all'], 'đơn vị')} gửi báo cáo đúng hạn."
        ],
        chart=chart,
    )
