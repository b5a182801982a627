"""Changes of units in a file: the completed workbook of a reorganisation, or any other."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboard.desks.units_desk import known, prepare, show_pending
from dashboard.exports.forms.reorganisation_form import reorganisation_form
from dashboard.exports.media_types import EXCEL
from dashboard.plan import Plan
from dashboard.ui import desk_parts, page_parts, stored
from dashboard.views import units_words as words
from dashboard.views.intake import file_name
from dashboard.wording import intake_words
from dashboard.wording.problem_sentences import named, problem_line
from dashboard.writing.nouns import worded
from data_access import loading, unit_changes
from data_access.intake.sheet_reading import read
from data_access.reorganisation import HEADS, WAYS, is_reorganisation, read_reorganisation

TABLES = ("units", "unit_years", "unit_heads", "aliases", "lineage")
FILE_MB = 10


def by_file(plan: Plan) -> None:
    """Changes in a file: the completed workbook of a reorganisation, else read as on the page Nhập số liệu."""
    if not desk_parts.allowed("change_units"):
        return None
    _offer_form(plan)
    page_parts.small(words.FROM_FILE.format(**words.HEADS))
    desk_parts.uploader_words(words.FILE_WORDS)
    file = st.file_uploader(
        worded("Tệp thay đổi đơn vị"), key="units_file", max_upload_size=FILE_MB
    )
    if file is None:
        return None
    name = file_name(file.name)
    if is_reorganisation(name, file.getvalue()):
        return _reorganised(plan, name, file.getvalue())
    reading = read(name, file.getvalue(), loading.facts_of(stored.store(), plan.as_data()))
    others = [intake_words.TABLES[name] for name in reading.tables if name not in TABLES]
    tables = unit_changes.completed(reading.tables, known(plan))
    undocumented = unit_changes.undocumented(reading.tables)
    faults = unit_changes.faults_of(tables, known(plan))
    missing = [words.problem(code, fields) for code, fields in (*undocumented, *faults)]
    if reading.has_errors or missing:
        desk_parts.note(
            words.NOT_MADE,
            [*map(problem_line, named(reading.problems, plan).itertuples()), *missing],
            tone="bad",
        )
    elif others or not reading.tables:
        told = words.WITH_OTHERS.format(tables=", ".join(others)) if others else words.NOT_UNITS
        desk_parts.note(told, tone="bad")
    else:
        if st.button(words.TRY, key="units_file_try"):
            title = words.FILE_TITLE.format(file=name)
            prepare(tables, title, title, name, file.getvalue())
        show_pending()
    return None


def _offer_form(plan: Plan) -> None:
    """The workbook of a reorganisation, with today's units in it."""
    page_parts.small(words.GUIDED)
    kinds = {one.code: one.name for one in plan.kinds}

    def made() -> bytes:
        units = stored.table_now("units")
        units = units[units["valid_to"].isna()]
        blocks = stored.table_now("unit_years").dropna(subset=["block"]).sort_values("year")
        newest = blocks.drop_duplicates("unit", keep="last").set_index("unit")["block"]
        rows = pd.DataFrame(
            {
                "before": units["unit"],
                "name": units["name"],
                "kind": units["kind"].map(kinds),
                "block": units["unit"].map(newest),
            }
        ).sort_values(["block", "before"], kind="stable")
        return reorganisation_form(HEADS, rows, list(WAYS), list(kinds.values()))

    st.download_button(
        words.TAKE_FORM,
        made,
        words.FORM_FILE,
        EXCEL,
        key="units_form_file",
        on_click="ignore",
    )


def _reorganised(plan: Plan, name: str, content: bytes) -> None:
    """The completed workbook: every problem with its row, or what it would do."""
    kinds = {one.name: one.code for one in plan.kinds} | {one.code: one.code for one in plan.kinds}
    tables, problems = read_reorganisation(name, content, known(plan), kinds)
    if problems or not tables:
        lines = [words.problem(code, fields) for code, fields in problems]
        return desk_parts.note(words.NOT_MADE if lines else words.NOT_UNITS, lines, tone="bad")
    if st.button(words.TRY, key="units_file_try"):
        title = words.FILE_TITLE.format(file=name)
        prepare(tables, title, title, name, content)
    return show_pending()
