"""Theo dõi nộp báo cáo: who has filed what, on time or late, by block; the letters and the forms that go out."""

import streamlit as st

from dashboard.desks import exchange_desk, filing_desk, sent_desk, unit_forms_desk
from dashboard.ui import choices, desk_parts, page_parts, plots, stored
from dashboard.ui.memo import kept
from dashboard.ui.shown_tables import show_table
from dashboard.views import filings as view
from dashboard.wording import filing_words as words

WIDTH, TALL, MANY = 480, 600, 8  # px of a choice, px of a long table, rows from which it is long

chosen = choices.current()
standing = stored.standing(chosen.year)
plan, deadlines = standing.plan, view.deadlines(standing.plan)
desk_parts.prepare()
desk_parts.told_before()
if standing.members.empty:
    page_parts.nothing(words.NO_UNITS)
head, is_waiting = st.container(), sent_desk.something_waits()
if is_waiting:  # before everything else: a unit sees that its file waits
    sent_desk.queue()
if deadlines:
    label = st.selectbox(
        words.REPORT,
        list(deadlines),
        index=view.first_shown(plan, chosen.year),
        key=f"bao_cao_{chosen.year}",
        filter_mode=None,
        width=WIDTH,
    )
    deadline = deadlines[label]
    shown = kept(view.filings)(standing, stored.tables(), chosen, deadline)
    with head:
        page_parts.answer(shown.answer)
        page_parts.small(shown.missing)
    page_parts.small(shown.notice)
    if shown.picture:
        filing_desk.letter_desk(
            standing, shown.board, shown.deadline, illustrative=stored.is_illustrative()
        )
        plots.show(shown.picture, key="filings_blocks")
        state = st.selectbox(
            words.STATE, list(shown.states), key="tinh_trang", filter_mode=None, width=WIDTH
        )
        units = view.units(shown, standing, shown.states[state])
        height = TALL if len(units.frame) > MANY else "auto"
        show_table(units, key="filings_table", height=height, on_click=choices.open_unit)
    page_parts.small(kept(view.not_due)(standing, chosen, deadline))
else:
    with head:
        page_parts.answer(words.NO_DEADLINES)
if not is_waiting:
    sent_desk.queue()
exchange_desk.of_one(plan)
assessed = chosen.of(standing.members[standing.members["assessed"]])
unit_forms_desk.form_desk(plan, assessed, stored.table("unit_years"), year=chosen.year)
page_parts.method(words.BASIS, words.METHOD)
