"""Hồ sơ đơn vị: one unit, everything that is known of it, each figure with its source."""

import streamlit as st

from dashboard.desks import correction_desk
from dashboard.ui import (
    area_table,
    choices,
    meeting_store,
    page_parts,
    plots,
    stored,
    unit_family,
    unit_page,
)
from dashboard.ui.memo import kept
from dashboard.ui.shown_tables import show_table
from dashboard.ui.unit_choice import unit_choice
from dashboard.views import profile as view
from dashboard.views import unit_map, unit_tiles
from dashboard.wording import profile_words as words

chosen, tables = choices.current(), stored.tables()
standing, names = stored.standing(chosen.year), kept(view.names)(tables)
unit = unit_choice(names, label=words.CHOOSE_LABEL, hint=words.CHOOSE_HINT)
year = view.year_shown(standing.members, unit, chosen.year)
if not names:
    page_parts.nothing(words.NO_UNITS)
if unit is None:
    page_parts.answer(words.CHOOSE)
    if unit_tiles.any_tiles(standing, chosen):
        every = kept(unit_map.entry)(standing, tables, chosen)
        plots.show(every.without_table(), key="profile_map", on_click=choices.open_unit)
    page_parts.small(words.CHOOSE_MORE)
    units = kept(view.units)(standing, chosen)
    show_table(units, key="profile_units", on_click=choices.open_unit)
elif year is None:
    page_parts.answer(view.never_assessed(standing.plan, tables["units"], unit))
    unit_family.family(kept(view.kin)(tables, unit), key="profile_kin")
else:
    standing, tables = unit_page.opened_at(year, chosen.year)
    shown = kept(view.profile)(standing, tables, unit, chosen.year, chosen.todays_boundaries)
    page_parts.answer(shown.answer)
    page_parts.sentences([shown.head, *shown.notices, *meeting_store.said_of(unit)])
    unit_family.family(kept(view.kin)(tables, unit), key="profile_kin")
    area_table.area_table(shown.area, shown.area_title, key="profile_area")
    unit_page.page(standing, unit)
    left, right = st.columns(2, gap="medium")
    with left:
        unit_page.over_years(shown.scores, key="profile_scores")
    with right:
        if shown.survey:
            unit_page.over_years(shown.survey, key="profile_survey")
    if shown.like:
        page_parts.heading(shown.like.title)
        show_table(shown.like, key="profile_like", on_click=choices.open_unit)
    unit_page.folded(standing, unit, shown, correction_desk.criteria)
    page_parts.method(words.METHOD_TEXT, words.METHOD, "su-viec")
