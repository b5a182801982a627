"""What a unit sends: its workbook or report, that nothing changed, a figure it disputes; and what became of each."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import streamlit as st

from dashboard.plan import Plan
from dashboard.ui import desk_parts, meeting_store, page_parts, sent_store, stored
from dashboard.ui.shown_tables import show_table
from dashboard.views import sent as view
from dashboard.views import sent_words as words
from dashboard.views.intake import file_name
from dashboard.wording.problem_sentences import named, problem_line
from dashboard.writing import formats
from dashboard.writing.columns import filled
from dashboard.writing.table_model import Table

REPORTS = {".docx", ".doc", ".pdf", ".odt", ".rtf", ".txt"}
FILE_MB, TEXT_LIMIT = 20, 2000


def send(plan: Plan, unit: str, year: int) -> None:
    """The unit's own file, checked at once; or the word that nothing changed; then everything that was sent."""
    page_parts.heading(words.SEND)
    page_parts.small(words.SEND_SAID)
    desk_parts.uploader_words(words.UPLOAD_WORDS)
    chosen = st.selectbox(
        words.YEAR, plan.years, index=plan.years.index(year), key="sent_year", filter_mode=None
    )
    file = st.file_uploader(
        words.UPLOAD, key=meeting_store.fresh("sent_file"), max_upload_size=FILE_MB
    )
    who = desk_parts.who("sent_who")
    if file is not None:
        _offer(plan, unit, chosen, (file_name(file.name), file.getvalue()), who)
    elif st.button(words.UNCHANGED.format(year=chosen), key="sent_unchanged"):
        _confirm(unit, chosen, who)
    _sent()


def _offer(plan: Plan, unit: str, year: int, file: tuple[str, bytes], who: str) -> None:
    """What the check found, and the button where it can be sent."""
    is_report = Path(file[0]).suffix.lower() in REPORTS
    if is_report:
        desk_parts.note(words.A_REPORT)
    elif not _is_readable(plan, file):
        return
    text = st.text_input(words.NOTE, key="sent_note", max_chars=TEXT_LIMIT, autocomplete="off")
    if not st.button(words.SEND_BUTTON, key="sent_send", type="primary"):
        return
    kind = "report" if is_report else "workbook"
    hand_in(
        "submissions",
        file,
        who,
        words.SENT.format(file=file[0]),
        unit=unit,
        year=year,
        kind=kind,
        text=text or None,
    )


def _is_readable(plan: Plan, file: tuple[str, bytes]) -> bool:
    """Whether the workbook can be sent: without an error, and with something of the unit in it."""
    reading = sent_store.checked(*file)
    problems = named(reading.problems, plan)
    wrong = problems[problems["severity"] == "error"]
    asked = problems[problems["severity"] == "question"]
    rows = sum(len(one) for one in reading.tables.values())
    if len(wrong):
        desk_parts.note(
            words.WITH_ERRORS, [problem_line(one) for one in wrong.itertuples()], tone="bad"
        )
        return False
    if len(asked):
        desk_parts.note(words.QUESTIONS, [problem_line(one) for one in asked.itertuples()])
    elif not rows:
        desk_parts.note(words.NO_ROWS, tone="bad")
        return False
    else:
        desk_parts.note(words.CHECKED.format(rows=formats.count(rows, "dòng")), tone="good")
    return True


def _confirm(unit: str, year: int, who: str) -> None:
    if not len(stored.part_now("results", unit=unit, year=year)):
        desk_parts.note(words.NO_FIGURES.format(year=year), tone="bad")
        return
    said = words.CONFIRMED.format(year=year)
    hand_in("submissions", None, who, said, unit=unit, year=year, kind="unchanged")


def hand_in(table: str, file: tuple[str, bytes] | None, who: str, said: str, **row: object) -> None:
    """Hand in what was typed, with its file, and begin afresh; without a name nothing is sent."""
    if not who:
        return desk_parts.note(words.NAME_MISSING, tone="bad")
    with desk_parts.refusals():
        sent_store.hand_in(table, file, who, **row)
        meeting_store.begin_afresh()
        desk_parts.told(said)
        st.rerun()
    return None


def _sent() -> None:
    rows = sent_store.submissions()
    if len(rows):
        shown = rows.assign(
            year=rows["year"].astype(str), at=rows["sent_at"], state=rows["state_words"]
        )
        columns = filled(shown, words.SENT_COLUMNS)
        show_table(Table(words.TABLE, columns, shown), key="sent_table", downloads=False)
        take_back(rows, "submission", "what")


def take_back(rows: pd.DataFrame, about: str, name: str) -> None:
    """What still waits can be taken back by who sent it."""
    still = rows[view.is_open(rows)]
    if still.empty:
        return
    labels = {
        int(one["id"]): f"{one['year']} · {one[name]} ({one['sent_at']})"
        for one in still.to_dict("records")
    }
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        number = st.selectbox(
            words.WITHDRAW,
            list(labels),
            format_func=labels.__getitem__,
            key=f"{about}_back",
            filter_mode=None,
        )
        pressed = st.button(words.WITHDRAW_BUTTON, key=f"{about}_back_press")
    if pressed:
        _withdraw(still[still["id"] == number].iloc[0], about)


def _withdraw(own: pd.Series, about: str) -> None:
    here = stored.person()
    typed = st.session_state.get("who") or st.session_state.get("sent_who") or ""
    who = here.name if here and here.account else typed
    if not who:
        return desk_parts.note(words.NAME_MISSING, tone="bad")
    of_unit = {about: int(own["id"]), "unit": own["unit"], "year": int(own["year"])}
    with desk_parts.refusals():
        sent_store.step(f"{about}_steps", who, **of_unit, state="withdrawn")
        desk_parts.told(words.WITHDRAWN)
        st.rerun()
    return None
