"""Thẩm định: the appraiser's scores beside the unit's own, entered here or by workbook."""

import streamlit as st

from dashboard.ui import appraisal_desk, choices, desk, kept, parts, stored
from dashboard.ui.unit_choice import PARAMETER, unit_choice
from dashboard.views import appraisal as view
from dashboard.views import profile
from dashboard.wording import appraisal as words

chosen, results = choices.current(), stored.table("results")
standing = stored.standing(chosen.year)
desk.prepare()
desk.told_before()
every = kept.once(
    standing,
    "appraised",
    make=lambda: view.progress(standing.plan, standing.table, results, chosen.year),
)
names = kept.once(standing, "unit_labels", make=lambda: profile.labels(stored.table("units")))
unit = unit_choice(names, label=words.CHOOSE_LABEL, hint=words.CHOOSE_HINT)
if unit is None:
    shown = every[every["unit"].isin(chosen.of(standing.table)["unit"])]
    parts.answer(view.answer(shown, chosen.year))
    parts.small(words.EMPTY_NEXT if shown.empty else words.CHOOSE_MORE)
    pressed = appraisal_desk.unit_list(shown, chosen.year) if len(shown) else None
    if pressed:
        st.query_params[PARAMETER] = pressed
        st.rerun()
elif unit not in set(every["unit"]):
    parts.answer(words.NOT_ASSESSED.format(year=chosen.year))
    parts.small(words.EMPTY_NEXT)
else:
    parts.answer(view.unit_answer(every, unit, chosen.year))
    appraisal_desk.sheet(standing, unit)
