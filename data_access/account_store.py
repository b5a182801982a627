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

from data_access import sign_in_waits as waits
from data_access.keepers import has_keeper
from data_access.office_tables import accounts, reading_keys, sessions
from data_access.office_tables import sign_in_waits as waits_table
from data_access.store import Store, person_codes
from data_access.store.engine import snapshot, transaction
from data_access.store.errors import AccountError
from data_access.store.journal_rows import note
from data_access.store.live_rows import read_frame

NAME = re.compile(r"[a-z0-9][a-z0-9._-]{1,39}")
SHORTEST, LONGEST = 10, 200  # characters of a password
SESSION, IDLE = timedelta(hours=12), timedelta(hours=1)  # from sign-in; since the last press
CODE = "ma-"  # how a password begins that is given out once, long and random
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
    first = _code() if local else None
    values = {
        "name": name,
        "person": person.strip(),
        "roles": ",".join(sorted(roles)),
        "unit": unit,
        "email": email.strip().lower() if email else None,
        "password": _sha256(first) if first else None,
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
    first = _code()
    _change(
        store,
        name,
        "account.reset",
        password=_sha256(first),
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


def sign_in(store: Store, name: str, password: str, known: Account | None = None) -> str:
    """Check a password and give the token of a new session. `known`: whose session the same browser still has; it waits for no stranger's tries.

    Errors: `AccountError` `sign_in_refused` (which does not say what was wrong), `sign_in_wait` after wrong passwords for that name from that place.
    """
    name = name.strip().lower()
    origin = f"session of {known.name}" if known and known.name == name else store.actor.origin
    key, is_code = waits.key_of(origin, name), password.startswith(CODE)
    with snapshot(store.engine) as connection:
        if not is_code:
            waits.check(connection, key, _now())
        found = _named(connection, name) if NAME.fullmatch(name) else None
    fits = _fits_code(found, password) if is_code else _fits(_argon2_of(found), password)
    if not fits or found is None or found["disabled"]:
        if not is_code:
            with transaction(store.engine, actor=store.actor) as connection:
                waits.count(connection, key, origin, found["name"] if found else None, _now())
        raise AccountError("sign_in_refused")
    return _begin(store, found["id"], found["person"], found["name"], "sign_in", key)


def _named(connection: sa.Connection, name: str) -> Any:
    chosen = sa.select(accounts).where(accounts.c.name == name)
    return connection.execute(chosen).mappings().first()


def _argon2_of(found: Any) -> str:
    """What a typed password is held against: where there is none, one that costs the same time."""
    kept = found["password"] if found else None
    return kept if kept and kept.startswith("$") else NOBODY


def _fits_code(found: Any, code: str) -> bool:
    """A code is random and long: nobody guesses it, so it is checked at once, whatever was typed before."""
    kept = (found["password"] if found else None) or ""
    return secrets.compare_digest(kept.encode(), _sha256(code).encode())


def _code() -> str:
    return CODE + secrets.token_urlsafe(12)


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


def _begin(
    store: Store, account_id: int, person: str, name: str, action: str, key: str | None = None
) -> str:
    """A new session. `key`: the wait that the right password ends."""
    token, moment = secrets.token_urlsafe(32), _now()
    acting = store.acting(name, store.actor.origin)
    with transaction(acting.engine, actor=acting.actor) as connection:
        connection.execute(sa.delete(sessions).where(sessions.c.expires < moment))
        connection.execute(
            sa.insert(sessions).values(
                token_sha256=_sha256(token),
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
            sessions.c.token_sha256 == _sha256(token),
            sessions.c.expires > _now(),
            ~accounts.c.disabled,
        )
    )
    with snapshot(store.engine) as connection:
        row = connection.execute(statement).mappings().first()
    return Account(**{**row, "roles": frozenset(row["roles"].split(","))}) if row else None


def keep(store: Store, token: str, idle: timedelta = IDLE) -> None:
    """Somebody is at work: their session goes on for so long, but never past `SESSION`. Written once a minute at most."""
    chosen = sessions.c.token_sha256 == _sha256(token)
    with snapshot(store.engine) as connection:
        found = connection.execute(
            sa.select(sessions.c.at, sessions.c.expires).where(chosen)
        ).first()
    if found is None:
        return
    until = min(found.at + SESSION, _now() + idle)
    if abs(until - found.expires) > timedelta(minutes=1):
        with transaction(store.engine, actor=store.actor) as connection:
            connection.execute(sa.update(sessions).where(chosen).values(expires=until))


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
        found = _named(connection, known.name)
    if found["locked_until"] and found["locked_until"] > _now():
        left = int((found["locked_until"] - _now()).total_seconds()) + 1
        raise AccountError("sign_in_wait", seconds=left)
    if not (_fits_code(found, old) if old.startswith(CODE) else _fits(_argon2_of(found), old)):
        _wrong_old(store, found)
        raise AccountError("password_wrong")
    fine = SHORTEST <= len(new) <= LONGEST and new != old and not new.startswith(CODE)
    if not fine or known.name in new.lower():
        raise AccountError("password_weak", shortest=SHORTEST)
    with transaction(store.engine, actor=store.actor) as connection:
        connection.execute(
            sa.update(accounts)
            .where(accounts.c.id == known.id)
            .values(password=HASHER.hash(new), must_change=False, failures=0, locked_until=None)
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
            .values(failures=failures, locked_until=_now() + waits.wait_after(failures))
        )


def _sha256(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)
