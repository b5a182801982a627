"""Decisions of discipline against units, on screen: those in force, and the form that enters or lifts one."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboard.assessment.standing import Standing
from dashboard.ui import desk_fields, desk_parts, drafts, meeting_store, page_parts, stored
from dashboard.ui.memo import kept
from dashboard.ui.shown_tables import show_table
from dashboard.views import commended, profile
from dashboard.wording import meeting_words
from dashboard.wording import proposal_words as words
from dashboard.writing.columns import Column
from dashboard.writing.nouns import worded
from dashboard.writing.table_model import Table
from data_access.intake.cell_dates import parse_day

COLUMNS = {
    "name": Column("Đơn vị"),
    "year": "Năm",
    "document": Column("Quyết định", width="large"),
    "what": Column("Nội dung", width="large"),
    "on": Column("Ngày ghi", "date"),
    "who": "Người ghi",
}
FORM = "discipline_form"


def disciplines(standing: Standing) -> None:
    """The decisions that keep units out, and the form; folded, since most years have none."""
    page_parts.folded(lambda: _part(standing), key="hop_discipline", label=words.DISCIPLINE_TITLE)


def _part(standing: Standing) -> None:
    page_parts.small(words.DISCIPLINE_SAID)
    names = kept(profile.names)(stored.tables())
    every = meeting_store.entered().disciplines
    rows = commended.discipline_rows(every, names)
    if rows.empty:
        page_parts.small(words.DISCIPLINE_NONE)
    else:
        show_table(
            Table(words.DISCIPLINE_TITLE, worded(COLUMNS), rows),
            key="hop_disciplines",
            downloads=False,
        )
    _form(standing, names, rows)


def _form(standing: Standing, names: dict[str, str], rows: pd.DataFrame) -> None:
    typed = meeting_store.fresh_ones("discipline_document", "discipline_what")
    with drafts.form(FORM, typed):
        unit = desk_fields.unit(meeting_store.fresh("discipline_unit"), names)
        document = desk_fields.line(words.DISCIPLINE_DOCUMENT, typed["discipline_document"])
        what = desk_fields.line(words.DISCIPLINE_WHAT, typed["discipline_what"])
        with st.container(horizontal=True, gap="small"):
            year = _year(standing)
            step = st.selectbox(
                words.DISCIPLINE_STEP,
                list(words.DISCIPLINE_STEPS),
                format_func=words.DISCIPLINE_STEPS.__getitem__,
                key="discipline_step",
                filter_mode=None,
            )
            on = desk_fields.today(words.DISCIPLINE_ON, "discipline_on")
        who = desk_parts.who("discipline_who")
        pressed = st.form_submit_button(words.DISCIPLINE_BUTTON, key="discipline_save")
    if pressed:
        row = {"unit": unit, "year": year, "step": step, "document": document}
        _enter(row, names, rows, on, what, who)


def _year(standing: Standing) -> int:
    years = list(reversed(standing.plan.years))
    return st.selectbox(
        words.DISCIPLINE_YEAR,
        years,
        index=years.index(standing.year),
        key="discipline_year",
        filter_mode=None,
    )


def _enter(
    row: dict, names: dict[str, str], rows: pd.DataFrame, on: str, what: str, who: str
) -> None:
    day = parse_day(on).date
    mistakes = [
        *([] if row["unit"] and row["document"] else [words.DISCIPLINE_MISSING]),
        *([] if day else [meeting_words.DAY_WRONG.format(text=on)]),
        *([] if who else [meeting_words.WHO_MISSING]),
        *_not_there(row, rows),
    ]
    if mistakes:
        return desk_parts.note("Chưa ghi:", mistakes, tone="bad")
    with desk_parts.refusals():
        meeting_store.enter("disciplines", who=who, on=day, what=what or None, **row)
        meeting_store.begin_afresh(FORM)
        step = words.DISCIPLINE_STEPS[row["step"]].lower()
        desk_parts.told(
            words.DISCIPLINE_DONE.format(step=step, unit=names[row["unit"]], year=row["year"])
        )
        st.rerun()
    return None


def _not_there(row: dict, rows: pd.DataFrame) -> list[str]:
    """Nothing is lifted that is not there."""
    same = (
        (rows["unit"] == row["unit"])
        & (rows["year"] == row["year"])
        & (rows["document"] == row["document"])
    )
    if row["step"] == "entered" or same.any():
        return []
    said = words.DISCIPLINE_UNKNOWN
    return [said.format(document=row["document"], year=row["year"])]
