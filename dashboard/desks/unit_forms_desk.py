"""Forms for units: for which year, of whom and for which stage; made when they are asked for."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboard.exports.forms import form_words
from dashboard.exports.forms.form_sheets import Recipient, Stage
from dashboard.exports.forms.unit_forms import recipients, template, template_name, templates_zip
from dashboard.exports.media_types import EXCEL, ZIP
from dashboard.exports.zips import entry_name
from dashboard.plan import Plan
from dashboard.ui import desk_parts, page_parts
from dashboard.wording import filing_words as words
from dashboard.writing import formats

ALL = ""  # no unit's code


@st.fragment
def form_desk(
    plan: Plan,
    members: pd.DataFrame,
    unit_years: pd.DataFrame,
    *,
    year: int,
    own: bool = False,
) -> None:
    """Choose a year, a unit or all in view, and who fills it in; make the forms. `members` are those in view, of every year of the plan; `own`: it speaks to the unit itself."""
    page_parts.heading(words.OWN_FORMS if own else words.FORMS)
    page_parts.small(words.OWN_FORMS_WHY if own else words.FORMS_WHY)
    with st.container(
        horizontal=True, gap="small", vertical_alignment="bottom", key="form_choices"
    ):
        years = plan.years
        chosen = st.selectbox(
            words.FORMS_YEAR,
            years,
            index=years.index(year),
            key=f"form_year_{year}",
            filter_mode=None,
        )
        units = recipients(members, unit_years, chosen)
        if not units:
            return page_parts.small(words.FORMS_NOBODY.format(year=chosen))
        which = _whose_form(units, chosen)
        stages = {text: code for code, text in words.BY.items()}
        stage = stages[
            st.selectbox(words.FORMS_BY, list(stages), key="form_stage", filter_mode=None)
        ]
    if which == ALL:
        return _offer_forms(plan, units, chosen, stage)
    return _offer_form(plan, next(one for one in units if one.unit == which), chosen, stage)


def _whose_form(units: list[Recipient], year: int) -> str:
    """The code of the unit that is chosen, or `ALL`."""
    every = {ALL: words.FORMS_ALL.format(count=formats.count(len(units), "đơn vị"))}
    names = (every if len(units) > 1 else {}) | {one.unit: one.name for one in units}
    return st.selectbox(
        words.FORMS_FOR,
        list(names),
        format_func=names.__getitem__,
        key=f"form_unit_{year}",
        filter_mode="contains",
    )


def _offer_forms(plan: Plan, units: list[Recipient], year: int, stage: Stage) -> None:
    parts = [] if stage == "self" else ["tham-dinh"]
    name = entry_name(form_words.FILE, year, *parts) + ".zip"
    made = desk_parts.printed(
        name, lambda: templates_zip(plan, units, year, stage), "make_template"
    )
    st.download_button(words.MAKE_FORMS, made, name, ZIP, key="form_zip", on_click="ignore")


def _offer_form(plan: Plan, one: Recipient, year: int, stage: Stage) -> None:
    name = template_name(one.unit, year, stage)
    made = desk_parts.printed(
        name, lambda: template(plan, one, year, stage), "make_template", one.unit
    )
    st.download_button(words.MAKE_FORM, made, name, EXCEL, key="form_one", on_click="ignore")
