"""Whose report it is by the register, and the names by which a text may call its units."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from dashboard.ui import stored
from dashboard.ui.own_cache import of_store
from dashboard.views.others_in_quotes import Names, names_of
from data_access import loading
from data_access.intake.unit_facts import Facts, Life


class Meant(NamedTuple):
    """The registered unit that a report's own name for it means; `bare`: by its name without accents only. Where none is certain the nearest, best first; codes."""

    code: str | None
    bare: bool
    near: list[str]


def unit_meant(name: str, year: int | None, on: dt.date | None = None) -> Meant:
    """Whose report it is by the register, in a year; of several with the name the one that lived on the day the report bears."""
    facts = _facts(stored.last_change(), stored.fingerprint(stored.plan()))
    names = facts.unit_names
    match = names.find(name, year)
    living = [one.code for one in match.candidates if _lived(facts.lives[one.code], on)]
    dated = living[0] if len(living) == 1 else None
    code = match.code or dated or (names.unaccented(name, year) if not match.candidates else None)
    near = living or [one.code for one in match.candidates or names.near(name)]
    return Meant(code, code is not None and not (match.code or dated), [] if code else near)


def _lived(life: Life, on: dt.date | None) -> bool:
    begun = on is None or life.valid_from is None or life.valid_from <= on
    return begun and (on is None or life.valid_to is None or on <= life.valid_to)


@of_store(show_spinner=False, max_entries=2)
def _facts(change: int, plan_print: str) -> Facts:
    return loading.facts_of(stored.store(), stored.plan().as_data())


@of_store(show_spinner=False, max_entries=2)
def unit_names_in_words(change: int) -> Names:
    """The names by which a text may call the units of the register."""
    return names_of(stored.table("units"))
