"""The register of further movements, kept in the store of the first one: which there are, which are open, and who may do what in each.

Each of them has a store of its own (`movement_stores`); accounts, sessions and reading keys are those of the first one.
"""

import re
from datetime import datetime
from typing import NamedTuple

import pandas as pd
import sqlalchemy as sa

from data_access.office_tables import accounts, movement_rights, movements, sessions
from data_access.store import Store, person_codes
from data_access.store.change_rows import now
from data_access.store.engine import snapshot, transaction
from data_access.store.errors import AccountError, MovementError
from data_access.store.journal_rows import note
from data_access.store.live_rows import read_frame

FIRST = "chinh"
"""The code of the first movement in links; no further one bears it."""
CODE = re.compile(r"(?=.{2,30}\Z)[a-z0-9]+(-[a-z0-9]+)*")
LONGEST = 80


class Movement(NamedTuple):
    """A further movement; moments are UTC. `closed_at` None: it is open."""

    code: str
    name: str
    made_at: datetime
    closed_at: datetime | None


class Right(NamedTuple):
    """What an account has in a further movement. `unit`: of the role unit, a unit of that movement."""

    roles: frozenset[str]
    unit: str | None


def listed(home: Store) -> list[Movement]:
    """Every further movement, also those that are closed, in the order in which they came."""
    with snapshot(home.engine) as connection:
        rows = connection.execute(
            sa.select(movements).order_by(movements.c.made_at, movements.c.code)
        )
        return [Movement(**row) for row in rows.mappings()]


def named(home: Store, code: str) -> Movement:
    """The movement of this code, open or closed. Errors: `MovementError` `movement_unknown`."""
    found = next((one for one in listed(home) if one.code == code), None)
    if found is None:
        raise MovementError("movement_unknown", movement=code)
    return found


def is_code(text: str) -> bool:
    """Whether a further movement may bear this code, which becomes part of a file's name and of links."""
    return CODE.fullmatch(text) is not None and text != FIRST


def check(home: Store, code: str, name: str) -> str:
    """The name as it is kept, where a movement may be made of these. Errors: `MovementError` `movement_code`, `movement_taken`, `movement_name`."""
    name, known = " ".join(name.split()), listed(home)
    if not is_code(code):
        raise MovementError("movement_code", movement=code)
    if code in {one.code for one in known}:
        raise MovementError("movement_taken", movement=code)
    taken = name.casefold() in {one.name.casefold() for one in known}
    if not name or len(name) > LONGEST or not name.isprintable() or taken:
        raise MovementError("movement_name", longest=LONGEST)
    return name


def enter(home: Store, code: str, name: str) -> None:
    """Take a movement into the register, closed until its store is made. Errors: `MovementError`, as `check`."""
    name = check(home, code, name)
    with transaction(home.engine, actor=home.actor) as connection:
        chosen = sa.select(movements.c.code).where(movements.c.code == code)
        if connection.execute(chosen).first():
            raise MovementError("movement_taken", movement=code)
        moment = now()
        row = {"code": code, "name": name, "made_at": moment, "closed_at": moment}
        connection.execute(sa.insert(movements).values(row))
        note(connection, "movement.add", None, code, {"name": name})


def strike_out(home: Store, code: str) -> None:
    """Take out of the register what was entered and whose store could not be made."""
    with transaction(home.engine, actor=home.actor) as connection:
        connection.execute(sa.delete(movements).where(movements.c.code == code))
        note(connection, "movement.unmade", None, code)


def set_closed(home: Store, code: str, closed: bool) -> None:
    """Close a movement, so that nobody is shown it any more, or open it again; its store stays as it is. Errors: `MovementError` `movement_unknown`."""
    named(home, code)
    with transaction(home.engine, actor=home.actor) as connection:
        chosen = sa.update(movements).where(movements.c.code == code)
        connection.execute(chosen.values(closed_at=now() if closed else None))
        note(connection, "movement.close" if closed else "movement.open", None, code)


def open_with_rights(home: Store, account_id: int | None) -> list[tuple[Movement, Right]]:
    """Every open movement with what this account has in it, be it nothing, in the order in which they came."""
    own = (movement_rights.c.movement == movements.c.code) & (
        movement_rights.c.account_id == account_id
    )
    chosen = (
        sa.select(*movements.c, movement_rights.c.roles, movement_rights.c.unit)
        .select_from(movements)
        .outerjoin(movement_rights, own)
        .where(movements.c.closed_at.is_(None))
        .order_by(movements.c.made_at, movements.c.code)
    )
    with snapshot(home.engine) as connection:
        rows = connection.execute(chosen).all()
    return [(Movement(*row[:4]), Right(roles_of(row.roles or ""), row.unit)) for row in rows]


def right_in(home: Store, code: str, account_id: int | None) -> Right | None:
    """What an account (None: whoever sits at the machine) has in an open movement, be it nothing; None where there is no such movement, or it is closed."""
    found = open_with_rights(home, account_id)
    return next((right for one, right in found if one.code == code), None)


def roles_of(text: str) -> frozenset[str]:
    """The roles in the text in which they are kept; none in an empty one."""
    return frozenset(filter(None, text.split(",")))


def people(home: Store, code: str | None = None) -> pd.DataFrame:
    """One row a movement and account that has anything in it, of this movement or of all: movement, name, person, email, roles (codes, separated by commas), unit, disabled."""
    columns = (accounts.c.name, accounts.c.person, accounts.c.email, accounts.c.disabled)
    rights = (movement_rights.c.movement, movement_rights.c.roles, movement_rights.c.unit)
    chosen = (
        sa.select(*columns, *rights)
        .join(movement_rights, movement_rights.c.account_id == accounts.c.id)
        .order_by(accounts.c.name)
    )
    if code is not None:
        chosen = chosen.where(movement_rights.c.movement == code)
    with snapshot(home.engine) as connection:
        return read_frame(connection, chosen)


def set_right(
    home: Store, code: str, account: str, roles: frozenset[str], unit: str | None
) -> None:
    """Give an account these roles in a further movement, none to take them away; it has to sign in again. Errors: `MovementError` `movement_unknown`, `AccountError` `account_unknown`."""
    named(home, code)
    with transaction(home.engine, actor=home.actor) as connection:
        number = connection.scalar(sa.select(accounts.c.id).where(accounts.c.name == account))
        if number is None:
            raise AccountError("account_unknown", name=account)
        own = (movement_rights.c.movement == code) & (movement_rights.c.account_id == number)
        connection.execute(sa.delete(movement_rights).where(own))
        row = {"movement": code, "account_id": number, "roles": ",".join(sorted(roles))}
        if roles:
            connection.execute(sa.insert(movement_rights).values(**row, unit=unit))
        connection.execute(sa.delete(sessions).where(sessions.c.account_id == number))
        told = {"movement": code, "roles": row["roles"], "unit": unit}
        note(connection, "movement.rights", None, person_codes.coded(connection, account), told)
