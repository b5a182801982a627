"""Lists that stand in the workbook alone: thousands of rows that paper does not bear."""

from __future__ import annotations

import pandas as pd

from dashboard.exports.report import report_words as words
from dashboard.exports.report.material import BLOCK, SOURCE, UNIT, Material, table_of, with_source
from dashboard.views import series
from dashboard.views.limitations import named_kinds
from dashboard.writing.columns import Column
from dashboard.writing.nouns import worded
from dashboard.writing.table_model import Table


def documents(material: Material) -> Table:
    """Every document of the period; thousands of rows, so in the workbook only."""
    rows = with_source(material.named(material.of_period(material.extras.documents))).sort_values(
        ["year", "position", "dated"], kind="stable"
    )
    columns = {
        "year": Column("Năm", "text", width=1),
        "name": worded(UNIT),
        "number": Column("Số, ký hiệu", width=2),
        "dated": Column("Ngày", "date", width=2),
        "title": Column("Trích yếu", width=8),
        "source": SOURCE,
    }
    return table_of(
        "Văn bản đã ban hành",
        words.ISSUED,
        rows.astype({"year": str}),
        columns,
        material.files("văn bản"),
        landscape=True,
        sheet_only=True,
    )


def own_words(material: Material) -> Table:
    """What the units say of themselves this year, word for word; never counted against them, in the workbook only."""
    written = material.extras.limitations
    rows = with_source(
        material.named(written[written["year"] == material.standing.year])
    ).sort_values("position", kind="stable")
    rows = rows.assign(kind=named_kinds(material.standing.plan, rows))
    columns = {
        "name": worded(UNIT),
        "block": worded(BLOCK),
        "kind": Column("Loại", width=3),
        "quote": Column("Trích nguyên văn", width=9),
        "place": Column("Trang", width=1),
        "source": SOURCE,
    }
    return table_of(
        "Tồn tại tự nêu",
        words.OWN,
        rows,
        columns,
        material.files("tồn tại, hạn chế"),
        landscape=True,
        sheet_only=True,
    )


def visits(material: Material) -> Table:
    """Every inspection of the period with what it found; in the workbook only."""
    rows = with_source(material.named(material.of_period(material.extras.inspections)))
    columns = {
        "year": Column("Năm", "text", width=1),
        "name": worded(UNIT),
        "inspected_on": Column("Ngày", "date", width=2),
        "inspector": Column("Đoàn kiểm tra", width=4),
        "findings": Column("Kết luận", width=8),
        "source": SOURCE,
    }
    return table_of(
        "Kiểm tra",
        words.VISITS,
        rows.sort_values(["year", "position"], kind="stable").astype({"year": str}),
        columns,
        material.files("kiểm tra"),
        landscape=True,
        sheet_only=True,
    )


def measured(material: Material) -> Table:
    """Every criterion with its figure of all units by year, as it is read; in the workbook only."""
    standing = material.standing
    years = [year for year in standing.plan.years if year <= standing.year]
    rows = []
    for one in standing.plan.criteria:
        about = series.subject(standing.plan, one.code)
        found = series.middles(series.unit_values(standing, one.code), about)
        scale = 1 if about.share else 0.01
        values = {str(each.year): each.median * scale for each in found.itertuples()}
        if values:
            rows.append({"code": one.code, "name": one.name, **values})
    wide = pd.DataFrame(rows, columns=["code", "name", *map(str, years)])
    columns = {
        "code": Column("Mã", width=1),
        "name": Column("Tiêu chí", width=6),
        **{str(year): Column(str(year), "share", width=2) for year in years},
    }
    return table_of(
        "Kết quả tiêu chí",
        words.MEASURED,
        wide,
        columns,
        material.source,
        landscape=True,
        sheet_only=True,
    )
