"""What earlier meetings agreed and is still open."""

from __future__ import annotations

import datetime as dt

import pandas as pd

from dashboard.exports.report import report_words as words
from dashboard.exports.report.material import Material, once, table_of
from dashboard.writing import formats
from dashboard.writing.columns import Column
from dashboard.writing.nouns import worded
from dashboard.writing.table_model import Table


@once
def open_conclusions(material: Material) -> pd.DataFrame:
    """Conclusions still open, the soonest due first, with the unit's name (the plan's name of all units where none is meant)."""
    standing, conclusions = material.standing, material.extras.conclusions
    rows = conclusions[conclusions["state"] == "open"].merge(
        standing.table[["unit", "name"]], on="unit", how="left"
    )
    rows["name"] = rows["name"].fillna(rows["unit"]).fillna(standing.plan.whole_name)
    return rows.sort_values(["due", "id"], kind="stable", na_position="last").reset_index(drop=True)


def open_sentence(rows: pd.DataFrame, today: dt.date) -> str:
    """How many are open and how many overdue. In: `open_conclusions`."""
    late = int((rows["due"] < pd.Timestamp(today)).sum())
    return words.OPEN_COUNT.format(
        items=formats.count(len(rows), "kết luận"), late=formats.count(late)
    )


def open_table(rows: pd.DataFrame, source: str) -> Table:
    """The open conclusions as a table."""
    columns = {
        "name": Column(worded("Đơn vị"), width=4),
        "what": Column("Nội dung kết luận", width=8),
        "responsible": Column("Ai thực hiện", width=3),
        "due": Column("Hạn", "date", width=2),
        "meeting": Column("Kỳ họp", width=3),
    }
    return table_of("Kết luận còn mở", words.OPEN_TABLE, rows, columns, source)
