"""The slides: one message each, said for the ear, with what the speaker says and where the figures come from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from textwrap import shorten

from dashboard.assessment.tally import tally
from dashboard.exports.report import report_words as words
from dashboard.exports.report.chapters.figures_chapter import (
    against as against_milestone,
)
from dashboard.exports.report.chapters.figures_chapter import (
    groups_chart,
    survey_chart,
)
from dashboard.exports.report.chapters.judgement import named_rows
from dashboard.exports.report.chapters.tasks import open_conclusions, open_sentence, open_table
from dashboard.exports.report.chapters.work import reports_by_year
from dashboard.exports.report.first_sentence import first_sentence
from dashboard.exports.report.material import Material, table_of
from dashboard.exports.report.pack import Chart, Series, Slide
from dashboard.views import summary, survey_rates
from dashboard.views.good_examples import leaders
from dashboard.writing import formats
from dashboard.writing.by_ear import by_ear
from dashboard.writing.columns import Column

MOST_ROWS, MOST_NAMED, MOST_LETTERS = 6, 10, 110


def talk(material: Material) -> list[Slide]:
    """Every slide that has something to show, in the order of the meeting; the charts are those of the report."""
    made = (
        *against(material, against_milestone(material).charts),
        groups(material, groups_chart(material)),
        survey(material, survey_chart(material) if material.standing.plan.survey else None),
        reports(material),
        named(material),
        examples(material),
        still_open(material),
    )
    return [one for one in made if one is not None]


def against(material: Material, charts: Sequence[Chart]) -> list[Slide]:
    """How many reach the milestone, and the middle score over the years."""
    return (
        [status(material, charts[0]), *([middles(material, charts[1])] if charts[1].series else [])]
        if charts
        else []
    )


def _slide(material: Material, title: str, said: list[str], **picture) -> Slide:
    return Slide(
        title,
        "\n".join([*said, material.source, _seal_note(material)]).strip(),
        material.source,
        **picture,
    )


def _seal_note(material: Material) -> str:
    return f"Số liệu năm {material.standing.year}, mốc {material.milestone.name.lower()}."


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
        title = _capital(
            words.SLIDES[code].format(
                said=by_ear(reached, len(assessed)), milestone=aim.name, year=standing.year
            )
        )
    slide = _slide(material, title, [first_sentence(standing)], chart=_short_status(chart))
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
        series=(Series("Số đơn vị", tuple(value for _, value in shares)),),
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
    return _slide(material, chart.title, said, chart=chart)


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
    return _slide(material, chart.title, said, chart=chart)


def survey(material: Material, chart: Chart | None) -> Slide | None:
    """Satisfaction over the years."""
    if chart is None:
        return None
    rows = survey_rates.surveyed(
        material.standing, material.standing.table, material.standing.plan.survey.code
    )
    return _slide(
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
        said=_capital(by_ear(int(now["on_time"]), int(now["all"]))), year=material.standing.year
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
    return _slide(
        material,
        title,
        [
            f"Năm {material.standing.year}: {formats.out_of(now['on_time'], now['all'], 'đơn vị')} gửi báo cáo đúng hạn."
        ],
        chart=chart,
    )


def named(material: Material) -> Slide | None:
    """Who is named, with the state of each naming; the reasons stand in the notes."""
    rows = named_rows(material)
    if rows.empty:
        return None
    by_unit = rows.drop_duplicates("unit")
    title = words.SLIDES["named"].format(units=formats.count(len(by_unit), "đơn vị"))
    columns = {
        "name": Column("Đơn vị", width=5),
        "block": Column("Khối, cụm", width=4),
        "rule_name": Column("Lý do", width=3),
        "naming": Column("Nêu tên", width=3),
    }
    shown = table_of(
        "Nêu tên (trình chiếu)",
        title,
        by_unit.head(MOST_NAMED),
        columns,
        material.source,
        note=_more(len(by_unit)),
    )
    said = [f"{one.name}: {one.said} ({one.beside})" for one in rows.itertuples(index=False)]
    return _slide(material, title, said, table=shown)


def _more(units: int) -> str:
    return (
        f"Và {formats.count(units - MOST_NAMED, 'đơn vị')} khác, xem phụ lục."
        if units > MOST_NAMED
        else ""
    )


def examples(material: Material) -> Slide | None:
    """Good examples of leading units; their whole text stands in the notes."""
    rows = leaders(material.standing, material.of_period(material.extras.examples)).head(MOST_ROWS)
    if rows.empty:
        return None
    columns = {"name": Column("Đơn vị", width=4), "title": Column("Mô hình, cách làm hay", width=6)}
    shown = table_of(
        "Mô hình (trình chiếu)", words.SLIDES["examples"], rows, columns, material.source
    )
    return _slide(
        material,
        words.SLIDES["examples"],
        [f"{one.name}: {one.title}. {one.description}" for one in rows.itertuples(index=False)],
        table=shown,
    )


def still_open(material: Material) -> Slide | None:
    """Conclusions of earlier meetings that are still open; in full in the notes."""
    rows = open_conclusions(material)
    if rows.empty:
        return None
    title = words.SLIDES["open"].format(items=_capital(formats.count(len(rows), "kết luận")))
    brief = rows.head(MOST_ROWS).assign(
        what=[
            shorten(text, MOST_LETTERS, placeholder=" …") for text in rows["what"].head(MOST_ROWS)
        ]
    )
    shown = replace(open_table(brief, material.source), name="Kết luận (trình chiếu)")
    said = [f"{one.name}: {one.what}" for one in rows.itertuples(index=False)]
    return _slide(material, title, [open_sentence(rows, material.extras.today), *said], table=shown)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
