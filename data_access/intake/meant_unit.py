"""Whose name a text writes: the registered unit that it means in a year."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from data_access.intake.unit_facts import Facts, Life


class Meant(NamedTuple):
    """The registered unit that a name means; `bare`: by its name without accents only. Where none is certain the nearest, best first; codes."""

    code: str | None
    bare: bool
    near: list[str]


def unit_meant(facts: Facts, name: str, year: int | None, on: dt.date | None = None) -> Meant:
    """The unit of that name in a year; of several with the name the one that lived on the day that the text bears."""
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
