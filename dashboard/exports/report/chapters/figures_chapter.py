"""Chapter III, the figures: against the milestone, by group of criteria, satisfaction, people."""

from __future__ import annotations

import pandas as pd

from dashboard.charts import stack
from dashboard.exports.report import report_words as words
from dashboard.exports.report.chapters.aims_chapter import against_aims
from dashboard.exports.report.chapters.middles import by_group, middles_chart
from dashboard.exports.report.chapters.surveyed import surveyed
from dashboard.exports.report.chapters.work import people_rates
from dashboard.exports.report.material import Material, table_of
from dashboard.exports.report.pack import Chapter, Chart, Said, Series
from dashboard.exports.report.short_steps import said, sheet
from dashboard.views import summary, summary_status
from dashboard.wording.screen_words import DONE_OWN
from dashboard.writing import first_letter, formats, theme
from dashboard.writing.columns import Column
from dashboard.writing.nouns import worded
from dashboard.writing.table_model import Table


def results(material: Material) -> list[Chapter]:
    """III. Kết quả, its first parts: satisfaction and people only where the plan measures them."""
    plan = material.standing.plan
    return [
        Chapter(words.RESULTS, 1),
        against(material),
        against_aims(material),
        *by_group(material),
        *([surveyed(material)] if plan.survey else []),
        *([people(material)] if plan.people_chapter else []),
    ]


def against(material: Material) -> Chapter:
    """Where the units stand against the milestone, the middle over the years, the result of the period."""
    standing = material.standing
    told = (
        Said(material.first_sentence, (sheet(worded("Tình trạng theo khối")), sheet("Xếp hạng"))),
        *_middle_words(material),
        *_period_words(material),
    )
    counts = stack.status_counts(standing.table, standing.plan.whole_name)
    if counts.empty:
        return Chapter(words.AGAINST, 2, told)
    return Chapter(
        words.AGAINST,
        2,
        told,
        (_status_table(material, counts),),
        (status_chart(material, counts), middles_chart(material)),
    )


def _middle_words(material: Material) -> list[Said]:
    now = material.standing.medians
    now = now[now["block"].isna() & (now["year"] == material.standing.year)]
    return [
        said(
            words.MIDDLE_SENTENCE,
            sheet("Xếp hạng"),
            year=one.year,
            value=material.standing.plan.scale.written(one.median),
            units=formats.count(one.units, "đơn vị"),
        )
        for one in now.itertuples()
    ]


def _period_words(material: Material) -> list[Said]:
    known = material.assessed["period_score"].dropna()
    if known.empty:
        return []
    return [
        said(
            words.PERIOD,
            sheet("Xếp hạng"),
            **material.score_span,
            year=material.standing.year,
            units=formats.count(len(known), "đơn vị"),
            value=material.standing.plan.scale.written(known.median()),
        )
    ]


def _status_table(material: Material, counts: pd.DataFrame) -> Table:
    codes = {
        code: Column(first_letter.large(theme.STATUS[code].word), "count", width=2)
        for code in theme.STATUS
        if code in counts
    }
    counts = summary.with_own_scores(counts, material.standing.table)
    own = {"done_own": Column(DONE_OWN, "count", width=3)} if counts["done_own"].any() else {}
    return table_of(
        worded("Tình trạng theo khối"),
        words.STATUS_TABLE,
        counts,
        {
            "block": Column(worded("Khối, cụm"), width=6),
            **codes,
            "all": Column("Tổng số", "count", width=2),
            **own,
        },
        material.source,
    )


def status_chart(material: Material, counts: pd.DataFrame) -> Chart:
    """Counts by status, one bar a block, the province first. In: `stack.status_counts`."""
    rows = tuple(
        Series(theme.STATUS[code].word, tuple(int(one) for one in counts[code]))
        for code in theme.STATUS
        if code in counts
    )
    return Chart(
        summary_status.status_title(material.standing.table),
        "stacked",
        tuple(counts["block"]),
        rows,
        worded("đơn vị"),
        material.source,
    )


def people(material: Material) -> Chapter:
    """What the units report of their people: heads added over units."""
    standing = material.standing
    sums = people_rates(material)
    if sums.empty:
        return Chapter(
            standing.plan.people_chapter, 2, (said(words.NO_PEOPLE, year=standing.year),)
        )
    columns = {
        "name": Column("Tiêu chí", width=6),
        "units": Column(worded("Số đơn vị"), "count", width=2),
        "met": Column("Số người đạt", "count", width=2),
        "staff": Column("Tổng số người", "count", width=2),
        "share": Column("Tỷ lệ", "share", width=2),
    }
    table = table_of(
        "Cá nhân",
        words.PEOPLE_TABLE.format(year=standing.year),
        sums,
        columns,
        material.source,
        sheet_only=all(code in standing.progress for code in sums.index),
    )
    low, high = sums.loc[sums["share"].idxmin()], sums.loc[sums["share"].idxmax()]
    told = said(
        words.PEOPLE_SENTENCE,
        sheet("Cá nhân"),
        year=standing.year,
        criteria=formats.count(len(sums)),
        low=formats.percent(low["share"]),
        low_name=low["label"],
        high=formats.percent(high["share"]),
        high_name=high["label"],
    )
    return Chapter(standing.plan.people_chapter, 2, (told,), (table,))
