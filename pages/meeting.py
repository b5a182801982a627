"""Cuộc họp: five steps in order, from what the figures still lack to what was concluded; and which years readers see."""

import streamlit as st

from dashboard.desks import (
    conclusion_desk,
    meeting_files,
    naming_desk,
    proposal_desk,
    publishing_desk,
    readiness_desk,
    sealing_desk,
)
from dashboard.meeting import meeting_steps
from dashboard.ui import choices, desk_parts, meeting_store, page_parts, stored
from dashboard.views import meeting as view
from dashboard.wording import meeting_words as words

chosen, plan = choices.current(), stored.plan()
labels = view.milestones(plan)
desk_parts.prepare()
desk_parts.told_before()
if stored.table("units").empty:
    page_parts.nothing(words.NOBODY.format(year=chosen.year))
if not labels:
    page_parts.nothing(words.NO_MILESTONES)
first, key = view.first_shown(plan, chosen.year), f"hop_moc_{chosen.year}"
label = view.shown(labels, st.session_state.get(key), first)
milestone = plan.milestone(labels[label])
standing = stored.standing(milestone.year)
seals = meeting_store.all_seals()
own = seals[seals["milestone"] == milestone.code]
stated = meeting_store.stated(to_name := stored.for_naming(milestone.year))
items = meeting_store.readiness(standing, milestone)
concluded = meeting_store.entered().conclusions
page_parts.answer(view.answer(label, own, stated, concluded))
st.selectbox(words.MILESTONE, list(labels), index=first, key=key, filter_mode=None, width=320)
st.html(meeting_steps.steps_html(meeting_steps.steps(items, own, stated, concluded)))

ready, sealing, naming, papers, end, years = st.tabs(words.TABS, key="hop_tabs", on_change="rerun")
if ready.open:
    with ready:
        readiness_desk.ready(milestone, items)
if sealing.open:
    with sealing:
        sealing_desk.sealing(plan, standing, milestone, own, items)
if naming.open:
    with naming:
        naming_desk.naming(to_name, stated)
if papers.open:
    with papers:
        meeting_files.files(standing, milestone.code, own)
        proposal_desk.proposed(standing, milestone, own)
if end.open:
    with end:
        conclusion_desk.conclusions()
if years.open:
    with years:
        publishing_desk.years()
page_parts.method(words.METHOD_LINE, words.METHOD)
