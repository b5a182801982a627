"""Phương pháp: how every figure comes about, with a worked example from the figures on screen, and what they cannot show."""

import streamlit as st

from dashboard.ui import choices, memo, method_page, page_parts, stored
from dashboard.views import method
from dashboard.views import method_words as words

chosen = choices.current()
standing = stored.standing(chosen.year)
table = chosen.of(standing.table)
unit = method.example_unit(table, standing.plan.limits.small_sample)
page_parts.answer(
    memo.once(standing, "method_answer", chosen, make=lambda: method.answer(standing, table))
)
if unit is None:
    page_parts.small(words.NO_EXAMPLE)
method_page.index()
method_page.show(
    standing,
    memo.once(
        standing, "method_sections", chosen, make=lambda: method.sections(standing, table, unit)
    ),
    unit,
)
method_page.scroll_to(st.query_params.get("muc"))
