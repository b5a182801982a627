"""Signing in and out: who may come in, for how long, with which password from now on. Tokens of sessions are kept as SHA-256."""

import secrets
from datetime import timedelta
from typing import Any, NamedTuple

import sqlalchemy as sa

from data_access import sign_in_waits as waits
from data_access.account_store import NAME
from data_access.movements import roles_of
from data_access.office_tables import accounts, sessions
from data_access.passwords import (
    CODE,
    LONGEST,
    SHORTEST,
    argon2_kept,
    argon2_of,
    fits_chosen,
    fits_code,
    sha256,
)
from data_access.store import Store
from data_access.store.change_rows import now
from data_access.store.engine import snapshot, transaction
from data_access.store.errors import AccountError
from data_access.store.journal_rows import note

SESSION, IDLE = timedelta(hours=12), timedelta(hours=1)  # from sign-in; since the last press


class Account(NamedTuple):
    """Who is signed in."""

    id: int
    name: str
    person: str
    roles: frozenset[str]
    unit: str | None
    must_change: bool


def sign_in(store: Store, name: str, password: str, known: Account | None = None) -> str:
    """Check a password and give the token of a new session. `known`: whose session the same browser still has; it waits for no stranger's tries.

    Errors: `AccountError` `sign_in_refused` (which does not say what was wrong), `sign_in_wait` after wrong passwords for that name from that place.
    """
    name = name.strip().lower()
    origin = f"session of {known.name}" if known and known.name == name else store.actor.origin
    key, is_code = waits.key_of(origin, name), password.startswith(CODE)
    with snapshot(store.engine) as connection:
        if not is_code:
            waits.check(connection, key, now())
        found = _named(connection, name) if NAME.fullmatch(name) else None
    fits = fits_code(found, password) if is_code else fits_chosen(argon2_of(found), password)
    if not fits or found is None or found["disabled"]:
        if not is_code:
            with transaction(store.engine, actor=store.actor) as connection:
                waits.count(connection, key, origin, found["name"] if found else None, now())
        raise AccountError("sign_in_refused")
    return _begin(store, found["id"], found["person"], found["name"], "sign_in", key)


def _named(connection: sa.Connection, name: str) -> Any:
    chosen = sa.select(accounts).where(accounts.c.name == name)
    return connection.execute(chosen).mappings().first()


def sign_in_by_email(store: Store, email: str) -> str:
    """Give the token of a new session to whom a provider says it is. Errors: `AccountError` if no account bears that e-mail."""
    with snapshot(store.engine) as connection:
        known = (
            connection.execute(
                sa.select(accounts).where(
                    accounts.c.email == email.strip().lower(), ~accounts.c.disabled
                )
            )
            .mappings()
            .first()
        )
    if known is None:
        with transaction(store.engine, actor=store.actor) as connection:
            note(connection, "sign_in.refused", None, None, {"by": "provider"})
        raise AccountError("email_unknown", email=email)
    return _begin(store, known["id"], known["person"], known["name"], "sign_in.provider")


def _begin(
    store: Store, account_id: int, person: str, name: str, action: str, key: str | None = None
) -> str:
    """A new session. `key`: the wait that the right password ends."""
    token, moment = secrets.token_urlsafe(32), now()
    acting = store.acting(name, store.actor.origin)
    with transaction(acting.engine, actor=acting.actor) as connection:
        connection.execute(sa.delete(sessions).where(sessions.c.expires < moment))
        connection.execute(
            sa.insert(sessions).values(
                token_sha256=sha256(token),
                account_id=account_id,
                at=moment,
                expires=moment + IDLE,
                origin=acting.actor.origin,
            )
        )
        connection.execute(
            sa.update(accounts).where(accounts.c.id == account_id).values(signed_in_at=moment)
        )
        if key:
            waits.forget(connection, key=key)
        note(connection, action, person)
    return token


def signed_in(store: Store, token: str | None) -> Account | None:
    """Whose session this is; None if it is over, or the account was shut out."""
    if not token:
        return None
    columns = [
        accounts.c[name] for name in ("id", "name", "person", "roles", "unit", "must_change")
    ]
    statement = (
        sa.select(*columns)
        .join(sessions)
        .where(
            sessions.c.token_sha256 == sha256(token),
            sessions.c.expires > now(),
            ~accounts.c.disabled,
        )
    )
    with snapshot(store.engine) as connection:
        row = connection.execute(statement).mappings().first()
    return Account(**{**row, "roles": roles_of(row["roles"])}) if row else None


def keep(store: Store, token: str, idle: timedelta = IDLE) -> None:
    """Somebody is at work: their session goes on for so long, but never past `SESSION`. Written once a minute at most."""
    chosen = sessions.c.token_sha256 == sha256(token)
    with snapshot(store.engine) as connection:
        found = connection.execute(
            sa.select(sessions.c.at, sessions.c.expires).where(chosen)
        ).first()
    if found is None:
        return
    until = min(found.at + SESSION, now() + idle)
    if abs(until - found.expires) > timedelta(minutes=1):
        with transaction(store.engine, actor=store.actor) as connection:
            connection.execute(sa.update(sessions).where(chosen).values(expires=until))


def sign_out(store: Store, token: str) -> None:
    """End a session; one that is over already stays so."""
    known = signed_in(store, token)
    with transaction(store.engine, actor=store.actor) as connection:
        connection.execute(sa.delete(sessions).where(sessions.c.token_sha256 == sha256(token)))
        if known:
            note(connection, "sign_out", known.person)


def change_password(store: Store, token: str, old: str, new: str) -> str:
    """Set an own new password, end all other sessions and give the token of a new one. Errors: `AccountError`."""
    known = signed_in(store, token)
    if known is None:
        raise AccountError("sign_in_refused")
    with snapshot(store.engine) as connection:
        found = _named(connection, known.name)
    if found["locked_until"] and found["locked_until"] > now():
        left = int((found["locked_until"] - now()).total_seconds()) + 1
        raise AccountError("sign_in_wait", seconds=left)
    if not (fits_code(found, old) if old.startswith(CODE) else fits_chosen(argon2_of(found), old)):
        _wrong_old(store, found)
        raise AccountError("password_wrong")
    fine = SHORTEST <= len(new) <= LONGEST and new != old and not new.startswith(CODE)
    if not fine or known.name in new.lower():
        raise AccountError("password_weak", shortest=SHORTEST)
    with transaction(store.engine, actor=store.actor) as connection:
        connection.execute(
            sa.update(accounts)
            .where(accounts.c.id == known.id)
            .values(password=argon2_kept(new), must_change=False, failures=0, locked_until=None)
        )
        connection.execute(sa.delete(sessions).where(sessions.c.account_id == known.id))
        note(connection, "password", known.person)
    return _begin(store, known.id, known.person, known.name, "sign_in")


def _wrong_old(store: Store, found: Any) -> None:
    """Count a wrong old password on the own page: whoever sits at an open screen does not guess on without end."""
    failures = found["failures"] + 1
    with transaction(store.engine, actor=store.actor) as connection:
        connection.execute(
            sa.update(accounts)
            .where(accounts.c.id == found["id"])
            .values(failures=failures, locked_until=now() + waits.wait_after(failures))
        )
