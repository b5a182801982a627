"""The files of a meeting: chosen figures, buttons that make each file when it is asked for, the office's own Word template, what the pack holds."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import streamlit as st

from dashboard.assessment.standing import Standing
from dashboard.desks import template_desk
from dashboard.exports import pack_files, packing
from dashboard.exports.media_types import EXCEL, PDF, POWERPOINT, WORD, ZIP
from dashboard.exports.report.order import outline, seal_line
from dashboard.exports.report.pack import Pack, SealMark
from dashboard.meeting import meeting_steps
from dashboard.plan import clock
from dashboard.ui import desk_parts, meeting_papers, meeting_store, page_parts, stored
from dashboard.ui.shown_tables import show_table
from dashboard.views import meeting as view
from dashboard.wording import meeting_words as words
from dashboard.writing import formats
from dashboard.writing.columns import Column
from dashboard.writing.table_model import Table

KINDS = {"docx": WORD, "pdf": PDF, "pptx": POWERPOINT, "xlsx": EXCEL, "zip": ZIP}
WIDTH = 520  # px


def files(standing: Standing, milestone: str, own: pd.DataFrame) -> None:
    """Word, PDF, slides, workbook and all in one zip; nothing is made before it is asked for. In: the live standing of the milestone's year, the milestone's seals."""
    number = _whose_figures(milestone, view.seal_labels(own))
    if not number and not standing.table["assessed"].any():
        return page_parts.small(words.NOBODY.format(year=standing.year))
    until = _until(own, number) if number else None
    mark = packing.mark_of(stored.edition_numbered(number)) if number else SealMark("")
    annexes = st.selectbox(
        words.ANNEXES,
        words.ANNEX_CHOICES,
        key=f"hop_phu_luc_{milestone}",
        filter_mode=None,
        width=320,
    )
    is_short = annexes == words.ANNEX_CHOICES[1]
    inner = st.checkbox(words.INNER_COPY, key=f"hop_noi_bo_{milestone}", help=words.INNER_HELP)
    if number:
        page_parts.small(meeting_steps.sealed_said(meeting_papers.sealed_readiness(own, number)))
    page_parts.small(words.PACK_SAID if number else f"{words.LIVE_WARNING} {words.PACK_SAID}")
    with st.container(horizontal=True, gap="small", key="meeting_files"):
        for ending, label in words.FILES.items():
            meeting = standing.plan.milestone(milestone).label
            name = pack_files.file_name(standing.year, mark.fingerprint, ending, meeting)
            _button(ending, label, name, number, milestone, until, inner, is_short)
    as_of = stored.edition_numbered(number).as_of if number else standing.as_of
    page_parts.small(f"{seal_line(mark, as_of)} {words.INNER if inner else ''}".strip())
    template_desk.template()
    fold = st.expander(words.OUTLINE, key="hop_outline_fold", type="compact", on_change="rerun")
    if fold.open:
        with fold:
            _outline(meeting_papers.pack(number, milestone, until, inner))
    return None


def _whose_figures(milestone: str, labels: dict[str, int]) -> int:
    """The number of the seal that is chosen, 0 for the figures of today."""
    label = st.selectbox(
        words.FIGURES,
        list(labels),
        key=f"hop_so_lieu_{milestone}",
        filter_mode=None,
        width=WIDTH,
    )
    return labels[label]


def _outline(pack: Pack) -> None:
    """What the papers of the meeting hold, part by part."""
    part, content = words.OUTLINE_COLUMNS
    columns = {"part": Column(part, width=120), "content": Column(content, width="large")}
    table = Table(words.OUTLINE, columns, outline(pack))
    show_table(table, key="hop_outline", downloads=False)


def _until(own: pd.DataFrame, number: int) -> dt.date | None:
    """The day up to whose end what people entered is taken into the pack of a seal; None without one: up to now."""
    sealed, today = (
        meeting_store.seal_row(own, number).at.astimezone(clock.ZONE).date(),
        clock.today(),
    )
    day = st.date_input(
        words.UNTIL,
        value=None,
        min_value=sealed,
        max_value=max(sealed, today),
        format="DD/MM/YYYY",
        key=f"hop_den_ngay_{number}",
        help=words.UNTIL_HELP,
        width=320,
    )
    if day:
        page_parts.small(words.UNTIL_SAID.format(day=formats.date(day)))
    return day


def _button(
    ending: str,
    label: str,
    name: str,
    number: int,
    milestone: str,
    until: dt.date | None,
    inner: bool,
    is_short: bool,
) -> None:
    st.download_button(
        label,
        desk_parts.printed(
            name,
            lambda: pack_files.file_of(
                meeting_papers.pack(number, milestone, until, inner),
                ending,
                meeting_store.template_content(),
                is_short=is_short,
            ),
        ),
        words.INNER_NAME.format(name=name) if inner else name,
        KINDS[ending.rsplit(".", 1)[1]],
        key=f"hop_{ending}",
        on_click="ignore",
        type="primary" if ending == pack_files.WHOLE else "secondary",
    )
