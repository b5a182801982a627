"""Kế hoạch: the plan in force, changing it with a reason, its versions."""

import streamlit as st

from dashboard.desks import plan_blank_desk, plan_desk, plan_draft_desk
from dashboard.ui import desk_parts, first_guide, page_parts, plan_store, stored
from dashboard.views import plan as view
from dashboard.views import plan_words as words

plan = stored.plan()
desk_parts.prepare()
desk_parts.told_before()
page_parts.answer(view.answer(plan))
page_parts.small(view.in_force(plan_store.plan_versions(), plan_store.plan_file()))
first_guide.guide("plan")
shown, changing, loading, versions = st.tabs(words.TABS, key="plan_tabs", on_change="rerun")
with shown:
    if shown.open:
        plan_desk.show(plan)
with changing:
    if changing.open:
        plan_blank_desk.offer()
        plan_draft_desk.edit()
with loading:
    if loading.open:
        plan_desk.load()
with versions:
    if versions.open:
        plan_desk.show_versions()
