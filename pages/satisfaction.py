"""Hài lòng: rates with their counts and intervals, over the years, by block, in the funnel."""

import streamlit as st

from dashboard.ui import choices, linked_choice, page_parts, plots, stored
from dashboard.ui.memo import kept
from dashboard.ui.shown_tables import show_table
from dashboard.views import satisfaction as view
from dashboard.views import satisfaction_words as words

chosen = choices.current()
standing = stored.standing(chosen.year)
surveys = kept(view.surveys)(standing)
if not surveys:
    page_parts.nothing(words.NO_SURVEY)
line = page_parts.in_words("survey")
with line:
    code = linked_choice.linked_choice(
        "khao_sat", linked_choice.by_code(surveys), label=words.SURVEY, filter_mode=None
    )
survey = kept(view.survey)(standing, chosen, code)
if survey.nobody:
    page_parts.nothing(survey.nobody)
page_parts.answer(survey.answer)
with line:
    block = survey.blocks[page_parts.one_of(words.BLOCK, list(survey.blocks), key="khoi_khao_sat")]
shown = kept(view.block_survey)(standing, chosen, code, block)
left, right = st.columns(2, gap="medium")
with left:
    plots.show(survey.years, key="satisfaction_years")
with right:
    page_parts.small(shown.no_funnel)
    if shown.funnel:
        plots.show(shown.funnel, key="satisfaction_funnel", on_click=choices.open_unit)
plots.show(shown.units, key="satisfaction_units", on_click=choices.open_unit)
page_parts.tiles(survey.tiles)
page_parts.heading(survey.by_block.title)
show_table(survey.by_block, key="satisfaction_blocks")
page_parts.small(words.POOLED_NOTE)
page_parts.small(survey.collected)
page_parts.method(words.METHOD_TEXT, words.METHOD, "khoang-tin-cay")
