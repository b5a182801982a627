"""From a figure to its cell, its file, and the form that corrects it."""

from __future__ import annotations

from typing import Any

import streamlit as st

from dashboard.assessment.standing import Standing
from dashboard.desks import correction_form
from dashboard.ui import desk_parts, intake_store, page_parts, stored, unit_page
from dashboard.ui.shown_tables import show_table
from dashboard.views import correction
from dashboard.views import correction_words as words
from dashboard.views.intake import file_name
from dashboard.writing.formats import is_missing
from dashboard.writing.table_model import Table
from data_access.intake.sheets import LETTERS
from data_access.loading import Given


def criteria(standing: Standing, unit: str) -> None:
    """The table of criteria of a unit; a press on a row opens the figure's revisions, its cell, and its correction."""
    desk_parts.prepare()
    desk_parts.told_before()
    pressed = unit_page.criteria(standing, unit)
    if pressed and stored.may("see_imports"):
        follow(standing, unit, pressed)


def choose(standing: Standing, unit: str) -> None:
    """A criterion to choose, then the same."""
    labels = {one.code: one.label for one in standing.plan.criteria}
    there = stored.table_part("results", unit=unit, year=standing.year)["criterion"]
    known = [code for code in labels if code in set(there)]
    chosen = st.selectbox(
        words.CHOOSE,
        known,
        index=None,
        format_func=labels.__getitem__,
        placeholder=words.NONE_CHOSEN,
        key=f"correction_{unit}_{standing.year}",
    )
    if chosen:
        follow(standing, unit, chosen)


def follow(standing: Standing, unit: str, code: str) -> None:
    """Every live figure of a criterion: where it comes from, its file, and the form that corrects it."""
    page_parts.heading(words.TITLE)
    criterion = standing.plan.criterion(code)
    known = stored.history("results", unit=unit, criterion=code, year=standing.year)
    live = known[known["live"] & (known["state"] != "withdrawn")]
    if live.empty:
        page_parts.small(words.NOTHING)
    for row in live.sort_values("stage", ascending=False).itertuples():
        page_parts.sentences([correction.where(criterion, row)])
        _file(row, correction_form.key_of(row))
        if stored.may("import"):
            correction_form.form(standing, criterion, row)


def _file(row: Any, key: str) -> None:
    """The file that the figure came with, and the cells around it."""
    imports = intake_store.imports().set_index("id")
    sha256 = imports["sha256"].get(row.import_id)
    if is_missing(sha256):
        page_parts.small(words.NO_FILE)
        return
    with st.container(horizontal=True):
        st.download_button(
            words.DOWNLOAD,
            lambda: intake_store.kept_file(sha256).content,
            file_name(row.file),
            "application/octet-stream",
            key=f"correction_file_{key}",
            on_click="ignore",
            type="tertiary",
        )
        looking = st.button(words.AROUND, key=f"correction_around_{key}", type="tertiary")
    if looking:
        _around(row, sha256, key)


def _around(row: Any, sha256: str, key: str) -> None:
    kept = intake_store.kept_file(sha256)
    sheets = intake_store.sheets_of(sha256, Given(kept.name, kept.content))
    name = None if is_missing(row.sheet) else row.sheet
    rows = next((one.rows for one in sheets if one.name == name), [])
    shown = correction.around(rows, row.cell, LETTERS)
    if shown.empty:
        page_parts.small(words.NO_CELL)
        return
    columns = {one: words.ROW if one == "row" else one for one in shown.columns}
    title = words.AROUND_TITLE.format(cell=row.cell)
    show_table(Table(title, columns, shown), key=f"correction_cells_{key}", downloads=False)
