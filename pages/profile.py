"""Hồ sơ đơn vị: one unit, everything that is known of it, each figure with its source."""

import streamlit as st

from dashboard.desks import correction_desk
from dashboard.ui import (
    cards,
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
from dashboard.wording import profile_words as words

chosen, tables = choices.current(), stored.tables()
standing, names = stored.standing(chosen.year), kept(view.names)(tables)
unit = unit_choice(names, label=words.CHOOSE_LABEL, hint=words.CHOOSE_HINT)
year = view.year_shown(standing.members, unit, chosen.year)
if not names:
    page_parts.nothing(words.NO_UNITS)
if unit is None:
    page_parts.answer(words.CHOOSE)
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
    page_parts.sentences(shown.notices)
    unit_family.family(kept(view.kin)(tables, unit), key="profile_kin")
    page_parts.tiles(shown.tiles)
    unit_page.page(standing, unit)
    page_parts.sentences(meeting_store.said_of(unit))
    cards.unit_cards(shown.cards, meeting_store.beside(standing), key="profile_flags")
    left, right = st.columns(2, gap="medium")
    with left:
        unit_page.over_years(shown.scores, key="profile_scores")
    with right:
        plots.show(shown.groups, key="profile_groups")
    if shown.survey:
        page_parts.heading(words.HEADINGS["survey"])
        left, right = st.columns(2, gap="medium")
        with left:
            unit_page.over_years(shown.survey, key="profile_survey")
        with right:
            unit_page.survey(shown.surveys)
    correction_desk.criteria(standing, unit)
    unit_page.lists(standing, unit)
    page_parts.method(words.METHOD_TEXT, words.METHOD, "su-viec")
