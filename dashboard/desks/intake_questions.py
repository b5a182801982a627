"""What checked files say, shown before anything is stored: the grid of figures, what the sheets say of themselves, the questions to answer with yes."""

from __future__ import annotations

import html
from collections.abc import Sequence

import streamlit as st

from dashboard.plan import Plan
from dashboard.ui import desk_parts, page_parts, stored
from dashboard.ui.shown_tables import show_table
from dashboard.views import intake_reading as view
from dashboard.views import intake_reading_words as words
from dashboard.writing.columns import Column
from dashboard.writing.nouns import worded
from dashboard.writing.table_model import Table
from data_access.loading import Loaded

ANSWERED = "_intake_answered"
SHOWN_FILES = 12
GRID = {
    "unit": Column("Đơn vị", width="medium"),
    "criterion": Column("Tiêu chí", width="medium"),
    "year": "Năm",
    "stage": "Giai đoạn",
    "value": "Giá trị",
    "out_of": Column("Tổng số", "count"),
    "scale": Column("Theo kế hoạch", width="medium"),
    "mark": "Mặc định",
    "place": "Vị trí",
    "file": "Tệp",
}


def confirmed(names: dict[str, str]) -> frozenset[tuple[str, str]]:
    """(file's name, code) of the questions answered with yes. `names`: id of an uploaded file → its name."""
    answered = st.session_state.get(ANSWERED, set())
    return frozenset((names[one], code) for one, code in answered if one in names)


def ask(checked: Sequence[Loaded], ids: dict[str, str]) -> None:
    """The open questions, each with a button that says yes. `ids`: a file's name → id of the upload."""
    asked = view.open_questions(checked)
    if not asked:
        return
    page_parts.heading(words.QUESTIONS)
    for number, (file, code, sentence) in enumerate(asked):
        desk_parts.note(sentence)
        if st.button(words.YES, key=f"intake_yes_{number}"):
            st.session_state.setdefault(ANSWERED, set()).add((ids[file], code))
            st.rerun()


def show(checked: Sequence[Loaded], plan: Plan) -> None:
    """The figures of all files, and file by file what its sheets say of themselves."""
    names = stored.table("units").set_index("unit")["name"].to_dict()
    figures = view.grid(checked, plan, names)
    told = [(one.name, view.lines(one, names)) for one in checked]
    told = [(name, lines) for name, lines in told if lines]
    if not told:
        return
    page_parts.heading(words.TITLE)
    page_parts.small(words.ABOUT)
    for name, lines in told[:SHOWN_FILES]:
        items = "".join(f"<li>{html.escape(line)}</li>" for line in lines)
        st.html(f"<p><b>{html.escape(name)}</b></p><ul>{items}</ul>")
    if not figures.empty:
        show_table(Table(words.TITLE, worded(GRID), figures), key="intake_grid", height=360)
