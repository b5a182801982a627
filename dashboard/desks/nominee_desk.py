"""Persons proposed for commendation, on screen: those of the milestone, and the form that proposes one or takes one back."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboard.assessment.proposals import Proposals
from dashboard.desks import nominee_import_desk
from dashboard.plan import Milestone
from dashboard.ui import desk_fields, desk_parts, drafts, meeting_store, page_parts, stored
from dashboard.ui.memo import kept
from dashboard.ui.shown_tables import show_table
from dashboard.views import commended, profile
from dashboard.wording import meeting_words
from dashboard.wording import proposal_words as words

FORM, TEXT_LIMIT = "nominee_form", 2000
FIELDS = ("nominee_person", "nominee_post", "nominee_achievement")


def persons(milestone: Milestone, found: Proposals) -> None:
    """The persons and the form; folded, since names of persons stand in it. In: the proposals of the milestone's year."""
    page_parts.folded(
        lambda: _part(milestone, found), key="hop_nominees", label=words.NOMINEES_TITLE
    )


def _part(milestone: Milestone, found: Proposals) -> None:
    page_parts.small(words.NOMINEES_SAID)
    rows = commended.nominee_rows(meeting_store.entered().nominees, milestone.code, found)
    if rows.empty:
        page_parts.small(words.NOMINEES_NONE)
    else:
        show_table(commended.nominees_table(rows, ""), key="hop_persons", downloads=False)
    _form(milestone, rows)
    nominee_import_desk.from_file(milestone, found, rows)


def _form(milestone: Milestone, rows: pd.DataFrame) -> None:
    names = kept(profile.names)(stored.tables())
    typed = meeting_store.fresh_ones(*FIELDS)
    with drafts.form(FORM, typed):
        unit = desk_fields.unit(meeting_store.fresh("nominee_unit"), names)
        with st.container(horizontal=True, gap="small"):
            person = desk_fields.line(words.NOMINEE_COLUMNS["person"], typed["nominee_person"])
            post = desk_fields.line(words.NOMINEE_COLUMNS["post"], typed["nominee_post"])
        with st.container(horizontal=True, gap="small"):
            form = st.selectbox(
                words.NOMINEE_COLUMNS["form"], _forms(), key="nominee_title", filter_mode="contains"
            )
            step = st.selectbox(
                words.NOMINEE_STEP,
                list(words.NOMINEE_STEPS),
                format_func=words.NOMINEE_STEPS.__getitem__,
                key="nominee_step",
                filter_mode=None,
            )
        achievement = st.text_area(
            words.NOMINEE_COLUMNS["achievement"],
            key=typed["nominee_achievement"],
            max_chars=TEXT_LIMIT,
        ).strip()
        who = desk_parts.who("nominee_who")
        pressed = st.form_submit_button(words.NOMINEE_BUTTON, key="nominee_save")
    if pressed:
        row = {"unit": unit, "person": person, "post": post, "form": form, "step": step}
        _enter(milestone, {**row, "achievement": achievement}, rows, who)


def _forms() -> list[str]:
    """The titles and forms that the law lets a person bear."""
    return [one.name for one in stored.plan().award_law.titles if "person" in one.bearers]


def _enter(milestone: Milestone, row: dict, rows: pd.DataFrame, who: str) -> None:
    known = set(zip(rows["unit"], rows["person"], rows["form"], strict=True))
    needed = ("unit", "person", "post", "form", "achievement")
    gone = row["step"] == "withdrawn"
    if gone:
        row = {**row, "post": row["post"] or "–", "achievement": row["achievement"] or "–"}
    mistakes = [
        *([] if all(row[name] for name in needed) else [words.NOMINEE_MISSING]),
        *([] if who else [meeting_words.WHO_MISSING]),
        *(
            [words.NOMINEE_UNKNOWN.format(form=row["form"], person=row["person"])]
            if gone and (row["unit"], row["person"], row["form"]) not in known
            else []
        ),
    ]
    if mistakes:
        return desk_parts.note("Chưa ghi:", mistakes, tone="bad")
    with desk_parts.refusals():
        meeting_store.enter("nominees", who=who, milestone=milestone.code, **row)
        meeting_store.begin_afresh(FORM)
        said = {"step": words.NOMINEE_STEPS[row["step"]].lower(), "person": row["person"]}
        desk_parts.told(words.NOMINEE_DONE.format(form=row["form"], **said))
        st.rerun()
    return None
