"""Đơn vị: the list of units; found, rename, end, merge, split them with date and document, the effect shown before it is stored."""

import streamlit as st

from dashboard.desks import units_desk, units_file_desk
from dashboard.ui import choices, desk_parts, page_parts, stored
from dashboard.ui.memo import kept
from dashboard.ui.shown_tables import show_table
from dashboard.views import units as view
from dashboard.views import units_words as words

chosen, plan = choices.current(), stored.plan()
desk_parts.prepare()
desk_parts.told_before()
units = kept(view.units)(plan, stored.tables(), chosen)
page_parts.answer(units.answer)
known, changing, file, back = st.tabs(words.TABS, key="units_tabs", on_change="rerun")
with known:
    if known.open:
        page_parts.small(units.note)
        show_table(units.listed, key="units_list", height=520, on_click=choices.open_unit)
with changing:
    if changing.open:
        units_desk.by_form(plan, chosen.year)
with file:
    if file.open:
        units_file_desk.by_file(plan)
with back:
    if back.open:
        units_desk.take_back()
