"""What units say of themselves in their reports: how often each kind, what comes back every year, their own words."""

from __future__ import annotations

import pandas as pd

from dashboard.exports.report import fault_words
from dashboard.exports.report import prose_words as prose
from dashboard.exports.report import report_words as words
from dashboard.exports.report.material import Material, table_of
from dashboard.exports.report.pack import Quote, Said
from dashboard.exports.report.short_steps import quotes_of, said, sheet
from dashboard.views.limitation_names import limitation_names
from dashboard.writing import formats
from dashboard.writing.columns import Column
from dashboard.writing.nouns import worded
from dashboard.writing.table_model import Table

MOST_FAULTS, MOST_OWN_QUOTES = 5, 3


def own_faults(material: Material) -> list[Said]:
    """What units wrote of themselves this year, the most widespread first, and what comes back every year."""
    now = faults_of(material, material.standing.year, material.standing.year)
    if now.empty:
        return []
    told = [
        prose.FAULT.format(
            fault=fault_words.faults(material.standing.plan)[one.code].fault,
            units=formats.count(one.units, "đơn vị"),
        )
        for one in now.head(MOST_FAULTS).itertuples()
    ]
    found = [
        said(
            prose.FAULTS,
            sheet("Tồn tại theo loại"),
            sheet("Tồn tại tự nêu"),
            year=material.standing.year,
            faults="; ".join(told),
        )
    ]
    return [*found, *_lasting(material)]


def _lasting(material: Material) -> list[Said]:
    years = material.standing.year - material.since + 1
    over = faults_of(material, material.since, material.standing.year)
    lasting = over[(over["years"] == years) & (over["code"] != "khac")]
    if lasting.empty or years < 3:
        return []
    kinds = limitation_names(material.standing.plan)
    named = [f"“{kinds[code]}”" for code in lasting["code"].head(MOST_FAULTS)]
    return [
        said(
            prose.LASTING,
            sheet("Tồn tại theo loại"),
            kinds=formats.listed(named),
            **material.span,
        )
    ]


def faults_of(material: Material, first: int, last: int) -> pd.DataFrame:
    """Kinds of limitations that units of the year wrote from one year to another, the most widespread first: code, units, years. A kind that nobody knows is “khac”."""
    written = material.extras.limitations
    own = written[(written["year"] >= first) & (written["year"] <= last)]
    known = own["category"].where(
        own["category"].isin(list(fault_words.faults(material.standing.plan))), "khac"
    )
    counts = (
        own.assign(code=known)
        .groupby("code")
        .agg(units=("unit", "nunique"), years=("year", "nunique"))
        .reset_index()
    )
    other = counts["code"] == "khac"
    return counts.assign(other=other).sort_values(
        ["other", "units"], ascending=[True, False], kind="stable"
    )


def told_units(material: Material, code: str, first: int) -> int:
    """How many units wrote of a kind of limitation from a year to this one."""
    found = faults_of(material, first, material.standing.year).set_index("code")["units"]
    return int(found.get(code, 0))


def own_quotes(material: Material) -> tuple[Quote, ...]:
    """The words of one unit for each of the most widespread kinds."""
    written, year = material.extras.limitations, material.standing.year
    own = material.named(written[written["year"] == year]).sort_values("position", kind="stable")
    order = {code: place for place, code in enumerate(faults_of(material, year, year)["code"])}
    code = own["category"].where(own["category"].isin(list(order)), "khac")
    own = own.assign(code=code, place=code.map(order)).sort_values("place", kind="stable")
    first = own.drop_duplicates("code").drop_duplicates("quote")
    return quotes_of(first, "quote", MOST_OWN_QUOTES)


def kinds_table(material: Material, kinds: pd.DataFrame) -> Table:
    columns = {
        "kind": Column("Loại tồn tại", width=6),
        "now": Column(f"Số {worded('đơn vị')} nêu năm {material.standing.year}", "count", width=3),
        "before": Column(f"Năm {material.standing.year - 1}", "count", width=2),
        "years": Column("Số năm có nêu", "count", width=2),
    }
    return table_of(
        "Tồn tại theo loại",
        words.OWN_WORDS_TABLE,
        kinds,
        columns,
        material.source,
        sheet_only=True,
    )
