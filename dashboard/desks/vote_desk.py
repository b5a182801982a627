"""The council's vote, counted on screen: the numbers of the sitting, the ballots of each candidate, what came out, and who entered what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd
import streamlit as st

from dashboard.assessment import council_vote as vote
from dashboard.assessment.proposals import Proposals
from dashboard.exports.report.beside_figures import Entered
from dashboard.plan import Milestone
from dashboard.ui import desk_fields, desk_parts, drafts, meeting_store, page_parts, stored
from dashboard.ui.edited_sheet import typed_sheet
from dashboard.ui.memo import kept
from dashboard.ui.shown_tables import show_table
from dashboard.views import commended, profile, voted
from dashboard.views.voting import Typed, changed, sheet, typed_of
from dashboard.wording import meeting_words
from dashboard.wording import vote_words as words
from dashboard.writing.formats import DASH

WIDTHS: dict[str, Any] = {"name": 200, "agree": 100, "disagree": 140, "told": 110}
"""px, of the columns of the sheet; the ballots stand beside the name, so that a phone shows both."""
ROW_HEIGHT = 66  # px: from here on the grid sets a long name on several lines


class _Case(NamedTuple):
    """What is voted on at a milestone, and what is entered of it."""

    milestone: Milestone
    entered: Entered
    rows: pd.DataFrame
    count: vote.Count | None
    votes: Mapping[vote.Key, vote.Vote]

    def key(self, name: str) -> str:
        """The lasting name of a field of this milestone."""
        return f"vote_{name}_{self.milestone.code}"


def votes(milestone: Milestone, found: Proposals) -> None:
    """The count of the vote, folded: names of persons stand in it. In: the proposals of the milestone's year."""
    page_parts.folded(lambda: _part(milestone, found), key="hop_votes", label=words.TITLE)


def _part(milestone: Milestone, found: Proposals) -> None:
    case = _case(milestone, found)
    page_parts.small(words.SAID)
    if case.rows.empty:
        return page_parts.small(words.NOBODY)
    law = stored.plan().award_law
    page_parts.small(
        words.NEEDED_SAID.format(
            quorum=voted.quorum(law),
            base=words.BASES[law.vote_base],
            needed=voted.needed(law, case.rows["form"]),
        )
    )
    page_parts.small(f"{voted.summary(case.rows)} {voted.gone(case.rows, case.votes)}".strip())
    _form(case, _editor(case, sheet(case.rows)))
    entered = case.entered
    names = kept(profile.names)(stored.tables())
    table = voted.history(entered.vote_counts, entered.votes, milestone.code, names)
    if table.rows:
        page_parts.folded(
            lambda: show_table(table, key="hop_vote_history", downloads=False),
            key="hop_vote_history",
            label=words.HISTORY,
        )
    return None


def _case(milestone: Milestone, found: Proposals) -> _Case:
    entered = meeting_store.entered()
    persons = commended.nominee_rows(entered.nominees, milestone.code, found)
    count = vote.count_of(entered.vote_counts, milestone.code)
    ballots = vote.votes_of(entered.votes, milestone.code)
    asked = voted.candidates(found, persons)
    rows = vote.outcomes(asked, count, ballots, stored.plan().award_law)
    return _Case(milestone, entered, rows, count, ballots)


def _editor(case: _Case, shown: pd.DataFrame) -> pd.DataFrame:
    """The ballots of each candidate as they are typed; what is typed and not sent is kept."""
    begun = drafts.table(case.key("table"), "table", shown, by="key")
    text = st.column_config.TextColumn
    settings = {
        name: text(
            label,
            disabled=name not in ("agree", "disagree"),
            width=WIDTHS.get(name, "medium"),
            alignment="right" if name in ("agree", "disagree", "told") else None,
        )
        for name, label in words.COLUMNS.items()
    }
    edited = typed_sheet(
        begun,
        settings,
        key=meeting_store.fresh(case.key("table")),
        placeholder=DASH,
        height="content",
        row_height=ROW_HEIGHT,
        alt=words.TABLE_ALT,
    )
    drafts.keep_tables(case.key("table"), {"table": (shown, edited)}, by="key")
    return edited


def _form(case: _Case, edited: pd.DataFrame) -> None:
    fields = meeting_store.fresh_ones(*map(case.key, (*words.COUNT_FIELDS, "reason")))
    with drafts.form(case.key("form"), fields):
        texts = _count_fields(case, fields)
        reason = desk_fields.line(words.REASON, fields[case.key("reason")], words.REASON_HINT)
        who = desk_parts.who("vote_who")
        pressed = st.form_submit_button(words.BUTTON, key="vote_save")
    if pressed:
        _enter(case, typed_of(case.rows, texts, edited), reason, who)


def _count_fields(case: _Case, fields: Mapping[str, str]) -> dict[str, str]:
    """The six numbers of the sitting, which begin with those entered last."""
    known = case.count._asdict() if case.count else {}
    texts = {}
    with st.container(horizontal=True, gap="small"):
        for name, label in words.COUNT_FIELDS.items():
            key = fields[case.key(name)]
            if key not in st.session_state and name in known:
                st.session_state[key] = str(known[name])
            help_ = words.ISSUED_HELP if name == "issued" else None
            texts[name] = st.text_input(
                label, key=key, max_chars=5, autocomplete="off", width=128, help=help_
            )
    return texts


def _enter(case: _Case, typed: Typed, reason: str, who: str) -> None:
    new = changed(case.rows, case.count, typed)
    mistakes = [
        *typed.mistakes,
        *([words.REASON_MISSING] if new.corrects and not reason else []),
        *([] if who else [meeting_words.WHO_MISSING]),
    ]
    if mistakes:
        return desk_parts.note(words.NOT_SAVED, mistakes, tone="bad")
    if not new.said:
        return desk_parts.note(words.NOTHING_NEW)
    with desk_parts.refusals():
        _store(case.milestone, new.count, new.votes, reason, who)
        drafts.forget(case.key("table"))
        meeting_store.begin_afresh(case.key("form"))
        desk_parts.told(words.SAVED.format(said=new.said))
        st.rerun()
    return None


def _store(
    milestone: Milestone,
    count: vote.Count | None,
    ballots: Sequence[Mapping[str, Any]],
    reason: str,
    who: str,
) -> None:
    """The sitting and the ballots as one deed: a vote half entered would be read as counted."""
    shared = {"milestone": milestone.code, "reason": reason or None}
    sitting = [("vote_counts", {**shared, **count._asdict()})] if count else []
    meeting_store.enter_many([*sitting, *(("votes", {**shared, **one}) for one in ballots)], who)
