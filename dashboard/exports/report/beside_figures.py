"""What stands beside the figures of a pack: what people entered about meetings, and lists that no score depends on."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

import pandas as pd

from dashboard.assessment.commending import NO_DISCIPLINE, NO_NOMINEES
from dashboard.assessment.council_vote import NO_COUNTS, NO_VOTES


class Entered(NamedTuple):
    """What people entered about meetings: frames of the store's tables of these names (`conclusions` with their state now)."""

    conclusions: pd.DataFrame
    replies: pd.DataFrame
    publications: pd.DataFrame
    disciplines: pd.DataFrame = NO_DISCIPLINE
    nominees: pd.DataFrame = NO_NOMINEES
    vote_counts: pd.DataFrame = NO_COUNTS
    votes: pd.DataFrame = NO_VOTES


READINESS = "readiness"
"""The list of a seal that tells what was ready when it was made."""


class Extras(NamedTuple):
    """Frames that no score depends on, columns as in docs/architecture.md; all may be empty. `today` tells what is overdue. `readiness`: what was ready
    and what was waived when the figures were sealed (`meeting.readiness.COLUMNS`); None where they are not, or by an earlier program."""

    documents: pd.DataFrame
    awards: pd.DataFrame
    inspections: pd.DataFrame
    examples: pd.DataFrame
    limitations: pd.DataFrame
    lineage: pd.DataFrame
    indices: pd.DataFrame
    conclusions: pd.DataFrame
    replies: pd.DataFrame
    publications: pd.DataFrame
    today: dt.date
    disciplines: pd.DataFrame = NO_DISCIPLINE
    readiness: pd.DataFrame | None = None
    nominees: pd.DataFrame = NO_NOMINEES
    vote_counts: pd.DataFrame = NO_COUNTS
    votes: pd.DataFrame = NO_VOTES
