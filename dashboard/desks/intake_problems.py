"""What is wrong in checked files: a list for each, and the unit's own file to take away with the problems as notes in its cells."""

from __future__ import annotations

import html
from collections.abc import Sequence

import pandas as pd
import streamlit as st

from dashboard.exports import zips
from dashboard.exports.forms import annotated_words as words
from dashboard.exports.forms.annotated import annotated_or_listed, takes_notes
from dashboard.exports.media_types import EXCEL, ZIP
from dashboard.ui import page_parts
from dashboard.ui.shown_tables import offer_files
from dashboard.views import intake as view
from dashboard.wording import intake_words
from dashboard.writing.columns import Column
from dashboard.writing.formats import count
from dashboard.writing.table_model import Table
from data_access.loading import Given, Loaded

SHOWN_FILES = 12
PROBLEMS = {
    "file": "Tệp",
    "level": "Mức",
    "sheet": "Trang tính",
    "cell": "Ô",
    "what": Column("Vấn đề và cách sửa", width="large"),
}


def show(given: Sequence[Given], checked: Sequence[Loaded]) -> None:
    """The problems file by file, those with errors first and open; all of them as a table; all files with notes as one archive."""
    problems = view.problem_rows(checked)
    if problems.empty:
        return
    page_parts.heading("Vấn đề trong tệp")
    faulty = [
        (one, answer) for one, answer in zip(given, checked, strict=True) if len(answer.problems)
    ]
    faulty.sort(key=lambda pair: not pair[1].refused)
    for place, (one, answer) in enumerate(faulty[:SHOWN_FILES]):
        _file(one, answer, problems[problems["file"] == answer.name], place)
    if len(faulty) > SHOWN_FILES:
        page_parts.small(words.MORE_FILES.format(more=count(len(faulty) - SHOWN_FILES, "tệp")))
    if len(faulty) > 1:
        st.download_button(
            words.ALL,
            lambda: zips.zipped(
                (words.FILE.format(stem=_stem(one)), _noted(one, answer)) for one, answer in faulty
            ),
            words.ALL_FILE,
            ZIP,
            key="intake_noted_all",
            on_click="ignore",
        )
    offer_files(Table(intake_words.PROBLEMS_TITLE, PROBLEMS, problems), key="intake_problems")


def _file(one: Given, answer: Loaded, rows: pd.DataFrame, place: int) -> None:
    lines = "".join(f"<li>{html.escape(line)}</li>" for line in view.problem_lines(rows))
    opened = " open" if answer.refused else ""
    st.html(
        f"<details class='problems'{opened}><summary><b>{html.escape(answer.name)}</b>: {html.escape(view.problem_title(rows))}</summary><ul tabindex='0'>{lines}</ul></details>"
    )
    label = (
        words.DOWNLOAD if takes_notes(one.content, answer.problems) else words.DOWNLOAD_LIST
    ).format(file=one.name)
    st.download_button(
        page_parts.literal(label),
        lambda: _noted(one, answer),
        words.FILE.format(stem=_stem(one)),
        EXCEL,
        key=f"intake_noted_{place}",
        on_click="ignore",
        type="tertiary",
    )


def _noted(one: Given, answer: Loaded) -> bytes:
    return annotated_or_listed(one.name, one.content, answer.problems)


def _stem(one: Given) -> str:
    return one.name.rpartition(".")[0] or one.name
