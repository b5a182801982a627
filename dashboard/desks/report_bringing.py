"""Reports brought to the desk: files and pasted text, and what lies there from before."""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.desks import held_reports, queue_desk, report_files, report_tables
from dashboard.desks.report_files import Report
from dashboard.plan import Plan
from dashboard.ui import desk_parts, drafts, page_parts
from dashboard.views import reports_accepted as acceptance
from dashboard.views import reports_words as words
from dashboard.views.intake import file_name

STYLE = (Path(__file__).parent / "reports.css").read_text(encoding="utf-8")
LIMIT_MB, PASTE_LIMIT = 25, 600_000
PASTE_FORM = "report_paste_form"
PASTE_NAME, PASTE_TEXT = "report_paste_name", "report_paste_text"
TIMES, UNTAKEN = "_reports_brought", "_reports_untaken"
UPLOADER = "reports"


def brought(plan: Plan, above: DeltaGenerator) -> list[Report]:
    """The reports on the desk, each read once; those that cannot be read or held are told at the place `above`, which is in sight, until the next are brought."""
    st.html(f"<style>{STYLE}</style>")
    desk_parts.uploader_words(words.UPLOAD_WORDS.format(size=LIMIT_MB))
    _uploaded()
    reports, refused = report_files.reports(held_reports.held(), plan)
    _on_the_desk(reports)
    _pasted()
    held_reports.put_down(list(refused))
    untaken = [*st.session_state.get(UNTAKEN, []), *refused.values()]
    st.session_state[UNTAKEN] = untaken
    if untaken:
        with above:
            desk_parts.note(
                words.UNREADABLE.format(files=f"{len(untaken)} tệp"), untaken, tone="bad"
            )
    return reports


def _uploaded() -> None:
    """Files that were chosen go to the desk, and the field is empty again."""
    times = st.session_state.setdefault(TIMES, 0)
    key = f"{UPLOADER}_{times}"
    if key not in st.session_state:  # the page is opened anew
        report_tables.lay_out_anew()
    files = st.file_uploader(
        words.UPLOAD, accept_multiple_files=True, max_upload_size=LIMIT_MB, key=key
    )
    if files:
        _take([(file_name(one.name), one.getvalue()) for one in files])
        st.session_state[TIMES] = times + 1
        st.rerun()


def _take(files: list[held_reports.File]) -> None:
    without_room = held_reports.hold(files)
    st.session_state[UNTAKEN] = [
        words.NO_ROOM.format(name=name, size=held_reports.MOST_MB) for name in without_room
    ]
    queue_desk.come_to_new()


def _on_the_desk(reports: list[Report]) -> None:
    """What is kept until it is stored, and the press that takes it all away."""
    if not reports:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        page_parts.small(words.ON_DESK.format(reports=len(reports)))
        st.button(
            words.CLEAR_DESK,
            key="report_held_drop",
            on_click=held_reports.put_down,
            args=([one.sha256 for one in reports],),
        )


def _pasted() -> None:
    """Text that is pasted and sent goes to the desk as a file of its own; until then it is a draft."""
    fields = {name: name for name in (PASTE_NAME, PASTE_TEXT)}
    unsent = PASTE_TEXT not in st.session_state and bool(drafts.draft(PASTE_FORM))
    with (
        st.expander(words.PASTE, key="report_paste", expanded=unsent),
        drafts.form(PASTE_FORM, fields),
    ):
        st.text_input(
            words.PASTE_NAME,
            key=PASTE_NAME,
            placeholder=words.PASTE_NAME_HINT,
            autocomplete="off",
        )
        st.text_area(
            words.PASTE_TEXT,
            key=PASTE_TEXT,
            placeholder=words.PASTE_HINT,
            max_chars=PASTE_LIMIT,
            height=200,
        )
        st.form_submit_button(words.PASTE_GO, on_click=_take_pasted)


def _take_pasted() -> None:
    name, text = (st.session_state[one] or "" for one in (PASTE_NAME, PASTE_TEXT))
    if text.strip():
        _take([(acceptance.pasted_name(name), text.encode())])
        drafts.forget(PASTE_FORM)
        st.session_state.update({PASTE_NAME: "", PASTE_TEXT: ""})
