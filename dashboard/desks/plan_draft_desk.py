"""Changing the plan on screen, part by part: a draft that everybody who may change the plan can go on with, laid together with what others saved meanwhile."""

from __future__ import annotations

import hashlib
import uuid
from typing import NamedTuple

import pandas as pd
import streamlit as st

from dashboard.desks import plan_columns, plan_saving
from dashboard.plan import Plan, dump_plan, load_plan
from dashboard.plan.checks import PlanError
from dashboard.plan.leaves import Path, data_of, leaves
from dashboard.plan.merging import Conflict, Merged, merged, settled
from dashboard.plan.round_trip import rewritten
from dashboard.ui import desk_parts, page_parts, plan_store, stored
from dashboard.views import plan as view
from dashboard.views import plan_words as words
from dashboard.views.plan_changes import changed
from dashboard.views.plan_conflicts import conflict_texts
from dashboard.views.plan_editing import edited_plan
from dashboard.views.plan_tables import SECTIONS, tables
from dashboard.writing import first_letter

WORKING = "_plan_working"


class Working(NamedTuple):
    """What is being changed: the draft's name ('' before anything was changed), the version it began from, its text."""

    draft: str
    base: int
    body: str


def edit() -> None:
    """The part that is chosen as a table to change; the draft, what it would do, and what others saved meanwhile."""
    if not desk_parts.allowed("change_plan"):
        return
    if plan_store.plan_file():
        desk_parts.note(words.FROM_FILE.format(file=plan_store.plan_file()))
        return
    own = st.session_state.setdefault(WORKING, _fresh())
    _other_drafts(own)
    _newer(own)
    section = st.selectbox(
        words.SECTION,
        SECTIONS,
        format_func=words.SECTIONS.__getitem__,
        key="plan_section",
        filter_mode=None,
    )
    _form(own, section)
    if own.draft:
        _draft(own)


def _fresh() -> Working:
    version = plan_store.version_in_force()
    return Working("", version, plan_store.body_of(version))


def _version(number: int) -> str:
    return words.VERSION_LABEL.format(version=number) if number else words.SHIPPED_LABEL.lower()


def _other_drafts(own: Working) -> None:
    """Drafts of others, and one's own of before: any of them is opened with a press."""
    drafts = plan_store.open_drafts()
    drafts = drafts[drafts["draft"] != own.draft]
    if drafts.empty:
        return
    labels = {
        words.DRAFT_LABEL.format(
            who=one.who, at=view.moment(one.at), base=_version(one.base)
        ): Working(one.draft, int(one.base), one.body)
        for one in drafts.itertuples()
    }
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        label = st.selectbox(words.OPEN_DRAFTS, list(labels), key="plan_drafts", filter_mode=None)
        if st.button(words.OPEN_DRAFT, key="plan_draft_open"):
            st.session_state[WORKING] = labels[label]
            st.rerun()


def _newer(own: Working) -> None:
    """Before anything was changed: another version came while the tables were open."""
    version = plan_store.version_in_force()
    if own.draft or own.base == version:
        return
    newer, who = _version(version), plan_store.plan_versions()["who"].iloc[0]
    desk_parts.note(words.NEWER.format(newer=newer, who=who, base=_version(own.base)), tone="bad")
    if st.button(words.TAKE_NEWER.format(newer=newer), key="plan_take_newer"):
        st.session_state[WORKING] = _fresh()
        st.rerun()


def _form(own: Working, section: str) -> None:
    """One part of the plan as a table; what is changed becomes the draft."""
    plan = load_plan(own.body)
    mark = f"{section}_{hashlib.sha256(own.body.encode()).hexdigest()[:12]}"
    with st.form(f"plan_form_{mark}", border=False, enter_to_submit=False):
        page_parts.heading(words.EDIT_TITLE.format(section=words.SECTIONS[section]))
        page_parts.small(plan_columns.how(section))
        edited = plan_columns.editor(plan, section, tables(plan)[section], f"plan_table_{mark}")
        name = desk_parts.who(f"plan_who_{mark}")
        pressed = st.form_submit_button(words.LOOK, key=f"plan_try_{mark}", type="primary")
    if pressed:
        _changed(own, plan, section, edited, name)


def _changed(own: Working, plan: Plan, section: str, edited: pd.DataFrame, name: str) -> None:
    try:
        new = edited_plan(plan, {section: edited})
    except PlanError as error:
        return desk_parts.note(words.NOT_SAVED, error.sentences, tone="bad")
    if new == plan:
        return desk_parts.note(words.NOTHING_TYPED)
    _keep(Working(own.draft or uuid.uuid4().hex, own.base, rewritten(own.body, new)), name)
    st.rerun()
    return None


def _keep(own: Working, who: str, state: str = "open") -> None:
    """The draft as it is now, in the store and at this screen."""
    with desk_parts.refusals():
        plan_store.keep_draft(own.draft, own.base, own.body, who, state)
        if state == "open":
            st.session_state[WORKING] = own
        else:
            st.session_state.pop(WORKING, None)


def _draft(own: Working) -> None:
    """The draft in hand: laid together with a newer version first, else what it would do."""
    drafts = plan_store.open_drafts()
    at = drafts.loc[drafts["draft"] == own.draft, "at"]
    if at.empty:  # saved or dropped at another screen
        st.session_state.pop(WORKING, None)
        st.rerun()
    said = words.KEPT_DRAFT.format(at=view.moment(at.iloc[0]), base=_version(own.base))
    with st.container(horizontal=True, vertical_alignment="center"):
        st.html(f"<p class='small'>{said}</p>", width="content")
        if st.button(words.DROP_DRAFT, key="plan_draft_drop", type="tertiary"):
            _keep(own, desk_parts.who("plan_drop_who"), "dropped")
            desk_parts.told(words.DROPPED)
            st.rerun()
    if own.base != plan_store.version_in_force():
        _meet(own)
        return
    name = st.session_state.get("who") or ""
    plan_saving.decide(
        load_plan(own.body),
        own.body,
        key="plan_draft",
        example=words.WHY_HINT,
        saved=lambda: _keep(own, name, "saved"),
    )


def _meet(own: Working) -> None:
    """Another version was saved meanwhile: what it changed, what this draft changes, and the choice wherever both changed the same."""
    base, theirs, mine = load_plan(plan_store.body_of(own.base)), stored.plan(), load_plan(own.body)
    version, who = plan_store.version_in_force(), plan_store.plan_versions()["who"].iloc[0]
    newer = _version(version)
    said = {"base": _version(own.base), "newer": newer, "who": who}
    moved = words.MOVED.format(**said, newer_first=first_letter.large(newer))
    desk_parts.note(moved, changed(base, theirs), tone="bad")
    desk_parts.note(words.MINE.format(**said), changed(base, mine))
    both = merged(leaves(base), leaves(theirs), leaves(mine))
    desk_parts.note(words.BOTH if both.conflicts else words.NO_BOTH)
    chosen = [
        one.path
        for number, one in enumerate(both.conflicts)
        if _is_mine(one, (base, theirs, mine), newer, f"plan_meet_{own.draft}_{version}_{number}")
    ]
    if st.button(words.MERGE, type="primary", key="plan_merge"):
        _lay_together(own, both, mine, chosen, version)


def _is_mine(one: Conflict, plans: tuple[Plan, Plan, Plan], newer: str, key: str) -> bool:
    """Which of the two holds at one place."""
    place, was, their, my = conflict_texts(one, *plans)
    options = [words.THEIRS.format(newer=newer, value=their), words.OWN.format(value=my)]
    label = page_parts.literal(words.WHERE.format(place=place, was=was))
    return st.radio(label, options, key=key) == options[1]


def _lay_together(own: Working, both: Merged, mine: Plan, chosen: list[Path], version: int) -> None:
    try:
        found = Plan.model_validate(data_of(settled(both, leaves(mine), chosen)))
        body = rewritten(plan_store.body_of(version), load_plan(dump_plan(found)))
    except PlanError as error:
        return desk_parts.note(words.NOT_SAVED, error.sentences, tone="bad")
    _keep(Working(own.draft, version, body), st.session_state.get("who") or "")
    desk_parts.told(words.MERGED.format(newer=_version(version)))
    st.rerun()
    return None
