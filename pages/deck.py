"""Trình chiếu: an agenda becomes slides for the hall, opened here or taken away as one file."""

import streamlit as st

from dashboard.deck import deck_words as words
from dashboard.desks import agenda_draft, deck_composer, deck_desk, deck_keeping
from dashboard.ui import choices, desk_parts, page_parts, stored
from dashboard.wording import meeting_words

plan = stored.plan()
desk_parts.prepare()
desk_parts.told_before()
if stored.table("units").empty:
    page_parts.nothing(words.NO_UNITS)
if not plan.milestones:
    page_parts.nothing(meeting_words.NO_MILESTONES)
head = st.container()
draft = deck_desk.opened(plan, choices.current().year)
agenda_draft.back(draft)
deck_desk.about(plan, draft)
inner = deck_desk.inner_copy()
figures = deck_desk.figures_of(draft.agenda(), inner)
deck = deck_desk.made(draft.agenda(), figures, inner)
with head:
    deck_desk.answer(plan, draft.agenda(), deck)
if deck:
    deck_desk.shown(plan, draft.agenda(), deck, inner)
if figures:
    deck_composer.entries(draft, deck, figures.material.standing.table)
agenda_draft.keep(draft)
deck_keeping.keeping(draft)
