"""The one door from the screens to the store: everything read here is worked out once after each change of data."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection

import pandas as pd

from dashboard.access import edition
from dashboard.access.edition import Edition
from dashboard.access.visible import Sight, seen, shown, without_years
from dashboard.assessment.lineage import memberships
from dashboard.assessment.seen_by_year import Province
from dashboard.assessment.standing import Records, Standing, assess
from dashboard.plan import Plan, clock
from dashboard.ui import every_year, frozen_editions
from dashboard.ui import frame_words as words
from dashboard.ui.edition_rows import (
    Tables,
    blocks,
    edition_in_view,
    held,
    part_now,
    table,
    table_now,
    table_part,
    tables,
)
from dashboard.ui.opened import (
    choosable,
    edition_numbered,
    edition_of,
    editions,
    keep_before,
    last_change,
    may,
    opened,
    person,
    require,
    sight,
    store,
    store_name,
)
from dashboard.ui.own_cache import of_store
from dashboard.ui.plan_in_force import fingerprint, plan
from dashboard.ui.this_run import asked_once

__all__ = ["choosable", "edition_numbered", "keep_before", "may", "person", "store_name"]
__all__ += ["Tables", "blocks", "fingerprint", "part_now", "plan", "table", "table_part", "tables"]
"""What the screens ask this door too, of `dashboard.ui.opened` and `dashboard.ui.edition_rows`."""

KEPT_STANDINGS = 24


def standing(year: int) -> Standing:
    """The figures of a year as the person reads them: of the edition that the rule gives, as far as they may see; shared between sessions, so never changed by a page."""
    own, now = edition_of(year), sight()
    if own is None and now.all:
        return live(year)
    require("read")
    if own is None:
        return _without_figures(last_change(), fingerprint(plan()), year, clock.today(), now)
    whole = frozen_editions.of(own, opened()).standing
    return whole if now.all else _shown(own, now)


@asked_once
def live(year: int) -> Standing:
    """The figures of a year as they are now, which no edition holds: for the desk."""
    require("see_drafts")
    return _standing(last_change(), fingerprint(plan()), year, clock.today())


def for_naming(year: int) -> Standing:
    """The figures from which units are named: those that readers have, else the figures as they are; so that a naming says the figures beside which it is read."""
    require("see_drafts")
    own = edition.for_readers(editions(), year)
    if own is None:
        return live(year)
    return frozen_editions.of(own, opened()).standing


def correction(own: Edition) -> tuple[Edition, pd.DataFrame] | None:
    """The edition published before this one, and what this one changed, as far as the person may see; None where there was none."""
    earlier = (one for one in choosable(own.year) if one.number < own.number and one.published_on)
    before = next(earlier, None)
    if before is None or own.published_on is None:
        return None
    rows, unit = frozen_editions.changed(before, own, opened()), sight().unit
    return before, rows if unit is None else rows[rows["unit_code"] == unit]


@of_store(show_spinner=False, max_entries=KEPT_STANDINGS)
def _shown(own: Edition, to_see: Sight) -> Standing:
    publications = seen("publications", opened().entered("publications"), to_see)
    whole = frozen_editions.of(own, opened()).standing
    return shown(whole, publications, to_see)


@of_store(show_spinner=False, max_entries=KEPT_STANDINGS)
def _without_figures(
    change: int, plan_print: str, year: int, as_of: dt.date, to_see: Sight
) -> Standing:
    """A year of which nothing is published: the units, nobody assessed on anything."""
    nothing = without_years(_records(change, as_of))
    publications = seen("publications", opened().entered("publications"), to_see)
    return shown(assess(plan(), nothing, year, as_of), publications, to_see)


def _standing(change: int, plan_print: str, year: int, as_of: dt.date) -> Standing:
    return every_year.standing(change, plan_print, year, as_of, plan())


def _records(change: int, as_of: dt.date) -> Records:
    return Records(*(rows() for rows in _held_records(change, as_of)))


@of_store(show_spinner=words.READING_STORE, max_entries=1)
def _held_records(change: int, as_of: dt.date) -> list[Callable[[], pd.DataFrame]]:
    return [held(rows) for rows in Records(**opened().load_records(as_of))]


def records_of(years: Collection[int]) -> Records:
    """Of the records of today what is of these years: for working out what a change of nothing else would do."""
    require("see_drafts")
    return Records(**opened().load_records(clock.today(), years))


def province() -> Province:
    """What all years of the live figures share."""
    require("see_drafts")
    own = plan()
    return every_year.live(last_change(), fingerprint(own), clock.today(), own).whole


def records() -> Records:
    """The live records of today, shared: for working out what a change would do (`dashboard.assessment.what_if`)."""
    require("see_drafts")
    return _records(last_change(), clock.today())


def plan_of(year: int) -> Plan:
    """The plan by which the figures of a year are read: that of the edition which the screen reads, else the one in force."""
    own = edition_of(year)
    return plan() if own is None else frozen_editions.of(own, opened()).plan


def members_now() -> pd.DataFrame:
    """Units by year as the store and the plan in force have them now, as far as the person may see (`Standing.members`): for forms, which ask for what comes next."""
    return memberships(plan(), table_now("units"), table_now("unit_years"))


def history(name: str, **key: object) -> pd.DataFrame:
    """Every revision of one value, newest first, with its import."""
    return store().history(name, key)


def is_illustrative() -> bool:
    """Whether any figure on the screen is sample data: of the edition that it reads, else of the store."""
    own = edition_in_view()
    return _illustrative(last_change()) if own is None else own.illustrative


@of_store(show_spinner=False, max_entries=2)
def _illustrative(change: int) -> bool:
    return opened().illustrative()


@asked_once
def years_with_results() -> list[int]:
    """Years of the plan that somebody may look at, oldest first: those with any result for the desk, the published ones for readers."""
    now = sight()
    if now.all:
        own = plan()
        return every_year.years(last_change(), fingerprint(own), clock.today(), own)
    return [one for one in plan().years if one in now.years]


def nothing_published() -> bool:
    """Whether somebody who sees published years only has none to see; a unit still has its own page."""
    now = sight()
    return not now.all and now.unit is None and not years_with_results()
