"""The first sentence of everything that is handed out: the one that the screen begins with."""

from __future__ import annotations

import pandas as pd

from dashboard.assessment.standing import Standing
from dashboard.plan import TOTAL
from dashboard.views import at_a_glance, reach, series


def first_sentence(standing: Standing, block: str = "") -> str:
    """`at_a_glance.sentence` of all units, or of a block, which then stands before it; held against the milestone before as on Tổng quan."""
    members, table = series.members_until(standing), standing.table
    values = series.unit_values(standing, TOTAL)
    if block:
        members, table, values = (_of(block, rows) for rows in (members, table, values))
    reached = reach.by_year(standing, values, members)
    before = reach.before(standing, reached, members)
    return at_a_glance.sentence(standing, table, before, block)


def _of(block: str, rows: pd.DataFrame) -> pd.DataFrame:
    return rows[rows["block"] == block]
