"""A change tried before it is stored: every year worked out as it is and as it would be, laid beside each other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import pandas as pd

from dashboard.assessment.commending import Known
from dashboard.assessment.consequences import Beside, YearConsequences, consequences
from dashboard.assessment.standing import Records, Standing, of_year, province
from dashboard.plan import Plan


def of_change(
    old: tuple[Plan, Records],
    new: tuple[Plan, Records],
    as_of: dt.date,
    disciplines: pd.DataFrame,
    visits: pd.DataFrame,
    before: Mapping[int, Standing] | None = None,
) -> tuple[YearConsequences, ...]:
    """Every year of a plan with its records, and of another plan or other records in their place. In: the rows of the store's `disciplines` and
    `inspections`; the standings without the change, where they are at hand.
    """
    was, now = (Beside(Known(records.lineage, disciplines), visits) for _, records in (old, new))
    found = before if before is not None else _standings(*old, as_of)
    return consequences(found, _standings(*new, as_of), was, now)


def _standings(plan: Plan, records: Records, as_of: dt.date) -> dict[int, Standing]:
    then = province(plan, records, as_of)
    return {year: of_year(then, year) for year in plan.years}
