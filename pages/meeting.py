"""Cuộc họp: the pack of a milestone, its seals, the proposals, fair naming, conclusions."""

import streamlit as st

from dashboard.desks import (
    conclusion_desk,
    meeting_files,
    naming_desk,
    proposal_desk,
    publishing_desk,
    sealing_desk,
)
from dashboard.ui import choices, desk_parts, meeting_store, page_parts, stored
from dashboard.views import meeting as view
from dashboard.wording import meeting_words as words
from dashboard.wording import screen_words as frame_words

chosen, plan = choices.current(), stored.plan()
labels = view.milestones(plan)
desk_parts.prepare()
desk_parts.told_before()
if stored.table("units").empty:
    page_parts.nothing(words.NOBODY.format(year=chosen.year))
if not labels:
    page_parts.nothing(words.NO_MILESTONES)
head = st.container()
first, key = view.first_shown(plan, chosen.year), f"hop_moc_{chosen.year}"
label = st.selectbox(
    words.MILESTONE, list(labels), index=first, key=key, filter_mode=None, width=320
)
milestone = plan.milestone(labels[label])
standing = stored.standing(milestone.year)
seals, source = meeting_store.all_seals(), frame_words.source(standing.as_of)
own = seals[seals["milestone"] == milestone.code]
stated = meeting_store.stated(to_name := stored.for_naming(milestone.year))
with head:
    page_parts.answer(view.answer(label, own, stated, meeting_store.entered().conclusions))

files, sealing, proposed, naming, concluded, years = st.tabs(
    words.TABS, key="hop_tabs", on_change="rerun"
)
if files.open:
    with files:
        meeting_files.files(standing, milestone.code, own)
if sealing.open:
    with sealing:
        sealing_desk.sealing(plan, milestone.code, own)
if proposed.open:
    with proposed:
        proposal_desk.proposed(standing, milestone, source)
if naming.open:
    with naming:
        naming_desk.naming(to_name, stated)
if concluded.open:
    with concluded:
        conclusion_desk.conclusions()
if years.open:
    with years:
        publishing_desk.years(plan)
page_parts.method(words.METHOD_LINE, words.METHOD)
