"""Fair naming on screen: tell the unit, take its reply, publish for a meeting; each step kept with its day and who took it."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboard.access.edition import in_words
from dashboard.assessment.standing import Standing
from dashboard.desks import naming_batch, reply_desk
from dashboard.meeting import step_words
from dashboard.plan import clock
from dashboard.ui import choices, desk_parts, drafts, meeting_store, page_parts, stored
from dashboard.ui.shown_tables import show_table
from dashboard.views import meeting as view
from dashboard.wording import meeting_words as words
from dashboard.wording import screen_words as frame_words
from dashboard.writing import formats
from dashboard.writing.columns import Column
from dashboard.writing.nouns import worded
from dashboard.writing.table_model import Table
from data_access.intake.cell_dates import parse_day

NAMED = {
    "name": Column("Đơn vị"),
    "naming": Column("Nêu tên", width="medium"),
    "rule": Column("Quy tắc", width="medium"),
    "said": Column("Lý do", width="large"),
    "reply": Column("Giải trình", width="medium"),
    "meeting": "Kỳ họp công bố",
    "block": "Khối, cụm",
}
WIDTH = 520


def naming(standing: Standing, stated: pd.DataFrame) -> None:
    """The named flags with their state, a form for the next step, and what units said. In: the figures that units are named from (`stored.for_naming`)."""
    page_parts.small(words.NAMING_SAID.format(days=standing.plan.reply_days))
    page_parts.small(_figures(standing))
    source = frame_words.source(standing.as_of)
    if stated.empty:
        page_parts.small(words.NO_NAMED.format(year=standing.year))
    else:
        show_table(
            Table(
                words.FLAG,
                worded(NAMED),
                view.named_rows(standing, stated, meeting_store.beside(standing)),
                source,
                opens="unit",
            ).without_empty_columns(),
            key="hop_named",
            on_click=choices.open_unit,
        )
        naming_batch.batch(standing, stated)
        _step_form(standing, stated)
    reply_desk.replies(standing)


def _figures(standing: Standing) -> str:
    """Which figures the sentences are of."""
    if standing.edition is None:
        return words.NAMING_LIVE
    return words.NAMING_OF.format(edition=in_words(stored.edition_numbered(standing.edition)))


def _step_form(standing: Standing, stated: pd.DataFrame) -> None:
    labels = view.flag_labels(standing, stated)
    page_parts.heading(step_words.ONE_TITLE)
    with drafts.form("naming_form", {"meeting": "naming_meeting"}):
        label = st.selectbox(
            words.FLAG, list(labels), key="naming_flag", filter_mode="contains", width=WIDTH
        )
        with st.container(horizontal=True, gap="small"):
            step = st.selectbox(
                words.STEP,
                list(words.STEPS),
                format_func=words.STEPS.__getitem__,
                key="naming_step",
                filter_mode=None,
            )
            on = st.text_input(
                words.STEP_DAY,
                formats.date(clock.today()),
                key="naming_on",
                max_chars=20,
                autocomplete="off",
            )
            meeting = st.text_input(
                words.MEETING,
                key="naming_meeting",
                max_chars=desk_parts.REASON_LIMIT,
                placeholder="Ví dụ: Họp tổng kết",
                autocomplete="off",
            ).strip()
        who = desk_parts.who()
        pressed = st.form_submit_button(words.STEP_BUTTON, key="naming_save")
    if pressed:
        _step(standing, stated.iloc[list(labels).index(label)], step, on, meeting, who)


def _step(standing: Standing, flag: pd.Series, step: str, on: str, meeting: str, who: str) -> None:
    day = parse_day(on).date
    early = view.not_now(flag, step)
    mistakes = [
        *([] if day else [words.DAY_WRONG.format(text=on)]),
        *([] if who else [words.WHO_MISSING]),
        *([words.NOT_NOW.format(why=early)] if early else []),
        *([words.MEETING_MISSING] if step == "published" and not meeting else []),
    ]
    if mistakes:
        return desk_parts.note("Chưa ghi:", mistakes, tone="bad")
    with desk_parts.refusals():
        meeting_store.take_step([flag.to_dict()], step, day, meeting, who)
        drafts.forget("naming_form")
        desk_parts.told(
            words.STEPPED.format(
                step=words.STEPS[step].lower(),
                unit=standing.table.set_index("unit").at[flag["unit"], "name"],
            )
        )
        st.rerun()
    return None
