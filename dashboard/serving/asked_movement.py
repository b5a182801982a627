"""Which movement another system asks for, as the account that asks has it."""

from __future__ import annotations

from typing import NamedTuple

from starlette.requests import Request

from dashboard.access.in_movement import person_in
from dashboard.access.permissions import HERE, Person
from dashboard.serving import persons, sign_in_provider
from dashboard.serving.open_question import MOVEMENT
from dashboard.serving.who_asks import opened
from dashboard.wording.movement_words import FIRST
from data_access import movement_stores, movements, sign_in_sessions
from data_access.store import Store


class Asked(NamedTuple):
    """A movement: its store, the person that the asker is in it, and code and name of every one that they may read (the first: `FIRST`)."""

    store: Store
    person: Person
    code: str
    known: tuple[tuple[str, str], ...]

    @property
    def named(self) -> tuple[str, str]:
        """Code and name, which every answer says."""
        return self.code, dict(self.known)[self.code]


def told(named: tuple[str, str]) -> dict[str, str]:
    """What an answer says of its movement. In: code and name."""
    return dict(zip(("movement", "movement_name"), named, strict=True))


def asked_movement(request: Request, account: sign_in_sessions.Account | None) -> Asked | None:
    """The movement of a request, of the first store alone where it names none; None where the asker is nobody in it, whether it is there or not. `account` None: whoever sits at the machine."""
    home, code = opened(), request.query_params.get(MOVEMENT, FIRST)
    at_home = persons.of_account(account) if account else HERE
    found = (
        {FIRST: (at_home, sign_in_provider.first_name(home))} if at_home and at_home.roles else {}
    )
    for one, right in movements.open_with_rights(home, account.id if account else None):
        own = person_in(at_home, right.roles, right.unit)
        if own is not None:
            found[one.code] = own, one.name
    if code not in found:
        return None
    known = tuple((one, name) for one, (_, name) in found.items())
    store = home if code == FIRST else movement_stores.shared(home, code)
    return Asked(store, found[code][0], code, known)
