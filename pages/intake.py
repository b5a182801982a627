"""Nhập số liệu: check files, store them, look back, undo; the start of real use."""

import streamlit as st

from dashboard.desks import first_steps, intake_desk, intake_history
from dashboard.ui import desk_parts, first_guide, intake_store, page_parts, stored
from dashboard.views import intake as view
from dashboard.wording import intake_words as words

plan, imports = stored.plan(), intake_store.imports()
desk_parts.prepare()
desk_parts.told_before()
page_parts.answer(view.answer(imports))
first_guide.guide("intake")
bring, before, formats, afresh = st.tabs(
    words.TABS,
    key="intake_tabs",
    on_change="rerun",
)
with bring:
    if bring.open:
        intake_desk.bring(plan)
with before:
    if before.open:
        intake_history.show()
with formats:
    if formats.open:
        first_steps.formats(plan)
with afresh:
    if afresh.open:
        intake_history.start_afresh()
