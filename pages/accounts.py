"""Người dùng: who may come in and in which roles; adding, changing, shutting out. Until somebody has an account, what the first one means."""

import streamlit as st

from dashboard.desks import accounts_desk, handed_over, movement_desk
from dashboard.ui import desk_parts, page_parts, stored
from dashboard.ui.shown_tables import show_table
from dashboard.views import accounts as view
from dashboard.wording import account_words as words
from dashboard.wording import movement_words

desk_parts.prepare()
desk_parts.told_before()
known = stored.store().accounts()
if known.empty:
    page_parts.answer(view.answer(known))
    page_parts.small(words.ALONE)
    accounts_desk.add(known)
    movement_desk.movements(known)
    st.stop()
page_parts.answer(view.answer(known))
page_parts.small(words.SAID)
handed_over.handed_over()
tabs = [*words.TABS, movement_words.TAB]
listed, adding, changing, further = st.tabs(tabs, key="accounts_tabs", on_change="rerun")
with listed:
    if listed.open:
        table = view.table(known, accounts_desk.units())
        show_table(table, key="accounts", height="content")
with adding:
    if adding.open:
        accounts_desk.add(known)
with changing:
    if changing.open:
        accounts_desk.change(known)
with further:
    if further.open:
        movement_desk.movements(known)
