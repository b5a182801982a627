"""Who can be urged by letter, and by which day an answer is asked for."""

from __future__ import annotations

import datetime as dt

import pandas as pd

from dashboard.assessment.deadlines import Urged
from dashboard.wording import filing_words as words
from dashboard.writing import formats

REPLY_DAYS, OFFERED_DAYS = 7, 30
WEEKEND = (5, 6)
WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu")


def urged(board_: pd.DataFrame, state: str) -> list[Urged]:
    """Whom a letter about a state (missing, late) goes to: the units that still live, in protocol order."""
    rows = board_[(board_["state"] == state) & board_["ended"].isna()].sort_values(
        "position", kind="stable"
    )
    return [
        Urged(
            one.unit,
            one.name,
            one.block,
            int(one.days),
            None if state == "missing" else one.submitted_on.date(),
        )
        for one in rows.itertuples(index=False)
    ]


def left_out(board_: pd.DataFrame, state: str) -> str:
    """Units of a state that no letter goes to because they have ended, with their last day; '' if there is none."""
    rows = board_[(board_["state"] == state) & board_["ended"].notna()]
    names = [f"{one.name} (đến {formats.date(one.ended)})" for one in rows.itertuples(index=False)]
    return words.ENDED.format(units=formats.listed(names)) if names else ""


def to_check(board_: pd.DataFrame) -> str:
    """How many missing units already have scores of the year: a hint that the register may lag; '' if none."""
    count = int(
        ((board_["state"] == "missing") & board_["has_scores"] & board_["ended"].isna()).sum()
    )
    return words.CHECK_FIRST.format(units=formats.count(count, "đơn vị")) if count else ""


def reply_days(as_of: dt.date) -> dict[str, dt.date]:
    """Working days of the next weeks as choices: “Thứ Hai, 30/11/2026”."""
    days = [as_of + dt.timedelta(days=ahead) for ahead in range(1, OFFERED_DAYS)]
    return {
        f"{WEEKDAYS[day.weekday()]}, {formats.date(day)}": day
        for day in days
        if day.weekday() not in WEEKEND
    }


def usual_reply(days: dict[str, dt.date], as_of: dt.date) -> int:
    """The place of the first working day a week ahead."""
    return next(
        place
        for place, day in enumerate(days.values())
        if day >= as_of + dt.timedelta(days=REPLY_DAYS)
    )
