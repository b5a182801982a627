"""Reports brought to the desk: files, pasted text, what was left on the desk."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from dashboard.desks import (
    report_files,
    report_tables,
)
from dashboard.desks.report_files import Report
from dashboard.plan import Plan
from dashboard.ui import desk_parts, drafts, page_parts
from dashboard.views import reports_accepted as acceptance
from dashboard.views import reports_words as words
from dashboard.views.intake import file_name

STYLE = (Path(__file__).parent / "reports.css").read_text(encoding="utf-8")
LIMIT_MB, PASTE_LIMIT = 25, 600_000
PASTE_FORM, PASTE_FIELDS = "report_paste_form", ("report_paste_name", "report_paste_text")
PASTED, BROUGHT, HELD = "_report_pasted", "_reports_brought", "_reports_held"
UPLOADER = "reports"


def brought(plan: Plan) -> list[Report]:
    """The reports that were brought, each read once; those that cannot be read are told."""
    st.html(f"<style>{STYLE}</style>")
    desk_parts.uploader_words(words.UPLOAD_WORDS.format(size=LIMIT_MB))
    if UPLOADER not in st.session_state:
        _come_back()
    files = st.file_uploader(
        words.UPLOAD, accept_multiple_files=True, max_upload_size=LIMIT_MB, key=UPLOADER
    )
    st.session_state[BROUGHT] = given = [
        (file_name(one.name), one.getvalue()) for one in files or []
    ]
    reports, refused = report_files.reports([*given, *_held(), *_pasted()], plan)
    if refused:
        desk_parts.note(words.UNREADABLE.format(files=f"{len(refused)} tệp"), refused, tone="bad")
    return reports


def _come_back() -> None:
    """The page is opened anew: the uploader has forgotten its files, the desk has not."""
    st.session_state[HELD] = [*st.session_state.get(HELD, []), *st.session_state.pop(BROUGHT, [])]
    report_tables.lay_out_anew()


def _held() -> list[tuple[str, bytes]]:
    """The files brought before the page was left, until they are stored or put away."""
    held = st.session_state[HELD]
    if held:
        with st.container(horizontal=True, vertical_alignment="center"):
            page_parts.small(
                words.HELD.format(files=", ".join(dict.fromkeys(name for name, _ in held)))
            )
            if st.button(words.HELD_DROP, key="report_held_drop"):
                st.session_state[HELD] = []
                st.rerun()
    return held


def _pasted() -> list[tuple[str, bytes]]:
    """The text that was pasted and sent, as a file of its own; its draft stays until the report is stored."""
    fields = {name: name for name in PASTE_FIELDS}
    unsent = "report_paste_text" not in st.session_state and bool(drafts.draft(PASTE_FORM))
    with (
        st.expander(words.PASTE, key="report_paste", expanded=unsent),
        drafts.form(PASTE_FORM, fields),
    ):
        name = st.text_input(
            words.PASTE_NAME,
            key="report_paste_name",
            placeholder=words.PASTE_NAME_HINT,
            autocomplete="off",
        )
        text = st.text_area(
            words.PASTE_TEXT,
            key="report_paste_text",
            placeholder=words.PASTE_HINT,
            max_chars=PASTE_LIMIT,
            height=200,
        )
        sent = st.form_submit_button(words.PASTE_GO)
    if sent:
        st.session_state[PASTED] = (
            [(acceptance.pasted_name(name or ""), (text or "").encode())]
            if (text or "").strip()
            else []
        )
    return st.session_state.get(PASTED, [])
