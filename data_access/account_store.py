"""Accounts and sign-in: who may come in, with which password, for how long. Passwords are kept as argon2, session tokens as SHA-256."""

import hashlib
import re
import secrets
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

import pandas as pd
import sqlalchemy as sa
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

from data_access.office_tables import accounts, sessions
from data_access.store import Store
from data_access.store.engine import snapshot, transaction
from data_access.store.errors import AccountError
from data_access.store.journal import note
from data_access.store.live_rows import read_frame

NAME = re.compile(r"[a-z0-9][a-z0-9._-]{1,39}")
SHORTEST, LONGEST = 10, 200  # characters of a password
MOST_FAILURES = 5
LOCKED_FOR = timedelta(minutes=15)
SESSION = timedelta(hours=12)
KEEPER = "admin"  # the role that the last account able to come in never loses
EMAIL = re.compile(r"[^@\s]+@[^@\s]+")
HASHER = PasswordHasher()
NOBODY = HASHER.hash(
    secrets.token_urlsafe()
)  # an unknown name takes as long to refuse as a wrong password


class Account(NamedTuple):
    """Who is signed in."""

    id: int
    name: str
    person: str
    roles: frozenset[str]
    unit: str | None
    must_change: bool


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
    first = secrets.token_urlsafe(12) if local else None
    values = {
        "name": name,
        "person": person.strip(),
        "roles": ",".join(sorted(roles)),
        "unit": unit,
        "email": email.strip().lower() if email else None,
        "password": HASHER.hash(first) if first else None,
        "must_change": local,
        "failures": 0,
        "disabled": False,
        "made_at": _now(),
    }
    with transaction(store.engine, actor=store.actor) as connection:
        taken = sa.select(accounts.c.name).where(
            (accounts.c.name == name) | (accounts.c.email == (values["email"] or name))
        )
        if connection.execute(taken).first():
            raise AccountError("account_taken", name=name)
        connection.execute(sa.insert(accounts).values(values))
        note(connection, "account.add", None, name, {"roles": values["roles"], "unit": unit})
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
    """Give an account a new first password and end its sessions. Errors: `AccountError`."""
    first = secrets.token_urlsafe(12)
    _change(
        store,
        name,
        "account.reset",
        password=HASHER.hash(first),
        must_change=True,
        failures=0,
        locked_until=None,
    )
    return first


def unlock(store: Store, name: str) -> None:
    """Let somebody try again after too many wrong passwords. Errors: `AccountError`."""
    _change(store, name, "account.unlock", failures=0, locked_until=None)


def set_disabled(store: Store, name: str, disabled: bool) -> None:
    """Shut somebody out at once, or let them in again. Errors: `AccountError`, also for the last `KEEPER` that may come in."""
    _change(store, name, "account.disable" if disabled else "account.enable", disabled=disabled)


def set_roles(store: Store, name: str, roles: frozenset[str], unit: str | None) -> None:
    """Give an account these roles and unit; it holds from the next press on. Errors: `AccountError`, also for the last `KEEPER` that may come in."""
    _change(store, name, "account.roles", roles=",".join(sorted(roles)), unit=unit)


def _change(store: Store, name: str, action: str, **values: Any) -> None:
    """Change an account; it has to sign in again, unless it was only unlocked."""
    with transaction(store.engine, actor=store.actor) as connection:
        kept = _has_keeper(connection)
        number = connection.execute(
            sa.update(accounts)
            .where(accounts.c.name == name)
            .values(values)
            .returning(accounts.c.id)
        ).scalar()
        if number is None:
            raise AccountError("account_unknown", name=name)
        if kept and not _has_keeper(connection):
            raise AccountError("account_last_keeper", name=name)
        if action != "account.unlock":
            connection.execute(sa.delete(sessions).where(sessions.c.account_id == number))
        note(
            connection,
            action,
            None,
            name,
            {key: value for key, value in values.items() if key in ("roles", "unit")},
        )


def _has_keeper(connection: sa.Connection) -> bool:
    roles = connection.execute(sa.select(accounts.c.roles).where(~accounts.c.disabled)).scalars()
    return any(KEEPER in one.split(",") for one in roles)


def everyone(store: Store) -> pd.DataFrame:
    """One row an account: name, person, roles, unit, email, local, must_change, locked_until, disabled, made_at, signed_in_at (UTC)."""
    columns = [column for column in accounts.c if column.name not in ("id", "password", "failures")]
    with snapshot(store.engine) as connection:
        return read_frame(
            connection,
            sa.select(*columns, accounts.c.password.is_not(None).label("local")).order_by(
                accounts.c.name
            ),
        )


def in_use(store: Store) -> bool:
    """Is there any account? From the first one on everybody must sign in, even if all are shut out."""
    with snapshot(store.engine) as connection:
        return connection.execute(sa.select(accounts.c.id).limit(1)).first() is not None


def sign_in(store: Store, name: str, password: str) -> str:
    """Check a password and give the token of a new session.

    Errors: `AccountError` `sign_in_refused` (which does not say what was wrong), `sign_in_locked` after too many wrong passwords.
    """
    name = name.strip().lower()
    with snapshot(store.engine) as connection:
        known = (
            connection.execute(sa.select(accounts).where(accounts.c.name == name))
            .mappings()
            .first()
            if NAME.fullmatch(name)
            else None
        )
    if known and known["locked_until"] and known["locked_until"] > _now():
        raise AccountError("sign_in_locked", minutes=int(LOCKED_FOR.total_seconds() // 60))
    right = (
        _fits(known["password"] if known and known["password"] else NOBODY, password)
        and known is not None
        and not known["disabled"]
    )
    if not right:
        _failed(store, known)
        raise AccountError("sign_in_refused")
    return _begin(store, known["id"], known["person"], known["name"], "sign_in")


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


def _fits(kept: str, password: str) -> bool:
    try:
        return HASHER.verify(kept, password[:LONGEST])
    except (VerifyMismatchError, InvalidHashError):
        return False


def _failed(store: Store, known: Any) -> None:
    """Count a wrong password; the last allowed one locks the account for a while."""
    with transaction(store.engine, actor=store.actor) as connection:
        note(connection, "sign_in.refused", None, known["name"] if known else None)
        if known is None:
            return
        failures = (
            sa.update(accounts)
            .where(accounts.c.id == known["id"])
            .values(failures=accounts.c.failures + 1)
            .returning(accounts.c.failures)
        )
        if connection.execute(failures).scalar_one() >= MOST_FAILURES:
            connection.execute(
                sa.update(accounts)
                .where(accounts.c.id == known["id"])
                .values(failures=0, locked_until=_now() + LOCKED_FOR)
            )
            note(connection, "sign_in.locked", None, known["name"])


def _begin(store: Store, account_id: int, person: str, name: str, action: str) -> str:
    token, moment = secrets.token_urlsafe(32), _now()
    acting = store.acting(name, store.actor.origin)
    with transaction(acting.engine, actor=acting.actor) as connection:
        connection.execute(sa.delete(sessions).where(sessions.c.expires < moment))
        connection.execute(
            sa.insert(sessions).values(
                token_sha256=_sha256(token),
                account_id=account_id,
                at=moment,
                expires=moment + SESSION,
                origin=acting.actor.origin,
            )
        )
        connection.execute(
            sa.update(accounts)
            .where(accounts.c.id == account_id)
            .values(failures=0, locked_until=None, signed_in_at=moment)
        )
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
            sessions.c.token_sha256 == _sha256(token),
            sessions.c.expires > _now(),
            ~accounts.c.disabled,
        )
    )
    with snapshot(store.engine) as connection:
        row = connection.execute(statement).mappings().first()
    return Account(**{**row, "roles": frozenset(row["roles"].split(","))}) if row else None


def sign_out(store: Store, token: str) -> None:
    """End a session; one that is over already stays so."""
    known = signed_in(store, token)
    with transaction(store.engine, actor=store.actor) as connection:
        connection.execute(sa.delete(sessions).where(sessions.c.token_sha256 == _sha256(token)))
        if known:
            note(connection, "sign_out", known.person)


def change_password(store: Store, token: str, old: str, new: str) -> str:
    """Set an own new password, end all other sessions and give the token of a new one. Errors: `AccountError`."""
    known = signed_in(store, token)
    if known is None:
        raise AccountError("sign_in_refused")
    with snapshot(store.engine) as connection:
        kept = connection.execute(
            sa.select(accounts.c.password).where(accounts.c.id == known.id)
        ).scalar()
    if kept is None or not _fits(kept, old):
        raise AccountError("password_wrong")
    if not SHORTEST <= len(new) <= LONGEST or new == old or known.name in new.lower():
        raise AccountError("password_weak", shortest=SHORTEST)
    with transaction(store.engine, actor=store.actor) as connection:
        connection.execute(
            sa.update(accounts)
            .where(accounts.c.id == known.id)
            .values(password=HASHER.hash(new), must_change=False)
        )
        connection.execute(sa.delete(sessions).where(sessions.c.account_id == known.id))
        note(connection, "password", known.person)
    return _begin(store, known.id, known.person, known.name, "sign_in")


def _sha256(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)
