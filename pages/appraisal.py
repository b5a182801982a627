"""Thẩm định: the appraiser's scores beside the unit's own, entered here or by workbook."""

import streamlit as st

from dashboard.desks import appraisal_desk, correction_desk
from dashboard.ui import choices, desk_parts, page_parts, stored
from dashboard.ui.memo import kept
from dashboard.ui.unit_choice import PARAMETER, unit_choice
from dashboard.views import appraisal as view
from dashboard.views import appraisal_words as words
from dashboard.views import profile

chosen = choices.current()
standing = stored.standing(chosen.year)
desk_parts.prepare()
desk_parts.told_before()
every = kept(view.progress_of)(standing, stored.tables())
names = kept(profile.names)(stored.tables())
unit = unit_choice(names, label=words.CHOOSE_LABEL, hint=words.CHOOSE_HINT)
if unit is None:
    shown = every[every["unit"].isin(chosen.of(standing.table)["unit"])]
    page_parts.answer(view.answer(shown, chosen.year))
    page_parts.small(words.EMPTY_NEXT if shown.empty else words.CHOOSE_MORE)
    pressed = appraisal_desk.unit_list(shown, chosen.year) if len(shown) else None
    if pressed:
        st.query_params[PARAMETER] = pressed
        st.rerun()
elif unit not in set(every["unit"]):
    page_parts.answer(words.NOT_ASSESSED.format(year=chosen.year))
    page_parts.small(words.EMPTY_NEXT)
else:
    page_parts.answer(view.unit_answer(every, unit, chosen.year))
    appraisal_desk.sheet(standing, unit)
    correction_desk.choose(standing, unit)
