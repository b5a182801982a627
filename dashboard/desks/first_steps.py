"""What files may look like, for whoever brings the first."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboard.desks import remembered_shapes
from dashboard.exports.media_types import EXCEL
from dashboard.exports.one_table import as_workbook
from dashboard.plan import Plan
from dashboard.ui import choices, page_parts, stored
from dashboard.ui.shown_tables import show_table
from dashboard.views import intake_forms as forms
from dashboard.wording import intake_words as words
from dashboard.writing.columns import Column
from dashboard.writing.nouns import worded
from dashboard.writing.table_model import Table

FORMATS = {
    "file": "Loại tệp",
    "needed": Column("Cột cần có", width="large"),
    "more": Column("Cột thêm", width="large"),
}


def _understood() -> list[tuple[str, ...]]:
    """One row a kind of file; its heads are as the files have them."""
    return [(worded(kind), *heads) for kind, *heads in words.FORMATS]


def formats(plan: Plan) -> None:
    """What files are understood, and two to fill in."""
    show_table(
        Table("Các loại tệp đọc được", FORMATS, pd.DataFrame(_understood(), columns=list(FORMATS))),
        key="intake_formats",
        downloads=False,
    )
    page_parts.small(words.FORMAT_NOTES)
    remembered_shapes.remembered()
    chosen = choices.current()
    page_parts.heading("Tệp mẫu")
    page_parts.small(words.TEMPLATE_ABOUT.format(year=chosen.year))
    with st.container(horizontal=True):
        st.download_button(
            words.UNIT_TEMPLATE,
            lambda: _workbook(forms.unit_template(plan), forms.UNIT_HEADINGS),
            "mau-danh-sach-don-vi.xlsx",
            EXCEL,
            key="intake_units_template",
            on_click="ignore",
        )
        st.download_button(
            "Tải mẫu kết quả",
            lambda: _results(plan, chosen),
            f"mau-ket-qua-{chosen.year}.xlsx",
            EXCEL,
            key="intake_results_template",
            on_click="ignore",
        )


def _results(plan: Plan, chosen: choices.Choices) -> bytes:
    units = chosen.of(stored.standing(chosen.year).table)
    return _workbook(
        forms.result_template(plan, units[units["assessed"]], chosen.year), forms.RESULT_HEADINGS
    )


def _workbook(rows: pd.DataFrame, headings: dict[str, str]) -> bytes:
    columns = {
        name: Column(label, "number" if rows[name].dtype == float else "text")
        for name, label in headings.items()
    }
    return as_workbook(Table("", columns, rows))
