"""Chapter III, satisfaction: what surveys say, and their chart."""

from __future__ import annotations

import pandas as pd

from dashboard.assessment.comparability import break_years
from dashboard.exports.report import report_words as words
from dashboard.exports.report.chapters.middles import over
from dashboard.exports.report.material import Material, table_of
from dashboard.exports.report.pack import Chapter, Chart, Said, Series
from dashboard.exports.report.short_steps import said, sheet
from dashboard.views import pooled_rates, series, survey_rates
from dashboard.writing import formats
from dashboard.writing.columns import Column
from dashboard.writing.nouns import worded


def surveyed(material: Material) -> Chapter:
    """Satisfaction at the one-stop offices: counts added over units, by block and over the years."""
    standing = material.standing
    rows = survey_rates.surveyed(standing, standing.table, standing.plan.survey.code)
    if rows.empty:
        return Chapter(
            standing.plan.chapters.survey, 2, (said(words.NO_FORMS, year=standing.year),)
        )
    told = (Said(survey_rates.answer(standing, rows), (sheet(worded("Hài lòng theo khối")),)),)
    every = pooled_rates.by_block(rows, standing.plan.limits.min_respondents)
    blocks = pd.concat([every.head(1), material.by_block(every.iloc[1:])])
    columns = {
        "block": Column(worded("Khối, cụm"), width=6),
        "units": Column(worded("Số đơn vị"), "count", width=2),
        "satisfied": Column("Phiếu hài lòng", "count", width=2),
        "respondents": Column("Số phiếu", "count", width=2),
        "rate": Column("Hài lòng", "share", width=2),
        "very_rate": Column("Rất hài lòng", "share", width=2),
    }
    table = table_of(
        worded("Hài lòng theo khối"),
        words.SURVEY_TABLE.format(year=standing.year),
        blocks,
        columns,
        material.source,
    )
    chart = survey_chart(material)
    return Chapter(standing.plan.chapters.survey, 2, told, (table,), (chart,) if chart else ())


def survey_chart(material: Material) -> Chart | None:
    """The pooled rate over the years, cut at the survey's break years; None without a rate."""
    standing = material.standing
    code = standing.plan.survey.code
    found = series.middles(series.unit_values(standing, code), series.subject(standing.plan, code))
    if found.empty:
        return None
    years = [year for year in standing.plan.years if year <= standing.year]
    runs = series.runs(found, break_years(standing.plan, code), "median")
    rows = tuple(
        Series(
            words.SURVEY_RATE if place == 0 else f"{words.SURVEY_RATE}, từ {run['year'].iloc[0]}",
            over(years, run),
        )
        for place, run in enumerate(runs)
    )
    last = found.iloc[-1]
    targets = standing.progress[code]["target"].dropna().unique() / 100
    target = float(targets[0]) if len(targets) == 1 else None
    title = words.SURVEY_TITLE.format(
        rate=formats.percent(last["median"], verdict_against=target), year=int(last["year"])
    )
    return Chart(
        title,
        "line",
        tuple(map(str, years)),
        rows,
        "%",
        material.source,
        share=True,
        target=target,
        target_name=f"mốc {formats.percent(target, None)}" if target else "",
    )
