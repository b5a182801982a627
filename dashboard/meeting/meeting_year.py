"""The year of a meeting: which it is, and its figures, of which there must be some."""

from __future__ import annotations

import datetime as dt

from dashboard.assessment.standing import Records, Standing, assess
from dashboard.plan import Plan
from dashboard.wording import meeting_words as words


class MeetingError(Exception):
    """A seal or pack that cannot be made; the text says why."""


def assessed(plan: Plan, records: Records, year: int, as_of: dt.date) -> Standing:
    """The standing of the year, in which somebody must have been assessed and one result be known."""
    return with_results(assess(plan, records, year, as_of))


def with_results(standing: Standing) -> Standing:
    """The standing itself. Raises `MeetingError` where nobody was assessed or no result is known."""
    year = standing.year
    if not standing.table["assessed"].any():
        raise MeetingError(words.NOBODY.format(year=year))
    if standing.chosen.of(["attained"], years=[year])["attained"].isna().all():
        raise MeetingError(words.NO_RESULT.format(year=year))
    return standing


def year_of_paper(plan: Plan, milestone: str) -> int:
    """The year of a milestone that papers are made of. Raises `MeetingError` for an unknown one, and for a year without one of its own."""
    year = year_of(plan, milestone)
    if milestone not in {one.code for one in plan.milestones}:
        raise MeetingError(words.YEAR_WITHOUT_MILESTONE.format(year=year))
    return year


def year_of(plan: Plan, milestone: str) -> int:
    """The year of a milestone by its code, or of a year of the plan by its number: an edition of a year without a milestone bears the year itself. Raises `MeetingError` that names the milestones."""
    known = {one.code: one.year for one in plan.milestones}
    found = known.get(milestone) or {str(year): year for year in plan.years}.get(milestone)
    if found is None:
        raise MeetingError(words.NO_MILESTONE.format(code=milestone, known=", ".join(known)))
    return found
