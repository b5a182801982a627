"""Phần của đơn vị: what one unit sees of itself: published standing, notices to answer, its form, its figures in the store."""

import streamlit as st

from dashboard.ui import (
    cards,
    choices,
    desk,
    filing_desk,
    meeting_store,
    own_desk,
    parts,
    stored,
    unit_page,
)
from dashboard.views import flag_cards, profile
from dashboard.wording import overview as frame_words
from dashboard.wording import own as words

chosen, plan, unit, units = (
    choices.current(),
    stored.plan(),
    stored.person().unit,
    stored.table("units"),
)
desk.prepare()
desk.told_before()
if unit not in set(units["unit"]):
    parts.answer(words.NO_UNIT)
    st.stop()
standing = stored.standing(chosen.year)
name, source = units.set_index("unit").at[unit, "name"], frame_words.source(standing.as_of)
published = chosen.year in stored.sight().years and bool(standing.table["assessed"].any())
if published:
    parts.answer(profile.answer(standing, unit))
    parts.tiles(profile.tiles(standing, unit))
    cards.flag_cards(
        flag_cards.with_beside(
            flag_cards.cards(standing, profile.flags_of(standing, unit)),
            meeting_store.beside(standing),
        ),
        key="own_flags",
        heads=False,
    )
else:
    parts.answer(words.NOT_PUBLISHED.format(unit=name))
    parts.small(words.NEXT)
own_desk.notices(plan, unit, chosen.year)
filing_desk.form_desk(plan, standing.members, stored.table("unit_years"), year=chosen.year)
if published:
    unit_page.criteria(standing, unit, source)
    unit_page.lists(standing, unit, source)
own_desk.kept(plan)
