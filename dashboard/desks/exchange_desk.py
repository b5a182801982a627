"""The history of what passed between a unit and the secretariat, on the unit's page and on the secretariat's board alike."""

from __future__ import annotations

from dashboard.plan import Plan
from dashboard.ui import desk_fields, page_parts, stored
from dashboard.ui.memo import kept
from dashboard.ui.shown_tables import show_table
from dashboard.views import exchange as view
from dashboard.views import exchange_words as words
from dashboard.views import profile


def history(plan: Plan, unit: str) -> None:
    """Everything of one unit, the newest first."""
    page_parts.heading(words.HEADING)
    door = stored.store()
    table = view.exchanged(plan, {name: door.entered(name) for name in view.TABLES}, unit)
    if table.frame.empty:
        page_parts.small(words.NOTHING)
    else:
        show_table(table, key="exchange", height=320)


def of_one(plan: Plan) -> None:
    """The history of a unit that is chosen."""
    names = kept(profile.names)(stored.tables())
    page_parts.heading(words.WHOSE)
    unit = desk_fields.unit("exchange_unit", names)
    if unit:
        history(plan, unit)
