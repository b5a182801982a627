"""Nhật ký: who did what, when, from where; found by deed, person and days, taken away as a file, never changed."""

import streamlit as st

from dashboard.ui import desk_parts, page_parts, stored
from dashboard.ui.shown_tables import show_table
from dashboard.views import journal as view
from dashboard.views import journal_words as words

desk_parts.prepare()
rows = view.listed(stored.store().journal())
page_parts.answer(view.answer(rows))
page_parts.small(words.SAID)
deeds, people = view.deeds(rows), view.people(rows)
with st.container(horizontal=True, gap="small", key="journal_choices"):
    action = deeds[st.selectbox(words.ACTION, list(deeds), key="nhat_ky_viec")]
    who = people[st.selectbox(words.WHO, list(people), key="nhat_ky_ai")]
    first, last = (
        desk_parts.day(words.FROM, "nhat_ky_tu"),
        desk_parts.day(words.UNTIL, "nhat_ky_den"),
    )
found = view.chosen(rows, action, who, first, last)
if len(found):
    show_table(view.table(found), key="journal", height=560)
else:
    page_parts.small(words.NONE_FOUND)
