"""Hồ sơ đơn vị: one unit, everything that is known of it, each figure with its source."""

import streamlit as st

from dashboard.plan import TOTAL
from dashboard.ui import (
    cards,
    choices,
    meeting_store,
    memo,
    page_parts,
    plots,
    stored,
    unit_lists,
    unit_page,
)
from dashboard.ui.shown_tables import show_table
from dashboard.ui.unit_choice import unit_choice
from dashboard.views import flag_cards, profile, profile_lists, profile_pictures, series
from dashboard.wording import profile_words as words
from dashboard.wording import screen_words as frame_words
from dashboard.writing.columns import filled

chosen, units, lineage = choices.current(), stored.table("units"), stored.table("lineage")
standing = stored.standing(chosen.year)
names = memo.once(standing, "unit_labels", make=lambda: profile.labels(units))
unit = unit_choice(names, label=words.CHOOSE_LABEL, hint=words.CHOOSE_HINT)
year = profile.year_shown(standing.members, unit, chosen.year)
if units.empty:
    page_parts.nothing(words.NO_UNITS)
if unit is None:
    page_parts.answer(words.CHOOSE)
    page_parts.small(words.CHOOSE_MORE)
    show_table(
        profile.listed(chosen.of(standing.table)),
        key="profile_units",
        title=words.CHOOSE,
        columns=unit_lists.UNITS,
        opens="unit",
        on_click=choices.open_unit,
    )
elif year is None:
    page_parts.answer(profile.never_assessed(standing.plan, units, unit))
    unit_lists.family(profile_lists.kin(names, lineage, unit), key="profile_kin")
else:
    standing = standing if year == chosen.year else stored.standing(year)
    source, main = frame_words.source(standing.as_of), standing.plan.survey
    page_parts.answer(profile.answer(standing, unit))
    for sentence in profile.notices(standing, units, unit, chosen.year):
        page_parts.small(sentence)
    unit_lists.family(profile_lists.kin(names, lineage, unit), key="profile_kin")
    page_parts.tiles(profile.tiles(standing, unit))
    unit_page.page(standing, unit)
    for sentence in meeting_store.said_of(unit):
        page_parts.small(sentence)
    flagged = flag_cards.cards(standing, profile.flags_of(standing, unit))
    cards.flag_cards(
        flag_cards.with_beside(flagged, meeting_store.beside(standing)),
        key="profile_flags",
        heads=False,
    )

    values = memo.once(
        standing, "unit_values", TOTAL, make=lambda: series.unit_values(standing, TOTAL)
    )
    now = chosen.todays_boundaries
    over_years = memo.once(
        standing,
        "profile_scores",
        unit,
        now,
        make=lambda: profile_pictures.over_years(
            standing, unit, TOTAL, values, lineage, todays_boundaries=now
        ),
    )
    groups = memo.once(
        standing,
        "profile_groups",
        unit,
        make=lambda: profile_pictures.against_block(standing, unit),
    )
    left, right = st.columns(2, gap="medium")
    with left:
        plots.show(
            over_years.figure,
            alt=over_years.alt,
            key="profile_scores",
            source=source,
            table=over_years.rows,
            columns=filled(over_years.rows, unit_lists.TREND),
            on_click=choices.open_unit,
        )
        page_parts.small(" ".join(over_years.notes))
    with right:
        plots.show(
            groups.figure,
            alt=groups.alt,
            key="profile_groups",
            source=source,
            table=groups.rows,
            columns=unit_lists.GROUPS,
        )
    surveys = profile_pictures.survey_years(standing, unit, main.code) if main else None
    if surveys is not None and not surveys.empty:
        page_parts.heading(words.HEADINGS["survey"])
        rates = memo.once(
            standing, "unit_values", main.code, make=lambda: series.unit_values(standing, main.code)
        )
        survey = memo.once(
            standing,
            "profile_survey",
            unit,
            now,
            make=lambda: profile_pictures.over_years(
                standing, unit, main.code, rates, lineage, todays_boundaries=now
            ),
        )
        left, right = st.columns(2, gap="medium")
        with left:
            plots.show(
                survey.figure,
                alt=survey.alt,
                key="profile_survey",
                source=source,
                on_click=choices.open_unit,
            )
            page_parts.small(" ".join(survey.notes))
        with right:
            unit_page.survey(standing, unit, surveys, source)

    unit_page.criteria(standing, unit, source)
    unit_page.lists(standing, unit, source)
    page_parts.method(words.METHOD_TEXT, words.METHOD, "su-viec")
