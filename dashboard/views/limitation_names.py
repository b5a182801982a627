"""What kinds of limitations are called: as the plan lists them, else as the program brings them."""

from __future__ import annotations

from dashboard.plan import Plan
from dashboard.reading.fault_categories import OTHER, category_names


def limitation_names(plan: Plan) -> dict[str, str]:
    """Code → name, “khác” last. A kind that reports are read for and the plan does not list is “khác” (`listed_code`)."""
    shipped = category_names()
    if not plan.limitations:
        return shipped
    own = {one.code: one.name for one in plan.limitations if one.code != OTHER}
    return own | {OTHER: shipped[OTHER]}


def listed_code(plan: Plan, code: str) -> str:
    """The code under which a limitation is listed."""
    return code if code in limitation_names(plan) or code not in category_names() else OTHER
