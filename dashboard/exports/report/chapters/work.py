"""Chapter II: how the movement was led and told; what the figures know of documents, reports and people."""

from __future__ import annotations

import pandas as pd

from dashboard.exports.report import prose_words
from dashboard.exports.report import report_words as words
from dashboard.exports.report.material import Material, table_of
from dashboard.exports.report.pack import Chapter, Said
from dashboard.exports.report.short_steps import few, said, sheet
from dashboard.views import series
from dashboard.writing import formats
from dashboard.writing.columns import Column
from dashboard.writing.nouns import worded
from dashboard.writing.table_model import Table

REPORT_STATES = {
    "on_time": "Đúng hạn",
    "late": "Nộp muộn",
    "missing": "Chưa nộp",
    "pending": "Chưa đến hạn",
}
ON_TIME_SHEET = "Văn bản, báo cáo theo năm"
TELLING_WORD = "tuyên truyền"


def work(material: Material) -> list[Chapter]:
    """II. Công tác triển khai: documents issued and reports filed by year, then how the movement was told."""
    documents = material.of_period(material.extras.documents)
    reports = reports_by_year(material)
    by_year = _by_year(documents, reports)
    tables = (_work_table(material, by_year),) if len(by_year) else ()
    told = (_issued(material, documents), _filed(material, reports), *_missing(material))
    return [
        Chapter(words.WORK, 1),
        Chapter(words.LEADING, 2, told, tables),
        Chapter(words.TELLING, 2, tuple(_told(material)), asked=prose_words.ASK_TELLING),
    ]


def _issued(material: Material, documents: pd.DataFrame) -> Said:
    if documents.empty:
        return Said(words.NO_DOCUMENTS)
    issued = formats.count(len(documents), "văn bản")
    return said(words.DOCUMENTS, sheet("Văn bản đã ban hành"), documents=issued, **material.span)


def _filed(material: Material, reports: pd.DataFrame) -> Said:
    year = material.standing.year
    own = reports[reports["year"] == year]
    if own.empty:
        return said(words.NO_REPORTS, year=year)
    states = own.iloc[0].to_dict()
    on_time = states.get("on_time", 0)
    return said(
        words.REPORTS,
        sheet(ON_TIME_SHEET),
        year=year,
        filed=formats.out_of(on_time + states.get("late", 0), states["all"], "đơn vị"),
        on_time=formats.count(on_time, "đơn vị"),
    )


def missing_names(material: Material) -> list[str]:
    """Names of the units whose report of the year is overdue, in protocol order."""
    due = material.standing.reports
    late = due[(due["year"] == material.standing.year) & (due["report_state"] == "missing")]
    return list(material.assessed.loc[material.assessed["unit"].isin(late["unit"]), "name"])


def _missing(material: Material) -> list[Said]:
    names = missing_names(material)
    return [said(prose_words.NAMES_MISSING, sheet("Sự việc"), names=few(names))] if names else []


def _told(material: Material) -> list[Said]:
    """What criteria of telling say, where the plan has such; nothing else is known of it."""
    plan, year = material.standing.plan, material.standing.year
    found = []
    for one in plan.criteria:
        if TELLING_WORD not in one.name.lower() or one.how.is_share or not one.points_weight:
            continue
        middles = series.middles(
            series.unit_values(material.standing, one.code), series.subject(plan, one.code)
        ).set_index("year")["median"]
        if year in middles:
            found.append(_criterion_told(material, one.name, middles))
    return found[:1]


def _criterion_told(material: Material, name: str, middles: pd.Series) -> Said:
    first, year = int(middles.index.min()), material.standing.year
    before = (
        prose_words.TELLING_BEFORE.format(value=formats.percent(middles[first] / 100), year=first)
        if first < year
        else ""
    )
    now = formats.percent(middles[year] / 100)
    return said(
        prose_words.TELLING_CRITERION,
        sheet("Kết quả tiêu chí"),
        name=name,
        now=now,
        year=year,
        before=before,
    )


def reports_by_year(material: Material) -> pd.DataFrame:
    """Reports due by year of the period: year, all, then a column for each state that occurs."""
    due = material.of_period(material.standing.reports)
    due = due[due["report_state"] != "not_due"]
    if due.empty:
        return pd.DataFrame(columns=["year", "all"])
    counts = due.groupby("year")["report_state"].value_counts().unstack(fill_value=0)
    present = [state for state in REPORT_STATES if state in counts]
    return counts[present].assign(all=counts.sum(axis=1)).reset_index()


def fresh_units(material: Material) -> pd.DataFrame:
    """Assessed units that came out of a merger, split or renaming in the period and have no score of the year before: rows of the table."""
    changed = material.extras.lineage
    years = changed["on"].dt.year
    made = changed.loc[years.between(material.since, material.standing.year), "after"]
    assessed = material.assessed
    return assessed[assessed["unit"].isin(made) & assessed["previous"].isna()]


def _by_year(documents: pd.DataFrame, reports: pd.DataFrame) -> pd.DataFrame:
    """Documents and reports side by side: year, documents, units, all, then the states that occur."""
    issued = (
        documents.groupby("year")
        .agg(documents=("unit", "size"), units=("unit", "nunique"))
        .reset_index()
    )
    return issued.merge(reports, on="year", how="outer").sort_values("year")


def _work_table(material: Material, by_year: pd.DataFrame) -> Table:
    states = {
        state: Column(label, "count", width=2)
        for state, label in REPORT_STATES.items()
        if state in by_year
    }
    columns = {
        "year": Column("Năm", width=2),
        "documents": Column("Số văn bản", "count", width=2),
        "units": Column(worded("Đơn vị ban hành"), "count", width=2),
        "all": Column("Báo cáo phải nộp", "count", width=2),
        **states,
    }
    rows = by_year.astype({"year": str}).astype(object)
    return table_of(ON_TIME_SHEET, words.WORK_TABLE, rows, columns, material.source)


def people_rates(material: Material) -> pd.DataFrame:
    """The criteria that count the units' own people in the year, heads added: criterion, met, staff, units, share, name, label, target (a share; missing without one)."""
    standing = material.standing
    codes = [one.code for one in standing.plan.criteria if one.counts_people]
    rows = standing.chosen.of(years=[standing.year], criterion=codes)
    rows = rows[(rows["out_of"] > 0) & rows["attained"].notna()]
    sums = (
        rows.groupby("criterion")
        .agg(met=("value", "sum"), staff=("out_of", "sum"), units=("unit", "nunique"))
        .reindex([code for code in codes if code in set(rows["criterion"])])
    )
    targets = [target_of(material, code) for code in sums.index]
    return sums.assign(
        share=sums["met"] / sums["staff"],
        name=[standing.plan.criterion(code).name for code in sums.index],
        label=[standing.plan.criterion(code).label for code in sums.index],
        target=[float("nan") if one is None else one / 100 for one in targets],
    )


def target_of(material: Material, code: str) -> float | None:
    """The one target (0–100) that the year holds a measure against; None without one, or where kinds of units have their own."""
    asked = material.standing.progress.get(code)
    targets = [] if asked is None else asked["target"].dropna().unique()
    return float(targets[0]) if len(targets) == 1 else None
