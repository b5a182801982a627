"""The lower part of a unit's page: every criterion with its revisions, and the lists of what it filed, issued and received."""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.assessment.standing import Standing
from dashboard.charts.drawings import Picture
from dashboard.exports.paper.single_pages import Page, unit_page
from dashboard.ui import cards, choices, earlier, meeting_store, page_parts, plots, stored
from dashboard.ui.downloads import file_name_of
from dashboard.ui.print_page import offer_page
from dashboard.ui.shown_tables import show_table
from dashboard.views import profile, profile_criteria, profile_lists, unit_columns, unit_summary
from dashboard.views.profile import Profile
from dashboard.wording import profile_words as words
from dashboard.wording import single_page_words as page_words
from dashboard.wording.screen_words import source
from dashboard.writing.table_model import Table


def criteria(standing: Standing, unit: str, source: str) -> None:
    """The table of criteria of the shown year; a press on a row opens every revision of that result below it."""
    title = words.HEADINGS["criteria"].format(year=standing.year)
    page_parts.heading(title)
    page_parts.small(earlier.invitation())
    rows = profile_criteria.criteria(standing, stored.table("results"), unit)
    pressed = show_table(
        Table(
            profile.of_unit(standing, unit, title),
            unit_columns.CRITERIA,
            rows,
            source,
            opens="criterion",
        ),
        key="profile_criteria",
        height=430,
    )
    if pressed and stored.may("see_imports"):
        known = profile_criteria.revisions(
            standing.plan,
            stored.history("results", unit=unit, criterion=pressed, year=standing.year),
            pressed,
        )
        show_table(
            Table(standing.plan.criterion(pressed).name, unit_columns.REVISIONS, known, source),
            key="profile_revisions",
            downloads=False,
        )


def folded(standing: Standing, unit: str, shown: Profile) -> None:
    """Everything else of the unit, each part folded until it is asked for."""
    at = source(standing.as_of)
    if (part := _fold("flags")).open:
        with part:
            page_parts.tiles(shown.tiles)
            cards.unit_cards(shown.cards, meeting_store.beside(standing), key="profile_flags")
    if (part := _fold("numbers")).open:
        with part:
            plots.show(shown.groups, key="profile_groups")
            if shown.surveys:
                page_parts.heading(words.HEADINGS["survey"])
                survey(shown.surveys)
            criteria(standing, unit, at)
    if (part := _fold("lists")).open:
        with part:
            lists(standing, unit, at)


def _fold(name: str) -> DeltaGenerator:
    return st.expander(words.FOLDS[name], key=f"profile_fold_{name}", on_change="rerun")


def page(standing: Standing, unit: str) -> None:
    """The whole profile as an A4 page, in Word or PDF."""

    def make() -> Page:
        return unit_page(
            standing,
            unit,
            stored.table("results"),
            meeting_store.beside(standing),
            meeting_store.said_of(unit),
        )

    with st.container(horizontal=True, gap="small", key="profile_page"):
        offer_page(
            make,
            file_name_of(unit_summary.row_of(standing, unit)["name"]),
            key="profile_page",
            labels=(page_words.UNIT_WORD, page_words.UNIT_PDF),
        )


def lists(standing: Standing, unit: str, source: str) -> None:
    """One list at a time, the reader's choice; all years up to the shown one."""
    page_parts.heading(words.HEADINGS["lists"])
    found = profile_lists.lists(
        standing, {name: stored.table(name) for name in profile_lists.TABLES}, unit
    )
    names = profile_lists.list_names(found)
    picked = st.segmented_control(
        words.LIST_LABEL,
        list(found),
        format_func=names.__getitem__,
        default="reports",
        required=True,
        key="profile_list",
        label_visibility="collapsed",
    )
    if found[picked].empty:
        page_parts.small(words.EMPTY_LIST)
    else:
        rows = found[picked].reset_index(drop=True)
        page_parts.small(earlier.invitation())
        pressed = show_table(
            Table(
                profile.of_unit(standing, unit, profile_lists.TITLES[picked]),
                unit_columns.LISTS[picked],
                rows.assign(place=rows.index),
                source,
                opens="place",
            ),
            key=f"profile_{picked}",
        )
        if pressed is not None:
            earlier.show(
                "filings" if picked == "reports" else picked,
                rows.loc[pressed],
                key=f"profile_{picked}",
            )


def over_years(picture: Picture, *, key: str) -> None:
    """A measure of the unit over the years, with what is said of it below."""
    plots.show(picture, key=key, on_click=choices.open_unit)
    page_parts.small(" ".join(picture.notes))


def survey(surveys: Table) -> None:
    """A survey of the unit year by year; a press on a row opens every revision of that year's forms."""
    pressed = show_table(surveys, key="profile_survey_years")
    if pressed is not None:
        earlier.show("results", surveys.frame.loc[pressed], key="profile_survey_years")
