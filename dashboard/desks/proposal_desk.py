"""The proposals of the plan's rules on screen, as the pack has them."""

from __future__ import annotations

from dashboard.assessment import inspection_lot, proposals
from dashboard.assessment.commending import Known
from dashboard.assessment.standing import Standing
from dashboard.desks import discipline_desk
from dashboard.exports.report.chapters.proposed import commended_words, inspected_words
from dashboard.plan import Milestone
from dashboard.ui import choices, meeting_store, page_parts, stored
from dashboard.ui.shown_tables import show_table
from dashboard.views import commended as view
from dashboard.wording import meeting_words
from dashboard.wording import proposal_words as words
from dashboard.writing.columns import Column
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


def proposed(standing: Standing, milestone: Milestone, source: str) -> None:
    """Commendation and inspection, each with the sentence that people decide; why others are not proposed; disciplines that keep units out."""
    if standing.plan.rewards is None and standing.plan.inspections is None:
        page_parts.small(meeting_words.PROPOSALS_NONE)
        return
    if standing.plan.rewards:
        _commended(standing, milestone, source)
    if standing.plan.inspections:
        _inspected(standing, source)
    discipline_desk.disciplines(standing)


def _commended(standing: Standing, milestone: Milestone, source: str) -> None:
    known = Known(stored.table("lineage"), meeting_store.entered().disciplines)
    found = proposals.propose(standing, milestone, known)
    page_parts.heading(words.REWARDS_TITLE)
    page_parts.small(commended_words(found.rows))
    page_parts.small(view.added_up(found))
    show_table(
        Table(words.REWARDS_TITLE, REWARDS, found.rows, source, opens="unit"),
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


def _inspected(standing: Standing, source: str) -> None:
    drawn = inspection_lot.inspections(standing, stored.table("inspections"))
    page_parts.heading(words.INSPECTIONS_TITLE)
    page_parts.small(inspected_words(drawn))
    show_table(
        Table(
            words.INSPECTIONS_TITLE,
            INSPECTIONS,
            drawn.rows.assign(how=drawn.rows["how"].map(words.HOW)),
            source,
            opens="unit",
        ),
        key="hop_inspections",
        on_click=choices.open_unit,
    )
