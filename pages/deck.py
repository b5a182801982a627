"""Trình chiếu: an agenda becomes slides for the hall, opened here or taken away as one file."""

import streamlit as st

from dashboard.ui import choices, deck_composer, deck_desk, desk, parts, stored
from dashboard.wording import deck as words
from dashboard.wording import meetings as meeting_words

plan = stored.plan()
desk.prepare()
desk.told_before()
if stored.table("units").empty:
    parts.nothing(words.NO_UNITS)
if not plan.milestones:
    parts.nothing(meeting_words.NO_MILESTONES)
head = st.container()
draft = deck_desk.opened(plan, choices.current().year)
deck_desk.about(plan, draft)
figures = deck_desk.figures_of(draft.agenda())
deck = deck_desk.made(draft.agenda(), figures)
with head:
    deck_desk.answer(plan, draft.agenda(), deck)
if deck:
    deck_desk.shown(plan, draft.agenda(), deck)
if figures:
    deck_composer.entries(draft, deck, figures.material.standing.table)
deck_desk.keeping(draft)
