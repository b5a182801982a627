"""A person says what an unknown name in a file means; it is remembered, and the file can be read again."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from dashboard.desks import entered
from dashboard.desks import name_question_words as words
from dashboard.plan import load_plan
from dashboard.plan.round_trip import rewritten
from dashboard.ui import desk_fields, desk_parts, page_parts, plan_store, stored
from dashboard.views.name_questions import Question, questions, with_names
from dashboard.views.profile import labels
from dashboard.wording import intake_words
from dashboard.writing.formats import count

NOBODY = "-"


def confirm(problems: pd.DataFrame, key: str) -> bool:
    """Draw a choice for every unknown unit, criterion or column in the problems; True when an answer was stored, so that the page reads again.

    Units are remembered as other names (table aliases; without a unit: passed over from now on), criteria and columns in a new version of the plan.
    """
    asked = questions(problems)
    if not asked:
        return False
    page_parts.heading(words.TITLE)
    page_parts.small(words.ABOUT)
    with st.form(f"{key}_form", border=False, enter_to_submit=False):
        answers = {
            one: _choice(one, f"{key}_{number}_{one.text}") for number, one in enumerate(asked)
        }
        name = desk_parts.who(f"{key}_who")
        pressed = st.form_submit_button(words.SAVE, key=f"{key}_save")
    if not pressed:
        return False
    given = {one: answer for one, answer in answers.items() if answer}
    if not given or not name:
        desk_parts.note(intake_words.WHO_MISSING if given else words.NOTHING, tone="bad")
        return False
    return _remember(given, name)


def _choice(one: Question, key: str) -> str | None:
    """The chosen code; the near ones stand first."""
    every = (
        _units()
        if one.what == "unit"
        else {criterion.code: criterion.label for criterion in stored.plan().criteria}
    )
    near = {code: words.NEAR.format(name=every[code]) for code in one.near if code in every}
    options = {
        **near,
        **{code: text for code, text in every.items() if code not in near},
        **({NOBODY: words.NOT_A_UNIT} if one.what == "unit" else {}),
    }
    label = (words.UNIT if one.what == "unit" else words.CRITERION).format(
        text=one.text, file=one.file, cell=words.CELL.format(cell=one.cell) if one.cell else ""
    )
    return desk_fields.chosen(label, options, key, words.HINT, width="stretch")


def _units() -> dict[str, str]:
    return labels(stored.table("units"))


def _remember(given: Mapping[Question, str], name: str) -> bool:
    """Store the answers; False (with the reason on screen) where nothing could be."""
    aliases = [
        {"alias": one.text, "unit": None if answer == NOBODY else answer}
        for one, answer in given.items()
        if one.what == "unit"
    ]
    criteria = {one.text: answer for one, answer in given.items() if one.what == "criterion"}
    done = False
    with desk_parts.refusals():
        if aliases:
            entered.save({"aliases": pd.DataFrame(aliases)}, name, words.NOTE)
            done = True
        if criteria and plan_store.plan_file():
            desk_parts.note(words.PLAN_FROM_FILE.format(file=plan_store.plan_file()), tone="bad")
        elif criteria:
            _name_criteria(criteria, name)
            done = True
    if done:
        desk_parts.told(words.SAVED.format(names=count(len(given), "tên")))
    return done


def _name_criteria(criteria: Mapping[str, str], name: str) -> None:
    """More names of criteria, as a version of the plan that keeps the comments of the one in force."""
    seen = stored.last_change()
    new = load_plan(with_names(stored.plan(), dict(criteria)))
    body = plan_store.body_of(plan_store.version_in_force())
    plan_store.save_plan(rewritten(body, new), name, words.NOTE, seen)
