"""Persons proposed for commendation from a workbook: read, held against units and law, shown, and stored all or none. The file is not kept."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboard.assessment.proposals import Proposals
from dashboard.desks.report_units import unit_meant
from dashboard.exports.media_types import EXCEL
from dashboard.exports.one_table import as_workbook
from dashboard.plan import Milestone
from dashboard.ui import desk_parts, meeting_store, page_parts, stored
from dashboard.views import nominee_import as view
from dashboard.views import nominee_import_words as words
from dashboard.views.intake import file_name
from dashboard.views.profile import labels
from dashboard.wording import meeting_words, proposal_words
from dashboard.writing import formats
from dashboard.writing.table_model import Table
from data_access.nominee_file import HEADS, rows_of

FILE_MB = 10
USUAL = {field: heads[0] for field, heads in HEADS.items()}


def from_file(milestone: Milestone, found: Proposals, entered: pd.DataFrame) -> None:
    """The form to take, the file, what is wrong in it or what it would store. In: proposals of the milestone's year, `commended.nominee_rows`."""
    heads = ", ".join(f"“{one}”" for one in USUAL.values())
    page_parts.heading(words.TITLE)
    page_parts.small(words.SAID.format(heads=heads))
    form = Table(proposal_words.NOMINEES_TITLE, {}, view.form_rows(found.rows, USUAL))
    st.download_button(
        words.TAKE_FORM,
        lambda: as_workbook(form),
        words.FORM_FILE,
        EXCEL,
        key="nominee_form_file",
        on_click="ignore",
    )
    key = meeting_store.fresh("nominee_file")
    desk_parts.uploader_words(words.FILE_WORDS.format(size=FILE_MB), key)
    file = st.file_uploader(words.FILE, key=key, max_upload_size=FILE_MB)
    if file is None:
        return None
    name = file_name(file.name)
    rows = rows_of(name, file.getvalue())
    if not rows:
        said = words.NO_HEADS if rows is None else words.NO_ROWS
        return desk_parts.note(said.format(file=name, heads=heads), tone="bad")
    case = view.Case(name, lambda text: _unit(text, milestone), stored.plan().award_law, entered)
    return _offer(milestone, name, view.checked(rows, case))


def _unit(text: str, milestone: Milestone) -> tuple[str | None, list[str]]:
    meant = unit_meant(text, milestone.year)
    names = labels(stored.table("units"))
    near = [meant.code] if meant.bare and meant.code else meant.near
    return None if meant.bare else meant.code, [names.get(one, one) for one in near]


def _offer(milestone: Milestone, name: str, found: view.Checked) -> None:
    if found.mistakes:
        title = words.NOT_SAVED.format(number=formats.count(len(found.mistakes)))
        return desk_parts.note(title, found.mistakes, tone="bad")
    if not found.rows:
        return desk_parts.note(words.NOTHING)
    desk_parts.note(view.would(found), [f"{one['person']}: {one['form']}" for one in found.rows])
    who = desk_parts.who("nominee_file_who")
    if not st.button(words.BUTTON, key="nominee_file_save"):
        return None
    if not who:
        return desk_parts.note(meeting_words.WHO_MISSING, tone="bad")
    with desk_parts.refusals():
        shared = {"milestone": milestone.code, "step": "proposed"}
        meeting_store.enter_many([("nominees", {**shared, **one}) for one in found.rows], who)
        meeting_store.begin_afresh()
        number = formats.count(len(found.rows))
        desk_parts.told(words.DONE.format(number=number, file=name))
        st.rerun()
    return None
