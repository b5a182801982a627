"""Who writes the letters, and on which occasion."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from dashboard.exports import letter_words as words
from dashboard.exports.paper.contents import Office, Signature
from dashboard.exports.report.order import place_name
from dashboard.plan import Plan, ReportDeadline
from dashboard.wording.filing_words import report_name
from dashboard.writing import first_letter


@dataclass(frozen=True)
class Sender:
    """Who sends: the office, who signs, who gets a copy, and to whom it reports (`owner`)."""

    office: Office
    signature: Signature
    copies: tuple[str, ...]
    owner: str


@dataclass(frozen=True)
class Occasion:
    """What all letters of one occasion share: the deadline missed, the day of the facts, the day by which an answer is asked; `mark` for sample data."""

    plan: Plan
    deadline: ReportDeadline
    as_of: dt.date
    reply_by: dt.date
    mark: str = ""

    @property
    def report(self) -> str:
        """What was to be filed, inside a sentence: “báo cáo năm 2025, kèm báo cáo tổng kết”."""
        return first_letter.small(report_name(self.deadline))


def usual_sender(plan: Plan) -> Sender:
    """The plan's secretariat under its owner, without one the owner itself; every part can be changed before a letter is made."""
    owner = plan.owner.replace("Ủy ban nhân dân", "UBND")
    place = place_name(plan.province)
    office = plan.secretariat
    if office is None:
        return Sender(Office("", owner, place, ""), Signature(("",)), (words.FIRST_COPY,), owner)
    copies = tuple(one.replace("{owner}", owner) for one in office.copies)
    return Sender(
        Office(office.superior or owner, office.body, office.place or place, office.symbol),
        Signature(office.signed_by),
        copies,
        owner,
    )


def movement_inside(plan: Plan) -> str:
    """The movement's short name inside a sentence."""
    return f"phong trào {first_letter.small(plan.short_name)}"
