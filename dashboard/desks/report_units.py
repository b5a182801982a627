"""Whose report it is by the register, and the names by which a text may call its units."""

from __future__ import annotations

import datetime as dt

from dashboard.ui import stored
from dashboard.ui.own_cache import of_store
from dashboard.views.others_in_quotes import Names, names_of
from data_access import loading
from data_access.intake import meant_unit
from data_access.intake.meant_unit import Meant
from data_access.intake.unit_facts import Facts


def unit_meant(name: str, year: int | None, on: dt.date | None = None) -> Meant:
    """Whose report it is by the register of the store."""
    facts = _facts(stored.last_change(), stored.fingerprint(stored.plan()))
    return meant_unit.unit_meant(facts, name, year, on)


@of_store(show_spinner=False, max_entries=2)
def _facts(change: int, plan_print: str) -> Facts:
    return loading.facts_of(stored.store(), stored.plan().as_data())


@of_store(show_spinner=False, max_entries=2)
def unit_names_in_words(change: int) -> Names:
    """The names by which a text may call the units of the register."""
    return names_of(stored.table("units"))
