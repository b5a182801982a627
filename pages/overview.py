"""Tổng quan: where the province stands, which way it goes, what to talk about."""

from functools import partial

import streamlit as st

from dashboard.ui import choices, first_guide, list_columns, page_parts, plots, stored
from dashboard.ui.memo import kept
from dashboard.views import overview as view
from dashboard.views import unit_map
from dashboard.wording import screen_words as words

chosen = choices.current()
standing = stored.standing(chosen.year)
if nobody := kept(view.nobody)(standing, chosen):
    first_guide.guide("overview")
    page_parts.nothing(nobody)
shown = kept(view.overview)(standing, chosen)
whole = f"{shown.whole} {shown.changed}"
page_parts.answer(shown.answer, explained=True, whole=(words.WHOLE, whole))
picture, talk = st.columns([3, 2], gap="medium")
with picture:
    if shown.reach:
        plots.show(shown.reach, key="overview_reach")
    if not shown.status:
        plots.show(shown.trend, key="overview_trend")
with talk:
    page_parts.heading(words.TALK)
    list_columns.points(shown.points, key="overview_points", empty=words.NO_POINTS)
    st.page_link("../pages/lagging.py", label=words.ALL_FLAGS)
if shown.status:
    left, right = st.columns(2, gap="medium")
    with left:
        plots.show(shown.status, key="overview_status", on_click=choices.open_block)
    with right:
        plots.show(shown.trend, key="overview_trend")
page_parts.tiles(shown.tiles)
page_parts.small(shown.flags)
if shown.has_map:
    units = partial(kept(unit_map.entry), standing, stored.tables(), chosen)
    plots.show_folded(units, key="overview_map", label=words.MAP_FOLD, on_click=choices.open_unit)
page_parts.heading(words.CHANGES.format(year=chosen.year - 1))
crossed = shown.crossed
page_parts.small(crossed.sentence)
if crossed.compared:
    reached, below = st.columns(2, gap="medium")
    with reached:
        list_columns.unit_list(
            crossed.reached, key="overview_reached", title=words.REACHED, empty=words.NO_REACHED
        )
    with below:
        list_columns.unit_list(
            crossed.below, key="overview_below", title=words.BELOW, empty=words.NO_BELOW
        )
page_parts.method(words.ONE_YEAR_IS_CHANCE, words.METHOD, "vi-sao")
