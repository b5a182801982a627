"""Phương pháp: how every figure comes about, with a worked example from the figures on screen, and what they cannot show."""

import streamlit as st

from dashboard.ui import choices, method_page, page_parts, stored
from dashboard.ui.memo import kept
from dashboard.views import method as view
from dashboard.views import method_words as words

chosen = choices.current()
standing = stored.standing(chosen.year)
shown = kept(view.page)(standing, chosen)
page_parts.answer(shown.answer)
if shown.unit is None:
    page_parts.small(words.NO_EXAMPLE)
method_page.index(shown.sections)
method_page.show(standing, shown.sections, shown.unit)
method_page.scroll_to(st.query_params.get("muc"))
