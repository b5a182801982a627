"""Chapter III, the figures: against the milestone, by group of criteria, satisfaction, people."""

from __future__ import annotations

import pandas as pd

from dashboard.assessment.comparability import break_years
from dashboard.charts import stack
from dashboard.exports.report import report_words as words
from dashboard.exports.report.chapters.aims_chapter import against_aims
from dashboard.exports.report.chapters.work import people_rates
from dashboard.exports.report.first_sentence import first_sentence
from dashboard.exports.report.material import Material, said, sheet, table_of
from dashboard.exports.report.pack import Chapter, Chart, Said, Series
from dashboard.plan import TOTAL
from dashboard.views import series, summary, survey_rates
from dashboard.wording.screen_words import DONE_OWN
from dashboard.writing import formats, theme
from dashboard.writing.columns import Column
from dashboard.writing.table_model import Table


def results(material: Material) -> list[Chapter]:
    """III. Kết quả, its first parts: satisfaction and people only where the plan measures them."""
    plan = material.standing.plan
    return [
        Chapter(words.RESULTS, 1),
        against(material),
        against_aims(material),
        by_group(material),
        *([surveyed(material)] if plan.survey else []),
        *([people(material)] if plan.people_chapter else []),
    ]


def against(material: Material) -> Chapter:
    """Where the units stand against the milestone, the middle over the years, the result of the period."""
    standing = material.standing
    told = (
        Said(first_sentence(standing), (sheet("Tình trạng theo khối"), sheet("Xếp hạng"))),
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
            value=formats.points(one.median),
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
            value=formats.points(known.median()),
        )
    ]


def _status_table(material: Material, counts: pd.DataFrame) -> Table:
    codes = {
        code: Column(theme.STATUS[code].word.capitalize(), "count", width=2)
        for code in theme.STATUS
        if code in counts
    }
    counts = summary.with_own_scores(counts, material.standing.table)
    own = {"done_own": Column(DONE_OWN, "count", width=3)} if counts["done_own"].any() else {}
    return table_of(
        "Tình trạng theo khối",
        words.STATUS_TABLE,
        counts,
        {
            "block": Column("Khối, cụm", width=6),
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
        summary.status_title(material.standing.table),
        "stacked",
        tuple(counts["block"]),
        rows,
        "đơn vị",
        material.source,
    )


def middles_chart(material: Material) -> Chart:
    """The middle score of the province over the years, cut where so many units were regrouped that the years cannot be compared."""
    standing = material.standing
    about = series.subject(standing.plan, TOTAL)
    found = series.middles(series.unit_values(standing, TOTAL), about)
    years = [year for year in standing.plan.years if year <= standing.year]
    rows = [
        Series(
            words.MIDDLE if place == 0 else words.MIDDLE_AFTER.format(year=run["year"].iloc[0]),
            _over(years, run),
        )
        for place, run in enumerate(_runs(material, found))
    ]
    target, name = _target(material)
    return Chart(
        _middles_title(material, found),
        "line",
        tuple(map(str, years)),
        tuple(rows),
        "điểm",
        material.source,
        target=target,
        target_name=name,
    )


def _runs(material: Material, found: pd.DataFrame) -> list[pd.DataFrame]:
    return series.runs(
        found, series.regrouped_years(series.members_until(material.standing)), "median"
    )


def _over(years: list[int], run: pd.DataFrame) -> tuple[float | None, ...]:
    known = run.set_index("year")["median"].to_dict()
    return tuple(known.get(year) for year in years)


def _target(material: Material) -> tuple[float | None, str]:
    """The one target of the total in the year; none where kinds have their own."""
    targets = material.assessed["target"].dropna().unique()
    return (
        (float(targets[0]), f"mốc {formats.number(targets[0], None)} điểm")
        if len(targets) == 1
        else (None, "")
    )


def _middles_title(material: Material, found: pd.DataFrame) -> str:
    """What the first run that has two years says; a run after a regrouping has no change to tell yet."""
    for run in _runs(material, found):
        if len(run) > 1:
            first, last = run.iloc[0], run.iloc[-1]
            return words.MIDDLES_CHANGE.format(
                change=formats.delta_words(formats.moved(first["median"], last["median"])),
                first=int(first["year"]),
                last=int(last["year"]),
            )
    return words.MIDDLES_TITLE


def by_group(material: Material) -> Chapter:
    """The groups of criteria: the middle of the units' scores, this year and the years before."""
    found = group_middles(material)
    if found.empty:
        return Chapter(words.BY_GROUP, 2)
    now = (
        found.dropna(subset=[str(material.standing.year)])
        if str(material.standing.year) in found
        else found.head(0)
    )
    told = []
    if len(now) > 1:
        best, worst = (_group_words(material, now, pick) for pick in ("max", "min"))
        told = [
            said(
                words.GROUPS_SENTENCE,
                sheet("Nhóm tiêu chí"),
                year=material.standing.year,
                best=best,
                worst=worst,
            )
        ]
    years = [one for one in found if one not in ("group", "name")]
    columns = {
        "name": Column("Nhóm tiêu chí", width=6),
        **{year: Column(year, "score", width=2) for year in years},
    }
    table = table_of(
        "Nhóm tiêu chí", words.GROUPS_TABLE, found, columns, material.source, sheet_only=True
    )
    return Chapter(words.BY_GROUP, 2, tuple(told), (table,))


def group_middles(material: Material) -> pd.DataFrame:
    """Middle of each weighted group by year: group, name, then a column a year (0–100)."""
    standing = material.standing
    rows = []
    for group in standing.plan.groups:
        found = series.middles(
            series.unit_values(standing, group.code), series.subject(standing.plan, group.code)
        )
        if len(found):
            rows.append(
                {
                    "group": group.code,
                    "name": group.name,
                    **{str(one.year): one.median for one in found.itertuples()},
                }
            )
    years = [str(year) for year in standing.plan.years if year <= standing.year]
    return (
        pd.DataFrame(rows).reindex(columns=["group", "name", *years]).dropna(axis=1, how="all")
        if rows
        else pd.DataFrame(columns=["group", "name"])
    )


def _group_words(material: Material, now: pd.DataFrame, pick: str) -> str:
    values = now[str(material.standing.year)]
    edge = values.max() if pick == "max" else values.min()
    names = now.loc[(values - edge).abs() < 1e-9, "name"]
    return f"{formats.listed(list(names))} ({formats.number(edge)})"


def groups_chart(material: Material) -> Chart | None:
    """Bars of the groups this year; the title names the lowest where there is just one; None without a figure of the year."""
    year, found = str(material.standing.year), group_middles(material)
    if year not in found or found[year].isna().all():
        return None
    now = found.reindex(columns=["name", year]).dropna()
    lowest = now.loc[now[year] <= now[year].min() + 1e-9, "name"]
    title = (
        words.GROUPS_FINDING.format(worst=lowest.iloc[0], year=year)
        if len(lowest) == 1 and len(now) > 1
        else words.GROUPS_TITLE.format(year=year)
    )
    return Chart(
        title,
        "bar",
        tuple(now["name"]),
        (Series(words.MIDDLE, tuple(now[year].astype(float))),),
        "% điểm tối đa",
        material.source,
    )


def surveyed(material: Material) -> Chapter:
    """Satisfaction at the one-stop offices: counts added over units, by block and over the years."""
    standing = material.standing
    rows = survey_rates.surveyed(standing, standing.table, standing.plan.survey.code)
    if rows.empty:
        return Chapter(
            standing.plan.chapters.survey, 2, (said(words.NO_FORMS, year=standing.year),)
        )
    told = (Said(survey_rates.answer(standing, rows), (sheet("Hài lòng theo khối"),)),)
    every = survey_rates.by_block(rows, standing.plan.limits.min_respondents)
    blocks = pd.concat([every.head(1), material.by_block(every.iloc[1:])])
    columns = {
        "block": Column("Khối, cụm", width=6),
        "units": Column("Số đơn vị", "count", width=2),
        "satisfied": Column("Phiếu hài lòng", "count", width=2),
        "respondents": Column("Số phiếu", "count", width=2),
        "rate": Column("Hài lòng", "share", width=2),
        "very_rate": Column("Rất hài lòng", "share", width=2),
    }
    table = table_of(
        "Hài lòng theo khối",
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
            _over(years, run),
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
        "units": Column("Số đơn vị", "count", width=2),
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
