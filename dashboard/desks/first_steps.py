"""What files may look like, for whoever brings the first."""

from __future__ import annotations

import html

import pandas as pd
import streamlit as st

from dashboard.desks import remembered_shapes
from dashboard.exports.media_types import EXCEL
from dashboard.exports.one_table import as_workbook
from dashboard.plan import Plan
from dashboard.ui import choices, page_parts, plan_store, stored
from dashboard.ui.shown_tables import show_table
from dashboard.views import beginning
from dashboard.views import beginning_words as said
from dashboard.views import intake_forms as forms
from dashboard.wording import intake_words as words
from dashboard.writing.columns import Column
from dashboard.writing.table_model import Table

FORMATS = {
    "file": "Loại tệp",
    "needed": Column("Cột cần có", width="large"),
    "more": Column("Cột thêm", width="large"),
}


def guide(here: str) -> None:
    """The four steps to the first picture, for the secretariat and the keeper of an empty store; nothing once there are results, and for readers. In: the page, to which there is no link on itself."""
    if not any(map(stored.may, ("import", "change_plan"))) or stored.years_with_results():
        return
    made = beginning.steps(
        has_plan=plan_store.version_in_force() > 0 or plan_store.plan_file() is not None,
        units=len(stored.records().units),
        results=False,
    )
    following = beginning.next_step(made)
    page_parts.heading(said.HEADING)
    st.html(f"<ol class='steps'>{''.join(_line(one, one is following) for one in made)}</ol>")
    if following and following.page != here:
        st.page_link(f"../pages/{following.page}.py", label=following.link)


def _line(one: beginning.Step, is_next: bool) -> str:
    state = said.DONE if one.is_done else said.NEXT if is_next else said.LATER
    mark = "✓ " if one.is_done else "→ " if is_next else ""
    return f"<li><b>{mark}{html.escape(one.title)}</b> ({state}). {html.escape(one.said)}</li>"


def formats(plan: Plan) -> None:
    """What files are understood, and two to fill in."""
    show_table(
        Table("Các loại tệp đọc được", FORMATS, pd.DataFrame(words.FORMATS, columns=list(FORMATS))),
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
