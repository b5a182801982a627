"""Slides of the whole province: the opening, where it stands, its years, its blocks, its groups of criteria, its reports."""

from __future__ import annotations

from dashboard.assessment.tally import Tally, tally
from dashboard.deck import deck_words as words
from dashboard.deck.agenda import Item
from dashboard.deck.kinds.block_slides import apart
from dashboard.deck.kinds.slide import Slide, by_year, short, slide_of
from dashboard.deck.pictures import Bar, Bars, Cover, Line
from dashboard.exports.report import report_words as pack_words
from dashboard.exports.report.chapters import middles, surveyed, work
from dashboard.exports.report.first_sentence import first_sentence
from dashboard.exports.report.material import Material
from dashboard.views import changes, summary
from dashboard.views import survey_rates as survey_view
from dashboard.writing import first_letter, formats, theme
from dashboard.writing.by_ear import by_ear
from dashboard.writing.nouns import worded


def opening(material: Material, item: Item) -> Slide:
    plan = material.standing.plan
    kind = pack_words.KINDS[material.milestone.kind].format(year=material.standing.year)
    subject = f"{kind} {first_letter.small(plan.name)}"
    message = item.title.strip() or short(
        subject, f"{kind} {first_letter.small(plan.short_name)}", kind
    )
    return Slide(
        "",
        message,
        Cover(item.points or (*([] if message == subject else [plan.name]), plan.owner)),
        (subject, *plan.documents, material.source),
    )


def status(material: Material, item: Item) -> Slide | None:
    standing, table = material.standing, material.assessed
    if item.block:
        table = table[table["block"] == item.block]
    if table.empty:
        return None
    counts = tally(table, standing.flags)
    rows = [_status_bar(counts, code) for code in theme.STATUS if counts.of((code,))]
    reached = int(table["status"].isin(summary.DONE).sum())
    aim = summary.aim_of_total(standing)
    said = words.NO_TARGET.format(
        year=standing.year, value=standing.plan.scale.written(table["score"].median())
    )
    if aim and summary.has_target(table):
        said = first_letter.large(
            (words.STATUS_AHEAD if aim.ahead else words.STATUS).format(
                said=by_ear(reached, len(table)), aim=aim.name, year=standing.year
            )
        )
    message = (
        short(words.OF_BLOCK.format(block=item.block, said=first_letter.small(said)), said)
        if item.block
        else said
    )
    return slide_of(
        material,
        item,
        message,
        Bars(tuple(rows)),
        [
            first_sentence(standing, item.block or ""),
            "" if item.block else changes.sentence(standing, standing.table),
        ],
    )


def _status_bar(counts: Tally, code: str) -> Bar:
    """One status with its units; those whose year is not wholly appraised are counted apart."""
    units = counts.of((code,))
    own = 0 if code in summary.UNKNOWN else counts.provisional_of((code,))
    share = units / counts.assessed
    value = words.UNITS_NOUN.format(count=formats.count(units), share=formats.percent(share, 0))
    return Bar(theme.STATUS[code].label, share, value, apart(own), look=code)


def trend(material: Material, item: Item) -> Slide | None:
    chart = middles.middles_chart(material)
    said = [f"{one.name}: {by_year(chart, one)}." for one in chart.series]
    return slide_of(material, item, chart.title, Line(chart), said) if chart.series else None


def satisfaction(material: Material, item: Item) -> Slide | None:
    standing = material.standing
    chart = surveyed.survey_chart(material) if standing.plan.survey else None
    if chart is None:
        return None
    rows = survey_view.surveyed(standing, standing.table, standing.plan.survey.code)
    return slide_of(
        material,
        item,
        chart.title,
        Line(chart),
        [
            survey_view.answer(standing, rows),
            *(f"{one.name}: {by_year(chart, one)}." for one in chart.series),
        ],
    )


def groups(material: Material, item: Item) -> Slide | None:
    chart = middles.groups_chart(material)
    if chart is None:
        return None
    values = sorted(
        zip(chart.categories, chart.series[0].values, strict=True),
        key=lambda pair: -pair[1],
    )
    least = min(value for _, value in values)
    rows = tuple(
        Bar(
            name,
            value / 100,
            f"{formats.number(value)}%",
            look="strong" if value <= least + 1e-9 else "plain",
        )
        for name, value in values
    )
    return slide_of(
        material,
        item,
        chart.title,
        Bars(rows),
        [
            *(one for part in middles.by_group(material) for one in part.sentences[:1]),
            worded("Mức giữa của các đơn vị, tính theo % điểm tối đa của nhóm."),
        ],
    )


def reports(material: Material, item: Item) -> Slide | None:
    due = work.reports_by_year(material)
    own = due[due["year"] == material.standing.year]
    if own.empty or "on_time" not in due:
        return None
    message = first_letter.large(
        pack_words.SLIDES["reports"].format(
            said=by_ear(int(own.iloc[0]["on_time"]), int(own.iloc[0]["all"])),
            year=material.standing.year,
        )
    )
    rows = [
        Bar(
            f"Năm {one.year}",
            one.on_time / one.all,
            words.REACHED.format(
                share=formats.percent(one.on_time / one.all, 0), part=one.on_time, whole=one.all
            ),
            look="strong" if one.year == material.standing.year else "plain",
        )
        for one in due.itertuples()
        if one.all
    ]
    return slide_of(
        material,
        item,
        message,
        Bars(tuple(rows)),
        [worded("Số đơn vị gửi báo cáo đúng hạn trên số đơn vị phải gửi.")],
    )
