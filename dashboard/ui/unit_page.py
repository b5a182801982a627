"""The lower part of a unit's page: every criterion with its revisions, and the lists of what it filed, issued and received."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.assessment.standing import Standing
from dashboard.charts.drawings import Picture
from dashboard.exports.paper.single_pages import Page
from dashboard.exports.paper.unit_pages import unit_page
from dashboard.ui import (
    cards,
    choices,
    earlier,
    edition_face,
    meeting_store,
    page_parts,
    plots,
    stored,
)
from dashboard.ui.downloads import file_name_of
from dashboard.ui.print_page import offer_page
from dashboard.ui.shown_tables import show_table
from dashboard.views import profile, profile_criteria, profile_lists, unit_columns, unit_summary
from dashboard.views.profile import Profile
from dashboard.wording import profile_words as words
from dashboard.wording import single_page_words as page_words
from dashboard.wording.screen_words import source
from dashboard.writing.table_model import Table


def opened_at(year: int, chosen: int) -> tuple[Standing, stored.Tables]:
    """The figures of the year at which the page opens, and the tables beside them; where that is another year than the chosen one, of which edition they are."""
    edition_face.other_line(year, chosen)
    return stored.standing(year), stored.tables(year)


def criteria(standing: Standing, unit: str) -> str | None:
    """The table of criteria of the shown year; a press on a row opens every revision of that result below it and answers with the criterion."""
    title, said = words.HEADINGS["criteria"].format(year=standing.year), source(standing.as_of)
    page_parts.heading(title)
    page_parts.small(earlier.invitation())
    rows = profile_criteria.criteria(
        standing, stored.table_part("results", standing.year, unit=unit), unit
    )
    pressed = show_table(
        Table(
            profile.of_unit(standing, unit, title),
            unit_columns.criteria_of(rows),
            rows,
            said,
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
            Table(standing.plan.criterion(pressed).name, unit_columns.REVISIONS, known, said),
            key="profile_revisions",
            downloads=False,
        )
    return pressed


def folded(
    standing: Standing,
    unit: str,
    shown: Profile,
    show_criteria: Callable[[Standing, str], object],
) -> None:
    """Everything else of the unit, each part folded until it is asked for; `show_criteria` shows the table of criteria and what a press on it opens."""
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
            show_criteria(standing, unit)
    if (part := _fold("lists")).open:
        with part:
            lists(standing, unit)


def _fold(name: str) -> DeltaGenerator:
    return st.expander(words.FOLDS[name], key=f"profile_fold_{name}", on_change="rerun")


def page(standing: Standing, unit: str) -> None:
    """The whole profile as an A4 page, in Word or PDF."""

    def make() -> Page:
        return unit_page(
            standing,
            unit,
            stored.table_part("results", standing.year, unit=unit),
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


def lists(standing: Standing, unit: str) -> None:
    """One list at a time, the reader's choice; all years up to the shown one."""
    page_parts.heading(words.HEADINGS["lists"])
    rows = stored.tables(standing.year)
    found = profile_lists.lists(standing, {name: rows[name] for name in profile_lists.TABLES}, unit)
    names = profile_lists.list_names(found)
    asked = st.segmented_control(
        words.LIST_LABEL,
        list(found),
        format_func=names.__getitem__,
        default="reports",
        required=True,
        key="profile_list",
        label_visibility="collapsed",
    )
    picked = asked or "reports"  # that one is required holds for a browser alone
    if found[picked].empty:
        page_parts.small(words.EMPTY_LIST)
    else:
        listed = found[picked].reset_index(drop=True)
        page_parts.small(earlier.invitation())
        pressed = show_table(
            Table(
                profile.of_unit(standing, unit, profile_lists.TITLES[picked]),
                unit_columns.LISTS[picked],
                listed.assign(row=listed.index),
                source(standing.as_of),
                opens="row",
            ),
            key=f"profile_{picked}",
        )
        if pressed is not None:
            earlier.show(
                "filings" if picked == "reports" else picked,
                listed.loc[pressed],
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
