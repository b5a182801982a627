"""Publishing an edition, on screen and on the command line alike: the next step of one that is sealed, or of the figures as they are, which are sealed first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import pandas as pd

from dashboard.access.edition import PUBLISHED, Edition
from dashboard.plan import Plan
from dashboard.wording import meeting_words as words

WITHDRAWN = "withdrawn"


class Unread(NamedTuple):
    """A year that was published before there were editions and of which none is published: nobody reads it now. `meeting`: the ground that was given then."""

    year: int
    meeting: str | None


class AlreadySoError(Exception):
    """The edition stands where the step would bring it; the text says so."""


def take(
    enter: Callable[..., Any],
    own: Edition,
    step: str,
    on: dt.date,
    *,
    who: str,
    meeting: str | None,
) -> None:
    """Publish or withdraw an edition. `enter` adds the row where it is kept. Raises `AlreadySoError`, and the store's errors."""
    if (own.published_on is not None) == (step == PUBLISHED):
        raise AlreadySoError(words.ALREADY_SO.format(number=own.number))
    about = {"year": own.year, "seal": own.number, "step": step, "on": on}
    enter("published_years", who=who, meeting=meeting or None, **about)


def seal_name(year: int, meeting: str | None) -> str:
    """How the figures as they are, sealed to be published, are called."""
    return words.PUBLISHED_NAME.format(year=year, ground=f", {meeting}" if meeting else "")


def milestone_of(plan: Plan, year: int) -> str:
    """The milestone that an edition of a year bears: the year's last one, else the year itself."""
    return next((one.code for one in reversed(plan.milestones) if one.year == year), str(year))


def unread(editions: Sequence[Edition], steps: pd.DataFrame) -> list[Unread]:
    """Years published before there were editions that nobody reads now, oldest first. In: every edition, the store's rows of `published_years`."""
    read = {one.year for one in editions if one.published_on}
    newest = steps.sort_values("id", kind="stable").drop_duplicates("year", keep="last")
    lost = newest[newest["seal"].isna() & (newest["step"] == PUBLISHED)].sort_values("year")
    return [
        Unread(int(year), meeting if isinstance(meeting, str) else None)
        for year, meeting in zip(lost["year"], lost["meeting"], strict=True)
        if int(year) not in read
    ]
