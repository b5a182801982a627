"""What a unit disputes: a figure, what it should be, and why."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboard.desks.sending_desk import FILE_MB, TEXT_LIMIT, hand_in, take_back
from dashboard.plan import Plan
from dashboard.ui import desk_parts, meeting_store, page_parts, sent_store, stored
from dashboard.ui.shown_tables import show_table
from dashboard.views import sent as view
from dashboard.views import sent_words as words
from dashboard.views.intake import file_name
from dashboard.writing.columns import Column, filled
from dashboard.writing.table_model import Table


def dispute(plan: Plan, unit: str) -> None:
    """One figure, what it should be and why; then every dispute with what became of it."""
    page_parts.heading(words.DISPUTE)
    results = stored.part_now("results", unit=unit)
    offered, before = view.figures(plan, results), sent_store.disputes()
    if offered:
        _form(unit, offered, results, before)
    if len(before):
        shown = before.assign(year=before["year"].astype(str), state=before["state_words"])
        columns = filled(
            shown, {**words.DISPUTE_COLUMNS, "due": Column(words.DISPUTE_COLUMNS["due"], "date")}
        )
        show_table(Table(words.DISPUTES, columns, shown), key="dispute_table", downloads=False)
        take_back(before, "dispute", "name")


def _wanted_and_why() -> tuple[str, str]:
    wanted = st.text_input(
        words.WANTED,
        key=meeting_store.fresh("dispute_wanted"),
        max_chars=100,
        placeholder=words.WANTED_HINT,
        autocomplete="off",
    )
    text = st.text_area(
        words.WHY,
        key=meeting_store.fresh("dispute_text"),
        max_chars=TEXT_LIMIT,
        placeholder=words.WHY_HINT,
    )
    return wanted or "", text or ""


def _form(unit: str, offered: dict, results: pd.DataFrame, before: pd.DataFrame) -> None:
    chosen = st.selectbox(
        words.FIGURE,
        list(offered),
        index=None,
        format_func=offered.__getitem__,
        placeholder=words.CHOOSE,
        key=meeting_store.fresh("dispute_figure"),
    )
    if chosen is None:
        return
    wanted, text = _wanted_and_why()
    file = st.file_uploader(
        words.EVIDENCE, key=meeting_store.fresh("dispute_file"), max_upload_size=FILE_MB
    )
    who = desk_parts.who("dispute_who")
    if not st.button(words.DISPUTE_BUTTON, key="dispute_send", type="primary"):
        return
    keyed = pd.Series({"unit": unit, **dict(zip(view.KEY[1:], chosen, strict=True))})
    if missing := _missing(keyed, wanted, text, before):
        desk_parts.note(words.DISPUTE, missing, tone="bad")
        return
    hand_in(
        "disputes",
        (file_name(file.name), file.getvalue()) if file else None,
        who,
        words.DISPUTED,
        **keyed.to_dict(),
        was=view.figure_now(results, keyed),
        wanted=wanted.strip(),
        text=text.strip(),
    )


def _missing(keyed: pd.Series, wanted: str, text: str, before: pd.DataFrame) -> list[str]:
    """What a dispute lacks; of one figure only one at a time is open."""
    same = before[view.is_open(before)][list(keyed.index)]
    told = bool((same == keyed.tolist()).all(axis=1).any())
    checks = (
        (not wanted.strip(), words.WANTED_MISSING),
        (not text.strip(), words.WHY_MISSING),
        (told, words.ALREADY),
    )
    return [sentence for is_wrong, sentence in checks if is_wrong]
