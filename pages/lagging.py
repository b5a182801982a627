"""Đơn vị chậm: one row a unit, gravest first; what units say of themselves stands apart."""

from functools import partial

import streamlit as st

from dashboard.ui import (
    behind_list,
    cards,
    choices,
    filters,
    page_parts,
    plots,
    stored,
)
from dashboard.ui.memo import kept
from dashboard.ui.shown_tables import folded_table
from dashboard.views import lagging as view
from dashboard.views import lagging_words as words

chosen, tables = choices.current(), stored.tables()
standing = stored.standing(chosen.year)
lagging = kept(view.lagging)(standing, chosen)
if lagging.nobody:
    page_parts.nothing(lagging.nobody)
page_parts.answer(lagging.answer)
page_parts.small(lagging.notice)
if lagging.flags:
    listed = st.container(key="lagging_list")
    level, rule, indicator = filters.row(
        {"muc": (words.LEVEL, lagging.levels), "quy_tac": (words.RULE, lagging.rules)}
        | {"chi_tieu": (words.INDICATOR, lagging.indicators)},
        key="lagging_filters",
    )
    behind = behind_list.behind(standing, tables, chosen, level, rule, indicator)
    rows = behind.rows
    with listed:
        page_parts.small(words.FILTERED if rows and (rule or indicator) else "")
        behind_list.behind_list(behind, key="lagging_rows")
    sure = words.METHOD_LINE if rows and rows[0].level == "named" else ""
    page_parts.more(words.HOW_SURE, sure)
    title = words.COPIED_TITLE.format(movement=standing.plan.short_name, year=chosen.year)
    copied = partial(behind_list.cards, standing, tables, chosen, level, rule, indicator)
    cards.copy_list(copied, title, sure, key="lagging_copy")
    folded_table(lagging.flags, key="lagging_table")
    levels = partial(kept(view.levels), standing, chosen, level, rule, indicator)
    if levels():
        plots.show_folded(
            levels, key="lagging_levels", label=words.LEVELS_FOLD, on_click=choices.open_unit
        )
page_parts.method(words.METHOD_TEXT, words.METHOD, "neu-ten")
page_parts.heading(words.OWN_WORDS)
page_parts.small(words.OWN_WORDS_NOTE)
if own_words := kept(view.own_words)(standing, tables, chosen):
    plots.show(own_words, key="lagging_own_words")
page_parts.small("" if own_words else words.OWN_WORDS_NONE.format(year=chosen.year))
