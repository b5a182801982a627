"""The appraiser's sheet on screen: how far each unit is, the sheet of one, opened once and edited."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboard.assessment.standing import Standing
from dashboard.desks import appraisal_storing, dispute_desk
from dashboard.desks.appraisal_opened import (
    Opened,
    draft_of,
    is_older,
    mark_of,
    opened_anew,
    opened_sheet,
    refreshed,
    tried_of,
)
from dashboard.ui import desk_parts, drafts, page_parts, sent_store
from dashboard.ui.edited_sheet import typed_sheet
from dashboard.ui.shown_tables import show_table
from dashboard.views import appraisal as view
from dashboard.views import appraisal_entry as entry
from dashboard.views import appraisal_words as words
from dashboard.views import sent as disputes
from dashboard.wording.sources import ON_SCREEN
from dashboard.writing.columns import Column
from dashboard.writing.formats import DASH
from dashboard.writing.nouns import worded
from dashboard.writing.table_model import Table

PROGRESS = {
    "name": Column("Đơn vị"),
    "block": "Khối, cụm",
    "own": Column("Tiêu chí đã tự chấm", "count"),
    "appraised": Column("Tiêu chí đã thẩm định", "count"),
    "asked": Column("Tiêu chí phải chấm", "count"),
    "said": "Tình trạng",
    "disputed": Column("Đề nghị xem lại", "count"),
}
ORDER = ("name", "maximum", "own", "disputed", "appraised", "difference", "note")
SHEET = "sheet"


def unit_list(found: pd.DataFrame, year: int) -> str | None:
    """How far each unit is; a press on a row answers with the unit."""
    waiting = disputes.waiting(sent_store.disputes(), year)
    rows = found.assign(said=found["state"].map(words.STATES), disputed=found["unit"].map(waiting))
    title = f"Tiến độ thẩm định năm {year}"
    heads = {one: head for one, head in worded(PROGRESS).items() if waiting or one != "disputed"}
    return show_table(Table(title, heads, rows, ON_SCREEN, opens="unit"), key="appraisal_units")


def sheet(standing: Standing, unit: str) -> None:
    """The unit's sheet: edit, see what it would do, store."""
    said = disputes.beside_cells(disputes.open_of(sent_store.disputes(), unit, standing.year))
    opened = refreshed(opened_sheet(unit, standing.year), said)
    about = standing.table.set_index("unit").loc[unit]
    _newer(opened)
    dispute_desk.beside(unit, standing.year, about["name"])
    shown = view.sheet(standing.plan, about["kind"], standing.year, opened.rows)
    page_parts.small(
        words.HOW.format(limit=f"{standing.plan.limits.self_excess_points:g}".replace(".", ","))
    )
    laid = f"appraisal_laid_{mark_of(opened)}"
    if laid not in st.session_state:
        own = drafts.table(draft_of(unit, standing.year), SHEET, shown, by="criterion")
        cells = [said.get(code, "") for code in own["criterion"]]
        st.session_state[laid] = own.assign(disputed=pd.Series(cells, own.index, dtype="str"))
    _filled_in(standing, opened, shown, st.session_state[laid])
    page_parts.small(words.WORKBOOK)


@st.fragment
def _filled_in(standing: Standing, opened: Opened, shown: pd.DataFrame, laid: pd.DataFrame) -> None:
    """What is typed into the sheet (`laid`: as it was left, over `shown` as the store has it), kept with every cell, and the buttons."""
    unit, mark = opened.unit, mark_of(opened)
    edited = _editor(laid, mark, standing.table.set_index("unit").at[unit, "name"])
    drafts.keep_tables(draft_of(unit, standing.year), {SHEET: (shown, edited)}, by="criterion")
    older, name = is_older(opened), desk_parts.who()
    keep = st.checkbox(words.KEEP_MINE, key=f"appraisal_keep_{mark}") if older else False
    with st.container(horizontal=True):
        trying = st.button(words.TRY, key=f"appraisal_try_{mark}")
        saving = st.button(words.SAVE, type="primary", key=f"appraisal_save_{mark}")
    if trying or saving or f"_{tried_of(opened)}" in st.session_state:
        made = entry.entered(standing.plan, unit, standing.year, opened.rows, shown, edited)
        pressed = "save" if saving else "try" if trying else ""
        appraisal_storing.answer(standing, opened, made, name, keep=keep, pressed=pressed)


def _newer(opened: Opened) -> None:
    """Say that the store has moved on, with the button that opens what is there now."""
    if not is_older(opened):
        return
    desk_parts.note(
        words.MOVED_BENEATH,
        tone="bad",
    )
    if st.button(words.RELOAD, key=f"appraisal_reload_{opened.times}"):
        opened_anew(opened)
        st.rerun()


def _editor(shown: pd.DataFrame, mark: str, title: str) -> pd.DataFrame:
    text = st.column_config.TextColumn
    settings = {
        "name": text(words.COLUMNS["name"], disabled=True, width=210, pinned=True),
        "maximum": text(words.COLUMNS["maximum"], disabled=True, width=90, alignment="right"),
        "own": text(words.COLUMNS["own"], disabled=True, width=125, alignment="right"),
        "appraised": text(words.COLUMNS["appraised"], width=120, alignment="right"),
        "difference": text(
            words.COLUMNS["difference"],
            disabled=True,
            width=110,
            alignment="right",
            help=words.DIFFERENCE_HELP,
        ),
        "note": text(words.COLUMNS["note"], width="large", max_chars=desk_parts.REASON_LIMIT),
    }
    if shown["disputed"].any():
        settings["disputed"] = text(words.COLUMNS["disputed"], disabled=True, width="medium")
    edited = typed_sheet(
        shown,
        {name: settings[name] for name in ORDER if name in settings},
        key=f"appraisal_{mark}",
        placeholder=DASH,
        height="content",
        alt=f"Phiếu thẩm định {title}",
    )
    return edited.drop(columns="disputed")
