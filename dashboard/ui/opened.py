"""Who is at this screen, the store as they have it, and which edition of the figures they read."""

from __future__ import annotations

import os

import streamlit as st

from dashboard.access import edition, permissions
from dashboard.access.edition import Edition
from dashboard.access.in_movement import person_in
from dashboard.access.permissions import Person
from dashboard.access.visible import Sight, sight_of
from dashboard.serving import movement_in_view, persons
from dashboard.ui.door import Door
from dashboard.ui.this_run import asked_once
from data_access import movement_stores, movements, safekeeping
from data_access.sign_in_sessions import Account
from data_access.store import Store, connect

ASKED = "_edition_asked"  # the number of the edition that the reader chose in the row of choices


@st.cache_resource(show_spinner=False)
def home() -> Store:
    """The store of this server: DATABASE_URL, else the SQLite file beside the program. It is the first movement's, and keeps the accounts and the register of the others."""
    return connect(os.environ.get("DATABASE_URL"), os.environ.get("DATABASE_READ_URL"))


def opened() -> Store:
    """The store of the movement in view. Whole: what goes to a screen passes `store()` or is kept by `own_cache.of_store` and keyed by a sight."""
    code = movement()
    return further(code) if code else home()


def further(code: str) -> Store:
    """The store of a further movement, opened when it is first asked for. Raises `MovementError` where it is not in its place."""
    return movement_stores.shared(home(), code)


def movement() -> str:
    """The code of the further movement that this tab shows; '' for the first one."""
    return movement_in_view.code()


def store_name() -> str:
    """Which store the screens show, for who may see imports; '' for others, who need not know the machine's folders."""
    return opened().name if may("see_imports") else ""


def keep_before(deed: str) -> None:
    """A backup of the store before something that cannot be undone on a screen. Raises `BackupError`; then the deed must not be done."""
    safekeeping.keep_before(opened().acting(None, "program"), deed)


@asked_once
def person() -> Person | None:
    """Who is at this screen; None if nobody is signed in where somebody must be."""
    code = movement()
    return movement_in_view.person_at(home(), account(), _is_here(), code) if code else at_first()


@asked_once
def at_first() -> Person | None:
    """The same person as they are in the first movement."""
    return movement_in_view.person_at(home(), account(), _is_here(), "")


@asked_once
def account() -> Account | None:
    """Who is signed in, asked of the store of the first movement in each run."""
    return persons.account(home())


@asked_once
def _is_here() -> bool:
    return persons.is_here(home())


def plan_file() -> str | None:
    """The file that the plan comes from, if the server names one (DASHBOARD_PLAN): it is the first movement's."""
    return None if movement() else os.environ.get("DASHBOARD_PLAN")


@asked_once
def movements_in_sight() -> tuple[tuple[str, str], ...]:
    """Code and name of the open further movements in which the person at this screen is somebody, in the order in which they came; one question to the store of the first one."""
    known = account()
    if known is None and not _is_here():
        return ()
    found = movements.open_with_rights(home(), known.id if known else None)
    at_home = persons.of_account(known) if known else permissions.HERE
    return tuple(
        (one.code, one.name)
        for one, right in found
        if person_in(at_home, right.roles, right.unit) is not None
    )


def is_anybody() -> bool:
    """Whether anybody is signed in here, or sits at a machine where nobody has to."""
    return at_first() is not None


def is_somebody_at_first() -> bool:
    """Whether the person at this screen has any role in the first movement."""
    first = at_first()
    return first is not None and bool(first.roles)


@asked_once
def sight() -> Sight:
    """What they may see of the figures; part of the key of everything kept for a screen."""
    who = person()
    if permissions.may(who, "see_drafts"):
        return Sight()
    return sight_of(who, editions(), opened().newest("publications"))


@asked_once
def editions() -> list[Edition]:
    """Every edition of the figures, newest first; which of them somebody may read, `edition_of` and `choosable` say."""
    return _editions(movement(), last_deed())


@asked_once
def last_deed() -> str:
    """The link of the last entry of the journal: another one whatever was done to the store, so part of the key of what is kept of rows that people enter."""
    return opened().journal_head()


@st.cache_resource(show_spinner=False, max_entries=8)
def _editions(of_movement: str, journal_head: str) -> list[Edition]:
    """Kept by the movement and the head of the journal: sealing and publishing are deeds in it, written with the deed itself."""
    return edition.editions_of(opened().seals(), opened().entered("published_years"))


def edition_numbered(number: int) -> Edition:
    """An edition by its number, for who may see drafts."""
    require("see_drafts")
    return next(one for one in editions() if one.number == number)


def choosable(year: int) -> list[Edition]:
    """The editions of a year that the person may read, newest first."""
    every = sight().all
    return [
        one for one in editions() if one.year == year and (every or one.state == edition.PUBLISHED)
    ]


def edition_of(year: int) -> Edition | None:
    """The edition of a year that this screen reads, by the one rule; None for the figures as they are (or, for who sees published ones only, for none)."""
    asked = st.session_state.get(ASKED)
    own = choosable(year)
    return (edition.for_the_desk if sight().all else edition.for_readers)(own, year, asked)


def store() -> Door:
    """The store as the person at this screen has it."""
    return Door(opened(), person(), sight(), persons.origin(), home())


def may(action: str, unit: str | None = None) -> bool:
    """Whether the person at this screen may do this: for showing what can be used. The door asks again."""
    return permissions.may(person(), action, unit)


def require(action: str, unit: str | None = None) -> None:
    """Raises `NotAllowedError` unless the person at this screen may do this."""
    permissions.require(person(), action, unit)


@asked_once
def last_change() -> int:
    """Number of the last change; part of every cache key here."""
    return opened().last_change()
