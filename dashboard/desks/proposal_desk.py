"""The proposals of the plan's rules on screen, as the pack has them."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from dashboard.assessment import inspection_lot, proposals
from dashboard.assessment.commending import Known
from dashboard.assessment.standing import Standing
from dashboard.desks import discipline_desk, nominee_desk, vote_desk
from dashboard.exports.report.chapters.proposed import commended_words, inspected_words
from dashboard.plan import Milestone
from dashboard.ui import choices, meeting_papers, meeting_store, page_parts, stored
from dashboard.ui.shown_tables import show_table
from dashboard.views import award_words
from dashboard.views import commended as view
from dashboard.wording import meeting_words
from dashboard.wording import proposal_words as words
from dashboard.wording import screen_words as frame_words
from dashboard.writing.columns import Column
from dashboard.writing.nouns import worded
from dashboard.writing.table_model import Table

REWARDS = {
    "name": Column("Đơn vị"),
    "form": Column("Hình thức đề nghị", width="medium"),
    "grounds": Column("Căn cứ", width="large"),
    "result": Column("Kết quả", "score"),
    "score": Column("Riêng năm", "score"),
    "class_name": "Xếp loại",
    "block": Column("Khối, cụm", width="medium"),
    "individuals": Column("Số cá nhân", "count"),
}
INSPECTIONS = {
    "name": Column("Đơn vị"),
    "how": "Cách chọn",
    "grounds": Column("Căn cứ", width="large"),
    "block": Column("Khối, cụm", width="medium"),
}


def proposed(standing: Standing, milestone: Milestone, own: pd.DataFrame) -> None:
    """Commendation and inspection, each with the sentence that people decide; why others are not proposed; disciplines that keep units out."""
    if standing.plan.rewards is None and standing.plan.inspections is None:
        page_parts.small(meeting_words.PROPOSALS_NONE)
        return
    used = _used(standing, milestone, own)
    found = proposals.propose(used.standing, milestone, used.known)
    if used.standing.plan.rewards:
        _commended(used, milestone, found)
    if used.standing.plan.inspections:
        _inspected(used)
    if used.standing.plan.rewards:
        nominee_desk.persons(milestone, found)
        vote_desk.votes(milestone, found)
    discipline_desk.disciplines(standing)


class _Used(NamedTuple):
    """The figures that proposals are made from, what stands beside them, visits of inspectors, which figures these are and their source in words."""

    standing: Standing
    known: Known
    visits: pd.DataFrame
    said: str
    source: str


def _used(standing: Standing, milestone: Milestone, own: pd.DataFrame) -> _Used:
    """The newest seal, as the papers have it by default, else the figures as they are."""
    if own.empty:
        known = Known(stored.table("lineage"), meeting_store.entered().disciplines)
        source = frame_words.source(standing.as_of)
        return _Used(standing, known, stored.table("inspections"), words.OF_LIVE, source)
    material = meeting_papers.figures(None, milestone.code, inner=True).material
    said = words.OF_SEAL.format(number=own["id"].iloc[0], name=own["name"].iloc[0])
    known, visits = material.known, material.extras.inspections
    return _Used(material.standing, known, visits, said, material.source)


def _commended(used: _Used, milestone: Milestone, found: proposals.Proposals) -> None:
    standing, source = used.standing, used.source
    page_parts.heading(words.REWARDS_TITLE)
    page_parts.small(used.said)
    page_parts.small(commended_words(found.rows))
    page_parts.small(view.added_up(found))
    show_table(
        Table(words.REWARDS_TITLE, worded(REWARDS), found.rows, source, opens="unit"),
        key="hop_rewards",
        on_click=choices.open_unit,
    )
    if len(found.others):
        page_parts.folded(
            lambda: show_table(
                view.others_table(found, source), key="hop_others", on_click=choices.open_unit
            ),
            key="hop_others",
            label=words.OTHERS_FOLD,
        )
    page_parts.small(award_words.basis(standing.plan, milestone.year))
    page_parts.folded(
        lambda: show_table(award_words.titles_table(standing.plan), key="hop_law", downloads=False),
        key="hop_law",
        label=award_words.TITLE,
    )


def _inspected(used: _Used) -> None:
    drawn = inspection_lot.inspections(used.standing, used.visits)
    page_parts.heading(words.INSPECTIONS_TITLE)
    page_parts.small(inspected_words(drawn))
    show_table(
        Table(
            words.INSPECTIONS_TITLE,
            worded(INSPECTIONS),
            drawn.rows.assign(how=drawn.rows["how"].map(words.HOW)),
            used.source,
            opens="unit",
        ),
        key="hop_inspections",
        on_click=choices.open_unit,
    )
