"""What is the same in every year of the live figures, held once for all of them."""

from __future__ import annotations

import datetime as dt

from dashboard.assessment.standing import Province, Records, province
from dashboard.plan import Plan
from dashboard.ui.own_cache import of_store


@of_store(show_spinner=False, max_entries=2)
def every_year(
    change: int, plan_print: str, as_of: dt.date, _plan: Plan, _records: Records
) -> Province:
    """Kept by the number of the change, the plan's fingerprint and the day; the plan and the records are theirs."""
    return province(_plan, _records, as_of)
