"""Điển hình: what leading units did, so that it can be spread; awards by form and year."""

import streamlit as st

from dashboard.ui import cards, choices, page_parts, plots, stored
from dashboard.ui.memo import kept
from dashboard.ui.shown_tables import folded_table
from dashboard.views import examples as view
from dashboard.wording import example_words as words

chosen = choices.current()
standing = stored.standing(chosen.year)
shown = kept(view.examples)(standing, stored.tables(), chosen)
if shown.nothing:
    page_parts.nothing(shown.answer)
page_parts.answer(shown.answer)
page_parts.heading(words.LEADERS)
page_parts.small(shown.leaders_note)
if len(shown.leaders):
    cards.example_cards(shown.leaders, standing.year, key="examples_leaders")
if shown.every:
    folded_table(shown.every, key="examples_table", label=words.ALL_FOLD)
page_parts.heading(words.AWARDS)
if shown.awards:
    columns = st.columns(2, gap="medium")
    for column, whom, picture in zip(columns, words.WHOM, shown.pictures, strict=True):
        with column:
            plots.show(picture, key=f"awards_{whom}")
    folded_table(shown.awards, key="awards_table")
    page_parts.small(words.AWARDS_NOTE)
else:
    page_parts.small(words.NO_AWARDS)
