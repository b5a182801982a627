"""Keys by which another system reads what an account may read: made by the account's owner, ended by them, gone with the account. Kept as SHA-256."""

import secrets
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import sqlalchemy as sa

from data_access.movements import roles_of
from data_access.office_tables import accounts, reading_keys
from data_access.passwords import sha256
from data_access.sign_in_sessions import Account
from data_access.store import Store
from data_access.store.change_rows import now
from data_access.store.engine import snapshot, transaction
from data_access.store.errors import AccountError
from data_access.store.journal_rows import note

PREFIX = "doc-"
LASTS, MOST, LONGEST = timedelta(days=365), 10, 80


def make(store: Store, known: Account, label: str) -> str:
    """A new key of this account, shown this once. One purpose has one key, so a page sent again makes no second one. Errors: `AccountError` `key_label`, `key_taken`, `key_too_many`."""
    key, label = PREFIX + secrets.token_urlsafe(32), " ".join(label.split())
    if not label or len(label) > LONGEST or not label.isprintable():
        raise AccountError("key_label", longest=LONGEST)
    with transaction(store.engine, actor=store.actor) as connection:
        over = (reading_keys.c.account_id == known.id) & (reading_keys.c.expires <= now())
        connection.execute(sa.delete(reading_keys).where(over))
        own = sa.select(reading_keys.c.label).where(reading_keys.c.account_id == known.id)
        held = connection.execute(own).scalars().all()
        if label in held:
            raise AccountError("key_taken", label=label)
        if len(held) >= MOST:
            raise AccountError("key_too_many", most=MOST)
        row = {"key_sha256": sha256(key), "account_id": known.id, "label": label}
        moments = {"made_at": now(), "expires": now() + LASTS}
        connection.execute(sa.insert(reading_keys).values(**row, **moments))
        note(connection, "key.make", known.person, label)
    return key


def of_account(store: Store, known: Account) -> list[Mapping[str, Any]]:
    """The keys that an account holds, oldest first: id, label, made_at, expires (UTC), used_on."""
    columns = [reading_keys.c[name] for name in ("id", "label", "made_at", "expires", "used_on")]
    chosen = sa.select(*columns).where(
        reading_keys.c.account_id == known.id, reading_keys.c.expires > now()
    )
    with snapshot(store.engine) as connection:
        return [
            dict(row) for row in connection.execute(chosen.order_by(reading_keys.c.id)).mappings()
        ]


def end(store: Store, known: Account, number: int) -> None:
    """End a key of this account; one that is over already, or of somebody else, stays as it is."""
    own = (reading_keys.c.id == number) & (reading_keys.c.account_id == known.id)
    with transaction(store.engine, actor=store.actor) as connection:
        ended = connection.execute(
            sa.delete(reading_keys).where(own).returning(reading_keys.c.label)
        ).scalar()
        if ended is not None:
            note(connection, "key.end", known.person, ended)


def account_of(store: Store, key: str) -> Account | None:
    """Whose key this is; None for an unknown one, one that is over, one of somebody who may not come in or has no password of their own yet."""
    names = ("id", "name", "person", "roles", "unit", "must_change")
    chosen = (
        sa.select(*(accounts.c[name] for name in names), reading_keys.c.used_on)
        .join(reading_keys, reading_keys.c.account_id == accounts.c.id)
        .where(
            reading_keys.c.key_sha256 == sha256(key),
            reading_keys.c.expires > now(),
            ~accounts.c.disabled,
            ~accounts.c.must_change,
        )
    )
    with snapshot(store.engine) as connection:
        row = connection.execute(chosen).mappings().first()
    if row is None:
        return None
    if row["used_on"] != now().date():
        _used_today(store, key)
    own = {name: row[name] for name in names}
    return Account(**{**own, "roles": roles_of(row["roles"])})


def _used_today(store: Store, key: str) -> None:
    chosen = reading_keys.c.key_sha256 == sha256(key)
    with transaction(store.engine, actor=store.actor) as connection:
        connection.execute(sa.update(reading_keys).where(chosen).values(used_on=now().date()))
