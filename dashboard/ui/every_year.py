"""What is the same in every year of the live figures, held once for all of them."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple
from weakref import WeakValueDictionary

from dashboard.assessment.rows_by_year import LARGE
from dashboard.assessment.seen_by_year import Province
from dashboard.assessment.standing import Standing, of_year
from dashboard.assessment.year_later import year_later
from dashboard.plan import Plan
from dashboard.serving.years_ahead import name_of, province_now
from dashboard.ui import figures_ahead
from dashboard.ui import frame_words as words
from dashboard.ui.opened import movement, opened
from dashboard.ui.own_cache import HOUSE, of_store
from data_access import figures_folder

FEWEST = 15_000
"""Results from which a process of its own spares the readers more than it costs: it takes a second to begin."""
KEPT = 24
_SHOWN: WeakValueDictionary[tuple[str, int], Standing] = WeakValueDictionary()
"""Years that some open page still shows, held or not: who asks for one again is given the same, else every page would hold its own."""


class Live(NamedTuple):
    """What all years share, and how the names of the figures begin that are kept of exactly this; '' where none may be read beside it."""

    whole: Province
    name: str


@of_store(show_spinner=False, max_entries=4)
def figures_name(change: int, plan_print: str, as_of: dt.date) -> str:
    """How the names of everything begin that was worked out of these figures (`years_ahead.name_of`); the key is that of `live`."""
    return name_of(opened(), change, plan_print, as_of)


@of_store(show_spinner=words.READING_STORE, max_entries=1)
def live(change: int, plan_print: str, as_of: dt.date, _plan: Plan) -> Live:
    """Kept by the number of the change, the plan's fingerprint and the day; the plan is theirs. Read where it was worked out ahead, else worked out; the records are let go."""
    _standing.let_go()  # years of an earlier change, with all that they share
    store = opened()
    name = figures_name(change, plan_print, as_of)
    kept = figures_ahead.province_kept(store, name, _plan, as_of)
    if kept is not None:
        return Live(kept, name)
    found, whole = province_now(store, _plan, as_of)
    is_of_it = found == change  # else somebody has just stored more
    return Live(whole, name if is_of_it else "")


def standing(change: int, plan_print: str, year: int, as_of: dt.date, plan: Plan) -> Standing:
    """One year of the live figures; the key is that of `live`."""
    return _standing(change, plan_print, year, as_of, live(change, plan_print, as_of, plan))


@of_store(show_spinner=words.WORKING_OUT, max_entries=KEPT)
def _standing(change: int, plan_print: str, year: int, as_of: dt.date, _live: Live) -> Standing:
    if not _live.name:
        return _of(_live, year)
    found = _SHOWN.get((_live.name, year)) or _of(_live, year)
    return _SHOWN.setdefault((_live.name, year), found)


def _of(known: Live, year: int) -> Standing:
    """One year: read where it was worked out ahead, of a very large store once somebody looks at it, or before a change of which it sees nothing; else worked out."""
    if not known.name:
        return of_year(known.whole, year)
    asked = opened(), known.name, known.whole, year

    def made() -> Standing:
        return (
            figures_ahead.year_kept(*asked)
            or figures_ahead.year_unchanged(*asked)
            or of_year(known.whole, year)
        )

    is_there = figures_ahead.are_there(opened(), known.name, [year])
    is_later = is_there and len(known.whole.rows) > LARGE
    return year_later(known.whole, year, made, HOUSE.grown) if is_later else made()


def years(change: int, plan_print: str, as_of: dt.date, plan: Plan) -> list[int]:
    """The years of the plan with any result, oldest first; the key is that of `live`."""
    found = set(live(change, plan_print, as_of, plan).whole.years["year"])
    return [year for year in plan.years if year in found]


def work_out_all(change: int, plan_print: str, as_of: dt.date, plan: Plan) -> None:
    """All years, so that no later choice waits for them: a large store has them worked out by a process of its own, with what the pages show of them; where there can be none, and in a small one, they are worked out here.

    What can be read is held ready, but of a very large store.
    """
    store = opened()
    known, own = live(change, plan_print, as_of, plan), years(change, plan_print, as_of, plan)
    size = len(known.whole.rows)
    is_ready = size >= FEWEST and _is_ready(known, own, plan, as_of)
    if known.name and not is_ready:
        figures_folder.let_go(store, known.name)
    if is_ready and size > LARGE:
        return
    for year in reversed(own):
        if not is_ready or figures_ahead.are_there(store, known.name, [year]):
            standing(change, plan_print, year, as_of, plan)


def _is_ready(known: Live, own: list[int], plan: Plan, as_of: dt.date) -> bool:
    """Whether the process has everything there, since before or by now; it lets go of other figures itself, once it has taken over what is unchanged."""
    store = opened()
    if not figures_ahead.is_done(store, known.name, own):
        return figures_ahead.worked_out(store, movement(), plan, as_of)
    figures_folder.let_go(store, known.name)
    return True
