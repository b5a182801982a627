"""Phần của đơn vị: what one unit sees of itself: published standing, notices to answer, its form, its figures in the store."""

import streamlit as st

from dashboard.desks import dispute_form, exchange_desk, own_desk, sending_desk, unit_forms_desk
from dashboard.ui import cards, choices, desk_parts, meeting_store, page_parts, stored, unit_page
from dashboard.ui.memo import kept
from dashboard.views import own as view
from dashboard.views import own_words as words

chosen, unit, units = choices.current(), stored.person().unit, stored.table_now("units")
desk_parts.prepare()
desk_parts.told_before()
if unit not in set(units["unit"]):
    page_parts.answer(words.NO_UNIT)
    st.stop()
standing = stored.standing(chosen.year)
name = units.set_index("unit").at[unit, "name"]
published = chosen.year in stored.sight().years and bool(standing.table["assessed"].any())
if published:
    own = kept(view.own)(standing, unit)
    page_parts.answer(own.answer)
    page_parts.tiles(own.tiles)
    cards.unit_cards(own.cards, meeting_store.beside(standing), key="own_flags")
else:
    page_parts.answer(words.NOT_PUBLISHED.format(unit=name))
    page_parts.small(words.NEXT)
own_desk.notices(stored.plan(), unit, chosen.year)
if published:
    unit_page.criteria(standing, unit)
    unit_page.lists(standing, unit)
with st.container(key=own_desk.TODAY):
    sending_desk.send(stored.plan(), unit, chosen.year)
    dispute_form.dispute(stored.plan(), unit)
    unit_forms_desk.form_desk(
        stored.plan(),
        stored.members_now(),
        stored.table_now("unit_years"),
        year=chosen.year,
        own=True,
    )
    exchange_desk.history(stored.plan(), unit)
    own_desk.kept(stored.plan(), unit)
