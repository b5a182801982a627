"""Who may do what: the roles, the table of what each may do, and the one question `may`. Everything that asks is in `dashboard.ui`."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from dashboard.wording import role_words as words

MEMBER, SECRETARY, UNIT, ADMIN = ROLES = ("member", "secretary", "unit", "admin")
IN_MOVEMENT = (MEMBER, SECRETARY, UNIT)
"""The roles that somebody may be given in one movement alone; an administrator is one of the whole installation."""
READERS, DESK, OWNER, KEEPER = (
    frozenset({MEMBER, SECRETARY, ADMIN}),
    frozenset({SECRETARY}),
    frozenset({UNIT}),
    frozenset({ADMIN}),
)
EVERYBODY = READERS | OWNER

PAGES: Mapping[str, frozenset[str]] = {
    "overview": READERS,
    "trends": READERS,
    "ranking": READERS,
    "lagging": READERS,
    "profile": READERS,
    "satisfaction": READERS,
    "indices": READERS,
    "examples": READERS,
    "method": READERS,
    "meeting": DESK,
    "deck": DESK,
    "intake": DESK,
    "reports": DESK,
    "appraisal": DESK,
    "filings": DESK,
    "units": DESK | KEEPER,
    "plan": DESK | KEEPER,
    "own": OWNER,
    "journal": KEEPER,
    "accounts": KEEPER,
}
"""Page → the roles that may open it."""

ACTIONS: Mapping[str, frozenset[str]] = {
    "read": EVERYBODY,  # what one's sight allows, see `dashboard.access.visible`
    "see_drafts": DESK
    | KEEPER,  # years not published, flags not published, what is entered about meetings
    "see_imports": DESK | KEEPER,  # imports, the files as they came, earlier revisions
    "import": DESK,  # rows of results, lists, filings, indices, other names of units
    "change_units": KEEPER,  # the list of units, their changes
    "change_plan": KEEPER,
    "seal": DESK,
    "publish": DESK,  # years and flags
    "present": DESK,  # the deck's agenda
    "conclude": DESK,  # conclusions of meetings and what became of them
    "reply": DESK | OWNER,  # a unit for itself, the secretariat for any
    "print": DESK,  # packs, letters
    "make_template": DESK | OWNER,  # a unit its own
    "take_table": EVERYBODY,  # a table or picture on screen as a file
    "empty": KEEPER,
    "see_journal": KEEPER,
    "manage_accounts": KEEPER,  # who may come in, in which roles
}
"""Action → the roles that may do it."""


class Person(NamedTuple):
    """Who is at a screen. `account` None: nobody had to sign in. `unit`: the unit of somebody in the role đơn vị."""

    name: str
    roles: frozenset[str]
    unit: str | None = None
    account: str | None = None


HERE = Person("", frozenset({SECRETARY, ADMIN}))
"""Whoever sits at the machine of a server that listens to this machine alone."""


class NotAllowedError(Exception):
    """Somebody asked for what their role does not give; the text says what, and who to turn to."""


def may(person: Person | None, action: str, unit: str | None = None) -> bool:
    """Whether somebody may do this (for this unit, where it is about one). Nobody may do anything unknown.

    >>> may(Person("Lan", frozenset({UNIT}), "SNV"), "reply", "SNV"), may(Person("Lan", frozenset({UNIT}), "SNV"), "reply", "STC")
    (True, False)
    """
    if person is None:
        return False
    held = person.roles & ACTIONS.get(action, frozenset())
    return bool(held - OWNER) or bool(held and (unit is None or unit == person.unit))


def may_open(person: Person | None, page: str) -> bool:
    """Whether somebody may open a page, by the name of its file."""
    return person is not None and bool(person.roles & PAGES.get(page, frozenset()))


def shows_editions(page: str) -> bool:
    """Whether a page, by the name of its file, shows figures that readers see: there an edition is chosen; desks work on the figures as they are."""
    return bool(PAGES.get(page, frozenset()) & (READERS - DESK - KEEPER | OWNER))


def require(person: Person | None, action: str, unit: str | None = None) -> None:
    """Raises `NotAllowedError` unless `may`."""
    if not may(person, action, unit):
        raise NotAllowedError(words.not_allowed(action))


def fault_in_roles(
    roles: Collection[str],
    unit: str | None,
    units: Collection[str],
    *,
    first: bool,
    elsewhere: bool = False,
) -> str | None:
    """Why an account cannot have these roles and this unit, in a sentence; None if it can. `first`: nobody else has an account. `elsewhere`: there are other movements, so it may be one of those alone.

    >>> fault_in_roles({UNIT}, "SNV", ["SNV"], first=False) is None, fault_in_roles({UNIT, MEMBER}, "SNV", ["SNV"], first=False) == words.UNIT_ALONE
    (True, True)
    """
    if not roles and not elsewhere:
        return words.NO_ROLE
    if first and ADMIN not in roles:
        return words.FIRST_ADMIN
    if UNIT in roles and (len(roles) > 1 or not unit):
        return words.UNIT_ALONE
    if unit and UNIT not in roles:
        return words.UNIT_WITHOUT_ROLE
    return words.NO_UNIT.format(unit=unit) if unit and unit not in units else None


def home(person: Person | None) -> str:
    """The page on which somebody begins."""
    return next((page for page in PAGES if may_open(person, page)), "overview")
