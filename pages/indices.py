"""Chỉ số cấp tỉnh: real, published indices of provinces, set apart from the movement's own figures."""

import streamlit as st

from dashboard.ui import earlier, linked_choice, page_parts, plots, stored
from dashboard.ui.memo import kept
from dashboard.ui.shown_tables import show_table
from dashboard.views import indices as view
from dashboard.views import indices_words as words

tables = stored.tables()
provinces = kept(view.provinces)(tables)
if not provinces:
    page_parts.nothing(words.NONE)
with page_parts.in_words("indices"):
    picked = linked_choice.linked_name("tinh", list(provinces), label=words.PROVINCE)
shown = kept(view.indices)(tables, picked)
page_parts.answer(shown.answer)
page_parts.small(words.MARK_REAL)
columns = st.columns(2, gap="medium") * ((len(shown.pictures) + 1) // 2)
for place, (column, picture) in enumerate(zip(columns, shown.pictures, strict=False)):
    with column:
        plots.show(picture, key=f"index_{place}")
page_parts.heading(words.TABLE)
pressed = show_table(shown.figures, key="indices_table", frozen=2, height=430)
if pressed is not None:
    earlier.show("indices", shown.figures.frame.loc[pressed], key="indices_table")
page_parts.sentences(shown.small_print)
