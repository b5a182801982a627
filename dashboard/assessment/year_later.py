"""A year of a large province that is read once somebody looks at it: what was made ahead of it is found by plan, year and day alone."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from dashboard.assessment.seen_by_year import Province
from dashboard.assessment.standing import Standing, as_standing

OWN = ("table", "progress", "inferred", "flags")
"""What a year has of its own, beside what all years share."""


class YearLater(Standing):
    """A standing that has no part of `OWN` until the first of them is asked for; by then, and in all else, it is like any other."""

    def __getattr__(self, name: str) -> Any:
        if name not in OWN:
            raise AttributeError(name)
        with self.__dict__["_reading"]:
            if name not in self.__dict__:
                whole = self.__dict__["_made"]()
                self.__dict__.update({one: getattr(whole, one) for one in OWN})
                self.__dict__["_looked_at"](self)
        return self.__dict__[name]


def year_later(
    known: Province, year: int, made: Callable[[], Standing], looked_at: Callable[[Standing], None]
) -> Standing:
    """The year that `made` will give of this province; `looked_at` is told when it has."""
    nothing: Any = None
    shared = as_standing(known, year, nothing, nothing, nothing, nothing)
    later = object.__new__(YearLater)
    later.__dict__.update({name: one for name, one in vars(shared).items() if name not in OWN})
    later.__dict__.update(_made=made, _looked_at=looked_at, _reading=threading.Lock())
    return later
