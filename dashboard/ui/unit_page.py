"""The lower part of a unit's page: every criterion with its revisions, and the lists of what it filed, issued and received."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboard.assessment.standing import Standing
from dashboard.exports.paper.single_pages import Page, unit_page
from dashboard.ui import earlier, meeting_store, page_parts, stored, unit_lists
from dashboard.ui.downloads import file_name_of
from dashboard.ui.print_page import offer_page
from dashboard.ui.shown_tables import show_table
from dashboard.views import profile, profile_criteria, profile_lists
from dashboard.wording import profile_words as words
from dashboard.wording import single_page_words as page_words


def criteria(standing: Standing, unit: str, source: str) -> None:
    """The table of criteria of the shown year; a press on a row opens every revision of that result below it."""
    title = words.HEADINGS["criteria"].format(year=standing.year)
    page_parts.heading(title)
    page_parts.small(earlier.invitation())
    rows = profile_criteria.criteria(standing, stored.table("results"), unit)
    pressed = show_table(
        rows,
        columns=unit_lists.CRITERIA,
        key="profile_criteria",
        title=of_unit(standing, unit, title),
        source=source,
        opens="criterion",
        height=430,
    )
    if pressed and stored.may("see_imports"):
        known = profile_criteria.revisions(
            standing.plan,
            stored.history("results", unit=unit, criterion=pressed, year=standing.year),
            pressed,
        )
        show_table(
            known,
            columns=unit_lists.REVISIONS,
            key="profile_revisions",
            title=standing.plan.criterion(pressed).name,
            source=source,
            downloads=False,
        )


def of_unit(standing: Standing, unit: str, title: str) -> str:
    """A table's title for files and pages, which are read away from the unit's page."""
    return f"{title} – {profile.row_of(standing, unit)['name']}"


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
            file_name_of(profile.row_of(standing, unit)["name"]),
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
            rows.assign(place=rows.index),
            columns=unit_lists.LISTS[picked],
            key=f"profile_{picked}",
            title=of_unit(standing, unit, profile_lists.TITLES[picked]),
            source=source,
            opens="place",
        )
        if pressed is not None:
            earlier.show(
                "filings" if picked == "reports" else picked,
                rows.loc[pressed],
                key=f"profile_{picked}",
            )


def survey(standing: Standing, unit: str, surveys: pd.DataFrame, source: str) -> None:
    """A survey of the unit year by year; a press on a row opens every revision of that year's forms."""
    title = of_unit(standing, unit, words.HEADINGS["survey"])
    pressed = show_table(
        surveys.assign(place=surveys.index),
        columns=unit_lists.SURVEYS,
        key="profile_survey_years",
        title=title,
        source=source,
        opens="place",
    )
    if pressed is not None:
        earlier.show("results", surveys.loc[pressed], key="profile_survey_years")
