"""A new plan from a few answers, for whoever begins: it becomes the draft that the tables go on with."""

from __future__ import annotations

import uuid

import streamlit as st

from dashboard.desks.plan_draft_desk import WORKING, Working
from dashboard.plan.blank import Answers, blank_plan
from dashboard.plan.checks import PlanError
from dashboard.plan.clock import today
from dashboard.ui import desk_parts, page_parts, plan_store, stored
from dashboard.views import beginning_words as words
from dashboard.writing import first_letter, formats
from dashboard.writing.nouns import USUAL, worded

TEXTS = (
    ("name", words.NAME, words.NAME_HINT),
    ("province", words.PROVINCE, words.PROVINCE_HINT),
    ("owner", words.OWNER, words.OWNER_HINT),
)
LISTS = (("kinds", words.KINDS, words.KINDS_HINT), ("groups", words.GROUPS, words.GROUPS_HINT))
NOUNS = (("unit", words.UNIT, USUAL.unit), ("group", words.GROUP, USUAL.group))
YEARS = (("first_year", words.FIRST_YEAR, 0), ("last_year", words.LAST_YEAR, 5))


def offer() -> None:
    """The folded form, while no draft is in hand and no file of the server holds the plan."""
    begun = st.session_state.get(WORKING)
    if not stored.may("change_plan") or plan_store.plan_file() or (begun and begun.draft):
        return
    unfolded = plan_store.version_in_force() == 0 and not stored.years_with_results()
    with st.expander(words.BLANK_FOLD, expanded=unfolded):
        page_parts.small(words.BLANK_ABOUT)
        with st.form("plan_blank", border=False, enter_to_submit=False):
            given = _texts() | _years() | _lists() | _nouns()
            pressed = st.form_submit_button(words.MAKE, key="plan_blank_make")
        if pressed:
            _made(given)


def _texts() -> dict[str, str]:
    return {
        name: st.text_input(label, key=f"plan_blank_{name}", placeholder=hint, max_chars=200)
        for name, label, hint in TEXTS
    }


def _years() -> dict[str, str]:
    with st.container(horizontal=True):
        return {
            name: st.text_input(
                label, str(today().year + ahead), key=f"plan_blank_{name}", max_chars=4
            )
            for name, label, ahead in YEARS
        }


def _lists() -> dict[str, str]:
    return {
        name: st.text_area(label, key=f"plan_blank_{name}", placeholder=hint, max_chars=2000)
        for name, label, hint in worded(LISTS)
    }


def _nouns() -> dict[str, str]:
    with st.container(horizontal=True):
        given = {
            name: st.text_input(label, usual, key=f"plan_blank_{name}", max_chars=40)
            for name, label, usual in worded(NOUNS)
        }
    page_parts.small(words.NOUNS_ABOUT)
    return given


def _made(given: dict[str, str]) -> None:
    missing = [
        label.split(",")[0]
        for name, label, _ in (*TEXTS, *worded(LISTS))
        if not given[name].strip()
    ]
    if missing:
        return desk_parts.note(words.MISSING.format(fields=formats.listed(missing)), tone="bad")
    years = [int(given[name]) for name, _, _ in YEARS if given[name].strip().isdecimal()]
    if len(years) < 2 or not 1990 <= years[0] <= years[1] <= 2100:
        return desk_parts.note(words.BACKWARDS, tone="bad")
    answers = Answers(
        *(given[name].strip() for name, _, _ in TEXTS),
        *years,
        *(_lines(given[name]) for name, _, _ in worded(LISTS)),
        *(first_letter.small(given[name].strip()) or usual for name, _, usual in NOUNS),
    )
    try:
        text = blank_plan(answers)
    except PlanError as error:
        return desk_parts.note(words.NOT_MADE, error.sentences, tone="bad")
    own = Working(uuid.uuid4().hex, plan_store.version_in_force(), text)
    with desk_parts.refusals():
        plan_store.keep_draft(own.draft, own.base, own.body, st.session_state.get("who") or "")
        st.session_state[WORKING] = own
        st.rerun()
    return None


def _lines(text: str) -> tuple[str, ...]:
    """What stands on the lines of a text, each once."""
    return tuple(dict.fromkeys(one.strip() for one in text.splitlines() if one.strip()))
