"""Chapters I and II: who takes part, and how the movement was led."""

from __future__ import annotations

import pandas as pd

from dashboard.exports.report import report_words as words
from dashboard.exports.report.material import Material, table_of
from dashboard.exports.report.pack import Chapter, Quote
from dashboard.writing import formats
from dashboard.writing.columns import Column
from dashboard.writing.table_model import Table

REPORT_STATES = {
    "on_time": "Đúng hạn",
    "late": "Nộp muộn",
    "missing": "Chưa nộp",
    "pending": "Chưa đến hạn",
}


def setting(material: Material) -> list[Chapter]:
    """I. Đặc điểm tình hình: units, blocks, mergers; room for what people write."""
    difficulties = material.of_period(material.extras.replies)
    told = difficulties[difficulties["kind"] == "difficulty"].merge(
        material.standing.table[["unit", "name"]], on="unit"
    )
    quotes = tuple(
        Quote(one.name, one.text, f"ghi ngày {formats.date(one.dated)}")
        for one in told.itertuples(index=False)
    )
    return [
        Chapter(words.SETTING, 1, tuple(_units(material))),
        Chapter(words.FAVOURABLE, 2, to_write=words.WRITE_FAVOURABLE),
        Chapter(
            words.HARD, 2, quotes=quotes, quotes_title=words.DIFFICULTIES, to_write=words.WRITE_HARD
        ),
    ]


def _units(material: Material) -> list[str]:
    standing, assessed = material.standing, material.assessed
    absent = len(standing.table) - len(assessed)
    said = [
        words.UNITS.format(
            year=standing.year,
            whole=standing.plan.whole_inside,
            units=formats.count(len(standing.table), "cơ quan, đơn vị, địa phương"),
            blocks=formats.count(assessed["block"].nunique()),
            assessed=formats.count(len(assessed), "đơn vị"),
        )
    ]
    if absent:
        said.append(
            words.UNASSESSED.format(
                units=formats.count(absent, "đơn vị"),
                months=standing.plan.limits.min_existence_months,
            )
        )
    changed = material.extras.lineage
    years = changed["on"].dt.year
    ended = changed.loc[(years >= material.since) & (years <= standing.year), "before"].nunique()
    if ended:
        said.append(words.LINEAGE.format(units=formats.count(ended, "đơn vị")))
    return said


def work(material: Material) -> list[Chapter]:
    """II. Công tác triển khai: documents issued, reports filed, by year."""
    documents = material.of_period(material.extras.documents)
    said = (
        words.DOCUMENTS.format(**material.span, documents=formats.count(len(documents), "văn bản"))
        if len(documents)
        else words.NO_DOCUMENTS
    )
    tables = [_documents(material, documents)] if len(documents) else []
    reports = reports_by_year(material)
    tables += [_reports(material, reports)] if len(reports) else []
    return [
        Chapter(words.WORK, 1),
        Chapter(words.LEADING, 2, (said, _filed(material, reports)), tuple(tables)),
        Chapter(words.TELLING, 2, to_write=words.WRITE_TELLING),
    ]


def _documents(material: Material, documents: pd.DataFrame) -> Table:
    by_year = (
        documents.groupby("year")
        .agg(documents=("unit", "size"), units=("unit", "nunique"))
        .reset_index()
        .astype({"year": str})
    )
    columns = {
        "year": Column("Năm", width=2),
        "documents": Column("Số văn bản", "count", width=3),
        "units": Column("Số đơn vị ban hành", "count", width=3),
    }
    return table_of("Văn bản theo năm", words.DOCUMENTS_TABLE, by_year, columns, material.source)


def reports_by_year(material: Material) -> pd.DataFrame:
    """Reports due by year of the period: year, all, then a column for each state that occurs."""
    due = material.of_period(material.standing.reports)
    due = due[due["report_state"] != "not_due"]
    if due.empty:
        return pd.DataFrame(columns=["year", "all"])
    counts = due.groupby("year")["report_state"].value_counts().unstack(fill_value=0)
    present = [state for state in REPORT_STATES if state in counts]
    return counts[present].assign(all=counts.sum(axis=1)).reset_index()


def _reports(material: Material, reports: pd.DataFrame) -> Table:
    states = {
        state: Column(label, "count", width=2)
        for state, label in REPORT_STATES.items()
        if state in reports
    }
    columns = {
        "year": Column("Năm", width=2),
        "all": Column("Phải nộp", "count", width=2),
        **states,
    }
    return table_of(
        "Báo cáo theo năm",
        words.REPORTS_TABLE,
        reports.astype({"year": str}),
        columns,
        material.source,
    )


def _filed(material: Material, reports: pd.DataFrame) -> str:
    year = material.standing.year
    own = reports[reports["year"] == year]
    if own.empty:
        return words.NO_REPORTS.format(year=year)
    states = own.iloc[0].to_dict()
    on_time = states.get("on_time", 0)
    return words.REPORTS.format(
        year=year,
        filed=formats.out_of(on_time + states.get("late", 0), states["all"], "đơn vị"),
        on_time=formats.count(on_time, "đơn vị"),
    )
