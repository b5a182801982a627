"""Accounts: made, changed, shut out; who they are. Signing in is `sign_in_sessions`, what a password is `passwords`."""

import re
from typing import Any

import pandas as pd
import sqlalchemy as sa

from data_access import sign_in_waits as waits
from data_access.keepers import has_keeper
from data_access.office_tables import accounts, reading_keys, sessions
from data_access.office_tables import sign_in_waits as waits_table
from data_access.passwords import (
    new_code,
    sha256,
)
from data_access.store import Store, person_codes
from data_access.store.change_rows import now
from data_access.store.engine import snapshot, transaction
from data_access.store.errors import AccountError
from data_access.store.journal_rows import note
from data_access.store.live_rows import read_frame

NAME = re.compile(r"[a-z0-9][a-z0-9._-]{1,39}")
EMAIL = re.compile(r"[^@\s,;:<>()\[\]\"\\]+@[^@\s,;:<>()\[\]\"\\]+")  # one address, never two


def add(
    store: Store,
    name: str,
    person: str,
    roles: frozenset[str],
    *,
    unit: str | None = None,
    email: str | None = None,
    local: bool = True,
) -> str | None:
    """Make an account and give its first password, which must be changed; None for one that signs in at the provider only.

    Errors: `AccountError` for a name of other than small letters, digits, dots, dashes, no person, an e-mail that is none, a name or e-mail that is taken,
    or nothing to sign in with.
    """
    _check(name, person, email, local)
    first = new_code() if local else None
    values = {
        "name": name,
        "person": person.strip(),
        "roles": ",".join(sorted(roles)),
        "unit": unit,
        "email": email.strip().lower() if email else None,
        "password": sha256(first) if first else None,
        "must_change": local,
        "failures": 0,
        "disabled": False,
        "made_at": now(),
    }
    with transaction(store.engine, actor=store.actor) as connection:
        taken = sa.select(accounts.c.name).where(
            (accounts.c.name == name) | (accounts.c.email == (values["email"] or name))
        )
        if connection.execute(taken).first():
            raise AccountError("account_taken", name=name)
        connection.execute(sa.insert(accounts).values(values))
        about = person_codes.coded(connection, name)
        note(connection, "account.add", None, about, {"roles": values["roles"], "unit": unit})
    return first


def _check(name: str, person: str, email: str | None, local: bool) -> None:
    if not NAME.fullmatch(name):
        raise AccountError("account_name", name=name)
    if not person.strip():
        raise AccountError("account_person")
    if email and not EMAIL.fullmatch(email.strip()):
        raise AccountError("account_email", email=email)
    if not local and not email:
        raise AccountError("account_no_way_in", name=name)


def reset(store: Store, name: str) -> str:
    """Give an account a new first password, which lets in whatever wait there is, and end its sessions and reading keys. Errors: `AccountError`."""
    first = new_code()
    _change(
        store,
        name,
        "account.reset",
        password=sha256(first),
        must_change=True,
        failures=0,
        locked_until=None,
    )
    return first


def unlock(store: Store, name: str) -> None:
    """Let somebody try again at once after wrong passwords, from wherever. Errors: `AccountError`."""
    _change(store, name, "account.unlock", failures=0, locked_until=None)


def set_disabled(store: Store, name: str, disabled: bool) -> None:
    """Shut somebody out at once, or let them in again. Errors: `AccountError`, also for the last admin that may come in."""
    _change(store, name, "account.disable" if disabled else "account.enable", disabled=disabled)


def set_roles(store: Store, name: str, roles: frozenset[str], unit: str | None) -> None:
    """Give an account these roles and unit; it holds from the next press on. Errors: `AccountError`, also for the last admin that may come in."""
    _change(store, name, "account.roles", roles=",".join(sorted(roles)), unit=unit)


def _change(store: Store, name: str, action: str, **values: Any) -> None:
    """Change an account; it has to sign in again, unless it was only unlocked."""
    with transaction(store.engine, actor=store.actor) as connection:
        kept = has_keeper(connection)
        number = connection.execute(
            sa.update(accounts)
            .where(accounts.c.name == name)
            .values(values)
            .returning(accounts.c.id)
        ).scalar()
        if number is None:
            raise AccountError("account_unknown", name=name)
        if kept and not has_keeper(connection):
            raise AccountError("account_last_keeper", name=name)
        if action in ("account.unlock", "account.reset"):
            waits.forget(connection, account=name)
        if action != "account.unlock":
            connection.execute(sa.delete(sessions).where(sessions.c.account_id == number))
        if action == "account.reset":
            connection.execute(sa.delete(reading_keys).where(reading_keys.c.account_id == number))
        note(
            connection,
            action,
            None,
            person_codes.coded(connection, name),
            {key: value for key, value in values.items() if key in ("roles", "unit")},
        )


def everyone(store: Store) -> pd.DataFrame:
    """One row an account: name, person, roles, unit, email, local, must_change, locked_until, disabled, made_at, signed_in_at (UTC)."""
    hidden = ("id", "password", "failures", "locked_until")
    columns = [column for column in accounts.c if column.name not in hidden]
    waiting = (
        sa.select(sa.func.max(waits_table.c.until))
        .where(waits_table.c.account == accounts.c.name)
        .scalar_subquery()
        .label("locked_until")
    )
    local = accounts.c.password.is_not(None).label("local")
    with snapshot(store.engine) as connection:
        return read_frame(connection, sa.select(*columns, waiting, local).order_by(accounts.c.name))


def in_use(store: Store) -> bool:
    """Is there any account? From the first one on everybody must sign in, even if all are shut out."""
    with snapshot(store.engine) as connection:
        return connection.execute(sa.select(accounts.c.id).limit(1)).first() is not None
